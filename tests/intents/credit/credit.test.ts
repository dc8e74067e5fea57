import { expect, test } from 'vitest';
import type { Earning } from '../../../src/domain/credit/credit.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';

/** Points that a member has earned, at the neighbourhood's present time. */
async function given(grid: Neighbourhood, userid: string, points: number, behaviour: Earning = 'lead'): Promise<void> {
  await grid.inUnit(async unit => {
    const { id } = await unit.members.view(userid);
    await unit.credit.add({ memberId: id, behaviour, points, about: `given:${points}`, at: grid.now });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

test('who has earned nothing hears how points are earned', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says('我的积分')).toBe(
    '您的信用分是**1000**，再攒50分到AAA级。\n可用积分**0**分。参加表决、提案、巡查、出资都能攒积分。',
  );
});

test('the balance tells score, level, what can be spent and what expires next', async () => {
  const grid = await aNeighbourhood({ now: '2025-05-01T10:00:00+08:00' });
  const wang = grid.resident(40);
  await given(grid, wang.userid, 60);
  grid.now = new Date('2026-03-02T10:00:00+08:00');
  await given(grid, wang.userid, 22);

  expect(await wang.says('我的积分')).toBe(
    '您的信用分是**1052**，AAA级。\n可用积分**82**分。其中60分用到12月31日（周四）为止。发送“积分能换啥”看清单。',
  );
});

test('a stranger is told to bind first', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident('stranger').says('我的积分')).toContain('请先绑定您家');
});

test('the ranking shows the ten best of this year under masked names, and the asker’s own place', async () => {
  const grid = await aNeighbourhood({ now: '2025-12-31T23:00:00+08:00' });
  await given(grid, grid.resident(50).userid, 40);
  grid.now = new Date('2026-03-02T10:00:00+08:00');
  for (let each = 0; each < 12; each += 1) await given(grid, grid.resident(60 + each).userid, 30 - each);

  const said = await grid.resident(71).says('积分排行榜');

  expect(said.match(/^- 第\d+名 /gm)).toHaveLength(10);
  expect(said).toContain('您排第12名，19分。');
  for (let each = 0; each < 12; each += 1) expect(said).not.toContain(grid.resident(60 + each).name);
  expect(await grid.resident(50).says('积分排行榜')).toContain('您今年还没有得积分。');
});

test('equal points share a place', async () => {
  const grid = await aNeighbourhood();
  for (const who of [60, 61]) await given(grid, grid.resident(who).userid, 8);
  await given(grid, grid.resident(62).userid, 5);

  const said = await grid.resident(62).says('积分榜');

  expect(said.match(/^- 第1名 /gm)).toHaveLength(2);
  expect(said).toContain('您排第3名，5分。');
});

test('an empty ranking says how points are earned', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says('积分榜')).toBe('今年还没有人得积分。参加表决、提案、巡查、出资都能攒积分。');
});

test('the catalogue lists price, stock and share, and what the asker has', async () => {
  const grid = await aNeighbourhood();
  await given(grid, grid.resident(40).userid, 7);

  // Before the neighbours nobody's points are told.
  expect(await grid.resident(40).says('积分能换啥')).not.toContain('可用');
  const said = await grid.resident(40).says('积分能换啥', { chat: 'single' });

  expect(said).toContain('- 抽纸：2分，还有100份，每户每季度6份（社区便民超市）');
  expect(said).toContain('您有7分可用。');
});

test('in private chat the code for the counter comes with the answer', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await given(grid, wang.userid, 20);

  const said = await wang.says('兑换抽纸两包', { chat: 'single' });

  expect(said).toMatch(
    /^换好了：抽纸2份，用了4分，还剩16分。\n兑换码 \*\*\d{6}\*\*，最晚3月9日（周一）到社区便民超市出示领取；不要了发送“取消兑换”。$/,
  );
  expect(await grid.journal()).toContain('credit.redeem');
});

test('in the group the code stays private, and is shown in the private chat once', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await given(grid, wang.userid, 20);

  const said = await wang.says('我要兑换电费券');

  expect(said).toContain('换好了：电费抵扣券1份，用了5分，还剩15分。');
  expect(said).not.toMatch(/\*\*\d{6}\*\*/);
  expect(await wang.says('我的积分', { chat: 'single' })).toMatch(/换好了：电费抵扣券1份，.*\n兑换码 \*\*\d{6}\*\*/);
  expect(await wang.says('我的积分', { chat: 'single' })).not.toContain('兑换码');
});

test('the same message delivered again redeems once', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await given(grid, wang.userid, 20);

  const first = await wang.says('兑换抽纸一包', { chat: 'single', id: 'twice' });
  const second = await wang.says('兑换抽纸一包', { chat: 'single', id: 'twice' });

  expect(second).toBe(first);
  expect(await wang.says('我的积分')).toContain('可用积分**18**分');
});

test.each([
  ['兑换抽纸', '换抽纸要2分，您现在有0分，还差2分。参加表决、巡查、出资都能攒分。'],
  ['兑换保温杯两个', '保温杯每户每季度最多换1份，您家这个季度还能换1份。'],
])('“%s” of a member without points: %s', async (text, answer) => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says(text)).toBe(answer);
});

test.each(['我想用积分换两包抽纸', '兑换抽纸两包', '积分给我换抽纸四包'])(
  'how many portions “%s” means of what is counted itself is asked',
  async words => {
    const grid = await aNeighbourhood();
    const wang = grid.resident(40);
    await given(grid, wang.userid, 20);
    await grid.inUnit(async unit => {
      const reward = (await unit.credit.rewards()).find(({ item }) => item === '抽纸');
      if (reward) await unit.credit.keepReward({ ...reward, item: '抽纸两包' });
      unit.journal.add('story' as never, { by: 'operator' } as never);
    });

    expect(await wang.says(words, { chat: 'single' })).toContain('一份就是“抽纸两包”');
    expect(await grid.journal()).not.toContain('credit.redeem');
    expect(await wang.says('1份', { chat: 'single' })).toContain('换好了：抽纸两包1份');
  },
);

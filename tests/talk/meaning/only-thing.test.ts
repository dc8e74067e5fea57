import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** One of each that has a number of its own. */
const oneOfEach = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '更换主管道', state: 'collecting', budgetFen: 1_000_000 });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号请供电所办：看看接哪根线，3月20日前', { chat: 'single' });
  await secretary.says('闲置空间：居委会一楼东间，居委会所有（居委会2月3日会议决定）', { chat: 'single' });
  await grid
    .role('community_secretary')
    .says('公益协议：空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日', { chat: 'single' });
  await secretary.says('登记优惠：取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号', { chat: 'single' });
  await secretary.says('是', { chat: 'single' });
  await grid.role('cashier').says('1号收到3号楼2单元301 200元', { chat: 'single' });
  await grid.role('cashier').says('是', { chat: 'single' });
  return grid;
});

test.each([
  ['grid_secretary', '供电所说忙不过来，宽限到4月1号，链接重新给我一个', '请办1'],
  ['grid_secretary', '供电所那个链接丢了，再给一个，改到4月1号', '请办1'],
  ['grid_secretary', '理发店退租了，协议到此为止', '公益协议1终止：理发店退租了'],
  ['grid_secretary', '取暖费那个优惠停了吧', '优惠1'],
  ['cashier', '刚才那笔记重了，冲掉', '3号楼2单元301'],
  ['cashier', '301那笔记重了，冲了吧', '3号楼2单元301'],
] as const)('%s: “%s” is of the only one that fits, and is read back', async (role, words, meant) => {
  const answer = await (await oneOfEach()).role(role).says(words, { chat: 'single' });

  expect(answer).toMatch(/吗？.*回复“是”确认/u);
  expect(answer.includes(meant) || answer.includes('凭证')).toBe(true);
  expect(answer).not.toContain('请问');
});

test.each(['3号楼2单元301那笔记重了，冲了吧', '3号楼301那笔记重了，冲了吧', '301那笔记重了，冲了吧'])(
  '“%s” is the receipt of that home, where others paid as well',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
    await aProject(grid, { title: '更换主管道', state: 'collecting', budgetFen: 1_000_000 });
    const cashier = grid.role('cashier');
    for (const room of ['301', '302']) {
      await cashier.says(`1号收到3号楼2单元${room} 200元`, { chat: 'single' });
      await cashier.says('是', { chat: 'single' });
    }

    expect(await cashier.says(words, { chat: 'single' })).toMatch(/冲销凭证1：.*回复“是”/u);
  },
);

test.each(['理发店三月的分成960到了', '理发店把三月份的分成960转来了'])(
  '“%s” is of the one agreement with that operator',
  async words => {
    const answer = await (await oneOfEach()).role('cashier').says(words, { chat: 'single' });

    expect(answer).toContain('公益协议1的2026年3月');
  },
);

test('201那张凭证 that nobody has is told as such, and no other is taken for it', async () => {
  const answer = await (await oneOfEach()).role('cashier').says('201那张凭证重复了，给冲了', { chat: 'single' });

  expect(answer).toMatch(/没有.*201|201.*没有/u);
});

test.each([
  ['3号楼纸质的票给我打出来', '纸质表'],
  ['把3号楼的纸票打一份', '纸质表'],
])('“%s” says which sheet is wanted', async (words, sheet) => {
  const answer = await (await oneOfEach()).role('building_leader', 2).says(words, { chat: 'single' });

  expect(answer).not.toContain('纸质表还是家用卡');
  expect(answer).toContain(sheet);
});

test.each([
  ['给3号楼2单元301加3分，捐了两张旧桌椅', '捐物'],
  ['3号楼2单元301捐了张沙发，记3分', '捐物'],
])('“%s” says what the points are for', async (words, kind) => {
  const answer = await (await oneOfEach()).role('grid_secretary').says(words, { chat: 'single' });

  expect(answer).not.toContain('捐物还是建议');
  expect(answer).toContain(kind);
});

const washed = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  await secretary.says('登记优惠：洗车打八折，1000分以上，顺达洗车，依据协议2026-1号', { chat: 'single' });
  await secretary.says('是', { chat: 'single' });
  return grid;
});

test.each(['洗车优惠给我领上', '那个优惠我要了', '领一下洗车的优惠'])('“%s” is of the only benefit', async words => {
  const grid = await washed();
  const before = await grid.journal();
  const answer = await grid.resident('r075').says(words, { chat: 'single' });
  expect(answer).toContain('领优惠1');
  expect(answer).not.toContain('第几个');
  expect(await grid.journal()).toEqual(before);
});

test.each([
  ['3单元501周春霞打电话来说扶手她出一百', '3号楼3单元501'],
  ['2单元302的打电话说扶手出八十', '3号楼2单元302'],
])('“%s” of who leads one building is there, and is read back', async (words, home) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '加装楼道扶手', state: 'pledging', budgetFen: 900_000 });
  expect(await grid.resident('r061').says(words, { chat: 'single' })).toContain(home);
});

test('who leads no building is asked for it', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '加装楼道扶手', state: 'pledging', budgetFen: 900_000 });
  const answer = await grid.role('grid_secretary').says('3单元501打电话来说扶手出一百', { chat: 'single' });
  expect(answer).not.toContain('号楼3单元501');
});

test.each([
  ['请办1可以结了', true],
  ['请办1办完了吧', true],
  ['请办1的事该结束了，对方来过了', true],
  ['请办1可以结了吗', false],
  ['请办1结了没有', false],
  ['请办1', false],
])('“%s” ends what was asked of somebody outside: %s', async (words, isEnd) => {
  const grid = await oneOfEach();

  await grid.role('grid_secretary').says(words, { chat: 'single' });
  expect((await grid.journal()).includes('outside.end')).toBe(isEnd);
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

/** 1号 装路灯 and 2号 修台阶 collect; resident 20 has promised 200 to the one. */
const promised = playedOnce(async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号我出200元', { chat: 'single' });
  return grid;
});

async function asks(grid: Neighbourhood, words: string, who = 20): Promise<string> {
  return grid.resident(who).says(words, { chat: 'single' });
}

test.each([
  '我认了多少钱了',
  '我家交了没',
  '我一共出了多少',
  '我捐了多少来着',
  '我家还欠多少没交',
  '查查我出了几百',
  '我家认过钱没',
  '我交的钱收到了没',
  '我在路灯那认了多少来着',
  '路灯我认了多少',
  '1号我交了吗',
  '路灯。我交了三百吗',
])('who asks what the own household promised and paid hears it: %s', async words => {
  const grid = await promised();
  const before = await grid.journal();

  const answer = await asks(grid, words);

  expect(answer).toContain('1号「装路灯」认捐200元，还没开始收款');
  expect(answer).not.toMatch(/还差|欠|没交/u);
  expect(await grid.journal()).toEqual(before);
});

test('what is voluntary is called owed to nobody, the cashier included', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const lamp = await aProject(grid, { title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
  await grid.resident(20).says('1号我出200元');
  await grid.inUnit(async unit => {
    await unit.projects.keep({ ...lamp, state: 'collecting' });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const { building, unit, room } = grid.resident(20).known ?? {};

  for (const answer of [
    await grid.role('cashier').says(`${building}号楼${unit}单元${room}还差多少`, { chat: 'single' }),
    await asks(grid, '我家还差多少没交'),
  ]) {
    expect(answer).toContain('1号「装路灯」认捐200元，已交0元');
    expect(answer).not.toContain('还差');
  }
});

test('who promised nothing hears so, also of one matter', async () => {
  const grid = await promised();

  expect(await asks(grid, '我认了多少钱了', 21)).toContain('没有认捐');
  expect(await asks(grid, '台阶我认了多少')).toContain('您家给2号现在没有认捐');
});

test('in the group it is told to the member alone', async () => {
  const grid = await promised();

  expect(await grid.resident(20).says('我认了多少钱了')).not.toContain('200');
  expect((await grid.postsTo(grid.resident(20).userid)).join('')).toContain('认捐200元');
});

test.each(['我出多少合适', '我出200', '谁交了没', '我家交得起吗', '一共认了多少了'])(
  '“%s” does not ask for it',
  async words => {
    const grid = await promised();

    expect(await asks(grid, words)).not.toMatch(/^您家(?:：|现在没有)/u);
  },
);

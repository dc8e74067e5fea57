import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** One matter, of which the plan is being made. */
const one = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, unplanned);
  return grid;
});

/** Beside it one that is being built and one that collects. */
const three = playedOnce(async () => {
  const grid = await one();
  await aProject(grid, { title: '修台阶', state: 'in_progress' });
  await aProject(grid, { title: '清飞线', state: 'pledging' });
  return grid;
});

const ofThePlan: readonly (readonly [string, string])[] = [
  ['预算分成三块，灯具三千，电线一千，人工两千', 'plan.price'],
  ['报价有三家：宏达5200，永盛5600，东风6100', 'plan.price'],
  ['钱从这几处来：居民三千，奖补三千，批文桓财2026-8号', 'plan.sources'],
  ['余款转给维修资金', 'plan.surplus'],
];

test.each(ofThePlan)('“%s”: the only matter is meant, and is read back', async (words, deed) => {
  const grid = await one();
  const secretary = grid.role('grid_secretary');

  const asked = await secretary.says(words, inPrivate);
  expect(asked).toContain('1号');
  expect(asked).not.toContain('几号');
  expect(await grid.journal()).not.toContain(deed);
  await secretary.says('是', inPrivate);
  expect(await grid.journal()).toContain(deed);
});

test.each(ofThePlan)('“%s”: of three, the one whose plan is open is meant', async (words, deed) => {
  const grid = await three();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(words, inPrivate)).toContain('1号');
  expect(await grid.journal()).not.toContain(deed);
});

test('of two that are in works it is asked which, a button each with its name', async () => {
  const grid = await three();
  await aProject(grid, { title: '刷楼道', state: 'in_progress' });
  const supervisor = grid.role('supervisor');

  expect(await supervisor.says('叫停：水泥标号不对', inPrivate)).toContain('2号 修台阶\n4号 刷楼道');
  expect((supervisor.last.card?.buttons ?? []).map(({ text }) => text)).toEqual(['2号修台阶', '4号刷楼道']);
  expect(await grid.journal()).not.toContain('works.stop');
});

test.each(['剩下的钱归谁啊', '预算怎么还没出来', '我家困难你们又不是不知道'])('“%s” binds nobody', async words => {
  const grid = await one();
  const before = await grid.journal();
  await grid.role('grid_secretary').says(words, inPrivate);

  expect(await grid.journal()).toEqual(before);
});

import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { gridBoard } from '../../../src/publish/notice/notice-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';

const privately = { chat: 'single' } as const;
const board = async (grid: Neighbourhood): Promise<string> =>
  (await grid.inUnit(unit => gridBoard(unit, { page: 1, now: grid.now }))) ?? '';

test('a promise is shown only once its author agrees, under the name they agreed to, and is gone when they take it back', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');

  expect(await leader.says('亮身份写全名', privately)).toContain('还没有写承诺');
  expect(await leader.says('我承诺：有事随叫随到', privately)).toContain('现在还没有公开');
  expect(await leader.says('亮身份', privately)).toContain('要您自己同意');
  expect(await board(grid)).not.toContain('随叫随到');
  expect((await grid.posts()).join()).not.toContain('随叫随到');

  await leader.says('亮身份只写姓', privately);
  expect(await board(grid)).toContain('1号楼楼长');
  expect(await board(grid)).toContain('随叫随到');
  expect(await board(grid)).not.toContain(leader.name);
  expect((await grid.posts()).at(-1)).not.toContain(leader.name);
  await leader.says('亮身份写全名', privately);
  expect(await board(grid)).toContain(leader.name);
  expect((await grid.posts()).at(-1)).toContain(leader.name);

  await leader.says('撤下身份', privately);
  expect(await board(grid)).not.toContain('随叫随到');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('new words want a new consent, and who holds no role has no card', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  await leader.says('我承诺：有事随叫随到', privately);
  await leader.says('亮身份只写姓', privately);

  await leader.says('我承诺：每周巡楼一次', privately);

  expect(await board(grid)).not.toMatch(/随叫随到|每周巡楼/u);
  await grid.resident(50).says('我承诺：有事随叫随到', privately);
  expect(await grid.inUnit(async unit => unit.roleCards.shown())).toEqual([]);
});

import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('who is secretary, leader or cashier is told by office and building, the name masked unless it may be shown', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(50);
  const secretary = grid.role('grid_secretary');

  expect(await resident.says('书记是谁')).toContain(`网格书记：${secretary.name[0]}＊`);
  // Everybody hears of the leader of the own building.
  expect(await resident.says('楼长是谁？')).toMatch(/^- 2号楼楼长：.＊/u);
  expect(await resident.says('出纳怎么联系')).toContain('出纳：');

  await secretary.says('我承诺：有事随叫随到');
  await secretary.says('亮身份写全名');
  expect(await resident.says('书记是谁')).toContain(`网格书记：${secretary.name}`);
});

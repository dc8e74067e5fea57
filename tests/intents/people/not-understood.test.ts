import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('who holds an office and is not understood is told of the own list; a resident whom to ask', async () => {
  const grid = await aNeighbourhood();

  const office = await grid.role('grid_secretary').says('你这破玩意昨天净给我出岔子');
  expect(office).toContain('“待办”');
  expect(office).not.toContain('请问楼长或网格书记');
  expect(await grid.resident(40).says('你这破玩意昨天净给我出岔子')).toContain('请问楼长或网格书记');
});

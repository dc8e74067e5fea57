import { expect, test } from 'vitest';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function page(grid: Neighbourhood): Promise<string> {
  const view = { no: 1, page: 1, expenses: 1, next: '等认筹', now: grid.now };
  return (await grid.inUnit(async unit => projectBoard(unit, view))) ?? '';
}

test('the board tells how a round goes by entrance, from five households on, without sums or who is missing', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
  for (let who = 0; who < 4; who += 1) await grid.resident(who).says('1号我出10元');
  expect(await page(grid)).not.toContain('各楼认筹');

  for (const who of [4, 5, 30, 31, 32]) await grid.resident(who).says('1号我出10元');
  const shown = await page(grid);
  expect(shown).toContain('已有9户认筹：其余各处9户');
  for (const who of [6, 33]) await grid.resident(who).says('1号我出10元');
  await grid.resident(34).says('1号我出10元');
  await grid.resident(34).says('撤回我在1号的认捐');
  expect(await page(grid)).toContain('已有11户认筹：其余各处11户');
  await grid.resident(34).says('1号我出10元');
  expect(await page(grid)).toContain('已有12户认筹：1号楼1单元7户、2号楼1单元5户。');
});

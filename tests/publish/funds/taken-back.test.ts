import { expect, test } from 'vitest';
import { usualLook } from '../../../src/publish/look.js';
import { finalNotice } from '../../../src/publish/funds/final-notices.js';
import { fundsOf } from '../../../src/publish/funds/funds-report.js';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, fundsAre, paid, received, theProject } from '../../support/works.js';

/** 3,000 yuan of which 800 and 500 were paid, and the 500 taken back. */
async function aMistake(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid);
  await received(grid, project, { fen: 300_000, source: 'subsidy' });
  await paid(grid, project, { fen: 80_000, why: '灯杆' });
  await paid(grid, project, { fen: 50_000, why: '电缆' });
  expect(await grid.role('cashier').says('冲销凭证3：付错了人')).toContain('已冲销第3号凭证500元');
  return grid;
}

test('a payment that was taken back is seen, and is in no count and no sum of a notice', async () => {
  const grid = await aMistake();

  const said = await fundsAre(grid, 1);
  expect(said).toContain('已付800元（1笔）');
  expect(said).toContain('电缆 500元（第3号凭证，已由第4号凭证冲销，不算支出）');

  const project = await theProject(grid, 1);
  const rest = { refundFen: 0, households: 0, looks: 1, now: grid.now };
  const final = await grid.inUnit(async unit => finalNotice(project, await fundsOf(unit, project), rest));
  expect(final).toContain('1笔支出都有凭据');
  expect(final).toContain('不算支出');
});

test('on the board its sum is struck out, and the sum below is that of the others', async () => {
  const grid = await aMistake();

  const page = await grid.inUnit(unit =>
    projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now, look: usualLook }),
  );
  const table = /<table class="spends">.*?<\/table>/su.exec(page ?? '')?.[0].replaceAll(/\s+/gu, ' ') ?? '';
  expect(table).toContain('<s>500元</s>');
  expect(table).toContain('凭证3号，已由凭证4号冲销，不算支出');
  expect(table).toMatch(/合计<\/td> <td class="number">800元/u);
  expect(page).toContain('共1笔，新的在前。另有1笔冲销了，不算支出。');
});

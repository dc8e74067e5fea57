import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received, reconciles, spends, theProject } from '../../support/works.js';

const budgetLines = [
  { name: '材料', amountFen: 120_000 },
  { name: '人工', amountFen: 80_000 },
];

test('money for certain lines pays for no other, and what is left for a line is said', async () => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 200_000, budgetLines });
  await received(grid, project, { fen: 100_000, source: 'subsidy' });
  await received(grid, project, { fen: 30_000, householdId: 1 });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号奖补资金只用于水泥')).toContain('请照这些名称写');
  expect(await secretary.says('1号奖补资金只用于材料')).toContain('政策奖补只能用于材料');
  expect(await spends(grid, 1, '400元', '列人工，付给李师傅')).toContain('能用在“人工”上的只有300元');
  expect(await spends(grid, 1, '250元', '列人工，付给李师傅')).toContain('已记支出');
  expect(await spends(grid, 1, '1000元', '列材料，付给张记五金')).toContain('已记支出');

  expect(await secretary.says('1号奖补资金只用于人工')).toContain('已经用过了');
  expect((await grid.inUnit(unit => unit.ledger.spentByLine(project.id, ['材料', '人工']))).get('人工')).toBe(25_000);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a resident does not say what money is for', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { budgetLines });

  expect(await grid.resident(40).says('1号奖补资金只用于材料')).toContain('网格书记');
});

test.each([
  ['1号维修资金到账5万元', 'maintenance_fund', 5_000_000],
  ['1号业主分摊到账300元', 'owner_levy', 30_000],
  ['1号互助捐款入账88.80元', 'mutual_aid', 8880],
  ['1号居委会收入到账2000', 'community_income', 200_000],
] as const)('“%s” has an account of its own', async (said, source, fen) => {
  const grid = await aNeighbourhood();
  const fundingPlan = { sources: [{ source, plannedFen: fen, evidence: '3号表决' }] };
  const project = await aProject(grid, { state: 'collecting', budgetFen: 90_000_000, fundingPlan });

  expect(await grid.role('cashier').says(said)).toContain('已入账');
  await reconciles(grid, 1);

  expect((await grid.inUnit(unit => unit.ledger.balances(project.id)))[`cash/${source}`]).toBe(fen);
});

test('what no project has handed on is not taken over', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'collecting' });

  expect(await grid.role('cashier').says('1号上个项目余款到账10元')).toContain('只有0元');
});

test('a payment that was taken back waits for the cashier again, and its line has the money back', async () => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 200_000, budgetLines });
  await received(grid, project, { fen: 100_000 });
  await paid(grid, project, { fen: 40_000, why: '电缆', line: '材料' });
  const [{ no = 0 } = {}] = await grid.inUnit(unit => unit.ledger.entries(project.id, ['spend']));

  await grid.role('bookkeeper').says(`冲销凭证${no}：日期记错了`);

  expect((await grid.inUnit(unit => unit.ledger.spentByLine(project.id, ['材料']))).get('材料')).toBe(0);
  expect(await verify(grid.store, () => undefined)).toBe(true);
  grid.now = new Date(grid.now.getTime() + 48 * 3_600_000);
  expect(await grid.role('cashier').says('1号支出400元，电缆')).toContain('已记支出');
  expect(await verify(grid.store, () => undefined)).toBe(true);
  expect((await theProject(grid, 1)).state).toBe('in_progress');
});

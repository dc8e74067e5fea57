import { expect, test } from 'vitest';
import { spendPostings } from '../../../src/domain/funds/postings.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { anOwnersResult, aProject, received, spends, theProject } from '../../support/works.js';

const heating = {
  title: '更换供暖管道',
  state: 'pledging' as const,
  budgetFen: 15_000_000,
  round: { targetFen: 15_000_000, minimumFen: 10_000_000, capFen: 15_000_000 },
};

/** The heating pipe of the article: 150 000 yuan, of which residents promise 120 000; the owners decided on 30 000 of common income. */
async function theHeatingPipe(decidedFen: number): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await anOwnersResult(grid, 3, { decides: { public_revenue: decidedFen } });
  await aProject(grid, { ...heating, no: 4, pledgeClosesAt: new Date('2026-03-20T23:59:00+08:00') });
  for (const said of ['4号我出120000元', '是']) await grid.resident(0).says(said);
  await grid.until('2026-03-21T10:00:00+08:00');
  expect((await theProject(grid, 4)).state).toBe('collecting');
  return grid;
}

test('the heating pipe: a gap within what the owners decided is covered by common income', async () => {
  const grid = await theHeatingPipe(3_000_000);

  expect(await grid.role('grid_secretary').says('4号缺口：公共收益30000元（3号表决）')).toContain('缺口补上了');
  expect(await grid.role('cashier').says('4号公共收益到账30000元')).toContain('已入账');
});

test('the heating pipe: one fen above what the owners decided is refused', async () => {
  const grid = await theHeatingPipe(2_999_999);

  expect(await grid.role('grid_secretary').says('4号缺口：公共收益30000元（3号表决）')).toMatch(
    /3号表决定的公共收益是29,999.99元[^]*现在只剩29,999.99元/u,
  );
  expect(await grid.role('grid_secretary').says('4号缺口：公共收益29999.99元（3号表决）')).toContain('还差0.01元');
});

test('one decision is used up over all projects that rest on it', async () => {
  const grid = await theHeatingPipe(8_000_000);
  await aProject(grid, {
    no: 7,
    title: '修门',
    state: 'in_progress',
    fundingPlan: { sources: [{ source: 'public_revenue', plannedFen: 6_000_000, evidence: '3号表决' }] },
  });

  expect(await grid.role('grid_secretary').says('4号缺口：公共收益30000元（3号表决）')).toContain('现在只剩20,000元');
  // A project that was given up has used what it spent.
  await grid.inUnit(async unit => {
    const other = await unit.projects.byNo(7);
    if (other) await unit.projects.moveTo(other, 'cancelled', grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  expect(await grid.role('grid_secretary').says('4号缺口：公共收益30000元（3号表决）')).toContain('缺口补上了');
});

test('a vote that is only being held anew allows no more, and takes nothing from what rests on the one before', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  await anOwnersResult(grid, 3, { decides: { public_revenue: 3_000_000 } });
  const sources = [
    { source: 'residents', plannedFen: 9_000_000, evidence: null },
    { source: 'public_revenue', plannedFen: 3_000_000, evidence: '3号表决' },
    { source: 'subsidy', plannedFen: 3_000_000, evidence: '批文桓财2026-12号' },
  ] as const;
  const plan = { fundingPlan: { sources }, allocation: { method: 'equal' } } as const;
  await aProject(grid, { ...heating, ...plan, no: 4, state: 'topic_selected', planPublishedAt: null });
  // More is asked of the owners now, and not decided yet.
  await anOwnersResult(grid, 3, { decides: { public_revenue: 9_000_000 }, closedAt: null, result: null });

  expect(await secretary.says('4号减免：3号楼2单元301，由公共收益承担', { chat: 'single' })).toContain(
    '没有定动用公共收益',
  );
  expect(await secretary.says('4号减免：3号楼2单元301，由奖补承担', { chat: 'single' })).toContain('已减免');
});

test('a vote on the maintenance fund decides nothing about common income', async () => {
  const grid = await theHeatingPipe(3_000_000);
  await anOwnersResult(grid, 8, { decides: { maintenance_fund: 9_000_000 } });

  expect(await grid.role('grid_secretary').says('4号缺口：公共收益100元（8号表决）')).toContain('没有定动用公共收益');
});

test('no more of a decided source is booked than was decided', async () => {
  const grid = await aNeighbourhood();
  await anOwnersResult(grid, 3, { decides: { public_revenue: 300_000 } });
  await aProject(grid, {
    ...heating,
    no: 4,
    state: 'collecting',
    fundingPlan: {
      sources: [
        { source: 'public_revenue', plannedFen: 300_000, evidence: '3号表决' },
        { source: 'subsidy', plannedFen: 500_000, evidence: '批文桓财2026-12号' },
      ],
    },
  });
  const cashier = grid.role('cashier');

  expect(await cashier.says('4号公共收益到账3000元')).toContain('已入账');
  expect(await cashier.says('4号公共收益到账9000元')).toContain('定的是3,000元，现在最多还能记0元');
  expect(await cashier.says('4号奖补资金到账5000.01元')).toContain('现在最多还能记5,000元');
});

test('the order in which sources are spent is that of the class, said in the plan, and the secretary may say another', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  await aProject(grid, { state: 'topic_selected', budgetFen: null, costFen: 300_000 });
  await secretary.says('1号资金来源：居民1000元，奖补2000元（批文桓财2026-12号）');

  await secretary.says('发布1号方案：装路灯，预算3000元');
  expect((await grid.posts()).at(-1)).toContain('用款顺序：居民众筹、政策奖补，有余款先退政策奖补，倒着退');
  expect(await secretary.says('1号用款顺序：奖补、居民')).toContain('政策奖补、居民众筹');
  expect(await secretary.says('1号用款顺序：先用别的')).toContain('没看懂');
  await secretary.says('发布1号方案：装路灯，预算3000元');
  expect((await grid.posts()).at(-1)).toContain('用款顺序：政策奖补、居民众筹，有余款先退居民众筹');
});

test('money is spent in the order of the plan', async () => {
  const grid = await aNeighbourhood();
  const spendOrder = { sources: ['residents', 'subsidy'] as const, isSaid: true };
  const project = await aProject(grid, { budgetFen: 300_000, spendOrder });
  await received(grid, project, { fen: 100_000, householdId: 1 });
  await received(grid, project, { fen: 200_000, source: 'subsidy' });

  expect(await spends(grid, 1, '900元', '灯泡')).toContain('已记支出');

  const balances = await grid.inUnit(unit => unit.ledger.balances(1));
  expect([balances['cash/residents'], balances['cash/subsidy']]).toEqual([10_000, 200_000]);
  expect(spendPostings({ 'cash/residents': 5, 'cash/subsidy': 5 }, 7, { line: null, earmarks: null })).toEqual([
    { from: 'cash/subsidy', to: 'spent', amountFen: 5 },
    { from: 'cash/residents', to: 'spent', amountFen: 2 },
  ]);
});

test('money of public welfare has a sentence that books it, and gifts in kind have a receipt', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    ...heating,
    fundingClass: 'quality',
    state: 'collecting',
    budgetFen: 500_000,
    fundingPlan: { sources: [{ source: 'welfare', plannedFen: 500_000, evidence: '宏达公司协议' }] },
  });
  const cashier = grid.role('cashier');

  expect(await cashier.says('1号公益资源到账5000元')).toContain('收到公益资源5,000元');
  expect((await theProject(grid, 1)).state).toBe('funded');
  expect(await cashier.says('1号收到捐物：长椅4张，宏达公司捐')).toContain('收到宏达公司捐赠的长椅4张，第1项');
  expect((await grid.posts()).at(-1)).toMatch(/捐物收据[^]*宏达公司捐赠的长椅4张[^]*不进资金账/u);
  expect(await cashier.says('1号收到捐物：图书二十本，王大力捐')).toMatch(/王[＊*]{2}捐赠/u);
  expect(await grid.resident(30).says('1号收到捐物：长椅4张，宏达公司捐')).toContain('出纳');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

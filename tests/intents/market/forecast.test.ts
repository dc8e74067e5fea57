import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { anAgreement, aShare } from '../../support/market.js';
import { aProject } from '../../support/works.js';

test('the fund is told for twelve months: what there is, what is due, what was promised, and the sum of them', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-05T10:00:00+08:00' });
  expect(await grid.resident(40).says('慈善基金预计')).toContain('没法预计');
  // Eight percent by the month, 200 yuan guaranteed, from March on for a year.
  await anAgreement(grid);
  await aShare(grid, '3月', 40_000);
  await aProject(grid, {
    state: 'pledging',
    budgetFen: 300_000,
    fundingClass: 'quality',
    fundingPlan: { sources: [{ source: 'charity_fund', plannedFen: 50_000, evidence: '书记会3月2日决定' }] },
  });

  const keeper = await grid.role('grid_secretary').says('慈善基金预计', { chat: 'single' });
  const everybody = await grid.resident(40).says('慈善基金预计', { chat: 'single' });

  // March is paid; April to February are eleven periods of 200 yuan at least.
  expect(keeper).toContain('已收结余400元 ＋ 应收0元 ＋ 保底2,200元 － 已答应项目500元 ＝ 2,100元');
  expect(keeper).toContain('- 2026年5月：保底至少200元');
  expect(keeper).toContain('- 已答应1号500元，还没拨');
  // What the operator guarantees is the operator's secret.
  expect(everybody).toContain('已收结余400元 ＋ 应收0元 － 已答应项目500元 ＝ 缺100元');
  for (const open of [everybody, await grid.role('grid_secretary').says('慈善基金预计')]) {
    expect(open).not.toContain('保底');
    expect(open).toContain('没有算进去');
  }
});

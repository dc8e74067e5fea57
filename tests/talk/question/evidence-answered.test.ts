import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const selected = { state: 'topic_selected', planText: null, planVersion: 0, budgetFen: null } as const;

test('evidence that sounds like the whole deed is of the matter that was asked about, and of no other', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '下水道翻修', ...selected });
  await aProject(grid, { title: '门厅刷墙', ...selected });
  const secretary = grid.role('grid_secretary');
  await secretary.says('2号模板');
  await secretary.says('1号责任核查');
  await secretary.says('6');

  expect(await secretary.says('查过购房合同和竣工资料，保修期已过，归业主共有')).toContain('1号责任核查已登记');
});

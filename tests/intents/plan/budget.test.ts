import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

test('a plan is published with its lines and offers only when the lines add up to the budget', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_selected', budgetFen: null });
  const secretary = grid.role('community_secretary');

  expect(await secretary.says('1号预算明细：材料1200元，人工几百元')).toContain('没看懂这个清单');
  expect(await secretary.says('1号预算明细：材料1200元，人工800元')).toContain('合计2,000元');
  expect(await secretary.says('1号报价：甲公司2000元，乙公司2300元')).toContain('能问到三家更好');
  expect(await secretary.says('1号发布方案，预算1900元，换灯')).toContain('合计2,000元');
  expect(await grid.posts()).toEqual([]);
  await secretary.says('1号发布方案，预算2000元，换灯');
  expect((await grid.posts()).join('\n')).toMatch(
    /预算明细：材料1,200元、人工800元\n询价：甲公司2,000元、乙公司2,300元/,
  );
});

test('a payment names its line, and no line is overspent', async () => {
  const grid = await aNeighbourhood();
  const budgetLines = [
    { name: '材料', amountFen: 120_000 },
    { name: '人工', amountFen: 80_000 },
  ];
  const project = await aProject(grid, { budgetFen: 200_000, budgetLines });
  await received(grid, project, { fen: 200_000, source: 'subsidy' });
  const leader = grid.role('building_leader');

  expect(await leader.says('1号申请支出100元：灯泡，付给张记五金')).toContain('请写明列支哪一项（材料、人工）');
  expect(await leader.says('算材料')).toContain('支出申请1已提交：1号100元，灯泡，付给张记五金');
  expect(await leader.says('1号申请支出286元：灯泡，列材料，付给张记五金')).toContain(
    '支出申请2已提交：1号286元，灯泡，付给张记五金',
  );
  expect(await leader.says('1号申请支出814.01元：电缆，列材料')).toContain('只剩814元');
  expect(await leader.says('1号申请支出814元：电缆，列材料')).toContain('支出申请3已提交');
});

import { expect, test } from 'vitest';
import { readFundingList } from '../../../src/language/values/money/funding-list.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { anOwnersResult, aProject, fundsAre, reconciles, theProject } from '../../support/works.js';

const whole = '1号资金来源：居民60000元，奖补150000元（批文桓财2026-12号），公益26000元';

async function aTopic(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'topic_selected',
    planPublishedAt: null,
    planVersion: 0,
    budgetFen: null,
    costFen: 23_600_000,
    ...changes,
  });
  return grid;
}

test.each([
  ['居民60000元，奖补150000元（批文桓财2026-12号）', ['居民/6000000/', '奖补/15000000/批文桓财2026-12号']],
  ['居民6万元、公共收益2.6万元（3号表决，2026年3月）', ['居民/6000000/', '公共收益/2600000/3号表决,2026年3月']],
  ['居民部分1,200.50元；公益市场分成800元(合同7号)', ['居民/120050/', '公益市场分成/80000/合同7号']],
])('“%s” is read source by source', (said, list) => {
  expect(readFundingList(said)?.map(one => `${one.name}/${one.amountFen}/${one.evidence ?? ''}`)).toEqual(list);
});

test.each(['居民', '居民几万', '居民-200元', '居民200元300元', '居民200元，居民300元', '居民0.001元'])(
  '“%s” is no list of sources',
  said => {
    expect(readFundingList(said)).toBeNull();
  },
);

test('the sources stand on the plan with what each rests on, and add up to the budget or the plan is not published', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(whole)).toContain('合计236,000元。没有依据的先算计划');
  expect(await secretary.says('发布1号方案：换电线，预算20万元')).toContain(
    '资金来源合计236,000元，和方案的预算200,000元不一样',
  );
  expect((await theProject(grid, 1)).state).toBe('topic_selected');
  await secretary.says('发布1号方案：换电线，预算23.6万元');
  expect((await grid.posts()).at(-1)).toContain(
    '资金来源：居民众筹60,000元（自愿认筹）、政策奖补150,000元（批文桓财2026-12号）、公益资源26,000元（待协议）',
  );
});

test('without a funding plan one sentence publishes the plan: residents are asked first, others by the order of the class', async () => {
  const grid = await aTopic();

  await grid.role('grid_secretary').says('发布1号方案：换灯，预算3000元');

  const [notice = ''] = await grid.posts();
  expect(notice).toContain('资金来源：居民自愿认筹3,000元；不足时依次商请政策奖补、公共收益');
  expect(notice).toContain(
    '认筹：决定生效后14天，认满居民部分才收款，每户最多76.27元（户均的3倍），不够就全部作废，不收一分钱',
  );
});

test.each([
  ['no vote', '公共收益26000元（业委会同意）', {}, '要写明业主表决的号'],
  ['a vote that is not there', '公共收益26000元（9号表决）', {}, '9号不是已经通过'],
  ['a vote of households', '公共收益26000元（3号表决）', { track: 'residents_meeting' }, '3号不是已经通过'],
  ['a vote that did not pass', '公共收益26000元（3号表决）', { result: { passed: false } }, '3号不是已经通过'],
  ['a vote still open', '公共收益26000元（3号表决）', { closedAt: null, result: null }, '3号不是已经通过'],
  [
    'a result still in review',
    '公共收益26000元（3号表决）',
    { reviewEndsAt: new Date('2026-03-05T00:00:00+08:00') },
    '3号不是已经通过',
  ],
  ['a vote on another matter', '维修资金26000元（3号表决）', {}, '3号不是已经通过'],
])('owners’ money does not rest on %s', async (_, source, vote, sentence) => {
  const grid = await aTopic();
  await anOwnersResult(grid, 3, vote);

  const secretary = grid.role('grid_secretary');
  if (source.startsWith('维修资金')) {
    const other = await aProject(grid, { matter: 'public_good' });
    await anOwnersResult(grid, 4, { projectId: other.id });
  }
  expect(
    await secretary.says(
      `1号资金来源：居民210000元，${source.replace('3号', source.startsWith('维修') ? '4号' : '3号')}`,
    ),
  ).toContain(source.startsWith('维修') ? sentence.replace('3号', '4号') : sentence);
  expect((await theProject(grid, 1)).fundingPlan).toBeNull();
});

test('common income rests on an owners’ vote that has passed, and is used only then', async () => {
  const grid = await aTopic();
  await anOwnersResult(grid, 3);
  const said = '1号资金来源：居民210000元，公共收益26000元（3号表决）';

  expect(await grid.role('grid_secretary').says(said)).toContain('公共收益26,000元（3号表决）');

  const other = await aProject(grid, { state: 'collecting', budgetFen: 100_000 });
  const deeds = await grid.journal();
  expect(await grid.role('cashier').says(`${other.no}号公共收益到账500元`)).toContain('公共收益要有业主表决才能动用');
  expect(await grid.journal()).toEqual(deeds);
});

test('what is put to the vote stands; a source may only bring the evidence that it lacked', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号资金来源：居民60000元，奖补176000元');
  await secretary.says('发布1号方案：换电线，预算23.6万元');
  grid.now = new Date('2026-03-20T10:00:00+08:00');
  await secretary.says('1号发起表决，3天后截止');

  expect(await secretary.says('1号资金来源：居民50000元，奖补186000元')).toContain('来源和金额不能再改');
  expect(await secretary.says('1号资金来源：居民60000元，奖补176000元（批文桓财2026-12号）')).toContain(
    '批文桓财2026-12号',
  );
  expect(await secretary.says('1号资金来源：居民60000元，奖补176000元')).toContain('来源和金额不能再改');
});

test('a source counts as bound only with its evidence: the works may begin on it, the money may be spent only when it is there', async () => {
  const grid = await aNeighbourhood();
  const plan = (evidence: string | null) => ({
    sources: [
      { source: 'residents' as const, plannedFen: 20_000, evidence: null },
      { source: 'subsidy' as const, plannedFen: 80_000, evidence },
    ],
  });
  await aProject(grid, { state: 'pledging', budgetFen: 100_000, fundingPlan: plan(null) });
  await aProject(grid, { state: 'pledging', budgetFen: 100_000, fundingPlan: plan('批文1号') });
  const giver = grid.resident(20);
  for (const no of [1, 2]) {
    await giver.says(`${no}号我出200元`);
    expect((await theProject(grid, no)).state).toBe('collecting');
    await grid.role('cashier').says(`${no}号收到1号楼3单元101 200元`);
    await reconciles(grid, no);
  }

  expect((await theProject(grid, 1)).state).toBe('collecting');
  expect((await theProject(grid, 2)).state).toBe('funded');
  expect((await grid.posts()).at(-1)).toContain('有依据、待到账800元');
  expect(await fundsAre(grid, 2)).toContain('结余200元');
});

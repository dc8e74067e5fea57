import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function drafting(title = '更换儿童滑梯'): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { title, ...unplanned });
  return grid;
}

test('a plan in one message: each value is read back with its part, what went nowhere is named, and 是 writes all', async () => {
  const grid = await drafting();
  const secretary = grid.role('grid_secretary');

  const asked = await secretary.says(
    '滑梯的方案我一口气说完：拆掉旧滑梯换不锈钢的，预算一万二，居民出八千，公益资源补四千，每家平摊，认筹认到下个月15号，每户最多300，监管小组还没想好',
    inPrivate,
  );
  expect(asked).toContain('做法：拆掉旧滑梯换不锈钢的');
  expect(asked).toContain('资金来源：居民8000元，公益资源4000元');
  expect(asked).toContain('每户：平摊');
  expect(asked).toContain('没有写进去，要的话另说：监管小组还没想好');
  expect(await grid.journal()).not.toContain('plan.text');

  expect(await secretary.says('是', inPrivate)).toContain('1号方案草稿写进了4样');
  const { planText, fundingPlan, allocation } = await theProject(grid, 1);
  expect(planText).toBe('拆掉旧滑梯换不锈钢的');
  expect(fundingPlan?.sources.map(({ plannedFen }) => plannedFen)).toEqual([800_000, 400_000]);
  expect(allocation?.method).toBe('equal');
});

test.each([
  [
    '做法是旧灯拆了换太阳能的，材料两千，人工一千，合计三千，布线4月10号，装灯4月20号',
    ['做法：旧灯拆了换太阳能的', '预算：材料两千，人工一千', '工期：布线4月10号，装灯4月20号'],
    [],
  ],
  [
    '我说你记：居民自愿凑两千二，剩下八百走公共收益（3号表决定的），各户平均，先别公示',
    ['每户：各户平均'],
    ['3号不是已经通过、管这件事的业主表决'],
  ],
  [
    '一次说全：铲旧墙皮再刷两遍，街道奖补两千（批文桓财2026-12号），剩下四千大家凑，认筹到4月20号，一户最多五百',
    ['做法：铲旧墙皮再刷两遍', '资金来源：政策奖补2000元（批文桓财2026-12号），居民4000元', '认筹：'],
    [],
  ],
  ['预算六千，居民四千，奖补一千，按面积', ['资金来源：居民四千，奖补一千'], ['各项合起来是5,000元，对不上']],
  ['预算六千，按面积摊', [], []],
  [
    '预算三千，材料两千，人工八百，合计三千',
    ['预算：材料两千，人工八百'],
    ['预算3,000元（各项合起来是2,800元，对不上）'],
  ],
  [
    '预算一万二，居民出八千，公益资源补四千，一共一万三',
    ['资金来源：居民8000元，公益资源4000元'],
    ['预算一万二，一共一万三（总数说了不止一个，对不上）'],
  ],
])('“%s”', async (words, said, left) => {
  const grid = await drafting('楼道换灯');
  const answer = await grid.role('grid_secretary').says(`楼道换灯${words}`, inPrivate);

  for (const each of [...said, ...left]) expect(answer).toContain(each);
  if (left.length === 0) expect(answer).not.toContain('对不上');
});

test('a source that is changed leaves the others of the draft as they are', async () => {
  const grid = await drafting();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号资金来源：居民8000元，公益资源4000元', inPrivate);

  expect(await secretary.says('公益资源改成五千，居民七千', inPrivate)).toContain('公益资源5000元，居民7000元');
  await secretary.says('是', inPrivate);
  expect(await secretary.says('居民改成六千', inPrivate)).toContain('居民6000元，公益资源5000元');
});

test.each(['预算一万三', '预算改成一万三'])('… and so beside a total: “%s”', async total => {
  const grid = await drafting();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号资金来源：居民7000元，公益资源4000元，奖补1000元', inPrivate);

  const asked = await secretary.says(`滑梯${total}，公益资源改成五千，居民七千`, inPrivate);
  expect(asked).toContain('公益资源5000元，居民7000元，政策奖补1000元');
  expect(asked).not.toContain('没有写进去');
});

test('a budget said before its sources is what all residents give', async () => {
  const grid = await drafting('花坛边放十张石凳');
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号做法：水泥预制的十张', inPrivate);
  await secretary.says('预算三千', inPrivate);

  const asked = await secretary.says('全都居民出，各家一样多', inPrivate);
  expect(asked).toContain('资金来源：居民3000元');
  expect(asked).toContain('每户：');
  await secretary.says('是', inPrivate);
  expect((await theProject(grid, 1)).fundingPlan?.sources[0]?.plannedFen).toBe(300_000);
});

test.each([
  '预算一万二，居民出八千行不行',
  '老王说预算一万二，居民出八千，每家平摊',
  '材料涨价了，人工也涨了，愁人',
  '今天居民来问的多，我都记着了',
])('“%s” is no plan', async words => {
  const grid = await drafting();
  const before = await grid.journal();

  const answer = await grid.role('grid_secretary').says(words, inPrivate);
  expect(answer).not.toContain('写进1号');
  expect(await grid.journal()).toEqual(before);
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function drafts(...titles: string[]): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of titles) await aProject(grid, { title, ...unplanned });
  return grid;
}

test('what is said of a plan sentence by sentence goes into the draft of the matter spoken of', async () => {
  const grid = await drafts('刷楼道', '路灯改造');
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号写的啥', inPrivate);

  expect(await secretary.says('预算一万二', inPrivate)).toContain('1号：预算12,000元怎么分');
  expect(await secretary.says('材料八千人工四千', inPrivate)).toContain('1号预算明细已记下：材料8,000元、人工4,000元');
  expect(await secretary.says('每户摊一百', inPrivate)).toContain('户均');
  expect(await secretary.says('户均', inPrivate)).toContain('1号出资办法已记下');
  expect(await secretary.says('监管小组就徐师傅他们三个', inPrivate)).toContain('至少3人');
  await secretary.says('算了', inPrivate);

  const { budgetLines } = await theProject(grid, 1);
  expect(budgetLines?.map(({ amountFen }) => amountFen)).toEqual([800_000, 400_000]);
  expect((await theProject(grid, 2)).budgetLines).toBeNull();
});

test.each([
  ['路灯的预算是材料6000，人工2000', '2号预算明细已记下：材料6,000元、人工2,000元'],
  ['2号材料六千 人工两千', '2号预算明细已记下'],
  ['路灯工期十天', '请写清每个节点和日子'],
  ['路灯工期：立杆4月10日，装灯4月25日', '2号工期'],
])('by the name of the matter, read back: %s', async (words, answer) => {
  const grid = await drafts('刷楼道', '路灯改造');
  const secretary = grid.role('grid_secretary');

  const said = await secretary.says(words, inPrivate);
  expect(said.includes('回复“是”') ? await secretary.says('是', inPrivate) : said).toContain(answer);
});

test.each(['预算多少合适', '材料八千太贵了吧', '要是预算一万二就好了', '每户摊一百行不行', '老王说每户摊一百'])(
  '“%s” changes no draft',
  async words => {
    const grid = await drafts('刷楼道');
    const before = await grid.journal();

    await grid.role('grid_secretary').says(words, inPrivate);
    expect(await grid.journal()).toEqual(before);
  },
);

test('who prepares no plans, and a draft that nobody named among several, are left alone', async () => {
  const grid = await drafts('刷楼道', '路灯改造');
  const before = await grid.journal();

  await grid.role('grid_secretary').says('材料八千人工四千', inPrivate);
  await grid.resident(20).says('1号材料八千人工四千', inPrivate);
  expect(await grid.journal()).toEqual(before);
});

test.each([
  ['钱一共六千，都由居民自己出', '资金来源：居民6000元', 'plan.sources'],
  ['全让业主掏，八千', '资金来源：居民8000元', 'plan.sources'],
  ['按房本面积分', '出资办法：按房本面积分', 'plan.shares'],
  ['用不完的钱转到维修资金里', '余款转给维修资金', 'plan.surplus'],
  ['剩的别退了，留给下个项目', '余款转给下个项目', 'plan.surplus'],
  ['做法就写：铲掉旧墙皮再刷两遍', '做法：铲掉旧墙皮再刷两遍', 'plan.text'],
  ['刷两遍白灰，三家里谁便宜用谁', '做法：刷两遍白灰，三家里谁便宜用谁', 'plan.text'],
])('while a plan is made “%s” goes into the draft and promises nothing', async (words, said, deed) => {
  const grid = await drafts('刷楼道');
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号方案草稿', inPrivate);

  expect(await secretary.says(words, inPrivate)).toContain(said);
  await secretary.says('是', inPrivate);
  const journal = await grid.journal();
  expect(journal).toContain(deed);
  expect(journal).not.toContain('pledge.money');
});

test('how it will look is shown, and it is put on display by a word, once it is read back', async () => {
  const grid = await drafts('刷楼道');
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号预算明细：材料6000元，人工2000元', inPrivate);
  await secretary.says('1号做法：刷两遍白灰', inPrivate);

  expect(await secretary.says('先瞧瞧贴出来什么样子', inPrivate)).toContain('以上是预览');
  expect(await secretary.says('可以，那就发出去吧', inPrivate)).toContain('发布1号「刷楼道」方案吗');
  expect(await grid.journal()).not.toContain('plan.publish');
});

test.each(['贴出去了吗', '剩下的饭别倒了，留给狗', '都大家自己凑行不行', '装修公司又来电话了'])(
  '“%s” is no part of a plan that is spoken of',
  async words => {
    const grid = await drafts('刷楼道');
    const secretary = grid.role('grid_secretary');
    await secretary.says('1号方案草稿', inPrivate);
    const before = await grid.journal();

    await secretary.says(words, inPrivate);
    await secretary.says('是', inPrivate);
    expect(await grid.journal()).toEqual(before);
  },
);

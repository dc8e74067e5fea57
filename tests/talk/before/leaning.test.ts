import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const longAgo = new Date('2026-02-02T10:00:00+08:00');
const closes = new Date('2026-03-25T20:00:00+08:00');

/** 1号 and 2号 collect, 3号 and 4号 are voted on, 5号 is raised, 6号 is on display, 7号 is at work. */
async function seven(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 1, title: '装路灯', state: 'pledging', budgetFen: 1_000_000, pledgeClosesAt: closes });
  await aProject(grid, {
    no: 2,
    title: '换暖气主管道',
    state: 'pledging',
    budgetFen: 2_000_000,
    pledgeClosesAt: closes,
  });
  await aProject(grid, { no: 3, title: '粉刷楼道', state: 'plan_published', planPublishedAt: longAgo });
  await aProject(grid, { no: 4, title: '电梯大修', state: 'plan_published', planPublishedAt: longAgo });
  const fresh = { planText: null, planVersion: 0, fundingClass: null, budgetFen: null, planPublishedAt: null } as const;
  await aProject(grid, { no: 5, title: '修车棚', state: 'issue_reported', ...fresh });
  const display = new Date('2026-03-17T10:00:00+08:00');
  await aProject(grid, { no: 6, title: '换门禁', state: 'plan_published', planPublishedAt: display });
  await aProject(grid, { no: 7, title: '修台阶', state: 'in_progress', percent: 40 });
  const leader = grid.role('building_leader');
  await leader.says('3号发起表决，3月28日20:00截止');
  await leader.says('4号发起表决，3月27日20:00截止');
  return grid;
}

test.each([
  // The number of what was just opened.
  ['楼道灯坏了', '几号来着', '报事1'],
  ['楼道灯坏了', '我报的是几号', '报事1'],
  ['6号建议：用刷卡的', '编号多少啊', '6号的建议1'],
  ['1号我出100元', '是几号来着', '是1号'],
  // How many more.
  ['附议5号', '还差几户啊', '附议：1户'],
  ['车棚到哪步了', '现在几家了', '附议：0户'],
  ['3号投票情况', '还差几户', '3号表决'],
  // The same of another one.
  ['路灯还差多少钱', '那暖气呢', '20,000元'],
  ['粉刷哪天截止', '电梯呢', '3月27日'],
  ['3号同意', '另一个呢', '4号「电梯大修」还没有您家的票'],
  ['3号同意', '电梯呢', '4号「电梯大修」还没有您家的票'],
  ['1号我出100元', '暖气呢', '现在没有认捐'],
  // When, of what was spoken of.
  ['门禁能投票了吗', '那哪天能', '6号'],
  ['台阶什么时候能打分', '几时能啊', '验收合格以后'],
  ['门禁能投票了吗', '啥时候可以', '3月24日'],
])('behind “%s”, “%s” is about that: %s', async (first, second, expected) => {
  const grid = await seven();
  const speaker = grid.resident(40);

  await speaker.says(first, { chat: 'single' });
  const before = await grid.journal();

  expect(await speaker.says(second, { chat: 'single' })).toContain(expected);
  expect(await grid.journal()).toEqual(before);
});

test.each([
  ['1号我出200元', '暖气也是', '给2号「换暖气主管道」认捐200元'],
  ['1号我出200元', '暖气那个也出这么多吧', '给2号「换暖气主管道」认捐200元'],
  ['3号反对', '电梯也一样', '给4号「电梯大修」投“反对”'],
  ['1号我出两天工', '暖气也算', '给2号'],
])('behind “%s”, “%s” is the same for the other one, and is read back', async (first, second, expected) => {
  const grid = await seven();
  const speaker = grid.resident(40);

  await speaker.says(first);
  const before = await grid.journal();

  expect(await speaker.says(second)).toContain(expected);
  expect(await grid.journal()).toEqual(before);
});

test.each(['暖气也是坏的', '隔壁也是', '暖气也是老问题', '我妈也是', '天气也是'])(
  '“%s” behind a promise promises nothing',
  async words => {
    const grid = await seven();
    const speaker = grid.resident(40);

    await speaker.says('1号我出200元');

    expect(await speaker.says(words)).not.toContain('认捐200元吗');
  },
);

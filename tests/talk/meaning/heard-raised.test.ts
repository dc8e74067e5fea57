import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 1号 is raised and wants seconds, as 2号 does; 3号 collects money and 4号 is voted on. */
async function raised(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  const fresh = {
    state: 'issue_reported',
    planText: null,
    planVersion: 0,
    fundingClass: null,
    budgetFen: null,
  } as const;
  await aProject(grid, { no: 1, title: '装路灯', ...fresh });
  await aProject(grid, { no: 2, title: '修车棚', ...fresh });
  await aProject(grid, { no: 3, title: '换暖气主管道', state: 'pledging', budgetFen: 1_000_000 });
  await aProject(grid, {
    no: 4,
    title: '粉刷楼道',
    state: 'plan_published',
    planPublishedAt: new Date('2026-02-02T10:00:00+08:00'),
  });
  await grid.role('building_leader').says('4号发起表决，3月28日20:00截止');
  return grid;
}

test.each(['俺也赞成', '我也支持', '那我也附议', '也算我一个', '我家也赞成'])(
  '“%s” right behind a proposal that the group heard is said of that one',
  async words => {
    const grid = await raised();
    await grid.resident(41).says('1号怎么样了');
    await grid.resident(20).says('提案：南门装个充电桩');
    if (grid.resident(20).last.answers) await grid.resident(20).says('是');

    expect(await grid.resident(41).says(words)).toContain('附议5号');
  },
);

test.each(['我也觉得该管管了', '他也支持', '同意'])('“%s” behind a proposal seconds nothing', async words => {
  const grid = await raised();
  await grid.resident(20).says('提案：南门装个充电桩');

  await grid.resident(41).says(words);
  expect(await grid.journal()).not.toContain('proposal.support');
});

test.each(['能不能再加个牌子，写上慢行', '再装个反光镜行不行', '那还可以再画条线'])(
  '“%s” behind a look at what is raised is an idea for it, and no proposal',
  async words => {
    const grid = await raised();
    const neighbour = grid.resident(40);
    await neighbour.says('1号怎么样了');

    expect(await neighbour.says(words)).toContain('1号');
    await neighbour.says('是');
    expect(await grid.journal()).toContain('idea.add');
    expect(await grid.journal()).not.toContain('proposal.open');
  },
);

test.each(['再加一百吧', '再加两户就够了', '3号楼门口再装个路灯', '再装个快递柜吧'])(
  '“%s” by itself is no idea for what is raised',
  async words => {
    const grid = await raised();
    const neighbour = grid.resident(40);

    await neighbour.says(words);
    await neighbour.says('是');
    expect(await grid.journal()).not.toContain('idea.add');
  },
);

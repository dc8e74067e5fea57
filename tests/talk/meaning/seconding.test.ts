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

test.each([
  ['路灯+1👍', '附议1号'],
  ['👍👍路灯 +1', '附议1号'],
  ['车棚➕1', '附议2号'],
  ['修车棚我双手赞成', '附议2号'],
  ['车棚这事儿 我们家特别支持！', '附议2号'],
  ['昨晚下楼黑咕隆咚差点摔着，路灯真是该办，我支持', '附议1号'],
  ['车棚也加我一个', '附议2号'],
  ['车棚顶一个', '附议2号'],
  ['车棚俺顶一个', '附议2号'],
  ['路灯必须顶起来', '附议1号'],
  ['路灯我支持我支持', '附议1号'],
])('“%s” is a second of what is raised, and of nothing else: %s', async (words, expected) => {
  const grid = await raised();
  const neighbour = grid.resident(40);

  expect(await neighbour.says(words)).toContain(expected);
  expect(await grid.journal()).not.toContain('report.open');
  if (neighbour.last.answers) await neighbour.says('是');
  expect((await grid.journal()).filter(deed => /^(?:report|pledge|proposal\.support)/u.test(deed))).toEqual([
    'proposal.support',
  ]);
});

test.each(['那他家的我也支持一下', '这个我也赞成', '嗯，那个提案我附议'])(
  'behind a look at one that is raised “%s” is said of it',
  async words => {
    const grid = await raised();
    const neighbour = grid.resident(40);

    await neighbour.says('车棚到哪步了');

    expect(await neighbour.says(words)).toContain('附议2号');
  },
);

test.each([
  '暖气我双手赞成',
  '老王说路灯他支持',
  '路灯我不支持',
  '路灯谁支持了',
  '我支持你',
  '要是装在东头，路灯我就支持',
  '那他家的我也支持一下',
])('“%s” seconds nothing', async words => {
  const grid = await raised();
  const neighbour = grid.resident(40);

  await neighbour.says(words);
  expect(neighbour.last.text).not.toContain('您是要附议');
  expect(await grid.journal()).not.toContain('proposal.support');
});

test.each([
  ['还有 能不能刷成绿色的灯杆', '能不能刷成绿色的灯杆'],
  ['另外，灯杆离窗户远一点', '灯杆离窗户远一点'],
])('behind an idea “%s” is one more, and is read back', async (words, text) => {
  const grid = await raised();
  const neighbour = grid.resident(40);

  await neighbour.says('1号建议：用感应的');

  expect(await neighbour.says(words)).toContain(`“${text}”`);
  expect(await grid.journal()).not.toContain('proposal.open');
});

test.each(['还有，谢谢啊', '还有没有别的事'])('behind an idea “%s” is none', async words => {
  const grid = await raised();
  const neighbour = grid.resident(40);

  await neighbour.says('1号建议：用感应的');

  expect(await neighbour.says(words)).not.toContain('建议“');
});

test('what is surely a second and names its matter is not asked about', async () => {
  const grid = await raised();

  expect(await grid.resident(40).says('车棚那个我也附议，给俺算一户')).toContain('已附议2号');
});

test.each(['我支持我支持', '顶一个，早就该装', '必须顶', '支持支持！'])(
  '“%s” is a second of the only one raised',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
    await aProject(grid, { title: '装路灯', state: 'issue_reported', planText: null, planVersion: 0, budgetFen: null });

    expect(await grid.resident(40).says(words)).toContain('附议1号');
  },
);

test.each(['车棚顶', '车棚顶一个窟窿', '车棚顶漏了', '顶楼一个人没有'])('“%s” seconds nothing', async words => {
  const grid = await raised();
  const neighbour = grid.resident(40);

  expect(await neighbour.says(words)).not.toContain('附议2号”');
  expect(await grid.journal()).not.toContain('proposal.support');
});

test.each(['车棚边上一个', '门口那俩石墩子', '大厅的灯带', '楼道刷墙选浅灰'])(
  'nobody is called out for “%s”, which tells no trouble',
  async words => {
    const grid = await raised();
    await grid.resident(40).says(words);
    expect(await grid.journal()).not.toContain('report.open');
  },
);

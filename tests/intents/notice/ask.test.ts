import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, received } from '../../support/works.js';

const at = '2026-03-02T08:00:00+08:00';

async function theHouseholdsOf(grid: Neighbourhood, building: string): Promise<number[]> {
  const households = await grid.inUnit(unit => unit.members.households());
  return households.filter(one => one.building === building).map(({ id }) => id);
}

/** Works under way, with milestones, an inspection and a published evening. */
async function publishedWorks() {
  const grid = await aNeighbourhood({ now: at });
  const project = await aProject(grid);
  await grid.role('grid_secretary').says('1号工期：挖沟3月3日，立杆3月9日');
  await noted(grid, project, { percent: 10 });
  await noted(grid, project, { kind: 'inspection', text: '沟边有围挡' });
  await grid.until('2026-03-02T18:01:00+08:00');
  return { grid, project };
}

test.each(['什么时候完工', '1号什么时候能修好？', '啥时候干完呀'])(
  '%s is answered with the number of the notice',
  async words => {
    const { grid } = await publishedWorks();

    const said = await grid.resident(50).says(words);

    expect(said).toContain('3月9日（周一）“立杆”后完工');
    expect(said).toContain('下一个节点“挖沟”计划3月3日（周二），还有1天');
    expect(said).toMatch(/来自第1号公示/);
  },
);

test('what is not published is answered with who will answer and by when, and the secretary hears of it once', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  await aProject(grid);

  const said = await grid.resident(50).says('什么时候完工');
  await grid.resident(51).says('1号什么时候完工');

  expect(said).toContain('还没有公示');
  // Friday: the next workday is Monday.
  expect(said).toContain('网格书记，3月9日（周一）24:00前答复');
  const heard = (await grid.postsTo(secretary.userid)).filter(text => text.includes('什么时候完工'));
  expect(heard).toHaveLength(1);
});

/** A schedule that was set and that no notice has told yet. */
async function draftSchedule(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: at });
  await aProject(grid);
  await grid.role('grid_secretary').says('1号工期：挖沟3月3日，立杆3月9日');
  return grid;
}

test('who publishes hears in private of a schedule that is not published yet', async () => {
  const grid = await draftSchedule();

  const said = await grid.role('grid_secretary').says('1号什么时候完工', { chat: 'single' });

  expect(said).toContain('3月9日（周一）“立杆”后完工');
  expect(said).toContain('还没有公示');
});

test.each([
  ['grid_secretary', 'group'],
  ['contractor', 'group'],
  ['contractor', 'single'],
  ['cashier', 'single'],
] as const)('%s in a %s chat does not', async (role, chat) => {
  const grid = await draftSchedule();

  const said = await grid.role(role).says('1号什么时候完工', { chat });

  expect(said).not.toMatch(/立杆|挖沟/u);
  expect(said).toContain('24:00前答复');
});

test.each(['谁监督', '1号谁在监督？', '监管小组是谁'])('%s names the team with masked names only', async words => {
  const { grid } = await publishedWorks();

  const said = await grid.resident(50).says(words);

  expect(said).toMatch(/监管小组\d人监督：\S＊/);
  expect(said).toContain('已公布巡查1次');
  expect(said).not.toContain(grid.role('supervisor').name);
});

test('a building is told in one sum as of the last funds notice, and later money is not', async () => {
  const { grid, project } = await publishedWorks();
  for (const building of ['1', '2'])
    for (const householdId of (await theHouseholdsOf(grid, building)).slice(0, 6))
      await received(grid, project, { fen: 20_000, householdId });
  await grid.until('2026-03-09T09:01:00+08:00');
  const [one = 0] = await theHouseholdsOf(grid, '1');
  await received(grid, project, { fen: 99_900, householdId: one });

  const said = await grid.resident(50).says('1号楼交了多少');

  expect(said).toContain('1号楼居民实交1,200元');
  expect(said).toMatch(/来自第\d+号公示/);
});

test.each([
  { here: 4, there: 6 },
  { here: 6, there: 3 },
  { here: 0, there: 6 },
  { here: 1, there: 0 },
])('with $here payers in the building and $there elsewhere the building is not told', async ({ here, there }) => {
  const { grid, project } = await publishedWorks();
  for (const [building, count] of [
    ['1', here],
    ['2', there],
  ] as const)
    for (const householdId of (await theHouseholdsOf(grid, building)).slice(0, count))
      await received(grid, project, { fen: 20_000, householdId });
  await grid.until('2026-03-09T09:01:00+08:00');

  const said = await grid.resident(50).says('1号楼交了多少钱？');

  expect(said).toContain('户数太少的楼不单独公布');
  expect(said).toContain(`全部居民实交${((here + there) * 200).toLocaleString('en-US')}元`);
});

test('进度 and 资金 are told as the notice told them, with its number, and what came later is told apart', async () => {
  const { grid, project } = await publishedWorks();
  await received(grid, project, { fen: 20_000, source: 'subsidy' });
  await grid.until('2026-03-09T09:01:00+08:00');
  await noted(grid, project, { percent: 80, text: '立了杆' });
  await received(grid, project, { fen: 90_000, source: 'subsidy' });

  const progress = await grid.resident(50).says('1号进度');
  expect(progress).toMatch(/完成10%（来自第8号公示，3月8日（周日）18:00）/);
  expect(progress).toMatch(/公示后又报（[^：]*[^）]*）：立了杆，完成80%，会进下一次公示/);
  const funds = await grid.resident(50).says('1号资金');
  expect(funds).toMatch(/实收200元[^]*来自第9号公示[^]*之后又有变动/);
  expect(funds).not.toContain('1,100元');
});

test('before the first notice 进度 and 资金 are passed on, with who will answer and by when', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-03T10:00:00+08:00' });
  const project = await aProject(grid);
  await received(grid, project, { fen: 20_000, source: 'subsidy' });
  await noted(grid, project, { percent: 30 });

  for (const words of ['1号进度', '1号资金']) {
    const said = await grid.resident(50).says(words);
    expect(said).toMatch(/还没有公示。已转给网格书记，3月4日（周三）24:00前答复/);
    expect(said).not.toMatch(/30%|200元/);
  }
  expect(
    (await grid.postsTo(grid.role('grid_secretary').userid)).filter(text => text.includes('有邻居问')),
  ).toHaveLength(2);
});

test('方案 is told with its notice; before it is published the asker hears who will answer', async () => {
  const grid = await aNeighbourhood({ now: at });
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0 });

  expect(await grid.resident(50).says('方案')).toContain('还没有公示');
  await grid.role('grid_secretary').says('发布1号方案：装路灯六盏，预算3000元');
  expect(await grid.resident(50).says('1号方案')).toMatch(/装路灯六盏[^]*最近的方案公示是第1号/);
});

import { expect, test } from 'vitest';
import { Grid } from '../../../src/store/people/grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

/** A grid that posts on both channels, with one plan that only the group has so far. */
async function aPublishedPlan() {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  const leader = grid.role('building_leader');
  await secretary.says('启用双公示');
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0 });
  const said = await secretary.says('发布1号方案：装路灯六盏，预算3000元');
  return { grid, secretary, leader, said };
}

const clockOf = async (grid: Neighbourhood): Promise<Date | null> => (await theProject(grid, 1)).planPublishedAt;

test('one deed of the secretary posts in the group and hands over the poster for the board', async () => {
  const { grid, said } = await aPublishedPlan();

  expect(said).toContain('/poster/1.pdf');
  expect(said).toContain('/poster/1-a3.pdf');
  expect((await grid.posts()).at(-1)).toContain('第1号公示');
});

test('a notice takes effect when the picture of the sheet has come in; the clock starts at the later of the two', async () => {
  const { grid, leader } = await aPublishedPlan();
  grid.now = new Date('2026-03-03T15:30:00+08:00');

  await leader.sends('东门公示栏');
  const said = await leader.says('第1号公示已张贴，东门', { chat: 'single' });

  expect(said).toContain('东门的公示栏张贴');
  // The sheet was printed before anybody knew the day, so it names none; the group is told the days now.
  expect((await grid.posts())[0]).toContain('公示栏贴出后满7天');
  expect(said).toContain('公示期：3月3日（周二）至3月10日（周二）24:00');
  expect(await clockOf(grid)).toEqual(grid.now);
  expect((await grid.posts()).at(-1)).toContain('校验码');
});

test('without the picture nothing is in effect, and no vote is opened however long it has been', async () => {
  const { grid, leader } = await aPublishedPlan();

  expect(await leader.says('第1号公示已张贴', { chat: 'single' })).toContain('照片');
  await grid.until('2026-03-20T10:00:00+08:00');
  expect(await leader.says('1号发起表决，3天后截止')).toContain('公示栏还没有照片');

  await leader.sends('东门公示栏');
  await leader.says('第1号公示已上墙', { chat: 'single' });
  await grid.until('2026-03-31T10:00:00+08:00');
  expect(await leader.says('1号发起表决，3天后截止')).not.toContain('照片');
});

test('the same sheet is posted once, one picture proves one sheet, and an unknown number is told', async () => {
  const { leader, secretary } = await aPublishedPlan();
  await leader.sends('东门公示栏');
  await leader.says('第1号公示已张贴', { chat: 'single' });

  expect(await leader.says('第1号公示已张贴', { chat: 'single' })).toContain('已经登记张贴过了');
  expect(await leader.says('第99号公示已张贴', { chat: 'single' })).toContain('没有第99号公示');
  await secretary.says('发布1号方案：装路灯八盏，预算3000元');
  await leader.sends('东门公示栏');
  expect(await leader.says('第2号公示已张贴', { chat: 'single' })).toContain('已经登记过别的事');
});

test('a further place whose name is part of the first one’s is another place', async () => {
  const { leader } = await aPublishedPlan();
  await leader.sends('11号楼');
  await leader.says('第1号公示已张贴，11号楼', { chat: 'single' });
  await leader.sends('1号楼');
  expect(await leader.says('第1号公示已张贴，1号楼', { chat: 'single' })).not.toContain('已经登记张贴过了');
  await leader.sends('又是1号楼');
  expect(await leader.says('第1号公示已张贴，1号楼', { chat: 'single' })).toContain('已经登记张贴过了');
});

test('a resident without a role does not put up sheets', async () => {
  const { grid } = await aPublishedPlan();

  expect(await grid.resident(40).says('第1号公示已张贴', { chat: 'single' })).toContain('要由');
});

test('a sheet that does not come up is on the morning list after two workdays, and colours the project', async () => {
  const { grid, secretary } = await aPublishedPlan();

  await grid.until('2026-03-06T09:00:00+08:00');

  const told = (await grid.postsTo(secretary.userid)).join('\n');
  expect(told).toContain('第1号公示（方案）上墙：应在3月5日');
});

test('a correction is a new version, and the old one stays readable', async () => {
  const { grid, secretary } = await aPublishedPlan();

  await secretary.says('发布1号方案：装路灯八盏，预算4000元');

  const texts = await grid.inUnit(async unit => (await unit.disclosures.ofProject(1)).map(({ text }) => text));
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('4,000元');
  expect(texts[1]).toContain('3,000元');
});

test('an emergency that is told meanwhile is no newer plan: the sheet of the plan moves the days all the same', async () => {
  const { grid, secretary, leader } = await aPublishedPlan();
  for (const said of ['1号责任核查', '7', '现场爆管，地下室进水，2026年3月2日照片']) await secretary.says(said);
  await secretary.says('1号应急抢修：主管道爆裂，先换一截管，最多8000元');
  grid.now = new Date('2026-03-03T15:30:00+08:00');

  await leader.sends('东门公示栏');
  await leader.says('第1号公示已张贴', { chat: 'single' });

  expect((await grid.posts()).join('\n')).toContain('【应急抢修】1号');
  expect(await clockOf(grid)).toEqual(grid.now);
});

test('a plan that waits for a group whose channel is dead is not decided on', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0 });
  await grid.role('grid_secretary').says('发布1号方案：装路灯六盏，预算3000元');
  const off = (at: Date | null): Promise<void> =>
    grid.inUnit(async unit => {
      await unit.rows.keep(Grid, Object.assign(unit.grid, { channelOffAt: at }));
      unit.journal.add('story', { by: 'operator', at: grid.now });
    });
  await off(grid.now);
  await grid.until('2026-03-11T10:00:00+08:00');

  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('还没有发到群里');
  await off(null);
  expect(await grid.role('building_leader').says('1号发起表决，3天后截止')).toContain('表决已发起');
});

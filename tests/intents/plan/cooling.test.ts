import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

/** A plan of 2 March on which so many households said yes; the vote ended on 13 March at 23:59, its review ends on the 20th. */
async function aVote(yes: number): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T15:30:00+08:00' });
  await aProject(grid, { state: 'plan_published' });
  grid.now = new Date('2026-03-10T00:00:00+08:00');
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  for (let index = 0; index < yes; index += 1) await grid.resident(index).says('1号同意');
  await grid.until('2026-03-14T10:00:00+08:00');
  return grid;
}

/** A poll among options about the project, which only sounds out. */
async function sounds(grid: Neighbourhood): Promise<void> {
  const leader = grid.role('building_leader');
  await leader.says('1号发起表决：灯杆用哪种，选项圆杆、方杆，明晚八点截止');
  if (leader.last.text.includes('回复“是”')) await leader.says('是');
  expect(await grid.inUnit(async unit => (await unit.polls.byNo(1))?.track)).toBe('advisory');
}

const again = '发布1号方案：换圆杆，预算2800元';

test('what was voted down cools, whatever is asked about it meanwhile', async () => {
  const grid = await aVote(3);
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says(again)).toContain('结果还在公示');
  await sounds(grid);

  expect(await secretary.says(again)).toContain('结果还在公示');
  expect(await grid.resident(40).says('1号进度')).toContain('结果公示期满');
  await grid.until('2026-03-21T10:00:00+08:00');
  expect(await secretary.says(again)).toContain('方案已公示');
});

test('a plan that failed comes out of its cooling by no check of who has to pay', async () => {
  const grid = await aVote(3);
  const secretary = grid.role('grid_secretary');
  for (const said of ['1号责任核查', '2', '供热公司3月5日复函', '供热公司，3月20日前']) await secretary.says(said);
  expect((await theProject(grid, 1)).state).toBe('referred');
  for (const said of ['1号责任核查', '6', '供热公司3月14日复函']) await secretary.says(said);
  expect((await theProject(grid, 1)).state).toBe('topic_selected');

  expect(await secretary.says(again)).toContain('结果还在公示');
  expect(await grid.resident(40).says('1号进度')).toContain('结果公示期满');
  await grid.until('2026-03-21T10:00:00+08:00');
  expect(await secretary.says(again)).toContain('方案已公示');
});

test('a decision takes effect after its review, whatever is asked about it meanwhile, and the record holds', async () => {
  const grid = await aVote(60);
  await sounds(grid);
  expect(await grid.resident(40).says('1号进度')).toContain('3月20日');

  await grid.until('2026-03-21T10:00:00+08:00');

  expect((await theProject(grid, 1)).state).toBe('pledging');
  const lines: string[] = [];
  await verify(grid.store, line => lines.push(line));
  expect(lines.at(-1)).toMatch(/^ok/u);
});

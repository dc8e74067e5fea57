import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { verdictOn } from '../../../src/store/county/standing.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const planned = (grid: Neighbourhood): Promise<string[]> =>
  grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    return (await unit.works.milestones(project!.id)).map(({ name, plannedOn }) => `${name} ${plannedOn}`);
  });

test('a schedule is set anew while the plan may still be written, whatever was said before', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, unplanned);
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号工期：拆旧4月10日，装管4月25日，试压5月5日');

  expect(await secretary.says('1号工期：拆旧4月12日，装管4月27日')).toContain('工期已定');

  expect(await planned(grid)).toEqual(['拆旧 2026-04-12', '装管 2026-04-27']);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('on display another schedule is a change like others, and is told to be published', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号工期：拆旧4月10日');
  await secretary.says('发布1号方案：装路灯六盏，预算3000元');

  expect(await secretary.says('1号工期：拆旧4月15日')).toContain('改动要重新公示');

  expect(await secretary.says('发布1号方案')).toContain('公示期接着算');
  expect((await grid.posts()).at(-1)).toContain('第2版');
});

test('the days of a plan that failed are not counted, and are set anew with the next one', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, unplanned);
  await grid.role('grid_secretary').says('1号工期：拆旧3月10日');
  const project = await theProject(grid, 1);
  await grid.inUnit(async unit => {
    await unit.projects.keep(Object.assign(project, { state: 'quorum_failed' }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.until('2026-04-20T10:00:00+08:00');

  const verdict = await grid.inUnit(unit => verdictOn(unit, project, grid.now));
  expect(verdict.reason).not.toContain('节点');
  await grid.role('grid_secretary').says('1号工期：拆旧5月10日');
  expect(await planned(grid)).toEqual(['拆旧 2026-05-10']);
});

test.each(['approved', 'pledging', 'funded', 'in_progress'] as const)('what was decided on stands: %s', async state => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号工期：拆旧4月10日');

  expect(await secretary.says('1号工期：拆旧4月20日')).toContain('工期的日子不改');

  expect(await planned(grid)).toEqual(['拆旧 2026-04-10']);
});

test.each([
  ['方案：装六盏灯', '工期在公示栏上'],
  ['方案：装六盏灯，工期：拆旧4月10日', '来自第1号公示'],
])('the day of the end is said to stand where it was told: of “%s” it is “%s”', async (text, where) => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { state: 'in_progress', planText: '装六盏灯', budgetFen: 300_000 });
  await grid.inUnit(async unit => {
    const at = new Date('2026-03-01T09:00:00+08:00');
    await unit.disclosures.add({ projectId: project.id, kind: 'plan', occasion: 'v1', text, at, sums: null });
    unit.journal.add('plan.publish', { facts: { no: 1 } });
  });
  await grid.role('grid_secretary').says('1号工期：拆旧4月10日');

  expect(await grid.resident(83).says('1号什么时候完工')).toContain(where);
});

import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { owedBy } from '../../../src/store/notice/to-tell.js';
import { teamOf } from '../../../src/store/works/team.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, theProject } from '../../support/works.js';

/** Works that began on 2 March, with two rounds, a fault that was mended, one that was not, and a stop. */
async function aMonth() {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid);
  await noted(grid, project, { percent: 10 });
  const team = await grid.inUnit(unit => teamOf(unit, project.id));
  const [one, other, third] = team.map(({ userid }) => grid.resident(userid));
  if (!one || !other || !third) throw new Error('the sample has a team of three');
  await grid.until('2026-03-03T12:00:00+08:00');
  await one.says('1号巡查：材料堆放整齐');
  await grid.until('2026-03-04T12:00:00+08:00');
  await other.says('1号限期整改：焊口渗水，3月20日前');
  await other.says('1号限期整改：没有围挡，3月20日前');
  await grid.role('grid_secretary').says('整改1完成');
  await one.says('复查1通过');
  await one.says('1号叫停：水泥标号不对');
  await grid.until('2026-03-06T12:00:00+08:00');
  await one.says('1号复工');
  return { grid, team: [one, other, third] as const, names: team.map(({ name }) => name) };
}

const reports = async (grid: Neighbourhood): Promise<string[]> =>
  (await grid.posts()).filter(text => text.includes('【监管月报】'));

test('the report of a month is made by the bot, signed by each of the team, and posted with the last signature, naming nobody', async () => {
  const { grid, team, names } = await aMonth();
  const [one, other, third] = team;
  expect(await one.says('1号监管月报')).toContain('还没有监管月报');
  await grid.until('2026-04-01T10:00:00+08:00');

  expect((await grid.postsTo(third.userid)).at(-1)).toContain('3月的监管月报做好了');
  expect(await third.says('待办', { chat: 'single' })).toContain('监管月报签字');
  expect(await grid.resident(40).says('1号监管月报✔')).toContain('这件事要由');
  expect(await one.says('1号监管月报✔')).toContain('3人签了1人');
  expect(await one.says('1号监管月报✔')).toContain('签过字了');
  expect(await other.says('1号监管月报签字')).toContain('3人签了2人');
  expect(await reports(grid)).toEqual([]);
  expect(await third.says('1号监管月报没问题')).toContain('签完了，已在群里公布');

  const [report = '', ...rest] = await reports(grid);
  expect(rest).toEqual([]);
  expect(report).toContain('【监管月报】1号 装路灯** 2026年3月');
  expect(report).toMatch(
    /应看\d+个工作日，看了1天，有\d+天没有人看；巡查1次；新查出问题2处，改好1处，月底还有1处在改；停工1次/u,
  );
  expect(report).toContain('监管小组3人，3人签字');
  for (const name of names) expect(report).not.toContain(name.slice(0, 1) + '＊');
  expect(await one.says('1号监管月报✔')).toContain('已经在群里公布');
  expect(await grid.resident(40).says('1号监管月报')).toContain('巡查1次');
  await grid.until('2026-04-20T10:00:00+08:00');
  expect(await reports(grid)).toHaveLength(1);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('one that is not signed by all is posted after five workdays with the number of its signatures; a month without works has none', async () => {
  const { grid, team } = await aMonth();
  await grid.until('2026-04-01T10:00:00+08:00');
  await team[0].says('1号监管月报✔');
  await grid.until('2026-04-07T10:00:00+08:00');
  expect(await reports(grid)).toEqual([]);

  await grid.until('2026-04-12T10:00:00+08:00');

  expect(await reports(grid)).toEqual([expect.stringContaining('监管小组3人，1人签字')]);
});

test('in a grid with a board neither the report nor the alarm is owed as a sheet of the plan', async () => {
  const { grid, team } = await aMonth();
  await grid.role('grid_secretary').says('启用双公示');
  await grid.until('2026-04-01T10:00:00+08:00');
  for (const { userid } of team) await grid.resident(userid).says('1号监管月报✔');
  await grid.until('2026-04-20T10:00:00+08:00');

  expect((await grid.posts()).join('\n')).toMatch(/【监管月报】[^]*【无人巡查】|【无人巡查】[^]*【监管月报】/u);
  const project = await theProject(grid, 1);
  const owed = await grid.inUnit(unit => owedBy(unit, project));
  expect(owed.filter(({ name }) => name.includes('方案'))).toEqual([]);
});

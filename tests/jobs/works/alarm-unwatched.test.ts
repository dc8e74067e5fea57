import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted } from '../../support/works.js';

const alarms = async (grid: Neighbourhood): Promise<string[]> =>
  (await grid.posts()).filter(text => text.includes('【无人巡查】'));

/** Works that began on Monday, 2 March. */
async function works(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid), { percent: 10 });
  return grid;
}

test('after three working days without anybody looking the group hears of it, without a name, and the secretaries; weekends are none', async () => {
  const grid = await works();
  await grid.until('2026-03-05T09:00:00+08:00');
  expect(await alarms(grid)).toEqual([]);

  await grid.until('2026-03-06T09:00:00+08:00');

  const [alarm = '', ...others] = await alarms(grid);
  expect(others).toEqual([]);
  expect(alarm).toContain('【无人巡查】1号 装路灯');
  expect(alarm).toContain('已经连续3个工作日没有人巡查');
  expect(alarm).not.toMatch(/轮到|＊/u);
  for (const role of ['grid_secretary', 'community_secretary'] as const)
    expect(await grid.postsTo(grid.role(role).userid)).toContainEqual(
      expect.stringContaining('连续3个工作日没有人巡查。今天轮到'),
    );
});

test('it is told again after ten and after twenty, once on each of those days', async () => {
  const grid = await works();
  await grid.until('2026-03-31T12:00:00+08:00');
  await grid.scheduler.run('alarm-unwatched');

  expect(await alarms(grid)).toHaveLength(3);
});

test('whoever looked in between has begun the count anew', async () => {
  const grid = await works();
  await grid.until('2026-03-05T12:00:00+08:00');
  await grid.role('supervisor').says('1号巡查：材料堆放整齐');

  await grid.until('2026-03-10T12:00:00+08:00');

  expect(await alarms(grid)).toEqual([]);
});

test('an alarm whose day was missed is raised on the next, once', async () => {
  const grid = await works();
  const raised: number[] = [];

  for (const at of ['03-09T11:00', '03-10T11:00', '03-18T11:00', '03-19T11:00']) {
    grid.now = new Date(`2026-${at}:00+08:00`);
    await grid.scheduler.run('alarm-unwatched');
    raised.push((await alarms(grid)).length);
  }

  expect(raised).toEqual([1, 1, 2, 2]);
});

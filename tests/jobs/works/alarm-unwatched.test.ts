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

test('after ten working days without anybody looking the group hears of it, and the secretaries; weekends are none', async () => {
  const grid = await works();
  await grid.until('2026-03-16T09:00:00+08:00');
  expect(await alarms(grid)).toEqual([]);

  await grid.until('2026-03-17T09:00:00+08:00');

  const [alarm = '', ...others] = await alarms(grid);
  expect(others).toEqual([]);
  expect(alarm).toContain('【无人巡查】1号 装路灯');
  expect(alarm).toContain('已经连续10个工作日没有人巡查');
  expect(alarm).toMatch(/今天轮到\S＊+。/u);
  for (const role of ['grid_secretary', 'community_secretary'] as const)
    expect(await grid.postsTo(grid.role(role).userid)).toContainEqual(
      expect.stringContaining('连续10个工作日没有人巡查'),
    );
});

test('it is told again after ten more, once on each of those days', async () => {
  const grid = await works();
  await grid.until('2026-03-31T12:00:00+08:00');
  await grid.scheduler.run('alarm-unwatched');

  expect(await alarms(grid)).toHaveLength(2);
});

test('whoever looked in between has begun the count anew', async () => {
  const grid = await works();
  await grid.until('2026-03-13T12:00:00+08:00');
  await grid.role('supervisor').says('1号巡查：材料堆放整齐');

  await grid.until('2026-03-26T12:00:00+08:00');

  expect(await alarms(grid)).toEqual([]);
});

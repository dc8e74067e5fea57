import { aNeighbourhood, playedOnce } from './neighbourhood.js';
import { aProject } from './works.js';

/** Two projects that collect, and two plans that are voted on: 1号 and 2号, 3号 and 4号. */
export const twoOfEach = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of ['装路灯', '修台阶']) await aProject(grid, { title, state: 'pledging' });
  const published = { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') } as const;
  for (const title of ['刷楼道', '清飞线']) await aProject(grid, { title, ...published });
  for (const no of [3, 4]) await grid.role('building_leader').says(`${no}号发起表决，3月28日20:00截止`);
  return grid;
});

import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, onDisplay } from '../../support/works.js';

const single = { chat: 'single' } as const;

test('of the polls of other buildings nothing is told, and a closed one is not said to wait for a vote', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '二号楼下水道', ...onDisplay, scope: [{ building: '2' }] });
  await aProject(grid, { title: '大门装门禁', ...onDisplay });
  await aProject(grid, { title: '建充电棚', ...onDisplay });
  for (const no of [1, 2]) await grid.role('building_leader').says(`${no}号发起表决，3月17日20:00截止`);
  await grid.until('2026-03-18T09:00:00+08:00');
  await grid.role('building_leader').says('3号发起表决，3月25日20:00截止');
  const person = grid.resident(83);
  await person.says('3号反对', single);

  const told = await person.says('我的票', single);
  expect(told).not.toContain('1号');
  expect(told).toMatch(/2号「[^」]+」：已经截止，没有您家的票。/u);
  expect(told).toMatch(/3号「[^」]+」：反对，[^]*截止前可以改。/u);
});

import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;
const round = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, {
    title: '修坡道',
    state: 'pledging',
    round: { targetFen: 300_000, minimumFen: 300_000, capFen: 20_000 },
    pledgeClosesAt: new Date('2026-03-20T23:59:00+08:00'),
  });
  return grid;
});

test.each(['3号楼3单元302没手机，让我给她认八十', '3号楼3单元302的王奶奶叫我给她出八十'])(
  '“%s” of a leader is that home’s promise, and none of the leader’s own',
  async words => {
    const grid = await round();
    const leader = grid.role('building_leader', 2);

    expect(await leader.says(words, inPrivate)).toContain('3号楼3单元302');
    expect(await grid.journal()).not.toContain('pledge.money');
  },
);

test('他要是打电话来说出一百我就记 records and asks nothing', async () => {
  const grid = await round();

  expect(await grid.role('building_leader').says('他要是打电话来说出一百我就记', inPrivate)).not.toContain('100元');
});

test.each([
  ['井盖我来管', '报事1'],
  ['门口的井盖我来盯着', '报事1'],
])('“%s” of who sees to reports takes the report of it, and begins no task', async (words, said) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident(20).says('报事：3号楼2单元门口井盖松了', inPrivate);

  expect(await grid.role('grid_worker').says(words, inPrivate)).toContain(said);
  expect(await grid.journal()).not.toContain('task.claim');
});

test.each(['三单元的路灯我来盯'])('“%s” is of no report: it is a task', async words => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident(20).says('报事：3号楼2单元门口井盖松了', inPrivate);
  await grid.role('grid_worker').says(words, inPrivate);

  expect(await grid.journal()).toContain('task.claim');
});

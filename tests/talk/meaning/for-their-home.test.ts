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

test.each([
  // Office 2 leads 3号楼, and 1号楼 is where the secretary lives.
  ['building_leader', 2, '1单元的301出两百', '替3号楼1单元301给1号「修坡道」认捐200元吗'],
  ['building_leader', 2, '1号 1单元301出200', '替3号楼1单元301给1号「修坡道」认捐200元吗'],
  ['building_leader', 2, '2单元401也出八十', '替3号楼2单元401给1号「修坡道」认捐80元吗'],
  ['grid_secretary', 0, '2号楼1单元的301出八十', '替2号楼1单元的301给1号「修坡道」认捐80元吗'],
  ['grid_secretary', 0, '3单元的301给1号出八十', '替1号楼3单元301给1号「修坡道」认捐80元吗'],
] as const)('a home without its building is in that of the %s %i: %s', async (role, nth, words, asked) => {
  const grid = await round();
  const leader = grid.role(role, nth);

  expect(await leader.says(words, inPrivate)).toContain(asked);
  expect(await grid.journal()).not.toContain('pledge.money');
});

test.each([
  ['我妈住3号楼2单元501，她也出一百', '替3号楼2单元501给1号「修坡道」认捐100元吗'],
  ['我爸住3号楼1单元201，修坡道他出八十', '替3号楼1单元201给1号「修坡道」认捐80元吗'],
  ['我妈住1单元501，她也想出一百', '替3号楼1单元501给1号「修坡道」认捐100元吗'],
])('what a child may give for a parent’s home is read back: %s', async (words, asked) => {
  const grid = await round();
  const child = grid.resident(73);

  expect(await child.says(words)).toContain(asked);
  expect(await grid.journal()).not.toContain('pledge.money');
  await child.says('是');
  expect(await grid.journal()).toContain('pledge.money');
});

test.each(['我妈住3号楼2单元501，她要是有钱也出一百', '隔壁3号楼2单元201老张也出一百'])(
  '“%s” is nothing that the speaker gives',
  async words => {
    const grid = await round();
    const resident = grid.resident(73);

    expect(await resident.says(words)).not.toContain('元吗');
    await resident.says('是');
    expect(await grid.journal()).not.toContain('pledge.money');
  },
);

test('what a home for which a leader speaks has promised is told as that home’s', async () => {
  const grid = await round();
  const leader = grid.role('building_leader', 2);
  await leader.says('1单元301出两百', inPrivate);
  await leader.says('是', inPrivate);

  expect(await leader.says('1单元301再出一百', inPrivate)).toContain('那一户已认200元');
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function anOpenPoll(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  return grid;
}

async function reached(grid: Neighbourhood): Promise<string[]> {
  return grid.inUnit(async unit => {
    const deliveries = await unit.papers.deliveries(1);
    const homes = await unit.members.households();
    return deliveries
      .map(({ householdId }) => homes.find(({ id }) => id === householdId))
      .map(home => `${home?.building}-${home?.unit}-${home?.room}`);
  });
}

const three = ['2-1-301', '2-1-302', '2-1-401'];

test.each([
  ['1号送达：2号楼1单元301、302、401 当面', three],
  ['1号送达：2号楼1单元301 302 401', three],
  ['1号送达：2号楼1单元301，302室和2号楼1单元401，上门', three],
  ['1号送达 2-1-301、2-1-302、2-1-401 当面', three],
  ['1号送达：2号楼1单元301、301 当面', ['2-1-301']],
  ['1号送达：2号楼1单元301 当面', ['2-1-301']],
])('several homes in one delivery: %s', async (said, homes) => {
  const grid = await anOpenPoll();
  const answer = await grid.role('building_leader').says(said);

  expect(answer).toContain(homes.length > 1 ? `送达已记${homes.length}户（当面）` : '送达已记（当面）');
  expect(await reached(grid)).toEqual(homes);
});

test('who tells of several homes in free words has them all, and none that was not reached', async () => {
  const grid = await anOpenPoll();
  const leader = grid.role('building_leader');
  const answer = await leader.says('1号表决票2号楼1单元301、302当面送到了，401没送到');
  if (!answer.includes('送达已记')) await leader.says('是');

  expect(await reached(grid)).toEqual(['2-1-301', '2-1-302']);
});

test.each([
  '1号2单元301、302的票我刚当面送到了',
  '1号的票2单元301和302都送到了，当面给的',
  '1号的票2单元301、302我刚当面送到了',
])('homes without their building are of the one that is led, each of them: %s', async said => {
  const grid = await anOpenPoll();
  const leader = grid.role('building_leader');
  const answer = await leader.says(said);
  if (!answer.includes('送达已记')) await leader.says('是');

  const homes = await reached(grid);
  expect(homes).toHaveLength(2);
  expect(homes.map(home => home.slice(-5))).toEqual(['2-301', '2-302']);
});

test('where the sheets came from is none of the homes that were reached', async () => {
  const grid = await anOpenPoll();
  const leader = grid.role('building_leader');
  await leader.says('我从2号楼1单元101出来，把1号的票送给2号楼1单元301了');
  await leader.says('是');

  expect(await reached(grid)).not.toContain('2-1-101');
});

test.each(['1号送达：2号楼1单元301、999 当面', '1号送达：2号楼1单元301到401 当面', '1号送达：2号楼1单元301、302吗'])(
  'a list that holds what is no home records none of it: %s',
  async said => {
    const grid = await anOpenPoll();
    await grid.role('building_leader').says(said);

    expect(await reached(grid)).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { Member } from '../../../src/store/people/member.js';
import { PointEntry } from '../../../src/store/credit/point-entry.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, unplanned } from '../../support/works.js';

/** Who lives at 3号楼2单元301. */
const livesThere = sampleResidents().find(
  ({ building, unit, room }) => building === '3' && unit === '2' && room === '301',
);

const inPrivate = { chat: 'single' } as const;

async function standing(grid: Neighbourhood, room: string): Promise<{ promised: number; received: number }> {
  return grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    const [home] = await unit.members.householdsAt({ building: '3', unit: '2', room });
    const { promisedFen } = await unit.ledger.standingOf(project!.id, home!.id);
    const entries = await unit.ledger.entries(project!.id, ['receipt', 'reverse']);
    const reversed = new Set(entries.map(({ reversesId }) => reversesId));
    const received = entries
      .filter(({ kind, id, householdId }) => kind === 'receipt' && !reversed.has(id) && householdId === home!.id)
      .reduce((sum, { postings }) => sum + (postings[0]?.amountFen ?? 0), 0);
    return { promised: promisedFen / 100, received: received / 100 };
  });
}

async function both(grid: Neighbourhood, of: 'promised' | 'received'): Promise<number[]> {
  return [(await standing(grid, '301'))[of], (await standing(grid, '302'))[of]];
}

test.each([
  ['哎不对不对，是302家', [0, 100]],
  ['记错人家了，是302', [0, 100]],
  ['不是301，是302家认的', [0, 100]],
  ['301那笔记多了，他只给五十', [50, 0]],
  ['不对，其实是80元', [80, 0]],
  ['记错人家了，撤掉', [0, 0]],
  // Near misses.
  ['302那笔记错了', [100, 0]],
  ['是不是302家', [100, 0]],
])('a promise said for 301, then “%s” and 是: 301 and 302 promise %j', async (words, promised) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装扶手', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const leader = grid.role('building_leader', 2);
  await leader.says('替3号楼2单元301认捐100元');

  await leader.says(words);
  expect(await both(grid, 'promised')).toEqual([100, 0]);
  await leader.says('是');
  expect(await both(grid, 'promised')).toEqual(promised);
});

test('what the wrong home promised itself stays, and a second correction is of what stands now', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装扶手', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const leader = grid.role('building_leader', 2);
  await leader.says('替3号楼2单元301认捐30元');
  for (const words of ['替3号楼2单元301再认捐100元', '不对，是302家', '是', '又弄错了，是301家', '是'])
    await leader.says(words);

  expect(await both(grid, 'promised')).toEqual([130, 0]);
});

/** What the home at 3号楼2单元301 promises, in yuan, and how many offers of it stand. */
async function promisedAndOffered(grid: Neighbourhood): Promise<[number, number]> {
  const offers = await grid.inUnit(async unit => unit.ledger.offers((await unit.projects.byNo(1))!.id));
  return [(await standing(grid, '301')).promised, offers.filter(({ cancelledAt }) => cancelledAt === null).length];
}

test.each([
  ['记错人家了，撤掉', '撤回替3号楼2单元301说的1号「装扶手」的认捐100元', [30, 1]],
  ['301那笔记错了，撤掉', '撤回替3号楼2单元301说的1号「装扶手」的认捐100元', [30, 1]],
  ['301那笔记多了，他只给五十', '撤回替3号楼2单元301说的认捐100元，替3号楼2单元301给1号「装扶手」认捐50元', [80, 1]],
  ['不对，其实是80元', '撤回替3号楼2单元301说的认捐100元，替3号楼2单元301给1号「装扶手」认捐80元', [110, 1]],
  ['不对，是302家', '撤回替3号楼2单元301说的认捐100元，替3号楼2单元302给1号「装扶手」认捐100元', [30, 1]],
])('what the home promised and offered itself stays: “%s”', async (words, asked, left) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装扶手', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const neighbour = grid.resident(livesThere?.userid ?? '');
  for (const each of ['1号我出30元', '1号我出半天工']) await neighbour.says(each);
  const leader = grid.role('building_leader', 2);
  await leader.says('替3号楼2单元301认捐100元');
  expect(await promisedAndOffered(grid)).toEqual([130, 1]);

  expect(await leader.says(words)).toContain(asked);
  await leader.says('是');
  expect(await promisedAndOffered(grid)).toEqual(left);
});

test('the sum is put right twice, each time of what stands now', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装扶手', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const leader = grid.role('building_leader', 2);
  await leader.says('替3号楼2单元301认捐30元');
  for (const words of ['替3号楼2单元301再认捐100元', '不对，其实是80元', '是', '又弄错了，其实是90元', '是'])
    await leader.says(words);

  expect(await both(grid, 'promised')).toEqual([120, 0]);
});

test('behind an own promise that was taken back nothing is said for another home', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装扶手', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const leader = grid.role('building_leader', 2);
  for (const words of ['1号我出20元', '替3号楼2单元301认捐100元', '撤回1号项目的认捐', '是']) await leader.says(words);
  expect((await grid.journal()).filter(deed => deed === 'pledge.cancel')).toHaveLength(1);

  expect(await leader.says('是302家')).not.toContain('认捐100元');
  await leader.says('是');
  expect(await both(grid, 'promised')).toEqual([100, 0]);
});

test('behind the promise that was taken back the home that was meant gets it', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装扶手', ...aRoundOf(540_000, { capFen: 30_000 }) });
  const leader = grid.role('building_leader', 2);
  for (const words of ['替3号楼2单元301认捐100元', '记错人家了，撤掉', '是', '是302家', '是']) await leader.says(words);

  expect(await both(grid, 'promised')).toEqual([0, 100]);
});

test.each([
  ['302那笔记多了，她只给了一百', [200, 100]],
  ['301那笔记错了，是180', [180, 150]],
  ['302那笔记重了，撤掉', [200, 0]],
  ['哎呀记错了，302那户是120', [200, 150]],
  ['205那笔记错了', [200, 150]],
])('of two receipts of one message, “%s” and 是 leave %j', async (words, received) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '换管道', state: 'collecting', budgetFen: 1_000_000 });
  const cashier = grid.role('cashier');
  await cashier.says('收了3号楼2单元301两百、302一百五', inPrivate);
  await cashier.says('是', inPrivate);
  expect(await both(grid, 'received')).toEqual([200, 150]);

  const answer = await cashier.says(words, inPrivate);
  expect(await both(grid, 'received')).toEqual([200, 150]);
  await cashier.says('是', inPrivate);
  expect(await both(grid, 'received'), answer).toEqual(received);
});

async function awarded(grid: Neighbourhood): Promise<string[]> {
  const { manager } = grid.store.dataSource;
  const entries = await manager.findBy(PointEntry, { behaviour: 'goods' });
  const reversed = new Set((await manager.findBy(PointEntry, { behaviour: 'reverse' })).map(entry => entry.reversesId));
  const homes = await grid.inUnit(unit =>
    Promise.all(
      entries.map(async ({ memberId }) => {
        const member = await manager.findOneByOrFail(Member, { id: memberId });
        return unit.members.household(member.householdId ?? 0);
      }),
    ),
  );
  return entries.flatMap(({ id, points }, index) => (reversed.has(id) ? [] : [`${homes[index]?.room} ${points}`]));
}

test.each([
  [['不对，是302家'], ['302 3']],
  [['弄错了，应该是302捐的'], ['302 3']],
  [['不对，应该是2分'], ['301 2']],
  [['哎呀记错人家了，撤掉'], []],
  [['记错人家了，撤掉', '是302捐的，给他家记'], ['302 3']],
  [['刚才那条记错了，作废', '应该是302家'], ['302 3']],
])('points for 301, then %j, each with 是: %j', async (words, expected) => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  await secretary.says('奖励积分 3号楼2单元301：捐物3分，旧桌椅两张', inPrivate);
  expect(await awarded(grid)).toEqual(['301 3']);
  for (const each of words) {
    await secretary.says(each, inPrivate);
    await secretary.says('是', inPrivate);
  }

  expect(await awarded(grid)).toEqual(expected);
});

test.each([
  ['搞错了，是302家', '3号楼2单元302'],
  ['不是301，是302', '3号楼2单元302'],
  ['不对，应该是2分', '2分'],
])('“%s” puts right what was only read back', async (words, expected) => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  const asked = await secretary.says('给3号楼2单元301记3分，人家捐了两张旧桌子', inPrivate);
  // Another reader may do it at once: then it is put right behind it.
  expect(asked).toContain('3');

  expect(await secretary.says(words, inPrivate)).toContain(expected);
});

test.each([
  ['不对，应该是品质提升类', '定为品质提升类'],
  ['说错了，是轻量类', '定为轻量影响类'],
  ['改成轻量类', '定为轻量影响类'],
])('another class behind the first: “%s” is read back', async (words, expected) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装充电桩', ...unplanned, fundingClass: null });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号定为迫切需求类', inPrivate);

  expect(await secretary.says(words, inPrivate)).toContain(expected);
});

test.each(['拉倒吧俺不弄了', '得了吧，不搞了', '罢了我不弄了'])(
  '“%s” behind an own proposal takes it back once a yes is said',
  async words => {
    const grid = await aNeighbourhood();
    const person = grid.resident(20);
    await person.says('提案：4号楼北边装晾衣架');
    expect(await person.says(words)).toContain('回复“是”确认');
    expect(await grid.journal()).not.toContain('proposal.withdraw');
    await person.says('是');

    expect(await grid.journal()).toContain('proposal.withdraw');
  },
);

test('why is no place for another correction', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装充电桩', ...unplanned, fundingClass: 'urgent' });
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says('1号定为品质提升类', inPrivate)).toContain('为什么改');

  expect(await secretary.says('说错了，是轻量类', inPrivate)).not.toContain('原因：说错了');
});

import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** The paper of 3-2-302 waits for a second person. */
const one = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const planPublishedAt = new Date('2026-02-20T10:00:00+08:00');
  await aProject(grid, { title: '充电棚', state: 'plan_published', planText: '搭棚', planPublishedAt });
  const leader = grid.role('building_leader', 2);
  await leader.says('1号发起表决，3月12日20:00截止');
  await leader.sends('纸票');
  await leader.says('1号纸票：3号楼2单元302 反对', inPrivate);
  return grid;
});

async function states(grid: Neighbourhood): Promise<string[]> {
  return grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(1);
    return (await unit.papers.ballots(poll!.id)).map(({ state }) => state);
  });
}

test.each([
  ['302那张对着照片看过了，一致', true],
  ['纸票对过了，一致', true],
  ['3号楼2单元302的纸票跟照片一样，没错', true],
  // The paper of another home is none of these.
  ['301那张对着照片看过了，一致', false],
  ['3号楼2单元301那张纸票核对过了，一致', false],
  ['201的纸票没问题，一致', false],
])('“%s” checks the paper of 302: %s', async (words, isChecked) => {
  const grid = await one();
  const worker = grid.role('grid_worker');

  const answer = await worker.says(words, inPrivate);
  if (isChecked) expect(answer).toMatch(/核对纸票1一致.*（3号楼2单元302）吗？/u);
  else expect(answer).not.toContain('核对纸票1一致');
  await worker.says('是', inPrivate);

  expect(await states(grid)).toEqual([isChecked ? 'checked' : 'pending']);
});

test('which papers wait is told to whoever names another home', async () => {
  const answer = await (await one()).role('grid_worker').says('301那张对着照片看过了，一致', inPrivate);

  expect(answer).toBe('301没有等着办的，没有记任何东西。等着的是3号楼2单元302。');
});

test.each([
  ['302那个电话我打回去了，一致', true],
  ['电话打回去核过了，一致', true],
  ['301那个电话我打回去了，一致', false],
  ['3号楼2单元201的电话核过了，没错', false],
])('“%s” confirms what 302 told by telephone: %s', async (words, isChecked) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const leader = grid.role('building_leader', 2);
  await leader.says('电话：3号楼2单元302 1号出200元', inPrivate);
  await leader.says('是', inPrivate);
  const worker = grid.role('grid_worker');

  const answer = await worker.says(words, inPrivate);
  if (isChecked) expect(answer).toMatch(/核对电话1一致.*（3号楼2单元302）吗？/u);
  else expect(answer).not.toContain('核对电话1');
  await worker.says('是', inPrivate);

  const promised = await grid.inUnit(async unit => {
    const [home] = await unit.members.householdsAt({ building: '3', unit: '2', room: '302' });
    return (await unit.ledger.standingOf(1, home!.id)).promisedFen;
  });
  expect(promised).toBe(isChecked ? 20_000 : 0);
});

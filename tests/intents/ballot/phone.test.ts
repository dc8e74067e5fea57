import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const { building, unit: entrance, room } = sampleResidents()[50] ?? { building: 0, unit: 0, room: '' };
const home = `${building}号楼${entrance}单元${room}`;

/** What the home promises in 1号, in fen. */
const pledged = (grid: Neighbourhood): Promise<number> =>
  grid.inUnit(async unit => {
    const { householdId } = await unit.members.view(grid.resident(50).userid);
    return (await unit.ledger.standingOf(1, householdId ?? 0)).promisedFen;
  });

test('what a household tells by telephone is read back, called back by a second person, and then done for it', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const [leader, checker] = [grid.role('building_leader', 1), grid.role('grid_worker')];

  expect(await grid.resident(40).says(`电话：${home} 1号出200元`, { chat: 'single' })).toContain('这件事要由');
  expect(await leader.says(`电话：${home} 1号出200元`, { chat: 'single' })).toContain(
    `请念给对方听：“您是${home}，要给1号出200元，对吗？”`,
  );
  expect(await leader.says('是', { chat: 'single' })).toContain('记为电话1，还没有办');
  expect(await pledged(grid)).toBe(0);
  expect(await leader.says('核对电话1一致', { chat: 'single' })).toContain('不能自己核对');
  expect(await checker.says('待办', { chat: 'single' })).toContain(`打回去核对，${home}：给1号出200元`);
  expect(await checker.says('核对电话1一致', { chat: 'single' })).toContain('办好了');
  expect(await pledged(grid)).toBe(20_000);
  expect(await checker.says('核对电话1一致', { chat: 'single' })).toContain('已经核对过了');
  expect((await grid.postsTo(leader.userid)).at(-1)).toContain('打回去核对，办好了');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('what the caller did not say, and what was not so when called back, is nothing; nobody votes by telephone', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published' });
  const [leader, checker] = [grid.role('building_leader', 1), grid.role('grid_worker')];

  await leader.says(`电话：${home} 1号异议：夜里施工太吵`, { chat: 'single' });
  await leader.says('不是', { chat: 'single' });
  expect(await checker.says('核对电话1一致', { chat: 'single' })).toContain('没有电话1');
  await leader.says(`电话：${home} 1号异议：夜里施工太吵`, { chat: 'single' });
  await leader.says('是', { chat: 'single' });
  expect(await checker.says('核对电话1不符', { chat: 'single' })).toContain('没有办');
  expect(await grid.journal()).not.toContain('objection.raise');
  await leader.says(`电话：${home} 1号异议：夜里施工太吵`, { chat: 'single' });
  await leader.says('是', { chat: 'single' });
  await checker.says('核对电话2一致', { chat: 'single' });
  // An objection is on display, and the secretary hears of it, by whichever door it came.
  expect((await grid.posts()).at(-1)).toContain('夜里施工太吵');
  expect((await grid.postsTo(grid.role('grid_secretary').userid)).at(-1)).toContain('1号收到第1条异议');
  expect(await grid.role('grid_secretary').says('1号异议情况')).toContain('夜里施工太吵');
  const before = await grid.journal();
  await leader.says(`电话：${home} 1号同意`, { chat: 'single' });
  expect(await grid.journal()).toEqual(before);
});

test('what the household says to what was read out to it: another sum is read out anew, its yes is the yes', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });
  const leader = grid.role('building_leader', 1);
  await leader.says(`电话：${home} 1号出100元`, { chat: 'single' });

  expect(await leader.says('我念了，她说不是一百，是一百五', { chat: 'single' })).toContain('要给1号出150元，对吗');
  expect(await leader.says('她说对，是', { chat: 'single' })).toContain('记为电话1，还没有办');
});

import { expect, test } from 'vitest';
import { effectiveNotice } from '../../src/publish/poll/poll-notice.js';
import { nextLine } from '../../src/operations/next-steps.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject, received, theProject } from '../support/works.js';

test('a round that failed names what residents were asked for, not the whole budget', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'pledging',
    budgetFen: 23_600_000,
    round: { targetFen: 11_800_000, minimumFen: 11_800_000 },
    pledgeClosesAt: new Date('2026-03-04T00:00:00+08:00'),
  });
  for (const said of ['1号我出100000元', '是']) await grid.resident(40).says(said, { chat: 'single' });
  await grid.until('2026-03-05T12:00:00+08:00');

  const notice = (await grid.posts()).find(text => text.includes('【认筹结果】')) ?? '';
  expect(notice).toContain('没有达到居民部分118,000元');
  expect(notice).not.toContain('236,000');
});

test('a plan whose round failed is published without the days and limits of the dead round', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'funding_failed',
    round: { targetFen: 300_000, minimumFen: 300_000, capFen: 7_000 },
    pledgeClosesAt: new Date('2026-02-01T00:00:00+08:00'),
  });
  await grid.role('grid_secretary').says('发布1号方案：装四盏，预算2000元');

  const notice = (await grid.posts()).at(-1) ?? '';
  expect(notice).toContain('认筹：决定生效后14天');
  expect(notice).toContain('每户最多50.84元');
  expect(notice).not.toContain('1月31日');
});

test('the sum that is offered as the next step can be pledged, and the cap is said in yuan', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging', budgetFen: 600_000, round: { targetFen: 600_000, capFen: 15_254 } });
  const project = await theProject(grid, 1);
  const step = await grid.inUnit(unit => nextLine(unit, project, grid.now));

  expect(step).toBe('自愿认捐，还差6,000元，每户最多152.54元，发送“1号我出100元”');
  expect(await grid.resident(40).says('1号我出100元')).toContain('已记');
});

test('where residents are asked for nothing, nobody is told to pledge', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging', round: { targetFen: 0, minimumFen: 0, capFen: 0 } });

  const project = await theProject(grid, 1);

  expect(await grid.inUnit(unit => nextLine(unit, project, grid.now))).toContain('居民不用认捐');
});

test('a quiet week says since when nothing moved: since the last notice', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T08:00:00+08:00' });
  await received(grid, await aProject(grid), { fen: 300_000 });
  await grid.until('2026-03-16T10:00:00+08:00');

  const quiet = (await grid.posts()).filter(text => text.includes('没有变化'));
  expect(quiet.length).toBeGreaterThan(0);
  for (const text of quiet) expect(text).toContain('比上次公示没有变化');
});

test('a sheet on the east gate’s board hangs there once', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_selected', planVersion: 0, planPublishedAt: null });
  await grid.role('grid_secretary').says('发布1号方案：装路灯，预算3000元');
  const leader = grid.role('building_leader');
  await leader.sends('东门');
  await leader.says('第1号公示已张贴，东门公示栏', { chat: 'single' });

  expect((await grid.posts()).at(-1)).toContain('第1号公示已在东门公示栏张贴');
});

test.each([
  [0, 0, '不用筹款，可以开工了'],
  [300_000, 300_000, '不用筹款，可以开工了'],
  [300_000, 0, '3,000元有依据、待到账：可以安排施工，到账后才能付款'],
])('a decision of %i fen of which %i have come in says what follows', async (budgetFen, receivedFen, words) => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { state: 'funded', budgetFen });

  expect(effectiveNotice(project, receivedFen)).toContain(words);
});

import { expect, test } from 'vitest';
import { loadJobs } from '../../../src/process/registry.js';
import { Post } from '../../../src/store/notice/post.js';
import { anAgreement } from '../../support/market.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, paid, received } from '../../support/works.js';

/** A grid in which every job that posts has something due by the evening of Monday 9 March. */
async function everythingDue(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-02-26T10:00:00+08:00' });
  const leader = grid.role('building_leader');
  const past = new Date('2026-03-09T19:00:00+08:00');
  await aProject(grid, {
    title: '表决中',
    state: 'plan_published',
    planPublishedAt: new Date('2026-02-10T10:00:00+08:00'),
  });
  const works = await aProject(grid, { title: '施工中' });
  await received(grid, works, { fen: 100_000, source: 'subsidy' });
  await aProject(grid, { title: '认筹到期', state: 'pledging', pledgeClosesAt: past });
  await aProject(grid, {
    title: '验收了',
    state: 'accepted',
    percent: 100,
    acceptedAt: new Date('2026-03-08T19:00:00+08:00'),
  });
  await aProject(grid, {
    title: '结果公示中',
    state: 'plan_published',
    planPublishedAt: new Date('2026-02-10T10:00:00+08:00'),
  });
  await leader.says('5号发起表决，2月27日晚八点截止');
  for (let who = 0; who < 70; who += 1) await grid.resident(who).says('5号同意');
  await grid.until('2026-03-06T10:00:00+08:00');
  await leader.says('1号发起表决，3月9日晚八点截止');
  await leader.says('发起投票：楼道刷什么颜色，选项白色、米黄，3月10日晚八点截止');
  for (let who = 0; who < 70; who += 1) await grid.resident(who).says('1号同意');
  grid.now = new Date('2026-02-27T15:00:00+08:00');
  await received(grid, await aProject(grid, { title: '上个月的钱', state: 'funded' }), {
    fen: 10_000,
    source: 'subsidy',
  });
  grid.now = new Date('2026-03-09T15:00:00+08:00');
  await anAgreement(grid, { startsOn: '2026-01-01' });
  await noted(grid, works, { percent: 20 });
  await paid(grid, works, { fen: 10_000, why: '灯杆' });
  return grid;
}

test.each([
  ['21:00', '2026-03-09T21:00:00+08:00', '2026-03-10T07:30:00+08:00'],
  ['23:40', '2026-03-09T23:40:00+08:00', '2026-03-10T07:30:00+08:00'],
  ['07:29', '2026-03-10T07:29:00+08:00', '2026-03-10T07:30:00+08:00'],
])('whatever is due at %s, no job says anything in the group before half past seven', async (_, night, morning) => {
  const grid = await everythingDue();
  const { manager } = grid.store.dataSource;
  const before = await manager.count(Post);
  grid.now = new Date(night);

  const spoke: string[] = [];
  for (const name of (await loadJobs()).keys()) {
    const had = await manager.count(Post);
    await grid.scheduler.run(name);
    if ((await manager.count(Post)) > had) spoke.push(name);
  }

  const posts = (await manager.find(Post, { order: { id: 'ASC' } }))
    .slice(before)
    .filter(({ userid }) => userid === null);
  expect(posts.length).toBeGreaterThan(6);
  for (const { dueAt, content } of posts)
    expect(dueAt.toISOString(), JSON.stringify(content).slice(0, 80)).toBe(new Date(morning).toISOString());
  expect(spoke).toEqual(
    expect.arrayContaining([
      'close-due-polls',
      'close-pledge-rounds',
      'conclude-reviews',
      'post-funds-reports',
      'post-monthly-statements',
      'post-progress-reports',
      'publish-final-accounts',
      'publish-market',
      'remind-open-polls',
    ]),
  );
});

test.each([
  ['Saturday', '2026-03-14T09:20:00+08:00', 0],
  ['the Monday after', '2026-03-16T09:20:00+08:00', 1],
  ['a holiday on a Monday', '2026-04-06T09:20:00+08:00', 0],
  ['a Saturday on which offices work', '2026-02-28T09:20:00+08:00', 1],
])('accounts come on workdays: %s', async (_, day, count) => {
  const grid = await aNeighbourhood({ now: '2026-01-10T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'funded', planPublishedAt: null });
  await received(grid, project, { fen: 10_000, source: 'subsidy' });
  grid.now = new Date(day);

  for (const name of ['post-funds-reports', 'post-monthly-statements']) await grid.scheduler.run(name);

  const posts = (await grid.posts()).filter(text => text !== '[image]');
  expect(posts).toHaveLength(2 * count);
});

import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, received } from '../../support/works.js';

const job = 'post-progress-reports';

test('every evening the group hears percent, colour, what was done, what was found and what follows', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, { percent: 50 });
  await received(grid, project, { fen: 300_000, source: 'subsidy' });
  await noted(grid, project, { text: '管沟已开挖', percent: 50 });
  await noted(grid, project, { kind: 'inspection', text: '电线没套管' });

  await grid.until('2026-03-02T18:01:00+08:00');

  const [post = '', ...others] = await grid.posts();
  expect(others).toEqual(['[image]']);
  for (const part of [
    '【进度公示】1号 装路灯',
    '3月2日',
    '完成50%｜正常 ■■■■■□□□□□',
    '进展：管沟已开挖',
    '巡查：电线没套管',
    '下一步：施工方报施工进度',
    '第1号公示',
  ]) {
    expect(post).toContain(part);
  }
});

test('a second run repeats nothing', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid), { percent: 50 });
  grid.now = new Date('2026-03-02T18:00:00+08:00');

  await grid.scheduler.run(job);
  await grid.scheduler.run(job);

  expect(await grid.posts()).toHaveLength(2);
});

test('after an outage the last evening is told once, with all that was noted until then and nothing later', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid);
  await noted(grid, project, { text: '第一天', percent: 10 });
  await grid.until('2026-03-02T18:00:00+08:00');
  await noted(grid, project, { text: '十八点后', percent: 20, at: new Date('2026-03-02T18:00:01+08:00') });
  await noted(grid, project, { text: '第三天', percent: 30, at: new Date('2026-03-04T17:00:00+08:00') });
  await noted(grid, project, { text: '第四天早上', percent: 40, at: new Date('2026-03-05T08:00:00+08:00') });

  grid.now = new Date('2026-03-05T09:00:00+08:00');
  await grid.scheduler.run(job);
  await grid.scheduler.run(job);

  const [, , late = '', ...others] = await grid.posts();
  expect(others).toEqual(['[image]']);
  expect(late).toContain('3月4日');
  expect(late).toContain('完成30%');
  expect(late).toContain('进展：十八点后；第三天');
  expect(late).not.toContain('第四天早上');
});

test('works that had not started before the evening are not told', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-03T09:00:00+08:00' });
  await noted(grid, await aProject(grid), { percent: 10 });
  await aProject(grid, { state: 'funded' });

  await grid.scheduler.run(job);

  expect(await grid.posts()).toEqual([]);
});

test('what was noted on the day of the acceptance is told that evening, and then no more', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid, { state: 'accepted', acceptedAt: null, percent: 100 }), {
    text: '收尾',
    percent: 100,
  });

  await grid.until('2026-03-04T18:01:00+08:00');

  expect(await grid.posts()).toEqual([expect.stringContaining('进展：收尾'), '[image]']);
});

test('words of markdown in a note do nothing', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid), { text: '<@all> [点我](http://x)', percent: 10 });

  await grid.until('2026-03-02T18:01:00+08:00');

  expect((await grid.posts())[0]).not.toMatch(/<@all>|\[点我\]/);
});

test('what has changed since the last notice is said, and the milestone that comes next', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid);
  await grid.role('grid_secretary').says('1号工期：挖沟3月3日，立杆3月9日');
  await noted(grid, project, { percent: 10 });
  await grid.until('2026-03-03T10:00:00+08:00');
  await noted(grid, project, { text: '沟挖好了', percent: 40 });
  await grid.role('grid_secretary').says('1号节点完成：挖沟');

  await grid.until('2026-03-03T18:01:00+08:00');

  const post = (await grid.posts()).at(-2) ?? '';
  expect(post).toContain('比上次：从10%到40%');
  expect(post).toContain('节点：2个完成了1个；下一个“立杆”计划3月9日（周一），还有6天');
});

test('every day of the works is told, as was promised: a day on which nothing happened in one line, without a picture', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid), { percent: 10 });
  await grid.until('2026-03-02T18:01:00+08:00');
  const before = (await progressPosts(grid)).length;

  await grid.until('2026-03-04T18:01:00+08:00');

  const lines = (await progressPosts(grid)).slice(before);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('1天没有新的进展');
  expect(lines[1]).toContain('2天没有新的进展');
  expect((await grid.posts()).at(-1)).toBe(lines[1]);
});

test('of finished works that wait for their acceptance one line a week says that nothing is new', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await noted(grid, await aProject(grid, { state: 'completed_pending_acceptance', percent: 100 }), { percent: 100 });
  await grid.until('2026-03-02T18:01:00+08:00');
  const before = (await progressPosts(grid)).length;

  await grid.until('2026-03-09T17:59:00+08:00');
  expect(await progressPosts(grid)).toHaveLength(before);
  await grid.until('2026-03-09T18:01:00+08:00');
  expect((await progressPosts(grid)).at(-1)).toContain('7天没有新的进展');
});

test('several projects of a grid are told in one post with one picture, each with its own number and check code', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  for (const title of ['装路灯', '修路面', '换水管'])
    await noted(grid, await aProject(grid, { title }), { percent: 20 });

  await grid.until('2026-03-02T18:01:00+08:00');

  const [post = '', ...others] = await grid.posts();
  expect(others).toEqual(['[image]']);
  expect(post.match(/第[123]号公示/g)).toHaveLength(3);
  expect(Buffer.byteLength(post)).toBeLessThanOrEqual(4096);
  expect(post).toMatch(/链头 [0-9a-f]{16}$/);
});

async function progressPosts(grid: Awaited<ReturnType<typeof aNeighbourhood>>): Promise<string[]> {
  return (await grid.posts()).filter(text => text.includes('【进度公示】'));
}

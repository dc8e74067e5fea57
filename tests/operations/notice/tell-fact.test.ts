import { expect, test } from 'vitest';
import { tellingBy } from '../../../src/operations/notice/tell-fact.js';
import { tellers } from '../../../src/publish/tellers.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const boardUrl = (grid: string, no = 0): string => `http://board/${grid}/${no}`;

test('a fact is told in the unit in which it came to be, on the same message, and the same one once', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'plan_published' });
  const cause = { by: 'r041', at: grid.now, messageId: 'm1', tell: tellingBy(tellers, boardUrl) };
  const sample = await grid.inUnit(async unit => unit.grid);
  const tell = () =>
    grid.store.inGrid(sample, unit => unit.tell('plan.withdrawn', { project, reason: '报价有误' }), cause);

  expect(await tell()).toMatchObject([{ kind: 'plan', no: 1 }]);
  expect(await tell()).toEqual([]);
  expect((await grid.posts()).filter(text => text.includes('报价有误'))).toHaveLength(1);
  const lines = await grid.inUnit(unit => unit.journal.all());
  expect(lines.at(-1)).toMatchObject({ deed: 'notice.publish', by: 'r041', messageId: 'm1' });
});

test('what the clock tells waits for the morning, and its lines stand on no message', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T23:30:00+08:00' });
  const project = await aProject(grid, { state: 'plan_published' });
  const cause = { by: 'clock', at: grid.now, messageId: null, tell: tellingBy(tellers, boardUrl) };
  const sample = await grid.inUnit(async unit => unit.grid);

  await grid.store.inGrid(sample, unit => unit.tell('plan.republished', { project }), cause);

  const [post] = await grid.inUnit(unit => unit.posts.waitingForGroup());
  expect(post?.dueAt.toISOString()).toBe(new Date('2026-03-03T07:30:00+08:00').toISOString());
  expect((await grid.inUnit(unit => unit.journal.all())).at(-1)).toMatchObject({ by: 'clock', messageId: null });
});

test('a unit of work that nobody is said to have begun tells nothing, loudly', async () => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid);
  const sample = await grid.inUnit(async unit => unit.grid);

  await expect(grid.store.inGrid(sample, unit => unit.tell('plan.republished', { project }))).rejects.toThrow(
    'nobody said who began',
  );
});

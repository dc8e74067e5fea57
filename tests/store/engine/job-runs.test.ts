import { expect, onTestFinished, test } from 'vitest';
import { aStore } from '../../support/store.js';

const run = 'close-due-polls@2026-03-02T02:00:00.000Z';
const at = (seconds: number): Date => new Date(Date.parse('2026-03-02T10:00:00+08:00') + seconds * 1000);

test('of ten processes one runs a due job; when it dies another takes over after 30 seconds, and a finished run stays finished', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  const take = (seconds: number): Promise<boolean> => store.inUnit(open => open.jobRuns.take(run, at(seconds)));
  const tenTake = async (seconds: number): Promise<number> =>
    (await Promise.all(Array.from({ length: 10 }, () => take(seconds)))).filter(Boolean).length;

  expect(await tenTake(0)).toBe(1);
  expect(await tenTake(29)).toBe(0);
  expect(await store.inUnit(open => open.jobRuns.left(at(31)))).toEqual([run]);
  expect(await tenTake(31)).toBe(1);
  await store.inUnit(open => open.jobRuns.signOfLife(run, at(50)));
  expect(await tenTake(70)).toBe(0);
  await store.inUnit(open => open.jobRuns.finish(run, at(71)));
  expect(await tenTake(3600)).toBe(0);
});

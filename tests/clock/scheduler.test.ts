import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { defineJob } from '../../src/clock/job.js';
import { nextRun, Scheduler } from '../../src/clock/scheduler.js';
import { aStore } from '../support/store.js';

test.each([
  ['* * * * *', '2026-03-02T10:00:00+08:00', '2026-03-02T10:01:00+08:00'],
  ['* * * * *', '2026-03-02T10:00:30+08:00', '2026-03-02T10:01:00+08:00'],
  ['*/10 * * * *', '2026-03-02T10:51:00+08:00', '2026-03-02T11:00:00+08:00'],
  ['0 18 * * *', '2026-03-02T17:59:59+08:00', '2026-03-02T18:00:00+08:00'],
  ['0 18 * * *', '2026-03-02T18:00:00+08:00', '2026-03-03T18:00:00+08:00'],
  ['0 9 * * 1', '2026-03-02T09:00:00+08:00', '2026-03-09T09:00:00+08:00'],
  ['0 9 * * 0', '2026-03-02T09:00:00+08:00', '2026-03-08T09:00:00+08:00'],
  ['0 0 29 2 *', '2027-03-02T09:00:00+08:00', '2028-02-29T00:00:00+08:00'],
])('%s after %s is %s', (cron, after, next) => {
  expect(nextRun(cron, new Date(after))).toEqual(new Date(next));
});

test('stopped in the middle of a round, it ends with the grid that it is at, and the next process does the round', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  const clock = { now: new Date('2026-03-02T18:00:00+08:00') };
  for (const code of ['east', 'west'])
    await store.inUnit(open =>
      open.grids.add({ code, name: code, community: '少海社区', nextNo: 1, createdAt: clock.now }),
    );
  const seen: string[] = [];
  let meanwhile = async (): Promise<void> => undefined;
  const job = defineJob({
    cron: '0 18 * * *',
    about: '',
    run: async ({ grid }) => {
      seen.push(grid.code);
      await meanwhile();
    },
  });
  const process = (): Scheduler =>
    new Scheduler({
      store,
      jobs: new Map([['job', job]]),
      now: () => clock.now,
      boardUrl: () => '',
      tell: async () => [],
      log: pino({ level: 'silent' }),
      afterRound: async () => undefined,
    });

  const first = process();
  let stopped: Promise<void> | undefined;
  meanwhile = async () => {
    stopped ??= first.stop();
  };
  await first.runDue('job', clock.now);
  await stopped;
  expect(seen).toEqual(['east']);

  clock.now = new Date('2026-03-02T18:01:00+08:00');
  await process().runLeft();
  expect(seen).toEqual(['east', 'east', 'west']);
});

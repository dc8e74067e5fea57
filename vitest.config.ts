import { readFileSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Where the records of tests lie: in memory where the system has room for them, for a disk takes milliseconds to keep each unit. */
function folderInMemory(): { TMPDIR?: string } {
  const folder = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(folder);
    // PostgreSQL's programs are started from there.
    const mayRun = !/ \/dev\/shm tmpfs \S*noexec/u.test(readFileSync('/proc/mounts', 'utf8'));
    return mayRun && bavail * bsize > 4e9 ? { TMPDIR: folder } : {};
  } catch {
    return {};
  }
}

// The files of one worker share what they import: the language is learned once a worker, not once a file.
const shared = { testTimeout: 300_000, hookTimeout: 300_000, isolate: false, env: folderInMemory() };

/**
 * Everything runs on SQLite, and once more on a real PostgreSQL what may differ there. `store/engine` puts every statement together for both
 * databases, so of the intents one file of each subject asks them of PostgreSQL too, and those of credit, which words one by itself; a contest
 * is asked in `operations`.
 */
const onPostgres = [
  'tests/{jobs,operations,store}/**/*.test.ts',
  'tests/intents/credit/*.test.ts',
  'tests/intents/{ballot/paper,county/key,funds/batch,funds/money,funds/refunds,market/market,meeting/meeting,notice/ask,people/roster}.test.ts',
  'tests/intents/{plan/draft,pledge/all-or-nothing,pledge/round,poll/poll,proposal/proposal,works/team,works/works}.test.ts',
  'tests/story/{day-without-the-bot,every-household,in-kefu,market,owners-major,the-moment,time,whole-project}.test.ts',
  'tests/process/kf-door.test.ts',
  'tests/process/commands/**/*.test.ts',
];

export default defineConfig({
  test: {
    // One more than there are cores: a fifth of its time a worker waits for PostgreSQL, a browser or a bot in a process of its own.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['tests/**/*.test.ts'], globalSetup: ['tests/support/build.ts'] } },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: onPostgres,
          // Which hour a notice waits for is the same on any record.
          exclude: ['tests/jobs/notice/quiet-hours.test.ts'],
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

// The files of one worker share what they import: the language is learned once a worker, not once a file.
const shared = { testTimeout: 300_000, hookTimeout: 300_000, isolate: false };

/** Everything runs on SQLite; what touches the record runs once more on a real PostgreSQL. */
export default defineConfig({
  test: {
    // As many workers as cores; a worker is mostly busy, the main process mostly idle.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['tests/**/*.test.ts'], globalSetup: ['tests/support/build.ts'] } },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: [
            'tests/{intents,jobs,operations,store,story}/**/*.test.ts',
            'tests/process/kf-door.test.ts',
            'tests/process/commands/**/*.test.ts',
          ],
          // What this story tells on its page is the same on any record; the other stories prove both.
          exclude: ['tests/story/heating-pipe.test.ts'],
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
    ],
  },
});

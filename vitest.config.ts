import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Everything runs on SQLite; what touches the record runs once more on a real PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['tests/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: ['tests/{intents,jobs,operations,store,story}/**/*.test.ts', 'tests/commands/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
    ],
  },
});

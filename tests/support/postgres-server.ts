import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../dev/drill/postgres.js';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/engine/open.js';
import { database } from './postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the tests' PostgreSQL; absent where the tests run on SQLite. */
    postgres?: string;
  }
}

/** A PostgreSQL for the time of this test run. Tests throw their databases away, so a power cut may have them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres({ careless: true });
  const { dataSource } = await openStore(ormconfig(await database(url, 'migrated')));
  await dataSource.destroy();
  project.provide('postgres', url);
  return stop;
}

import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/engine/open.js';
import type { Store } from '../../src/store/engine/unit.js';
import { freshDatabase } from './postgres.js';

/** An empty record: in memory, or on the tests' PostgreSQL when this run is the one on PostgreSQL. Its tables are a copy of what the migrations made once. */
export async function aStore(): Promise<Store> {
  const server = inject('postgres');
  if (server) return openStore(ormconfig(await freshDatabase(server, 'migrated')));
  migrated ??= migratedRecord();
  const record = await migrated;
  return openStore(opening(() => new Database(record)));
}

let migrated: Promise<Buffer> | undefined;

async function migratedRecord(): Promise<Buffer> {
  const record = new Database(':memory:');
  const { dataSource } = await openStore(opening(() => record));
  const bytes = record.serialize();
  await dataSource.destroy();
  return bytes;
}

/** TypeORM's options for that record in memory. It makes its connection with `new`: what the function gives stands in for it. */
function opening(record: () => Database.Database): ReturnType<typeof ormconfig> {
  function driver(): Database.Database {
    return record();
  }
  return { ...ormconfig('sqlite::memory:'), driver } as ReturnType<typeof ormconfig>;
}

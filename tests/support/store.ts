import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/engine/open.js';
import type { Store } from '../../src/store/engine/unit.js';
import { emptyRecord, letGo } from './postgres.js';

/** An empty record: in memory, or on the tests' PostgreSQL when this run is the one on PostgreSQL. Its tables are a copy of what the migrations made once. */
export async function aStore(): Promise<Store> {
  const server = inject('postgres');
  if (server) return onPostgres(await emptyRecord(server));
  migrated ??= migratedRecord();
  const record = await migrated;
  return openStore(opening(() => new Database(record)));
}

/** That database goes to the next test when this one has closed the record. */
async function onPostgres(url: string): Promise<Store> {
  const store = await openStore(ormconfig(url));
  const close = store.dataSource.destroy.bind(store.dataSource);
  store.dataSource.destroy = async () => {
    await close();
    letGo(url);
  };
  return store;
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
  return { ...ormconfig('sqlite::memory:'), driver };
}

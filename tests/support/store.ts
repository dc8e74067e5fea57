import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/engine/open.js';
import type { Store } from '../../src/store/engine/store.js';
import { type PostgresContents, emptyRecord, fillWith, letGo, rowsOf } from './postgres.js';

/** What stands in a record, so that others begin with it. */
export type Contents = Buffer | PostgresContents;

/**
 * An empty record, or one that begins with what stood in another: in memory, or on the tests' PostgreSQL when this run is the one on PostgreSQL. Its
 * tables are a copy of what the migrations made once.
 */
export async function aStore(contents?: Contents): Promise<Store> {
  const server = inject('postgres');
  if (server) return onPostgres(await emptyRecord(server), contents);
  migrated ??= migratedRecord();
  const record = Buffer.isBuffer(contents) ? contents : await migrated;
  return openStore(opening(() => new Database(record)));
}

/** All that stands in a record now. */
export function contentsOf({ dataSource }: Store): Promise<Contents> {
  const { driver, options } = dataSource;
  if (options.type === 'postgres') return rowsOf(dataSource);
  const { databaseConnection } = driver as unknown as { databaseConnection: Database.Database };
  return Promise.resolve(databaseConnection.serialize());
}

/** That database goes to the next test when this one has closed the record. */
async function onPostgres(url: string, contents?: Contents): Promise<Store> {
  const store = await openStore(ormconfig(url));
  if (contents && !Buffer.isBuffer(contents)) await fillWith(store.dataSource, contents);
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

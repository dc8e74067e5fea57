import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import { entities } from './src/store/engine/entities.js';
import { migrations } from './src/store/engine/migrations/index.js';

/**
 * How TypeORM reaches the record: `sqlite:FILE` (the embedded default) or `postgres://…`. There is no `synchronize`:
 * the shape of the record changes by migrations only. A connection that only reads waits for no writer, and nobody waits for it (SQLite's WAL).
 */
export function ormconfig(databaseUrl: string, { readOnly = false } = {}): DataSourceOptions {
  const shared = { entities, migrations, migrationsTransactionMode: 'each' as const, logging: false };
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return { ...shared, type: 'postgres', url: databaseUrl, poolSize: 10 };

  const database = databaseUrl.replace(/^sqlite:/, '');
  if (readOnly) {
    const prepareDatabase = (connection: { pragma(statement: string): unknown }): void => {
      connection.pragma('cache_size = -2000');
      connection.pragma('temp_store = MEMORY');
    };
    return { ...shared, type: 'better-sqlite3', database, readonly: true, prepareDatabase };
  }
  if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  return {
    ...shared,
    type: 'better-sqlite3',
    database,
    enableWAL: true,
    prepareDatabase: (connection: { pragma(statement: string): unknown }) => {
      // Nobody else on the machine reads who pledged what; SQLite gives its log and index the same rights.
      if (database !== ':memory:' && existsSync(database)) chmodSync(database, 0o600);
      // What was acknowledged is on disk; another process that writes is waited for.
      connection.pragma('synchronous = FULL');
      connection.pragma('busy_timeout = 5000');
      // The log is folded into the file every megabyte, not every four: whoever speaks just then waits for it, so it is kept short.
      connection.pragma('wal_autocheckpoint = 250');
      // Half of what the library takes: the system keeps the file in memory as well.
      connection.pragma('cache_size = -8000');
      // What a savepoint needs to be undone lives in memory.
      connection.pragma('temp_store = MEMORY');
    },
  };
}

import type { DataSource, DataSourceOptions } from 'typeorm';
import { RecordSource } from './record-source.js';
import { Secret } from './secret.js';
import { whole } from '../notice/posts.js';
import type { SqliteConnection } from './statements.js';
import { Store } from './store.js';

/** Opens the record and brings its tables up to date. */
export async function openStore(options: DataSourceOptions, split = whole): Promise<Store> {
  const dataSource = await new RecordSource(options).initialize();
  try {
    await ensureNotNewer(dataSource);
    await migrated(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  // From here on the store waits for other writers by itself, without holding up the process.
  sqliteOf(dataSource)?.pragma('busy_timeout = 5');
  return new Store(dataSource, { split, secret: await secretIn(dataSource), readOnly: false });
}

/** The connection to SQLite; null on PostgreSQL. */
function sqliteOf({ driver }: DataSource): SqliteConnection | null {
  return (driver as unknown as { databaseConnection?: SqliteConnection }).databaseConnection ?? null;
}

/** Opens a replica of the record, which others keep up to date: nothing is migrated, nothing can be written. */
export async function openReplica(options: DataSourceOptions): Promise<Store> {
  const dataSource = await new RecordSource(options).initialize();
  return new Store(dataSource, { split: whole, secret: await secretIn(dataSource), readOnly: true });
}

/** What the seals of the record are salted with; the migration that began it made it up. */
async function secretIn({ manager }: DataSource): Promise<string> {
  return (await manager.findOneByOrFail(Secret, { name: 'salt' })).value;
}

/** A program does not write into a record that a newer one has changed: it would not know what it breaks. */
async function ensureNotNewer(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const known = new Set(dataSource.migrations.map(migration => migration.name ?? migration.constructor.name));
    const done = (await runner.query('SELECT "name" FROM "migrations"')) as { name: string }[];
    const newer = done.filter(({ name }) => !known.has(name)).at(-1);
    if (newer)
      throw new Error(
        `this record was brought up to date by a newer version of the program (${newer.name}); start that version, or restore a backup from before.`,
      );
  } finally {
    await runner.release();
  }
}

/** An arbitrary number that all processes of the bot agree on. */
const migrationLock = 7_010_118;

/** Several processes may start at once on one PostgreSQL: the first migrates, the others wait and find it done. */
async function migrated(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type !== 'postgres') {
    await dataSource.runMigrations();
    return;
  }
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await runner.release();
  }
}

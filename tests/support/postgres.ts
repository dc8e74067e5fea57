import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/** A new database on the tests' server: without a table, or with those that the migrations made once for all. */
export async function freshDatabase(server: string, from: 'template1' | 'migrated' = 'template1'): Promise<string> {
  return database(server, `t${randomUUID().replaceAll('-', '')}`, from);
}

/** A new database of that name. */
export async function database(server: string, name: string, from = 'template1'): Promise<string> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Databases with the record's tables that tests of this worker have done with. */
const doneWith: string[] = [];

export function letGo(url: string): void {
  doneWith.push(url);
}

/** A database with the record's tables and nothing in them: one that a test has done with, else a new one. A new one is 700 files. */
export async function emptyRecord(server: string): Promise<string> {
  const url = doneWith.pop();
  if (url === undefined) return freshDatabase(server, 'migrated');
  const client = new pg.Client(url);
  await client.connect();
  await client.query(emptied);
  await client.end();
  return url;
}

/** What a test left behind: a connection that still holds something, rows, numbers given out. What the migrations wrote stays. */
const emptied = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
  SET session_replication_role = replica;
  DO $$
  DECLARE one text;
  BEGIN
    FOR one IN SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'secret') LOOP
      EXECUTE 'DELETE FROM ' || one;
    END LOOP;
    DELETE FROM secret WHERE name <> 'salt';
    PERFORM setval(format('%I', sequencename)::regclass, start_value, false)
      FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' AND last_value IS NOT NULL;
  END $$;
`;

/** The rows of each table that has any, as JSON, and the last number that each sequence gave. */
export interface PostgresContents {
  readonly rows: readonly (readonly [table: string, rows: string])[];
  readonly numbers: readonly (readonly [sequence: string, last: string])[];
}

export async function rowsOf({ manager }: DataSource): Promise<PostgresContents> {
  const tables = await manager.query<{ name: string }[]>(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  const rows: [string, string][] = [];
  for (const { name } of tables) {
    const [{ all } = { all: null }] = await manager.query<{ all: string | null }[]>(
      `SELECT json_agg(one)::text AS "all" FROM ${name} AS one`,
    );
    if (all !== null) rows.push([name, all]);
  }
  const numbers = await manager.query<{ name: string; last: string }[]>(
    `SELECT format('%I', sequencename) AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return { rows, numbers: numbers.map(({ name, last }) => [name, last] as const) };
}

/** Puts them into a record that is empty but for what the migrations wrote. */
export async function fillWith({ manager }: DataSource, { rows, numbers }: PostgresContents): Promise<void> {
  await manager.transaction(async part => {
    await part.query('SET LOCAL session_replication_role = replica');
    for (const [table, all] of rows) {
      await part.query(`DELETE FROM ${table}`);
      await part.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [all]);
    }
    for (const [sequence, last] of numbers) await part.query('SELECT setval($1::regclass, $2)', [sequence, last]);
  });
}

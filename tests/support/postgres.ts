import { randomUUID } from 'node:crypto';
import pg from 'pg';

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

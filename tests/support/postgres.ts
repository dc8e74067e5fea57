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

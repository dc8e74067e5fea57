import { strict as assert } from 'node:assert';
import type { QueryRunner } from 'typeorm';

/** What a statement answered: rows as arrays of columns in the order of the SELECT, and how many rows it changed. */
export interface Outcome {
  readonly rows: unknown[][];
  readonly changed: number;
  /** The id that an INSERT made, on SQLite; on PostgreSQL it comes back as a row. */
  readonly newId: number | null;
}

/** Runs statements in one transaction. Each text is prepared once a connection and used again. */
export interface Statements {
  readonly isPostgres: boolean;
  run(sql: string, parameters?: readonly unknown[]): Promise<Outcome>;
  /** The rows of a SELECT from one table. They are not to be changed: another who asks the same may be handed the same. */
  read(table: string, sql: string, parameters: readonly unknown[]): Promise<readonly (readonly unknown[])[]>;
  /** An INSERT, UPDATE or DELETE on one table. */
  write(table: string, sql: string, parameters: readonly unknown[]): Promise<Outcome>;
  /** Undoes the transaction, or what was done since a savepoint. */
  undo(savepoint?: string): Promise<void>;
}

interface SqliteStatement {
  readonly reader: boolean;
  raw(): SqliteStatement;
  all(...parameters: unknown[]): unknown[][];
  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
}

/** The part of better-sqlite3's connection that is used here. */
export interface SqliteConnection {
  readonly inTransaction: boolean;
  prepare(sql: string): SqliteStatement;
}

/** As many as there are shapes of statement in the program, and enough over for lists of different lengths. */
const mostPrepared = 1000;

/** One connection to SQLite: every call answers before it returns, and none of TypeORM's layers is passed. */
export class SqliteStatements implements Statements {
  readonly isPostgres = false;
  private readonly prepared = new Map<string, SqliteStatement>();
  private readonly known = new KnownRows();
  private readonly written = new Set<string>();
  private seen = '';

  constructor(readonly connection: SqliteConnection) {}

  // Async, so that a failure is a rejection, as it is on PostgreSQL.
  async run(sql: string, parameters: readonly unknown[] = []): Promise<Outcome> {
    const statement = this.statement(sql);
    if (statement.reader) return { rows: statement.all(...parameters), changed: 0, newId: null };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], changed: changes, newId: Number(lastInsertRowid) };
  }

  async read(table: string, sql: string, parameters: readonly unknown[]): Promise<readonly unknown[][]> {
    const key = `${sql}\n${parameters.join('\n')}`;
    const known = this.known.of(table, key);
    if (known) return known;
    const rows = this.statement(sql).all(...parameters);
    this.known.keep(table, key, rows);
    return rows;
  }

  async write(table: string, sql: string, parameters: readonly unknown[]): Promise<Outcome> {
    this.known.forget(table);
    this.written.add(table);
    return this.run(sql, parameters);
  }

  /** Begins a transaction that may write. What others wrote since the last one makes all that was read stale. */
  async begin(): Promise<void> {
    // IMMEDIATE: another process (an operator's command) may be writing, and then we wait instead of failing later.
    await this.run('BEGIN IMMEDIATE');
    if (this.changes() !== this.seen) this.known.forgetAll();
    this.written.clear();
  }

  async commit(): Promise<void> {
    await this.run('COMMIT');
    this.seen = this.changes();
  }

  /** Undoes the transaction, or what was done since a savepoint: what was read of it is not so any more. */
  async undo(savepoint?: string): Promise<void> {
    for (const table of this.written) this.known.forget(table);
    await this.run(savepoint === undefined ? 'ROLLBACK' : `ROLLBACK TO SAVEPOINT ${savepoint}`);
  }

  /** Another value than before when any connection has written. */
  private changes(): string {
    return ['PRAGMA data_version', 'SELECT total_changes()'].map(sql => String(this.statement(sql).all()[0])).join();
  }

  private statement(sql: string): SqliteStatement {
    const known = this.prepared.get(sql);
    if (known) return known;
    if (this.prepared.size >= mostPrepared) this.prepared.clear();
    const fresh = this.connection.prepare(sql);
    const statement = fresh.reader ? fresh.raw() : fresh;
    this.prepared.set(sql, statement);
    return statement;
  }
}

/** So many rows are kept, an empty answer counting as one, and no long answers. */
const mostKnown = 20_000;
const longestKnown = 200;

/** What has been read and not been written since. One connection writes, so what it wrote is all that can make it stale. */
class KnownRows {
  private readonly tables = new Map<string, Map<string, unknown[][]>>();
  private size = 0;

  of(table: string, key: string): unknown[][] | undefined {
    return this.tables.get(table)?.get(key);
  }

  keep(table: string, key: string, rows: unknown[][]): void {
    if (rows.length > longestKnown) return;
    if (this.size + rows.length >= mostKnown) this.forgetAll();
    let known = this.tables.get(table);
    if (!known) this.tables.set(table, (known = new Map<string, unknown[][]>()));
    known.set(key, rows);
    this.size += Math.max(1, rows.length);
  }

  forget(table: string): void {
    const known = this.tables.get(table);
    if (!known || known.size === 0) return;
    for (const rows of known.values()) this.size -= Math.max(1, rows.length);
    known.clear();
  }

  forgetAll(): void {
    this.tables.clear();
    this.size = 0;
  }
}

interface PostgresClient {
  query(query: { name?: string; text: string; values: readonly unknown[]; rowMode: 'array' }): Promise<{
    rows: unknown[][];
    rowCount: number | null;
  }>;
}

/** The name under which PostgreSQL keeps a prepared statement; the same for one text in every connection. */
const names = new Map<string, string>();

/** One transaction on PostgreSQL. */
export class PostgresStatements implements Statements {
  readonly isPostgres = true;

  private constructor(private readonly client: PostgresClient) {}

  static async of(runner: QueryRunner): Promise<PostgresStatements> {
    return new PostgresStatements((await runner.connect()) as PostgresClient);
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<Outcome> {
    let count = 0;
    let name = names.get(sql);
    if (name === undefined && names.size < mostPrepared) {
      name = `zhongyi-${names.size + 1}`;
      names.set(sql, name);
    }
    // Every ? outside quotes is a parameter; the texts made by `Records` hold no others.
    const text = sql.replaceAll('?', () => `$${(count += 1)}`);
    assert(count === parameters.length, 'a statement got another number of parameters than it has places');
    const named = name === undefined ? {} : { name };
    const { rows, rowCount } = await this.client.query({ ...named, text, values: parameters, rowMode: 'array' });
    return { rows, changed: rowCount ?? 0, newId: null };
  }

  async read(_table: string, sql: string, parameters: readonly unknown[]): Promise<readonly unknown[][]> {
    return (await this.run(sql, parameters)).rows;
  }

  write(_table: string, sql: string, parameters: readonly unknown[]): Promise<Outcome> {
    return this.run(sql, parameters);
  }

  async undo(savepoint?: string): Promise<void> {
    await this.run(savepoint === undefined ? 'ROLLBACK' : `ROLLBACK TO SAVEPOINT ${savepoint}`);
  }
}

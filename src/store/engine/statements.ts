import { strict as assert } from 'node:assert';
import type { QueryRunner } from 'typeorm';
import { KnownRows, type Query } from './known-rows.js';

/** What a statement answered: rows as arrays of columns in the order of the SELECT, and how many rows it changed. */
interface Outcome {
  readonly rows: unknown[][];
  readonly changed: number;
  /** The id that an INSERT made, on SQLite; on PostgreSQL it comes back as a row. */
  readonly newId: number | null;
}

/** SQLite has answered before the call returns, PostgreSQL answers later. */
export type Soon<T> = T | Promise<T>;

/** Runs statements in one transaction. Each text is prepared once a connection and used again. */
export interface Statements {
  readonly isPostgres: boolean;
  /** How often something was written so far. */
  readonly writes: number;
  run(sql: string, parameters?: readonly unknown[]): Soon<Outcome>;
  /** What is kept of each row. It is not to be changed: another who asks the same may be handed the same. */
  read(query: Query, parameters: readonly unknown[]): Soon<readonly unknown[]>;
  /** An INSERT, UPDATE or DELETE on one table. */
  write(table: string, sql: string, parameters: readonly unknown[]): Soon<Outcome>;
  /** An INSERT of one row; whoever adds it tells `known` what it holds. */
  add(table: string, sql: string, parameters: readonly unknown[]): Soon<Outcome>;
  /** What is known without asking; null on PostgreSQL, where others write too. */
  readonly known: KnownRows | null;
  /** Undoes the transaction, or what was done since a savepoint; `since` is what `writes` was then. */
  undo(savepoint?: string, since?: number): Promise<void>;
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
  pragma(statement: string): unknown;
  prepare(sql: string): SqliteStatement;
}

/** As many as there are shapes of statement in the program, and enough over for lists of different lengths. */
const mostPrepared = 1000;

/** One connection to SQLite: every call answers before it returns, and none of TypeORM's layers is passed. */
export class SqliteStatements implements Statements {
  readonly isPostgres = false;
  writes = 0;
  private readonly prepared = new Map<string, SqliteStatement>();
  readonly known = new KnownRows();
  /** The tables that were written in this transaction, with what `writes` was after the last time. */
  private readonly written = new Map<string, number>();
  private seen = '';

  constructor(readonly connection: SqliteConnection) {}

  run(sql: string, parameters: readonly unknown[] = []): Outcome {
    const statement = this.statement(sql);
    if (statement.reader) return { rows: statement.all(...parameters), changed: 0, newId: null };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], changed: changes, newId: Number(lastInsertRowid) };
  }

  read(query: Query, parameters: readonly unknown[]): readonly unknown[] {
    const known = query.isKept ? this.known.of(query, parameters) : undefined;
    if (known) return known;
    const rows = this.statement(query.sql)
      .all(...parameters)
      .map(query.kept);
    if (query.isKept) this.known.keep(query, parameters, rows);
    return rows;
  }

  write(table: string, sql: string, parameters: readonly unknown[]): Outcome {
    this.known.forget(table);
    return this.add(table, sql, parameters);
  }

  add(table: string, sql: string, parameters: readonly unknown[]): Outcome {
    this.writes += 1;
    this.written.set(table, this.writes);
    return this.run(sql, parameters);
  }

  /** Begins a transaction. What others wrote since the last one makes all that was read stale. */
  begin(readOnly = false): void {
    // IMMEDIATE: another process (an operator's command) may be writing, and then we wait instead of failing later.
    this.run(readOnly ? 'BEGIN' : 'BEGIN IMMEDIATE');
    // The first read of a reader fixes what it sees until its end.
    if (readOnly) this.statement('SELECT 1 FROM sqlite_schema LIMIT 1').all();
    if (this.changes() !== this.seen) this.known.forgetAll();
    this.written.clear();
  }

  commit(): void {
    this.run('COMMIT');
    this.seen = this.changes();
  }

  /** Undoes the transaction, or what was done since a savepoint: what was read of it is not so any more. */
  async undo(savepoint?: string, since = 0): Promise<void> {
    for (const [table, last] of this.written) if (last > since) this.known.forget(table);
    this.run(savepoint === undefined ? 'ROLLBACK' : `ROLLBACK TO SAVEPOINT ${savepoint}`);
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

interface PostgresClient {
  query(query: { name?: string; text: string; values: readonly unknown[]; rowMode: 'array' }): Promise<{
    rows: unknown[][];
    rowCount: number | null;
  }>;
}

/** The name under which PostgreSQL keeps a prepared statement; the same for one text in every connection. */
const names = new Map<string, string>();

/**
 * One transaction on PostgreSQL. What was read in it is not asked for again until it writes to that table itself or has waited for a
 * lock: a grid's units run one after another, so that nobody else changes the grid's rows meanwhile.
 */
export class PostgresStatements implements Statements {
  readonly isPostgres = true;
  readonly known = null;
  writes = 0;
  private readonly answered = new KnownRows();
  /** The statement before: a connection runs one at a time, and pg 9 keeps no queue of its own. */
  private before: Promise<unknown> = Promise.resolve();

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
    const query = { ...named, text, values: parameters, rowMode: 'array' } as const;
    const answer = this.before.then(() => this.client.query(query));
    this.before = answer.catch(() => undefined);
    const { rows, rowCount } = await answer;
    return { rows, changed: rowCount ?? 0, newId: null };
  }

  async read(query: Query, parameters: readonly unknown[]): Promise<readonly unknown[]> {
    const known = query.isKept ? this.answered.of(query, parameters) : undefined;
    if (known) return known;
    const { writes } = this;
    const rows = (await this.run(query.sql, parameters)).rows.map(query.kept);
    if (query.isLocked) this.answered.forgetAll();
    // What was written while the answer was under way may not be in it.
    if (query.isKept && writes === this.writes) this.answered.keep(query, parameters, rows);
    return rows;
  }

  async add(table: string, sql: string, parameters: readonly unknown[]): Promise<Outcome> {
    this.writes += 1;
    this.answered.forget(table);
    return this.run(sql, parameters);
  }

  write(table: string, sql: string, parameters: readonly unknown[]): Promise<Outcome> {
    return this.add(table, sql, parameters);
  }

  async undo(savepoint?: string): Promise<void> {
    await this.run(savepoint === undefined ? 'ROLLBACK' : `ROLLBACK TO SAVEPOINT ${savepoint}`);
    this.answered.forgetAll();
  }
}

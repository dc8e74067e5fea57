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

  constructor(readonly connection: SqliteConnection) {}

  // Async, so that a failure is a rejection, as it is on PostgreSQL.
  async run(sql: string, parameters: readonly unknown[] = []): Promise<Outcome> {
    const statement = this.statement(sql);
    if (statement.reader) return { rows: statement.all(...parameters), changed: 0, newId: null };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], changed: changes, newId: Number(lastInsertRowid) };
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
}

import type { DataSource } from 'typeorm';
import type { Grid } from '../people/grid.js';
import { PostgresStatements, type SqliteConnection, SqliteStatements } from './statements.js';
import { type Cause, OpenUnit, type Settings, type Unit } from './unit.js';

interface Waiting {
  /** Does the work, seals it, and hands back how to tell whoever waits for it. */
  readonly work: (unit: OpenUnit) => Promise<() => void>;
  readonly cause: Cause | null;
  readonly reject: (error: unknown) => void;
}

interface Begun<T> {
  readonly work: (unit: OpenUnit) => Promise<T>;
  readonly cause: Cause | null;
}

/** For half a minute: longer than an operator's command takes, and whoever speaks then gets an apology. */
const mostTries = 600;
const betweenTriesMs = 50;

/** So many units share one commit at most: the first of them must not wait for ever. */
const mostTogether = 64;

/** The record: hands out units of work. */
export class Store {
  private readonly waiting: Waiting[] = [];
  private isWorking = false;
  private readonly sqlite: SqliteStatements | null;

  constructor(
    readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {
    const { driver } = dataSource as unknown as { driver: { databaseConnection?: SqliteConnection } };
    this.sqlite = driver.databaseConnection ? new SqliteStatements(driver.databaseConnection) : null;
  }

  /** What the seals of this record are salted with. */
  get secret(): string {
    return this.settings.secret;
  }

  /** True when no other bot serves this record: SQLite is for one process. */
  get isOwn(): boolean {
    return this.sqlite !== null;
  }

  /**
   * Runs one unit of work as one transaction; the promise is kept only when the work is on disk.
   *
   * On SQLite units run strictly one after another, and those that wait share one commit, each within a savepoint of its
   * own: one that fails is undone alone. On PostgreSQL they run side by side and are tried again when the database asks.
   */
  inUnit<T>(work: (unit: OpenUnit) => Promise<T>, cause: Cause | null = null): Promise<T> {
    const { sqlite } = this;
    if (!sqlite) return this.retried({ work, cause });
    return new Promise((resolve, reject) => {
      const turn = async (unit: OpenUnit): Promise<() => void> => {
        const result = await work(unit);
        await unit.seal();
        return () => resolve(result);
      };
      this.waiting.push({ work: turn, cause, reject });
      if (this.isWorking) return;
      this.isWorking = true;
      // Not at once: what else has arrived by now is to share the commit.
      setImmediate(() => void this.workThrough(sqlite));
    });
  }

  /** A unit of work within one grid. */
  inGrid<T>(grid: Grid, work: (unit: Unit) => Promise<T>, cause: Cause | null = null): Promise<T> {
    return this.inUnit(async open => work(await open.within(grid)), cause);
  }

  private async workThrough(sqlite: SqliteStatements): Promise<void> {
    while (this.waiting.length > 0) {
      await this.together(sqlite, this.waiting.splice(0, mostTogether));
      await new Promise(setImmediate);
    }
    this.isWorking = false;
  }

  /** Several units in one transaction. Nobody is told anything before its commit. */
  private async together(sqlite: SqliteStatements, group: readonly Waiting[]): Promise<void> {
    const tell: (() => void)[] = [];
    try {
      await this.begun(sqlite);
      for (const waiting of group) tell.push(await this.apart(sqlite, waiting));
      sqlite.commit();
    } catch (error) {
      if (sqlite.connection.inTransaction) await sqlite.undo();
      for (const { reject } of group) reject(error);
      return;
    }
    for (const say of tell) say();
  }

  /**
   * Begins the transaction when whoever else writes has ended. We ask again and again and sleep in between: SQLite's own waiting would
   * hold up the whole process, pages and health with it.
   */
  private async begun(sqlite: SqliteStatements): Promise<void> {
    for (let tries = mostTries; ; tries -= 1) {
      try {
        sqlite.begin(this.settings.readOnly);
        return;
      } catch (error) {
        if (tries <= 1 || !isLocked(error)) throw error;
        await new Promise(resolve => setTimeout(resolve, betweenTriesMs));
      }
    }
  }

  /** One unit of a group: its failure leaves no trace, and the others go on. */
  private async apart(sqlite: SqliteStatements, { work, cause, reject }: Waiting): Promise<() => void> {
    sqlite.run('SAVEPOINT unit');
    const since = sqlite.writes;
    try {
      const tell = await work(new OpenUnit(sqlite, this.dataSource.manager, { ...this.settings, cause }));
      sqlite.run('RELEASE unit');
      return tell;
    } catch (error) {
      // A full disk may have ended the whole transaction; then nobody's work was kept.
      if (!sqlite.connection.inTransaction) throw error;
      await sqlite.undo('unit', since);
      sqlite.run('RELEASE unit');
      return () => reject(error);
    }
  }

  private async retried<T>(begun: Begun<T>, tries = 5): Promise<T> {
    try {
      return await this.alone(begun);
    } catch (error) {
      if (tries > 1 && isConflict(error)) return this.retried(begun, tries - 1);
      throw error;
    }
  }

  /** One unit as a transaction of PostgreSQL. */
  private async alone<T>({ work, cause }: Begun<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const statements = await PostgresStatements.of(runner);
      await statements.run(this.settings.readOnly ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN');
      try {
        const unit = new OpenUnit(statements, runner.manager, { ...this.settings, cause });
        const result = await work(unit);
        await unit.seal();
        await statements.run('COMMIT');
        return result;
      } catch (error) {
        await statements.undo().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** Another process holds the file. */
function isLocked(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}

/** Serialization failure, deadlock, or two units that wrote the same new key: PostgreSQL's way to say “once more”. */
function isConflict(error: unknown): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return ['40001', '40P01', '23505'].includes(String(driverError?.code ?? code));
}

import { strict as assert } from 'node:assert';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Credit } from './credit.js';
import { Disclosures } from './disclosures.js';
import { Callback } from './entities/callback.js';
import { Grid } from './entities/grid.js';
import { EvidenceShelf } from './evidence.js';
import { Grids } from './grids.js';
import { Journal } from './journal.js';
import { Ledger } from './ledger.js';
import { Meetings } from './meetings.js';
import { Members } from './members.js';
import { Objections } from './objections.js';
import { Papers } from './papers.js';
import { Personal } from './personal.js';
import { Polls } from './polls.js';
import { Posts, type Split, whole } from './posts.js';
import { Projects } from './projects.js';
import { Questions } from './questions.js';
import { insertRow, Rows } from './rows.js';
import { Spending } from './spending.js';
import { Statements } from './statements.js';
import { Works } from './works.js';

/** The part of one transaction that belongs to one grid. Nothing reached through it belongs to another grid. */
export class Unit {
  readonly rows: Rows;
  readonly journal: Journal;
  readonly members: Members;
  readonly projects: Projects;
  readonly polls: Polls;
  readonly ledger: Ledger;
  readonly works: Works;
  readonly credit: Credit;
  readonly disclosures: Disclosures;
  readonly posts: Posts;
  readonly questions: Questions;
  readonly personal: Personal;
  readonly objections: Objections;
  readonly papers: Papers;
  readonly meetings: Meetings;
  readonly evidence: EvidenceShelf;
  readonly spending: Spending;
  readonly statements: Statements;

  constructor(
    readonly manager: EntityManager,
    readonly grid: Grid,
    split: Split,
  ) {
    this.rows = new Rows(manager, grid.id);
    this.journal = new Journal(this.rows);
    this.members = new Members(this.rows);
    this.projects = new Projects(this.rows, grid);
    this.polls = new Polls(this.rows);
    this.ledger = new Ledger(this.rows);
    this.works = new Works(this.rows);
    this.credit = new Credit(this.rows);
    this.disclosures = new Disclosures(this.rows);
    this.posts = new Posts(this.rows, split);
    this.questions = new Questions(this.rows);
    this.personal = new Personal(this.rows);
    this.objections = new Objections(this.rows);
    this.papers = new Papers(this.rows);
    this.meetings = new Meetings(this.rows);
    this.evidence = new EvidenceShelf(this.rows);
    this.spending = new Spending(this.rows);
    this.statements = new Statements(this.rows);
  }
}

/** One transaction, before it is known which grid it is about. */
export class OpenUnit {
  readonly grids: Grids;
  private readonly units = new Map<number, Unit>();

  constructor(
    private readonly runner: QueryRunner,
    private readonly split: Split,
  ) {
    this.grids = new Grids(runner.manager);
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** The unit of one grid. On PostgreSQL the grid's units run one after another; different grids' side by side. */
  async within(grid: Grid): Promise<Unit> {
    const known = this.units.get(grid.id);
    if (known) return known;
    if (this.manager.connection.options.type === 'postgres') {
      await this.runner.query('SELECT id FROM grid WHERE id = $1 FOR UPDATE', [grid.id]);
    }
    const fresh = await this.manager.findOneByOrFail(Grid, { id: grid.id });
    const unit = new Unit(this.manager, fresh, this.split);
    this.units.set(grid.id, unit);
    return unit;
  }

  /** Runs a part that may be undone alone: when it throws, it leaves no trace and the rest of the unit goes on. */
  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const before = [...this.units.values()].map(unit => ({
      unit,
      rows: unit.rows.snapshot(),
      lines: unit.journal.snapshot(),
    }));
    await this.runner.query('SAVEPOINT part');
    try {
      const result = await part();
      await this.runner.query('RELEASE SAVEPOINT part');
      return result;
    } catch (error) {
      await this.runner.query('ROLLBACK TO SAVEPOINT part');
      await this.runner.query('RELEASE SAVEPOINT part');
      for (const { unit, rows, lines } of before) {
        unit.rows.restore(rows);
        unit.journal.restore(lines);
      }
      throw error;
    }
  }

  /** The answer already given to a message, if it has been delivered before. */
  async answered(messageId: string): Promise<Record<string, unknown> | null> {
    const callback = await this.manager.findOneBy(Callback, { messageId });
    return callback?.reply ?? null;
  }

  async keepAnswer(messageId: string, reply: Record<string, unknown>, at: Date): Promise<void> {
    await insertRow(this.manager, Callback, Object.assign(new Callback(), { messageId, reply, at }));
  }

  /** Writes the journal lines of all grids. Every change of the record must have been told to the journal. */
  async seal(): Promise<void> {
    for (const unit of this.units.values()) {
      assert(!unit.rows.isDirty(), 'a unit of work changed rows after its last journal line');
      await unit.journal.write();
    }
  }
}

/** The record: hands out units of work. */
export class Store {
  private tail: Promise<unknown> = Promise.resolve();

  /** `split` knows what the channel to the groups takes at once; without it posts are kept whole. */
  constructor(
    readonly dataSource: DataSource,
    private readonly split: Split = whole,
  ) {}

  /**
   * Runs one unit of work as one transaction. On SQLite units run strictly one after another, because TypeORM hands every
   * caller the same connection; on PostgreSQL they run side by side and are tried again when the database asks for it.
   */
  inUnit<T>(work: (unit: OpenUnit) => Promise<T>): Promise<T> {
    if (this.dataSource.options.type === 'postgres') return this.retried(work);
    const turn = this.tail.then(() => this.once(work));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** A unit of work within one grid. */
  inGrid<T>(grid: Grid, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.inUnit(async open => work(await open.within(grid)));
  }

  private async retried<T>(work: (unit: OpenUnit) => Promise<T>, tries = 5): Promise<T> {
    try {
      return await this.once(work);
    } catch (error) {
      if (tries > 1 && isConflict(error)) return this.retried(work, tries - 1);
      throw error;
    }
  }

  private async once<T>(work: (unit: OpenUnit) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // IMMEDIATE: another process (an operator's command) may be writing, and then we wait instead of failing later.
      await runner.query(this.dataSource.options.type === 'postgres' ? 'BEGIN' : 'BEGIN IMMEDIATE');
      try {
        const unit = new OpenUnit(runner, this.split);
        const result = await work(unit);
        await unit.seal();
        await runner.query('COMMIT');
        return result;
      } catch (error) {
        await runner.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** Serialization failure, deadlock, or two units that wrote the same new key: PostgreSQL's way to say “once more”. */
function isConflict(error: unknown): boolean {
  const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
  return code === '40001' || code === '40P01' || code === '23505';
}

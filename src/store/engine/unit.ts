import { strict as assert } from 'node:assert';
import type { EntityManager } from 'typeorm';
import { Contests } from '../contest/contests.js';
import { Credit } from '../credit/credit.js';
import { DeskLogins } from '../people/desk-logins.js';
import type { Disclosure } from '../notice/disclosure.js';
import { Disclosures } from '../notice/disclosures.js';
import type { FactName, Facts } from '../notice/facts.js';
import { BankLists } from '../funds/bank-lists.js';
import { DispatchActions } from '../county/dispatch-actions.js';
import { Callback } from './callback.js';
import { Grid } from '../people/grid.js';
import { EvidenceShelf } from '../kept-evidence.js';
import { Grids } from '../people/grids.js';
import { Identities } from '../people/identities.js';
import { JobRuns } from './job-runs.js';
import { DayHeads } from './day-heads.js';
import { type Begun, Journal } from './journal.js';
import { KfLinks } from '../notice/kf-links.js';
import { Ledger } from '../funds/ledger.js';
import { Logins } from '../county/logins.js';
import { Market } from '../market/market.js';
import { Meetings } from '../meeting/meetings.js';
import { HouseholdCodes } from '../people/household-codes.js';
import { Members } from '../people/members.js';
import { Objections } from '../plan/objections.js';
import { Papers } from '../ballot/papers.js';
import { Personal } from '../people/personal.js';
import { Polls } from '../poll/polls.js';
import { Posts, type Split } from '../notice/posts.js';
import { Projects } from '../proposal/projects.js';
import { Questions } from '../questions.js';
import { Precedents } from '../proposal/precedents.js';
import { Reports } from '../proposal/reports.js';
import { Records } from './records.js';
import { RoleCards } from '../people/role-cards.js';
import { insertRow, Rows } from './rows.js';
import { Service } from '../credit/service.js';
import { Spending } from '../funds/spending.js';
import type { Statements } from './statements.js';
import { Supervision } from '../works/supervision.js';
import { Tasks } from '../works/tasks.js';
import { Watch } from '../county/watch.js';
import { Works } from '../works/works.js';

/** What a unit of work was begun by, and who hears of it. */
export interface Cause extends Begun {
  /** True where nobody but the speaker hears the answer. */
  readonly isPrivate?: boolean;
  /** True where people of the office may read what is said: how an owner votes has no place there. */
  readonly isOverheard?: boolean;
  /** Lets everybody hear who has to hear of a fact; a door whose deeds concern nobody else has none. */
  readonly tell?: Tell;
}

/** Hands back the numbered notices that were made of a fact. */
export type Tell = <F extends FactName>(unit: Unit, name: F, fact: Facts[F]) => Promise<readonly Disclosure[]>;

export interface Settings {
  /** Knows what the channel to the groups takes at once. */
  readonly split: Split;
  /** The record's own secret, which its seals are salted with. */
  readonly secret: string;
  /** A replica of the record: it is read as it stood at one moment, and nothing is locked or written. */
  readonly readOnly: boolean;
}

/** Something that nobody waits for, done after the unit of work was kept in units of its own. */
type Later = (inUnit: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>) => Promise<void>;

/** The part of one transaction that belongs to one grid. Nothing reached through it belongs to another grid. */
export class Unit {
  readonly rows = new Rows(this.manager, this.grid.id, this.settings.secret);
  readonly journal = new Journal(this.rows, this.begun);
  readonly members = new Members(this.rows);
  readonly householdCodes = new HouseholdCodes(this.rows);
  readonly projects = new Projects(this.rows, this.grid);
  readonly reports = new Reports(this.rows);
  /** What is kept is this grid's, what is read is of all grids. */
  readonly precedents = new Precedents(this.rows);
  readonly polls = new Polls(this.rows);
  readonly ledger = new Ledger(this.rows, this.begun);
  readonly works = new Works(this.rows);
  readonly credit = new Credit(this.rows);
  readonly disclosures = new Disclosures(this.rows);
  readonly posts = new Posts(this.rows, this.settings.split);
  readonly questions = new Questions(this.rows);
  readonly personal = new Personal(this.rows);
  readonly objections = new Objections(this.rows);
  readonly papers = new Papers(this.rows);
  readonly meetings = new Meetings(this.rows);
  readonly evidence = new EvidenceShelf(this.rows);
  readonly spending = new Spending(this.rows);
  readonly service = new Service(this.rows);
  readonly tasks = new Tasks(this.rows);
  readonly roleCards = new RoleCards(this.rows);
  readonly bankLists = new BankLists(this.rows);
  readonly watch = new Watch(this.rows);
  readonly supervision = new Supervision(this.rows);
  readonly actions = new DispatchActions(this.rows);
  /** Who is logged in to the county's pages: the one thing that belongs to no grid. */
  readonly logins = new Logins(this.manager);
  /** Who stands behind the ids of the doors; belongs to no grid either. */
  readonly identities = new Identities(this.manager);
  /** Who sits at the desk. */
  readonly desk = new DeskLogins(this.manager);
  readonly market = new Market(this.rows);
  /** The way of the grids' residents into 微信客服. */
  readonly kfLinks = new KfLinks(this.manager);
  /** The county's contests: what is kept is this grid's, what is read is of all grids. */
  readonly contests = new Contests(this.rows);
  /** Where the chains of all grids stood, day by day. */
  readonly dayHeads = new DayHeads(this.manager);
  /** What is done once this unit is kept: a picture is drawn then, and nobody waits for it. */
  readonly later: Later[] = [];

  constructor(
    readonly manager: Records,
    readonly grid: Grid,
    private readonly settings: Settings,
    private readonly begun: Cause | null,
  ) {}

  /** By whom, when and on which message this unit was begun. */
  get cause(): Cause {
    assert(this.begun, 'nobody said who began this unit of work');
    return this.begun;
  }

  /** The moment in which this unit was begun: what is done in it is done then. */
  get now(): Date {
    return this.cause.at;
  }

  get isOverheard(): boolean {
    return this.begun?.isOverheard ?? false;
  }

  /** The message that this unit was begun on: no two deeds stand on one. */
  get messageId(): string {
    const { messageId } = this.cause;
    assert(messageId !== null, 'this unit of work was begun on no message');
    return messageId;
  }

  /**
   * Tells a fact, in this same unit, to whoever has to hear of it: an operation ends with it, and no door has to remember whom to tell.
   * The file of the fact's name in `publish/` has the words. Returns the numbered notices that were made of it.
   */
  tell<F extends FactName>(name: F, fact: Facts[F]): Promise<readonly Disclosure[]> {
    const { tell } = this.cause;
    assert(tell, `nobody hears of ${name} by this door`);
    return tell(this, name, fact);
  }
}

/** One transaction, before it is known which grid it is about. */
export class OpenUnit {
  readonly manager = new Records(this.orm, this.statements);
  readonly grids = new Grids(this.manager);
  readonly jobRuns = new JobRuns(this.manager);
  readonly logins = new Logins(this.manager);
  /** Who stands behind the ids of the doors. */
  readonly identities = new Identities(this.manager);
  /** Who sits at the desk. */
  readonly desk = new DeskLogins(this.manager);
  /** The ways into 微信客服. */
  readonly kfLinks = new KfLinks(this.manager);
  private readonly units = new Map<number, Unit>();
  private readonly writesBefore = this.statements.writes;

  /** On SQLite a unit of work begins with the savepoint `unit`, on PostgreSQL with a transaction. */
  constructor(
    private readonly statements: Statements,
    private readonly orm: EntityManager,
    private readonly settings: Settings & { readonly cause: Cause | null },
  ) {}

  /** The unit of one grid. On PostgreSQL the grid's units run one after another; different grids' side by side. */
  async within(grid: Grid): Promise<Unit> {
    const known = this.units.get(grid.id);
    if (known) return known;
    // On PostgreSQL the row may have changed while its lock was waited for.
    const isCurrent = this.grids.isCurrent(grid) && !this.statements.isPostgres;
    const locked = this.statements.isPostgres && !this.settings.readOnly;
    const fresh = isCurrent ? grid : await this.manager.findOne(Grid, { where: { id: grid.id }, locked });
    assert(fresh, 'a grid that must exist is missing');
    const unit = new Unit(this.manager, fresh, this.settings, this.settings.cause);
    this.units.set(grid.id, unit);
    return unit;
  }

  /** Runs a part that may be undone alone: when it throws, it leaves no trace and the rest of the unit goes on. */
  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const before = [...this.units.values()].map(unit => ({
      unit,
      rows: unit.rows.snapshot(),
      lines: unit.journal.snapshot(),
      later: unit.later.length,
    }));
    // As long as nothing was written, to undo the part is to undo the unit: one savepoint does for both.
    const since = this.statements.writes;
    const isFirst = since === this.writesBefore && !this.statements.isPostgres;
    const savepoint = isFirst ? 'unit' : 'part';
    if (!isFirst) await this.statements.run('SAVEPOINT part');
    try {
      const result = await part();
      if (!isFirst) await this.statements.run('RELEASE SAVEPOINT part');
      return result;
    } catch (error) {
      await this.statements.undo(savepoint, since);
      if (!isFirst) await this.statements.run('RELEASE SAVEPOINT part');
      for (const { unit, rows, lines, later } of before) {
        unit.rows.restore(rows);
        unit.journal.restore(lines);
        unit.later.length = later;
      }
      throw error;
    }
  }

  /** The answer already given to a message, if it has been delivered before. */
  async answered(messageId: string): Promise<Record<string, unknown> | null> {
    const callback = await this.manager.findOne(Callback, { where: { messageId }, only: ['reply'], once: true });
    return callback?.reply ?? null;
  }

  async keepAnswer(messageId: string, reply: Record<string, unknown>, at: Date): Promise<void> {
    await insertRow(this.manager, Callback, { messageId, reply, at });
  }

  /** True once this transaction has queued posts. */
  get hasQueued(): boolean {
    return [...this.units.values()].some(({ posts }) => posts.hasQueued);
  }

  /** What is to be done once this transaction is kept, and in which grid. */
  get later(): { readonly grid: Grid; readonly work: Later }[] {
    return [...this.units.values()].flatMap(({ grid, later }) => later.map(work => ({ grid, work })));
  }

  /** Writes the journal lines of all grids. Every change of the record must have been told to the journal. */
  async seal(): Promise<void> {
    for (const unit of this.units.values()) {
      assert(!unit.rows.isDirty(), 'a unit of work changed rows after its last journal line');
      await unit.journal.write();
    }
  }
}

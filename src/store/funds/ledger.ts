import { strict as assert } from 'node:assert';
import { In, IsNull } from 'typeorm';
import { beginning } from '../../domain/journal.js';
import {
  type Account,
  type EntryKind,
  type Standing,
  accounts,
  fundBook,
  isNeverNegative,
  movedTo,
  movedWith,
  standingChange,
  standingKeys,
} from '../../domain/funds/ledger.js';
import { digestOfEntry, saltOfEntry } from '../../domain/funds/ledger-chain.js';
import { Balance } from './balance.js';
import { Exemption } from '../plan/exemption.js';
import { LedgerEntry } from './ledger-entry.js';
import { Offer } from '../pledge/offer.js';
import { Project } from '../proposal/project.js';
import { PledgeNote } from '../pledge/pledge-note.js';
import type { Begun } from '../engine/journal.js';
import type { New, Rows } from '../engine/rows.js';

export interface NewEntry extends Omit<New<LedgerEntry>, 'gridId' | 'no' | 'previous' | 'digest' | 'by' | 'at'> {
  /** Said only where it is somebody else than who began the unit of work. */
  readonly by?: string;
  /** Said only where it is another moment than that in which the unit was begun. */
  readonly at?: Date;
}

export class Ledger {
  /** @param begun null where nobody said who began the unit of work */
  constructor(
    private readonly rows: Rows,
    private readonly begun: Begun | null,
  ) {}

  /**
   * Appends an entry and moves the running totals with it: by whom, when and on which message the unit was begun, unless another one or another
   * moment is said. No entry is dated before the one that it follows, so that a month that was published stays as it was.
   */
  async post({ by = this.begun?.by, at = this.begun?.at, ...entry }: NewEntry): Promise<LedgerEntry> {
    assert(entry.postings.length > 0, 'an entry without postings');
    assert(by && at && entry.why !== '', 'an entry names who, when and why');
    const last = await this.last();
    const chained = {
      messageId: by === 'clock' ? null : (this.begun?.messageId ?? null),
      ...entry,
      by,
      at: last && last.at > at ? last.at : at,
      gridId: this.rows.gridId,
      no: (last?.no ?? 0) + 1,
      previous: last?.digest ?? beginning,
    };
    const kept = await this.rows.keep(LedgerEntry, { ...chained, digest: digestOfEntry(this.salted(chained)) });
    for (const { from, to, amountFen } of entry.postings) {
      assert(Number.isSafeInteger(amountFen) && amountFen > 0, 'a posting moves a whole number of fen above zero');
      await this.move(entry.projectId, from, -amountFen);
      await this.move(entry.projectId, to, amountFen);
    }
    if (entry.householdId) await this.changeStanding(entry.projectId, entry.householdId, standingChange(entry));
    return kept;
  }

  /** An entry with the salt that its digest covers: for whoever may see all of the entry. */
  salted<E extends { readonly gridId: number; readonly no: number }>(entry: E): E & { readonly salt: string } {
    return { ...entry, salt: saltOfEntry(this.rows.secret, entry) };
  }

  /** The running totals of a project's accounts; an account that was never touched is absent. */
  async balances(projectId: number): Promise<Partial<Record<Account, number>>> {
    const found = await this.rows.manager.totals(Balance, 'amountFen', keysOf(projectId));
    const balances: Partial<Record<Account, number>> = {};
    accounts.forEach((name, index) => {
      const amountFen = found[index];
      if (amountFen !== undefined) balances[name] = amountFen;
    });
    return balances;
  }

  /** What was paid under each of these lines of the budget, in fen. */
  async spentByLine(projectId: number, lines: readonly string[]): Promise<Map<string, number>> {
    const keys = lines.map(line => `${projectId}/spent/${line}`);
    const found = await this.rows.manager.totals(Balance, 'amountFen', keys);
    return new Map(
      lines.flatMap((line, index) => {
        const amountFen = found[index];
        return amountFen === undefined ? [] : [[line, amountFen] as const];
      }),
    );
  }

  /** What the grid's projects have handed on to the next ones, and none of these has taken over yet, in fen. */
  async handedOn(): Promise<number> {
    const { manager, gridId } = this.rows;
    const ids = (await manager.find(Project, { where: { gridId }, only: ['id'] })).map(({ id }) => id);
    const found = await manager.totals(
      Balance,
      'amountFen',
      ids.flatMap(id => [`${id}/passed/next_project`, `${id}/outside/carried`]),
    );
    return found.reduce<number>((sum, amountFen) => sum + (amountFen ?? 0), 0);
  }

  /** What the fund's book gave to projects, and negative what it got back, each with the project, in fen; in order. */
  async grants(): Promise<{ projectId: number; fen: number }[]> {
    const { manager, gridId } = this.rows;
    const moves = await this.entries(fundBook(gridId), ['grant', 'grant.back']);
    const nos = moves.flatMap(({ covers }) => covers ?? []);
    const beside = nos.length === 0 ? [] : await manager.find(LedgerEntry, { where: { gridId, no: In(nos) } });
    const projects = new Map(beside.map(({ no, projectId }) => [no, projectId]));
    return moves.map(move => ({
      projectId: projects.get(move.covers?.[0] ?? 0) ?? 0,
      fen: movedTo('granted', [move]),
    }));
  }

  /** Every entry of the grid, in order. */
  async all(): Promise<LedgerEntry[]> {
    return this.rows.manager.find(LedgerEntry, { where: { gridId: this.rows.gridId }, order: { no: 'ASC' } });
  }

  /** Entries in the order they were made. */
  async entries(projectId: number, kinds?: readonly EntryKind[]): Promise<LedgerEntry[]> {
    const kind = kinds ? { kind: In([...kinds]) } : {};
    return this.rows.manager.find(LedgerEntry, {
      where: { gridId: this.rows.gridId, projectId, ...kind },
      order: { id: 'ASC' },
    });
  }

  /** A project's entries after a moment, in order. They are read from the newest back: none is dated before the one that it follows. */
  async after(projectId: number, moment: Date): Promise<LedgerEntry[]> {
    const where = { gridId: this.rows.gridId, projectId };
    for (let take = 32; ; take *= 8) {
      const newest = await this.rows.manager.find(LedgerEntry, { where, order: { id: 'DESC' }, take });
      const fresh = newest.filter(({ at }) => at > moment);
      if (fresh.length < take) return fresh.toReversed();
    }
  }

  async entriesOf(projectId: number, householdId: number): Promise<LedgerEntry[]> {
    return this.rows.manager.find(LedgerEntry, {
      where: { gridId: this.rows.gridId, projectId, householdId },
      order: { id: 'ASC' },
    });
  }

  /** What a household promises and has paid in a project, in fen, however often it did so. */
  async standingOf(projectId: number, householdId: number): Promise<Standing> {
    const keys = standingKeys(projectId, householdId);
    const both = [keys.promisedFen, keys.paidFen];
    const [promisedFen = 0, paidFen = 0] = await this.rows.manager.totals(Balance, 'amountFen', both);
    return { promisedFen, paidFen };
  }

  /** The newest pledge of a household in any of these projects. */
  async lastPledge(householdId: number, projectIds: readonly number[]): Promise<LedgerEntry | null> {
    return this.rows.manager.findOne(LedgerEntry, {
      where: { gridId: this.rows.gridId, projectId: In([...projectIds]), householdId, kind: 'pledge' },
      order: { id: 'DESC' },
    });
  }

  async keepOffer(offer: New<Offer> | Offer): Promise<Offer> {
    return this.rows.keep(Offer, offer);
  }

  /** Keeps what a household asked for with a pledge or a payment. */
  async keepNote(note: New<PledgeNote>): Promise<PledgeNote> {
    return this.rows.keep(PledgeNote, note);
  }

  /** What a household asked for with its pledges and payments in a project. */
  async notesOf(projectId: number, householdId: number): Promise<PledgeNote[]> {
    return this.rows.manager.find(PledgeNote, { where: { projectId, householdId }, order: { id: 'ASC' } });
  }

  /** What anybody asked for with pledges and payments in a project. */
  async notes(projectId: number): Promise<PledgeNote[]> {
    return this.rows.manager.find(PledgeNote, { where: { projectId }, order: { id: 'ASC' } });
  }

  /** The exemptions of a project that stand, oldest first. */
  async exemptions(projectId: number): Promise<Exemption[]> {
    return this.rows.manager.find(Exemption, { where: { projectId, cancelledAt: IsNull() }, order: { id: 'ASC' } });
  }

  async keepExemption(exemption: New<Exemption> | Exemption): Promise<Exemption> {
    return this.rows.keep(Exemption, exemption);
  }

  async offers(projectId: number): Promise<Offer[]> {
    return this.rows.manager.find(Offer, { where: { projectId }, order: { id: 'ASC' } });
  }

  /** Of the grid's newest entry, what the next one is chained to: its digest stands for all of them. */
  last(): Promise<Pick<LedgerEntry, 'no' | 'digest' | 'at'> | null> {
    const where = { gridId: this.rows.gridId };
    return this.rows.manager.findOne(LedgerEntry, { where, order: { no: 'DESC' }, only: ['no', 'digest', 'at'] });
  }

  async byNo(no: number): Promise<LedgerEntry | null> {
    return this.rows.manager.findOneBy(LedgerEntry, { gridId: this.rows.gridId, no });
  }

  /** The entry that takes another back; null while it stands. */
  async reversalOf(id: number): Promise<LedgerEntry | null> {
    return this.rows.manager.findOneBy(LedgerEntry, { gridId: this.rows.gridId, reversesId: id, kind: 'reverse' });
  }

  private async changeStanding(projectId: number, householdId: number, change: Standing): Promise<void> {
    const keys = standingKeys(projectId, householdId);
    for (const part of ['promisedFen', 'paidFen'] as const) {
      if (change[part] === 0) continue;
      const standing = await this.rows.manager.addTo(Balance, {
        key: keys[part],
        total: 'amountFen',
        by: change[part],
      });
      assert(standing >= 0, `a household's standing ${keys[part]} would fall below zero`);
    }
  }

  private async move(projectId: number, account: Account, amountFen: number): Promise<void> {
    for (const one of movedWith(account)) {
      const balance = await this.rows.manager.addTo(Balance, {
        key: `${projectId}/${one}`,
        total: 'amountFen',
        by: amountFen,
      });
      assert(balance >= 0 || !isNeverNegative(one), `account ${projectId}/${one} would fall below zero`);
    }
  }
}

/** The keys of projects' balances, which come again and again; named one by one, a LIKE would read the whole table. */
const keys = new Map<number, readonly string[]>();
const mostKeys = 200;

function keysOf(projectId: number): readonly string[] {
  const known = keys.get(projectId);
  if (known) return known;
  const named = accounts.map(name => `${projectId}/${name}`);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(projectId, named);
  return named;
}

import { strict as assert } from 'node:assert';
import { MoreThanOrEqual } from 'typeorm';
import { beginning, digestOfLine, saltOfLine } from '../../domain/journal.js';
import { JournalLine } from './journal-line.js';
import { insertRow, type Rows } from './rows.js';

/** By whom, when and on which message a unit of work was begun. */
export interface Begun {
  /** A WeChat Work userid, `clock`, or `operator`. */
  readonly by: string;
  readonly at: Date;
  /** Null for what the clock does. */
  readonly messageId: string | null;
}

interface Deed {
  /** Said only where it is somebody else than who began the unit of work. */
  readonly by?: string;
  /** Said only where it is another moment than that in which the unit was begun, such as a deadline. */
  readonly at?: Date;
  /** What is worth telling later. No message texts, no names, no phone numbers. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Pending = Pick<JournalLine, 'by' | 'deed' | 'at' | 'messageId' | 'facts' | 'rows'>;

/** So many lines are looked through for what a member did just now. */
const newest = 500;

/** The append-only diary of a grid: who, what, when, on which message. */
export class Journal {
  private pending: Pending[] = [];

  /** @param begun null where nobody said who began the unit of work */
  constructor(
    private readonly rows: Rows,
    private readonly begun: Begun | null,
  ) {}

  /**
   * Tells the journal of a deed: by whom, when and on which message the unit was begun, unless another one or another moment is said. What the
   * clock does is done on no message. The rows written since the last line are sealed by this one.
   */
  add(deed: string, { by = this.begun?.by, at = this.begun?.at, facts = {} }: Deed = {}): void {
    assert(by !== undefined && at, `nobody said who began the unit of work of ${deed}`);
    const messageId = by === 'clock' ? null : (this.begun?.messageId ?? null);
    this.pending.push({ by, deed, at, messageId, facts, rows: this.rows.takeWritten() });
  }

  /** Chains the pending lines to those that stand. Called once, just before the unit of work is kept. */
  async write(): Promise<void> {
    if (this.pending.length === 0) return;
    const last = await this.last();
    let seq = last?.seq ?? 0;
    let previous = last?.digest ?? beginning;
    const { manager, gridId, secret } = this.rows;
    for (const { by, deed, at, messageId, facts, rows } of this.pending) {
      seq += 1;
      // One object for the digest and the row: to put it together from others costs more than to name its members.
      const line = { gridId, seq, by, deed, at, messageId, facts, rows, previous, digest: '' };
      const salt = saltOfLine(secret, line);
      line.digest = digestOfLine({ gridId, seq, by, deed, at, messageId, facts, rows, previous, salt });
      await insertRow<Omit<JournalLine, 'id'>>(manager, JournalLine, line);
      previous = line.digest;
    }
    this.pending = [];
  }

  /** Of the newest line, what the next one is chained to: its digest stands for the whole record so far. */
  last(): Promise<Pick<JournalLine, 'seq' | 'digest'> | null> {
    const where = { gridId: this.rows.gridId };
    return this.rows.manager.findOne(JournalLine, { where, order: { seq: 'DESC' }, only: ['seq', 'digest'] });
  }

  /** Every line of the grid, in order. */
  all(): Promise<JournalLine[]> {
    return this.rows.manager.find(JournalLine, { where: { gridId: this.rows.gridId }, order: { seq: 'ASC' } });
  }

  /** What somebody did since a moment, oldest first; looked for among the newest lines only, as the journal is long. */
  async ofMember(by: string, since: Date): Promise<JournalLine[]> {
    const last = await this.last();
    if (!last) return [];
    const where = { gridId: this.rows.gridId, seq: MoreThanOrEqual(last.seq - newest), by };
    const lines = await this.rows.manager.find(JournalLine, { where, order: { seq: 'ASC' } });
    return lines.filter(({ at }) => at >= since);
  }

  /** The lines of one deed since a moment, oldest first. */
  ofDeed(deed: string, since: Date): Promise<JournalLine[]> {
    const where = { gridId: this.rows.gridId, deed, at: MoreThanOrEqual(since) };
    return this.rows.manager.find(JournalLine, { where, order: { seq: 'ASC' } });
  }

  /** A line with the salt that its digest covers: for whoever may see all of the line. */
  salted<L extends { readonly gridId: number; readonly seq: number }>(line: L): L & { readonly salt: string } {
    return { ...line, salt: saltOfLine(this.rows.secret, line) };
  }

  snapshot(): Pending[] {
    return [...this.pending];
  }

  restore(snapshot: Pending[]): void {
    this.pending = snapshot;
  }
}

import { strict as assert } from 'node:assert';
import { type Account, type Posting, type Source, sources } from './ledger.js';

/** What of a ledger entry a statement needs. */
interface StatedEntry {
  readonly no: number;
  readonly at: Date;
  readonly why: string;
  readonly postings: readonly Posting[];
}

/** One line of a statement. An entry that takes another back stands in the same column with a minus (红字冲销). All in fen. */
interface StatementLine<Entry> {
  readonly entry: Entry;
  readonly incomeFen: number;
  readonly expenseFen: number;
  readonly balanceFen: number;
  readonly sources: readonly Source[];
}

export interface Statement<Entry> {
  readonly openingFen: number;
  readonly lines: readonly StatementLine<Entry>[];
  readonly incomeFen: number;
  readonly expenseFen: number;
  readonly closingFen: number;
}

/**
 * The statement of a period, from the ledger alone (docs/domain.md 8.5 (5), 9): opening balance, every entry that moved cash, with
 * the balance after it, totals and closing balance. Promises and what the bookkeeper has not reconciled move no cash.
 */
export function statementOf<Entry extends StatedEntry>(
  entries: readonly Entry[],
  { from, until }: { from: Date; until: Date },
): Statement<Entry> {
  let balanceFen = 0;
  let openingFen = 0;
  const lines: StatementLine<Entry>[] = [];
  for (const entry of entries) {
    if (entry.at >= until) continue;
    const moved = movedBy(entry.postings);
    if (moved.sources.length === 0) continue;
    balanceFen += moved.incomeFen - moved.expenseFen;
    if (entry.at < from) openingFen = balanceFen;
    else lines.push({ entry, ...moved, balanceFen });
  }
  const incomeFen = lines.reduce((sum, line) => sum + line.incomeFen, 0);
  const expenseFen = lines.reduce((sum, line) => sum + line.expenseFen, 0);
  assert(openingFen + incomeFen - expenseFen === balanceFen, 'the statement does not add up');
  return { openingFen, lines, incomeFen, expenseFen, closingFen: balanceFen };
}

/** What an entry brought in and paid out. What is kept back for a warranty, and what nobody has fetched, is still there. */
function movedBy(postings: readonly Posting[]): { incomeFen: number; expenseFen: number; sources: Source[] } {
  let incomeFen = 0;
  let expenseFen = 0;
  const touched = new Set<Source>();
  for (const { from, to, amountFen } of postings) {
    if (isThere(from) === isThere(to)) continue;
    const [own, other, signed] = isThere(to) ? [to, from, amountFen] : [from, to, -amountFen];
    if (/^(?:outside|received)\//.test(other)) incomeFen += signed;
    else expenseFen -= signed;
    const source = own === 'unclaimed' ? 'residents' : own.slice(own.indexOf('/') + 1);
    if (source in sources) touched.add(source as Source);
  }
  return { incomeFen, expenseFen, sources: [...touched] };
}

function isThere(account: Account): boolean {
  return account === 'unclaimed' || /^(?:cash|retained)\//.test(account);
}

/** A month of the calendar of Shanghai, such as `2026-03`, as a period; null for what is none. */
export function monthOf(text: string): { from: Date; until: Date } | null {
  const found = /^(?<year>2\d{3})-(?<month>0[1-9]|1[0-2])$/.exec(text);
  if (!found) return null;
  const year = Number(found.groups?.['year']);
  const month = Number(found.groups?.['month']);
  return { from: firstOf(year, month), until: month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1) };
}

function firstOf(year: number, month: number): Date {
  return new Date(`${year}-${String(month).padStart(2, '0')}-01T00:00:00+08:00`);
}

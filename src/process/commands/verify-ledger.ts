import { dayOf } from '../../domain/calendar.js';
import { beginning } from '../../domain/journal.js';
import {
  type Account,
  isAccount,
  isAllowed,
  isNeverNegative,
  movedTo,
  movedWith,
  type Posting,
  type Source,
  standingChange,
  standingKeys,
} from '../../domain/funds/ledger.js';
import { digestOfEntry, saltOfEntry } from '../../domain/funds/ledger-chain.js';
import { Balance } from '../../store/funds/balance.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { Project } from '../../store/proposal/project.js';
import { SpendRequest } from '../../store/funds/spend-request.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { Broken } from './broken.js';

/** What has to be remembered of the entries before, while they are walked through in order. */
class Books {
  /** The sum of every running total, by its key in the table of balances. */
  readonly sums = new Map<string, number>();
  /** Of every grid the entry before. */
  readonly last = new Map<number, { no: number; at: Date; digest: string | null }>();
  /** Of every entry what a later one may take back. */
  readonly reversible = new Map<number, { projectId: number; isReversed: boolean }>();
  /** Payments that stand, by grid and voucher. */
  readonly payments = new Map<string, { id: number; amountFen: number }>();
  /** What was paid out of what had been kept back, by grid and voucher. */
  readonly releases = new Map<string, { id: number; amountFen: number; at: Date }>();
  /** By grid: what projects handed on to the next ones, and what these took. */
  readonly carried = new Map<number, number>();

  constructor(readonly projects: ReadonlyMap<number, Project>) {}

  add(key: string, fen: number): number {
    const sum = (this.sums.get(key) ?? 0) + fen;
    this.sums.set(key, sum);
    return sum;
  }
}

/** The rules that money keeps at every moment (docs/domain.md 8.5), proven from the entries alone. Throws naming the entry. */
export async function checkLedger({ dataSource: { manager }, secret }: Store): Promise<string> {
  const projects = new Map<number, Project>();
  for await (const project of inBatches(manager, Project)) projects.set(project.id, project);
  const books = new Books(projects);
  let count = 0;
  for await (const entry of inBatches(manager, LedgerEntry)) {
    checkOrder(entry, books, secret);
    checkPostings(entry, books);
    checkHousehold(entry, books);
    checkReversal(entry, books);
    count += 1;
  }
  for await (const request of inBatches(manager, SpendRequest)) checkRequest(request, books);
  for (const [voucher, { id }] of books.payments)
    throw new Broken(`ledger_entry#${id}: payment ${voucher} rests on no request that was approved`);
  for (const [voucher, { id }] of books.releases)
    throw new Broken(`ledger_entry#${id}: payment ${voucher} releases what no request kept back`);
  for (const { account, amountFen } of await manager.find(Balance)) {
    const sum = books.sums.get(account) ?? 0;
    if (sum !== amountFen) throw new Broken(`balance#${account}: it says ${amountFen} fen, the entries say ${sum}`);
    books.sums.delete(account);
  }
  for (const [account, sum] of books.sums) if (sum !== 0) throw new Broken(`balance#${account}: the row is missing`);
  return `ledger: ${count} entries, balances equal their sums`;
}

/** Vouchers are numbered without a gap and never dated back, every entry says who and why, and continues the chain. */
function checkOrder(entry: LedgerEntry, { last }: Books, secret: string): void {
  const name = `ledger_entry#${entry.id}`;
  const before = last.get(entry.gridId);
  if (entry.no !== (before?.no ?? 0) + 1)
    throw new Broken(`${name}: voucher ${entry.no} does not follow the one before`);
  if (entry.by === '' || entry.why === '') throw new Broken(`${name}: it does not say who and why`);
  // An entry from before the chain carries no digest.
  const isChained = entry.digest !== null || (before?.digest ?? null) !== null;
  if (isChained) {
    if (entry.previous !== (before?.digest ?? beginning))
      throw new Broken(`${name}: it does not continue the chain of entries`);
    if (entry.digest !== digestOfEntry({ ...entry, salt: saltOfEntry(secret, entry) }))
      throw new Broken(`${name}: it was changed after it was written`);
    if (before?.digest && entry.at < before.at) throw new Broken(`${name}: it is dated before the one it follows`);
  }
  last.set(entry.gridId, { no: entry.no, at: entry.at, digest: entry.digest });
}

/** Whole fen between known accounts; none that holds money falls below nothing, and money for certain lines pays for no other. */
function checkPostings(entry: LedgerEntry, books: Books): void {
  const name = `ledger_entry#${entry.id}`;
  for (const posting of entry.postings) {
    const { from, to, amountFen } = posting;
    if (!Number.isSafeInteger(amountFen) || amountFen <= 0) throw new Broken(`${name}: a posting of ${amountFen} fen`);
    for (const [account, fen] of [
      [from, -amountFen],
      [to, amountFen],
    ] as const) {
      if (!isAccount(account)) throw new Broken(`${name}: there is no account ${String(account)}`);
      for (const one of movedWith(account)) {
        const key = `${entry.projectId}/${one}`;
        if (books.add(key, fen) < 0 && isNeverNegative(one))
          throw new Broken(`${name}: account ${key} falls below zero`);
      }
    }
    checkEarmark(entry, posting, books);
    checkCarried(entry, posting, books);
  }
}

function checkEarmark(entry: LedgerEntry, { from, to }: Posting, { projects }: Books): void {
  const earmarks = projects.get(entry.projectId)?.earmarks ?? null;
  const source = /^(?:cash|retained)\/(.*)$/.exec(from)?.[1] as Source | undefined;
  if (!earmarks || !source || !isExpense(to)) return;
  const line = to === 'spent' ? null : to.slice('spent/'.length);
  if (!isAllowed(source, { line, earmarks }))
    throw new Broken(`ledger_entry#${entry.id}: money of ${source} was spent on a line that it is not for`);
}

/** No project takes over more than others of its grid have handed on. */
function checkCarried(entry: LedgerEntry, { from, to, amountFen }: Posting, { carried }: Books): void {
  const change =
    amountFen *
    ((to === 'passed/next_project' ? 1 : 0) -
      (from === 'passed/next_project' ? 1 : 0) +
      (to === 'outside/carried' ? 1 : 0) -
      (from === 'outside/carried' ? 1 : 0));
  if (change === 0) return;
  const left = (carried.get(entry.gridId) ?? 0) + change;
  carried.set(entry.gridId, left);
  if (left < 0) throw new Broken(`ledger_entry#${entry.id}: more is taken over than projects have handed on`);
}

/**
 * Nobody gets back more than they paid; the household's running totals move with its entries. A promise is always some household's, so
 * that what was called of all of them adds up to what the project's account says.
 */
function checkHousehold(entry: LedgerEntry, books: Books): void {
  if (entry.householdId === null) {
    if (movedTo('promised', [entry]) !== 0) throw new Broken(`ledger_entry#${entry.id}: a promise of no household`);
    return;
  }
  const change = standingChange(entry);
  const own = standingKeys(entry.projectId, entry.householdId);
  books.add(own.promisedFen, change.promisedFen);
  if (books.add(own.paidFen, change.paidFen) < 0)
    throw new Broken(`ledger_entry#${entry.id}: more is refunded than the household paid`);
}

/** An entry is taken back once, by a later one of the same project. */
function checkReversal(entry: LedgerEntry, { reversible, payments, releases }: Books): void {
  const name = `ledger_entry#${entry.id}`;
  if (entry.kind === 'receipt' || entry.kind === 'spend')
    reversible.set(entry.id, { projectId: entry.projectId, isReversed: false });
  if (entry.kind === 'spend')
    payments.set(`${entry.gridId}/${entry.no}`, { id: entry.id, amountFen: outOf(entry.postings) });
  if (entry.kind === 'release')
    releases.set(`${entry.gridId}/${entry.no}`, { id: entry.id, amountFen: outOf(entry.postings), at: entry.at });
  if (entry.kind !== 'reverse') return;
  const reversed = reversible.get(entry.reversesId ?? 0);
  if (reversed?.projectId !== entry.projectId || reversed.isReversed)
    throw new Broken(`${name}: there is nothing for it to take back`);
  reversed.isReversed = true;
  for (const [voucher, { id }] of entry.postings.some(({ from }) => isExpense(from)) ? payments : [])
    if (id === entry.reversesId) payments.delete(voucher);
}

/** Every request that was paid has its one payment, of the sum that was approved. */
function checkRequest(request: SpendRequest, { payments, releases }: Books): void {
  if (request.state !== 'paid') return;
  const voucher = `${request.gridId}/${request.entryNo}`;
  const payment = payments.get(voucher);
  const name = `spend_request#${request.id}`;
  if (payment?.amountFen !== request.amountFen) throw new Broken(`${name}: no payment of this sum stands behind it`);
  if (request.approvals.length === 0) throw new Broken(`${name}: it was paid and nobody approved it`);
  payments.delete(voucher);
  if (request.releasedNo === null) return;
  const release = releases.get(`${request.gridId}/${request.releasedNo}`);
  if (release?.amountFen !== request.retainedFen)
    throw new Broken(`${name}: what it kept back was not paid out as such`);
  if (request.warrantyOn === null || dayOf(release.at) <= request.warrantyOn)
    throw new Broken(`${name}: what it kept back was paid out before the warranty was over`);
  releases.delete(`${request.gridId}/${request.releasedNo}`);
}

/** What a payment took, what was kept back included. */
function outOf(postings: readonly Posting[]): number {
  return postings.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function isExpense(account: Account): boolean {
  return account === 'spent' || account.startsWith('spent/');
}

import { strict as assert } from 'node:assert';
import {
  type Account,
  type Balances,
  type Destination,
  type Posting,
  type Purpose,
  type Source,
  sourceIds,
  spendingOrder,
  isAllowed,
  wholeOrder,
} from './ledger.js';

/** A promise of money, which is no money yet. */
export function pledgePostings(amountFen: number): Posting[] {
  return [{ from: 'promise', to: 'promised', amountFen }];
}

/** A promise taken back: the same road, the other way. */
export function cancelPostings(amountFen: number): Posting[] {
  return [{ from: 'promised', to: 'promise', amountFen }];
}

/** A promise that a secretary released: the sum is counted apart from what homes took back themselves. */
export function promiseReleasePostings(amountFen: number): Posting[] {
  return [{ from: 'promised', to: 'released', amountFen }];
}

/** Money that came in from a source; it counts once the bookkeeper has found it. */
export function receiptPostings(source: Source, amountFen: number): Posting[] {
  return [{ from: `outside/${source}`, to: `received/${source}`, amountFen }];
}

/** Everything that waits, by source, becomes money that counts. */
export function reconcilePostings(balances: Balances): Posting[] {
  return sourceIds.flatMap(source => {
    const amountFen = balances[`received/${source}`] ?? 0;
    return amountFen > 0 ? [{ from: `received/${source}` as const, to: `cash/${source}` as const, amountFen }] : [];
  });
}

/** An entry taken back: the same roads, the other way. */
export function reversePostings(postings: readonly Posting[]): Posting[] {
  return postings.map(({ from, to, amountFen }) => ({ from: to, to: from, amountFen }));
}

/**
 * A payment, drawn from the sources in the plan's order so that none falls below zero, and never from money that is for
 * another line. What is kept back of it for the warranty (质保金) stays, as `retained`. The amount, all together, must not be above
 * what may be spent on the line (docs/domain.md 8.5).
 */
export function spendPostings(
  balances: Balances,
  amountFen: number,
  {
    line,
    earmarks,
    retainedFen = 0,
    order = spendingOrder,
  }: Purpose & { readonly retainedFen?: number; readonly order?: readonly Source[] } = { line: null, earmarks: null },
): Posting[] {
  const postings: Posting[] = [];
  let paidLeft = amountFen - retainedFen;
  let keptLeft = retainedFen;
  for (const source of wholeOrder(order)) {
    const from = `cash/${source}` as const;
    const there = isAllowed(source, { line, earmarks }) ? (balances[from] ?? 0) : 0;
    const paid = Math.min(paidLeft, there);
    const kept = Math.min(keptLeft, there - paid);
    if (paid > 0) postings.push({ from, to: expenseOf(line), amountFen: paid });
    if (kept > 0) postings.push({ from, to: `retained/${source}`, amountFen: kept });
    paidLeft -= paid;
    keptLeft -= kept;
  }
  assert(paidLeft === 0 && keptLeft === 0, 'more would be spent than there is');
  return postings;
}

/** What a payment kept back is paid out at the end of the warranty: from the same sources, under its line. */
export function releasePostings(payment: readonly Posting[], line: string | null): Posting[] {
  return payment.flatMap(({ to, amountFen }) => (isRetained(to) ? [{ from: to, to: expenseOf(line), amountFen }] : []));
}

/** Money that goes back to where it came from. */
export function refundPostings(amountFen: number, source: Source = 'residents'): Posting[] {
  return [{ from: `cash/${source}`, to: 'refunded', amountFen }];
}

/** A refund that could not be handed over comes back, and waits under nobody's hands until its payer fetches it. */
export function returnPostings(amountFen: number): Posting[] {
  return [{ from: 'refunded', to: 'unclaimed', amountFen }];
}

/** A household fetches the refund that waited for it. */
export function claimPostings(amountFen: number): Posting[] {
  return [{ from: 'unclaimed', to: 'refunded', amountFen }];
}

/** A surplus that goes on by the plan's rule, source by source. */
export function passPostings(balances: Balances, amountFen: number, destination: Destination): Posting[] {
  const postings: Posting[] = [];
  let left = amountFen;
  for (const source of spendingOrder) {
    const part = Math.min(left, balances[`cash/${source}`] ?? 0);
    if (part > 0) postings.push({ from: `cash/${source}`, to: `passed/${destination}`, amountFen: part });
    left -= part;
  }
  assert(left === 0, 'more would be handed on than there is');
  return postings;
}

/** The fund gives a project money: it leaves the accounts of the fund's book, in the order of `held`. */
export function grantPostings(balances: Balances, held: readonly Source[], amountFen: number): Posting[] {
  const postings: Posting[] = [];
  let left = amountFen;
  for (const source of held) {
    const part = Math.min(left, balances[`cash/${source}`] ?? 0);
    if (part > 0) postings.push({ from: `cash/${source}`, to: 'granted', amountFen: part });
    left -= part;
  }
  assert(left === 0, 'more would be granted than there is');
  return postings;
}

function isRetained(account: Account): account is `retained/${Source}` {
  return account.startsWith('retained/');
}

/** The account of an expense: its line of the budget, or expense as such. */
function expenseOf(line: string | null): 'spent' | `spent/${string}` {
  return line === null ? 'spent' : `spent/${line}`;
}

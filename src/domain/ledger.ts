import { strict as assert } from 'node:assert';

/** What a ledger entry is about. */
export type EntryKind = 'pledge' | 'pledge.cancel' | 'receipt' | 'reconcile' | 'spend' | 'refund' | 'reverse';

/** Where money comes from (domain.md 6.2, in the words of the slot `source`). */
export const sources = {
  residents: '居民众筹',
  subsidy: '政策奖补',
  public_revenue: '公共收益',
  charity_fund: '社区慈善基金',
  welfare: '公益资源',
  market_share: '公益市场分成',
} as const;

export type Source = keyof typeof sources;

export const sourceIds = Object.keys(sources) as Source[];

/**
 * An account of one project. Promises live apart from money: `promised` grows from `promise`. What the cashier recorded
 * waits in `received/…` until the bookkeeper has reconciled it; only what stands in a `cash/…` account can be spent.
 */
export type Account =
  'promise' | 'promised' | `outside/${Source}` | `received/${Source}` | `cash/${Source}` | 'spent' | 'refunded';

/** Every account that a project can have. */
export const accounts: readonly Account[] = [
  'promise',
  'promised',
  ...sourceIds.flatMap(source => [`outside/${source}`, `received/${source}`, `cash/${source}`] as const),
  'spent',
  'refunded',
];

/** Money moves from one account to another: both ends named, so the books balance by construction. */
export interface Posting {
  readonly from: Account;
  readonly to: Account;
  /** Whole fen above zero. */
  readonly amountFen: number;
}

/** The running totals of a project's accounts, in fen; an account that was never touched is absent. */
export type Balances = Readonly<Partial<Record<Account, number>>>;

/** What everybody may see of a project's money: three numbers side by side, and where it came from. All in fen. */
export interface Summary {
  readonly pledgedFen: number;
  /** Recorded and reconciled. */
  readonly receivedFen: number;
  /** Recorded by the cashier, and not yet reconciled by the bookkeeper. */
  readonly pendingFen: number;
  readonly receivedBySource: Readonly<Partial<Record<Source, number>>>;
  readonly spentFen: number;
  readonly refundedFen: number;
  readonly balanceFen: number;
}

/** What a deed with money changed about the project as a whole. */
export type FundingTurn = 'none' | 'covered' | 'uncovered' | 'funded';

/** Earmarked money is spent first and residents' money last, so that what is left over can go back to them. */
const spendingOrder: readonly Source[] = [
  'subsidy',
  'welfare',
  'charity_fund',
  'public_revenue',
  'market_share',
  'residents',
];

export function pledgePostings(amountFen: number): Posting[] {
  return [{ from: 'promise', to: 'promised', amountFen }];
}

/** A promise taken back: the same road, the other way. */
export function cancelPostings(amountFen: number): Posting[] {
  return [{ from: 'promised', to: 'promise', amountFen }];
}

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

/** What a household has paid and not got back, in fen, among its own entries. */
export function paidIn(entries: readonly { readonly postings: readonly Posting[] }[]): number {
  return -movedTo('outside/residents', entries) - movedTo('refunded', entries);
}

/** A household's own running totals in one project, in fen: what it promises, and what it paid and did not get back. */
export interface Standing {
  readonly promisedFen: number;
  readonly paidFen: number;
}

/** What one entry of a household changes of its standing. */
export function standingChange(entry: { readonly postings: readonly Posting[] }): Standing {
  return { promisedFen: movedTo('promised', [entry]), paidFen: paidIn([entry]) };
}

/** The names under which a household's standing is kept beside the project's accounts. */
export function standingKeys(projectId: number, householdId: number): Readonly<Record<keyof Standing, string>> {
  const own = `${projectId}/household/${householdId}`;
  return { promisedFen: `${own}/promised`, paidFen: `${own}/paid` };
}

/**
 * A payment, drawn from the sources in their fixed order so that none falls below zero. The amount must not be above the
 * balance (domain.md 8.5).
 */
export function spendPostings(balances: Balances, amountFen: number): Posting[] {
  const postings: Posting[] = [];
  let left = amountFen;
  for (const source of spendingOrder) {
    const part = Math.min(left, balances[`cash/${source}`] ?? 0);
    if (part > 0) postings.push({ from: `cash/${source}`, to: 'spent', amountFen: part });
    left -= part;
  }
  assert(left === 0, 'more would be spent than there is');
  return postings;
}

export function refundPostings(amountFen: number): Posting[] {
  return [{ from: 'cash/residents', to: 'refunded', amountFen }];
}

/** What has come in from all sources and was reconciled. */
export function receivedFen(balances: Balances): number {
  return sum(sourceIds.map(source => receivedOf(balances, source)));
}

export function summaryOf(balances: Balances): Summary {
  const bySource = sourceIds.map(source => [source, receivedOf(balances, source)] as const);
  const summary = {
    pledgedFen: balances.promised ?? 0,
    receivedFen: receivedFen(balances),
    pendingFen: sum(sourceIds.map(source => balances[`received/${source}`] ?? 0)),
    receivedBySource: Object.fromEntries(bySource.filter(([, fen]) => fen > 0)),
    spentFen: balances.spent ?? 0,
    refundedFen: balances.refunded ?? 0,
    balanceFen: sum(sourceIds.map(source => balances[`cash/${source}`] ?? 0)),
  };
  assert(
    summary.balanceFen === summary.receivedFen - summary.spentFen - summary.refundedFen,
    'the books do not balance',
  );
  return summary;
}

/** What the plan still lacks: promised by residents or received from others counts, in fen and never below zero. */
export function uncoveredFen(budgetFen: number, summary: Summary): number {
  const fromOthers = summary.receivedFen - (summary.receivedBySource.residents ?? 0);
  const fromResidents = Math.max(summary.pledgedFen, summary.receivedBySource.residents ?? 0);
  return Math.max(0, budgetFen - fromOthers - fromResidents);
}

/** The sum of the postings of one kind of account among entries. */
export function movedTo(account: Account, entries: readonly { readonly postings: readonly Posting[] }[]): number {
  return sum(
    entries.flatMap(({ postings }) =>
      postings.map(({ from, to, amountFen }) => (to === account ? amountFen : from === account ? -amountFen : 0)),
    ),
  );
}

/** What has come in from one source and was reconciled. */
function receivedOf(balances: Balances, source: Source): number {
  return -(balances[`outside/${source}`] ?? 0) - (balances[`received/${source}`] ?? 0);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

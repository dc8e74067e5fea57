import { sum } from '../sum.js';
import { strict as assert } from 'node:assert';

/** What a ledger entry is about. */
export type EntryKind =
  | 'pledge'
  | 'pledge.cancel'
  | 'receipt'
  | 'reconcile'
  | 'spend'
  | 'release'
  | 'refund'
  | 'refund.return'
  | 'refund.claim'
  | 'pass'
  | 'grant'
  | 'grant.back'
  | 'reverse';

/** Where money comes from (docs/domain.md 6.2, the first six in the words of the slot `source`). */
export const sources = {
  residents: '居民众筹',
  subsidy: '政策奖补',
  public_revenue: '公共收益',
  charity_fund: '社区慈善基金',
  welfare: '公益资源',
  market_share: '公益市场分成',
  maintenance_fund: '维修资金',
  owner_levy: '业主分摊',
  mutual_aid: '互助捐款',
  community_income: '居委会收入',
  carried: '上个项目余款',
} as const;

export type Source = keyof typeof sources;

export const sourceIds = Object.keys(sources) as Source[];

/** Where a surplus may go by the plan's rule, when it does not go back to the payers (docs/domain.md 8.6). */
export const destinations = {
  next_project: '下个项目',
  maintenance_fund: '维修资金',
  charity_fund: '社区慈善基金',
} as const;

export type Destination = keyof typeof destinations;

export const destinationIds = Object.keys(destinations) as Destination[];

/**
 * An account of one project. Promises live apart from money: `promised` grows from `promise`, and what a secretary released of it stands in
 * `released`. What the cashier recorded waits in `received/…` until the bookkeeper has reconciled it; only what stands in a `cash/…` account can be spent. What is kept
 * back until the end of a warranty stands in `retained/…`, a refund that nobody could be given in `unclaimed`. An expense stands under its line of the
 * budget, `spent/材料`, and with all others in `spent`. What a fund's book gave to projects stands in `granted`.
 */
export type Account =
  | 'promise'
  | 'promised'
  | 'released'
  | `outside/${Source}`
  | `received/${Source}`
  | `cash/${Source}`
  | `retained/${Source}`
  | 'spent'
  | `spent/${string}`
  | 'refunded'
  | 'unclaimed'
  | 'granted'
  | `passed/${Destination}`;

/** Every account that a project can have, besides the lines of its budget. */
export const accounts: readonly Account[] = [
  'promise',
  'promised',
  'released',
  ...sourceIds.flatMap(
    source => [`outside/${source}`, `received/${source}`, `cash/${source}`, `retained/${source}`] as const,
  ),
  'spent',
  'refunded',
  'unclaimed',
  'granted',
  ...destinationIds.map(destination => `passed/${destination}` as const),
];

/** The accounts of each source, named once. */
const ofSource = sourceIds.map(
  source =>
    ({
      source,
      outside: `outside/${source}`,
      received: `received/${source}`,
      cash: `cash/${source}`,
      retained: `retained/${source}`,
    }) as const,
);

const known = new Set<string>(accounts);

/** True for the name of an account of the ledger; each line of a budget has its own under `spent/`. */
export function isAccount(name: string): name is Account {
  return known.has(name) || name.startsWith('spent/');
}

/** The accounts that a posting to or from one moves: itself, and for a line of the budget the whole expense too. */
export function movedWith(account: Account): Account[] {
  return account.startsWith('spent/') ? [account, 'spent'] : [account];
}

/** Money that is there, and promises, never go below nothing (docs/domain.md 8.5); only where they come from may. */
export function isNeverNegative(account: string): boolean {
  return /^(?:(?:cash|received|retained|spent|passed)\/|(?:promised|released|spent|refunded|unclaimed|granted)$)/.test(
    account,
  );
}

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
  /** What secretaries released of promises that were never paid; absent where they released nothing. */
  readonly releasedFen?: number;
  /** Recorded and reconciled. */
  readonly receivedFen: number;
  /** Recorded by the cashier, and not yet reconciled by the bookkeeper. */
  readonly pendingFen: number;
  readonly receivedBySource: Readonly<Partial<Record<Source, number>>>;
  /** Of that, what is there now: a round counts no money that has been given back since. */
  readonly cashBySource: Readonly<Partial<Record<Source, number>>>;
  readonly spentFen: number;
  readonly refundedFen: number;
  /** Handed on by the plan's rule: to the next project, to a fund; of a fund's book, what it gave to projects. */
  readonly passedFen: number;
  /** All that is there: what is free, what is kept back for a warranty, and refunds that nobody has fetched. */
  readonly balanceFen: number;
  /** What can be spent or given back. */
  readonly freeFen: number;
  readonly retainedFen: number;
  readonly unclaimedFen: number;
}

/** What a deed with money changed about the project as a whole. */
export type FundingTurn = 'none' | 'covered' | 'uncovered' | 'funded';

/** Where no plan says otherwise earmarked money is spent first and residents' money last, so that what is left over can go back to them. */
export const spendingOrder: readonly Source[] = [
  'subsidy',
  'welfare',
  'charity_fund',
  'maintenance_fund',
  'public_revenue',
  'market_share',
  'community_income',
  'carried',
  'mutual_aid',
  'owner_levy',
  'residents',
];

/** Money of these sources is only for these lines of the budget (docs/domain.md 8.5 (2)). */
export type Earmarks = Readonly<Partial<Record<Source, readonly string[]>>>;

/** Where money goes: the line of the budget, null where the budget is one sum, and what of the money is only for certain lines. */
export interface Purpose {
  readonly line: string | null;
  readonly earmarks: Earmarks | null;
}

/** True when money of a source may be spent on a line. */
export function isAllowed(source: Source, { line, earmarks }: Purpose): boolean {
  const lines = earmarks?.[source];
  return lines === undefined || (line !== null && lines.includes(line));
}

/** What of the money that is there may be spent on a line, in fen. */
export function spendableFen(balances: Balances, purpose: Purpose): number {
  return sum(spendingOrder.map(source => (isAllowed(source, purpose) ? (balances[`cash/${source}`] ?? 0) : 0)));
}

/** An order with every source in it: those that it does not name come last, as where no plan says anything. */
export function wholeOrder(order: readonly Source[]): Source[] {
  return [...order, ...spendingOrder.filter(source => !order.includes(source))];
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

/**
 * Of a household's promise what has not come in, in fen: from the start of collecting on this is the money that was called (应收). It is
 * no account of its own. `promised` is what was called, `received/…` and `cash/…` what came of it, and the difference is reckoned
 * household by household, so that who gave more than they promised does not hide that another's money is missing.
 */
export function openFen({ promisedFen, paidFen }: Standing): number {
  return Math.max(0, promisedFen - Math.max(0, paidFen));
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
 * The community charity fund (社区慈善基金) of a grid has a book of its own in the grid's ledger, under a number that no project
 * has. What owners' common parts earned stands in it apart, as their common income.
 */
export function fundBook(gridId: number): number {
  return -gridId;
}

/** What has come in from all sources and was reconciled. */
export function receivedFen(balances: Balances): number {
  return sum(ofSource.map(names => receivedOf(balances, names)));
}

/** What the accounts of a project come to, as notices tell it, in fen. */
export function summaryOf(balances: Balances): Summary {
  const receivedBySource: Partial<Record<Source, number>> = {};
  const cashBySource: Partial<Record<Source, number>> = {};
  let received = 0;
  let pendingFen = 0;
  let freeFen = 0;
  let retainedFen = 0;
  for (const names of ofSource) {
    const fen = receivedOf(balances, names);
    const cashFen = balances[names.cash] ?? 0;
    if (fen > 0) receivedBySource[names.source] = fen;
    if (cashFen > 0) cashBySource[names.source] = cashFen;
    received += fen;
    pendingFen += balances[names.received] ?? 0;
    freeFen += cashFen;
    retainedFen += balances[names.retained] ?? 0;
  }
  const unclaimedFen = balances.unclaimed ?? 0;
  const summary = {
    pledgedFen: balances.promised ?? 0,
    ...(balances.released ? { releasedFen: balances.released } : {}),
    receivedFen: received,
    pendingFen,
    receivedBySource,
    cashBySource,
    spentFen: balances.spent ?? 0,
    refundedFen: balances.refunded ?? 0,
    passedFen: sum(destinationIds.map(destination => balances[`passed/${destination}`] ?? 0)) + (balances.granted ?? 0),
    balanceFen: freeFen + retainedFen + unclaimedFen,
    freeFen,
    retainedFen,
    unclaimedFen,
  };
  assert(
    summary.balanceFen === summary.receivedFen - summary.spentFen - summary.refundedFen - summary.passedFen,
    'the books do not balance',
  );
  return summary;
}

/** What entries moved into an account, less what they moved out of it; `spent` is the expense under all lines. */
export function movedTo(account: Account, entries: readonly { readonly postings: readonly Posting[] }[]): number {
  const isIt = (one: Account): boolean => one === account || (account === 'spent' && one.startsWith('spent/'));
  return sum(
    entries.flatMap(({ postings }) =>
      postings.map(({ from, to, amountFen }) => (isIt(to) ? amountFen : 0) - (isIt(from) ? amountFen : 0)),
    ),
  );
}

/** What has come in from one source and was reconciled. */
function receivedOf(balances: Balances, { outside, received }: (typeof ofSource)[number]): number {
  return -(balances[outside] ?? 0) - (balances[received] ?? 0);
}

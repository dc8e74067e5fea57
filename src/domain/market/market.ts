import { strict as assert } from 'node:assert';
import { dayMs, dayOf, monthTold, noonOf } from '../calendar.js';
import type { Source } from '../funds/ledger.js';
import type { RuleSet } from '../rules.js';

/** Whose a space is; each needs another consent before it is let (docs/domain.md 6.4). */
export const ownerships = {
  owners: { said: '业主共有', needs: '业主表决（改变共有部分用途或用来经营）', example: '业主共有（3号表决）' },
  committee: { said: '居委会所有', needs: '居委会的决定', example: '居委会所有（居委会2月3日会议决定）' },
  public: { said: '公有', needs: '产权单位的同意书', example: '公有（街道同意书2026-5号）' },
} as const;

export type Ownership = keyof typeof ownerships;

/** What the share is taken of; a fixed sum is taken of nothing. */
export const bases = { revenue: '收入', profit: '利润', fixed: '固定' } as const;

export type Basis = keyof typeof bases;

export type Cycle = 'month' | 'quarter';

/**
 * Where the share goes: to the charity fund, or to the owners, whose common part it is (民法典 Art. 282). `held` are the kinds of
 * money that stand in the fund's book for it: what projects had left over and handed to the fund is residents'.
 */
export const shareGoesTo = {
  fund: {
    said: '社区慈善基金',
    source: 'market_share',
    held: ['market_share', 'residents'],
    intoProject: 'charity_fund',
  },
  owners: { said: '业主公共收益', source: 'public_revenue', held: ['public_revenue'], intoProject: 'public_revenue' },
} as const satisfies Record<string, { said: string; source: Source; held: readonly Source[]; intoProject: Source }>;

export type ShareDestination = keyof typeof shareGoesTo;

/** All of a rate, in basis points (0.01 %). */
export const wholeRateBp = 10_000;

export interface Terms {
  readonly basis: Basis;
  /** Basis points, 0 … 10 000; 0 where the share is a fixed sum. */
  readonly rateBp: number;
  /** The least that is due for a period, in fen; the fixed sum where it is one. */
  readonly minFen: number;
  readonly cycle: Cycle;
  /** Days in Shanghai, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** `8%`, `8.25%`. */
export function rateWords(rateBp: number): string {
  return `${rateBp / 100}%`;
}

/** What is due for a period, in fen: the base times the rate, half a fen rounded up, and never less than what is guaranteed. */
export function shareDueFen({ rateBp, minFen }: Pick<Terms, 'rateBp' | 'minFen'>, baseFen: number): number {
  assert(Number.isSafeInteger(baseFen) && baseFen >= 0, 'a base is a whole number of fen, and no less than nothing');
  assert(Number.isInteger(rateBp) && rateBp >= 0 && rateBp <= wholeRateBp, 'a rate is 0 to 10 000 basis points');
  const whole = BigInt(wholeRateBp);
  const share = (2n * BigInt(baseFen) * BigInt(rateBp) + whole) / (2n * whole);
  return Math.max(Number(share), minFen);
}

/** A calendar month or quarter, as far as the agreement runs in it. */
export interface Period {
  /** `2026-03` or `2026-Q1`. */
  readonly key: string;
  readonly first: string;
  readonly last: string;
}

/** The periods of an agreement in order; the first and the last may be cut short. */
export function periodsOf({ cycle, startsOn, endsOn }: Pick<Terms, 'cycle' | 'startsOn' | 'endsOn'>): Period[] {
  const months = cycle === 'month' ? 1 : 3;
  const periods: Period[] = [];
  let [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))];
  month -= (month - 1) % months;
  for (;;) {
    const begin = dayOfMonth(year, month);
    if (begin > endsOn) return periods;
    const last = dayPlus(dayOfMonth(year, month + months), -1);
    const key = cycle === 'month' ? begin.slice(0, 7) : `${year}-Q${(month + 2) / 3}`;
    periods.push({ key, first: later(begin, startsOn), last: last < endsOn ? last : endsOn });
    month += months;
    if (month > 12) [year, month] = [year + 1, month - 12];
  }
}

/** `2026年3月`, `2026年1季度`. */
export function periodWords(key: string): string {
  const [year, rest = ''] = key.split('-');
  return rest.startsWith('Q') ? `${year}年${rest.slice(1)}季度` : monthTold(key);
}

/** How a period stands: it still runs, waits for the operator's figures, is due, is overdue, or is received in full. */
type PeriodState = 'running' | 'undeclared' | 'undeclared_late' | 'due' | 'overdue' | 'received';

export interface PeriodStanding extends Period {
  readonly state: PeriodState;
  /** Null as long as the operator has not declared. */
  readonly dueFen: number | null;
  /** Recorded by the cashier, the bookkeeper's reconciliation pending or done. */
  readonly recordedFen: number;
  /** Reconciled: only this is received. */
  readonly receivedFen: number;
  readonly declareBy: string;
  readonly payBy: string;
}

/** The standing of a period on a day. */
export function standPeriod(
  period: Period,
  facts: { dueFen: number | null; recordedFen: number; receivedFen: number },
  { today, rules }: { today: string; rules: Pick<RuleSet, 'marketDeclareDays' | 'marketPayDays'> },
): PeriodStanding {
  const declareBy = dayPlus(period.last, rules.marketDeclareDays);
  const payBy = dayPlus(period.last, rules.marketPayDays);
  const { dueFen, receivedFen } = facts;
  const state =
    dueFen !== null && receivedFen >= dueFen && today >= period.last
      ? 'received'
      : today <= period.last
        ? 'running'
        : dueFen === null
          ? today > declareBy
            ? 'undeclared_late'
            : 'undeclared'
          : today > payBy
            ? 'overdue'
            : 'due';
  return { ...period, ...facts, declareBy, payBy, state };
}

/** True for a period whose share is overdue, or was not declared in time. */
export function isLate({ state }: Pick<PeriodStanding, 'state'>): boolean {
  return state === 'overdue' || state === 'undeclared_late';
}

/** The day that lies so many days ahead, or behind. */
export function dayPlus(day: string, days: number): string {
  return dayOf(new Date(noonOf(day).getTime() + days * dayMs));
}

/** The first day of a month; the thirteenth is next January. */
function dayOfMonth(year: number, month: number): string {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${y}-${String(m).padStart(2, '0')}-01`;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

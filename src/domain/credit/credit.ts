import { strict as assert } from 'node:assert';
import { dayOf } from '../calendar.js';

/** What earns points (docs/domain.md 10.3). */
export type Earning =
  'vote' | 'meeting' | 'topic' | 'suggestion' | 'lead' | 'supervise' | 'volunteer' | 'donate' | 'goods';

/** What else moves points: using them, getting them back, losing an award that was wrong, leaving. */
export type Behaviour = Earning | 'redeem' | 'return' | 'reverse' | 'leave';

interface Line {
  /** Points for one deed; with `per`, for each full unit of it. */
  readonly points: number;
  /** The unit that points are counted by: fen of money, half hours of service. */
  readonly per?: number;
  /** Where a committee sets the points: the fewest it may give; `points` is the most. */
  readonly least?: number;
  readonly perDay?: number;
  readonly perYear: number;
}

/** Everything about points that a community may set, as data with a version and the day it comes into force. */
export interface CreditRules {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly lines: Readonly<Record<Earning, Line>>;
  /** The score that everybody begins with, and the levels above it, highest first. */
  readonly base: number;
  readonly levels: readonly { readonly name: string; readonly from: number }[];
  /** What is kept of the excess over the base on 1 January, as a fraction; [1, 1] keeps all. */
  readonly rebase: readonly [number, number];
  /** How many days before points expire their owner is told. */
  readonly expiryNoticeDays: readonly number[];
  /** How long a reserved reward waits at the counter. */
  readonly reserveDays: number;
  /** How long a monthly list is open to objections, and within how many workdays an appeal is answered. */
  readonly listDays: number;
  readonly appealWorkdays: number;
  /** The part of a month's awards that supervisors are given to check, as a fraction. */
  readonly sample: readonly [number, number];
  /** Service: how late it may be entered by hand, how many half hours count in a day, how long a session's code is good. */
  readonly backdateDays: number;
  /** So many wrong codes in a day, then the organiser is to be asked. */
  readonly wrongCodesPerDay: number;
  readonly halfHoursPerDay: number;
  readonly sessionDays: number;
  /** How often in a month the same two may confirm each other before it is flagged. */
  readonly pairMonthMost: number;
}

const ruleSets: readonly CreditRules[] = [
  {
    version: 'huantai-points-1',
    effectiveFrom: '2000-01-01',
    lines: {
      vote: { points: 1, perYear: 10 },
      meeting: { points: 2, perYear: 20 },
      topic: { points: 3, perYear: 15 },
      suggestion: { points: 5, perYear: 20 },
      lead: { points: 20, perYear: 40 },
      supervise: { points: 2, perDay: 2, perYear: 60 },
      volunteer: { points: 1, per: 2, perDay: 4, perYear: 80 },
      // The cap keeps a rank from being bought.
      donate: { points: 1, per: 10_000, perYear: 10 },
      goods: { points: 5, least: 2, perYear: 10 },
    },
    base: 1000,
    levels: [{ name: 'AAA', from: 1050 }],
    rebase: [1, 2],
    expiryNoticeDays: [60, 15],
    reserveDays: 7,
    listDays: 7,
    appealWorkdays: 3,
    sample: [1, 10],
    backdateDays: 7,
    wrongCodesPerDay: 5,
    halfHoursPerDay: 16,
    sessionDays: 7,
    pairMonthMost: 5,
  },
];

/** What each behaviour is called among members. */
export const behaviours: Readonly<Record<Behaviour, string>> = {
  vote: '参加表决',
  meeting: '参加议事会',
  topic: '提案成为议题',
  suggestion: '建议写进方案',
  lead: '带头办成项目',
  supervise: '监管巡查',
  volunteer: '志愿服务',
  donate: '众筹出资',
  goods: '捐赠物资',
  redeem: '兑换',
  return: '兑换退回',
  reverse: '撤销',
  leave: '退出积分',
};

/** The rules about points in force at a moment. */
export function creditRulesAt(now: Date): CreditRules {
  const day = dayOf(now);
  const rules = ruleSets.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  assert(rules, `no rules about points are in force on ${day}`);
  return rules;
}

/** What a member has already earned by one behaviour. */
interface Earned {
  readonly today: number;
  readonly thisYear: number;
}

/**
 * The points that one deed earns: as many as the table says, and no more than its caps leave.
 *
 * What a member voted for is no part of the question, so it cannot change the answer. Nothing is ever taken away.
 */
export function pointsFor(behaviour: Earning, earned: Earned, now: Date, amount = 0): number {
  const { points, per, least, perDay = Number.POSITIVE_INFINITY, perYear } = creditRulesAt(now).lines[behaviour];
  const counted = per === undefined ? points : points * Math.floor(amount / per);
  const full = least === undefined ? counted : Math.max(least, Math.min(points, amount));
  return Math.max(0, Math.min(full, perDay - earned.today, perYear - earned.thisYear));
}

/** The level that a score stands at, and the next one above it. */
export function levelOf(
  score: number,
  { levels }: CreditRules,
): { name: string | null; next: { name: string; from: number } | null } {
  const at = levels.findIndex(({ from }) => score >= from);
  const next = at === -1 ? levels.at(-1) : levels[at - 1];
  return { name: levels[at]?.name ?? null, next: next ?? null };
}

/** Places in a ranking that stands highest first: equal points share a place, and the next one counts on. */
export function places(points: readonly number[]): number[] {
  return points.map(value => points.indexOf(value) + 1);
}

import { strict as assert } from 'node:assert';
import { dayOf } from './calendar.js';

/** What earns or uses points (domain.md 10.3). */
export type Behaviour = 'vote' | 'meeting' | 'topic' | 'lead' | 'supervise' | 'donate' | 'redeem';

/** What earns points: everything but using them. */
export type Earning = Exclude<Behaviour, 'redeem'>;

interface Line {
  /** Points for one deed; with `perFen`, for each full amount of money. */
  readonly points: number;
  readonly perFen?: number;
  readonly perDay?: number;
  readonly perYear: number;
}

/** A table of earnings, as data with a version and the day it comes into force. */
export interface EarningTable {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly lines: Readonly<Record<Earning, Line>>;
}

const earningTables: readonly EarningTable[] = [
  {
    version: 'huantai-points-1',
    effectiveFrom: '2000-01-01',
    lines: {
      vote: { points: 1, perYear: 10 },
      meeting: { points: 2, perYear: 20 },
      topic: { points: 3, perYear: 15 },
      lead: { points: 20, perYear: 40 },
      supervise: { points: 2, perDay: 2, perYear: 60 },
      // The cap keeps a rank from being bought.
      donate: { points: 1, perFen: 10_000, perYear: 10 },
    },
  },
];

/** What each behaviour is called among members. */
export const behaviours: Readonly<Record<Behaviour, string>> = {
  vote: '参加表决',
  meeting: '参加议事会',
  topic: '提案成为议题',
  lead: '带头办成项目',
  supervise: '监管巡查',
  donate: '众筹出资',
  redeem: '兑换',
};

/** The earning table in force at a moment. */
export function earningTableAt(now: Date): EarningTable {
  const day = dayOf(now);
  const table = earningTables.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  assert(table, `no earning table is in force on ${day}`);
  return table;
}

/** What a member has already earned by one behaviour. */
export interface Earned {
  readonly today: number;
  readonly thisYear: number;
}

/**
 * The points that one deed earns: as many as the table says, and no more than its caps leave.
 *
 * What a member voted for is no part of the question, so it cannot change the answer. Nothing is ever taken away.
 */
export function pointsFor(behaviour: Earning, earned: Earned, now: Date, amountFen = 0): number {
  const { points, perFen, perDay = Number.POSITIVE_INFINITY, perYear } = earningTableAt(now).lines[behaviour];
  const full = perFen === undefined ? points : points * Math.floor(amountFen / perFen);
  return Math.max(0, Math.min(full, perDay - earned.today, perYear - earned.thisYear));
}

interface Entry {
  readonly points: number;
  readonly at: Date;
}

export interface Lot {
  readonly points: number;
  /** The first moment at which these points can no longer be spent. */
  readonly expiresAt: Date;
}

/** Points that can still be spent, and the lots they stand in: what expires first is first. */
export interface Spendable {
  readonly points: number;
  readonly lots: readonly Lot[];
}

/**
 * What a member can spend: points hold until 31 December of the year after they were earned, and the oldest are spent
 * first (domain.md 10.5). Entries come in the order they were made.
 */
export function spendable(entries: readonly Entry[], now: Date): Spendable {
  let lots: readonly Lot[] = [];
  for (const { points, at } of entries) {
    lots = points > 0 ? added(lots, { points, expiresAt: expiryOf(at) }) : spent(lots, -points, at);
  }
  const alive = lots.filter(({ expiresAt }) => now < expiresAt);
  return { points: alive.reduce((sum, lot) => sum + lot.points, 0), lots: alive };
}

/** Points earned in 2025 hold to the end of 2026. */
export function expiryOf(earnedAt: Date): Date {
  return new Date(`${Number(dayOf(earnedAt).slice(0, 4)) + 2}-01-01T00:00:00+08:00`);
}

/** The level score: the base and all that was ever earned; spending does not lower it (domain.md 10.2). */
export function creditScore(entries: readonly Entry[], base: number): number {
  return base + entries.reduce((sum, { points }) => sum + Math.max(0, points), 0);
}

/** Places in a ranking that stands highest first: equal points share a place, and the next one counts on. */
export function places(points: readonly number[]): number[] {
  return points.map(value => points.indexOf(value) + 1);
}

function added(lots: readonly Lot[], lot: Lot): readonly Lot[] {
  const last = lots.at(-1);
  if (last?.expiresAt.getTime() !== lot.expiresAt.getTime()) return [...lots, lot];
  return [...lots.slice(0, -1), { ...lot, points: last.points + lot.points }];
}

function spent(lots: readonly Lot[], points: number, at: Date): readonly Lot[] {
  let left = points;
  const rest = lots
    .filter(({ expiresAt }) => at < expiresAt)
    .map(lot => {
      const taken = Math.min(left, lot.points);
      left -= taken;
      return { ...lot, points: lot.points - taken };
    });
  assert(left === 0, 'more points were spent than there were');
  return rest.filter(lot => lot.points > 0);
}

import { sum } from '../sum.js';
import { strict as assert } from 'node:assert';
import { dayOf } from '../calendar.js';
import { creditRulesAt } from './credit.js';

/** What an entry does to the two balances of a member: the points that can be spent, and the score. */
interface CreditEntry {
  readonly points: number;
  /** The change of the score; left out in entries from before the two were kept apart: what was earned. */
  readonly score?: number | null;
  /** Of points that come back: when they would have expired anyway. */
  readonly expiresAt?: Date | null;
  readonly at: Date;
}

interface Lot {
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
 * What a member can spend: points hold until 31 December of the year after they were earned, and those that expire first are
 * spent first (docs/domain.md 10.5). Entries come in the order they were made.
 */
export function spendable(entries: readonly CreditEntry[], now: Date): Spendable {
  let lots: readonly Lot[] = [];
  for (const { points, at, expiresAt } of entries) {
    if (points > 0) lots = added(lots, { points, expiresAt: expiresAt ?? expiryOf(at) });
    if (points < 0) lots = spend(alive(lots, at), -points).left;
  }
  const rest = alive(lots, now);
  return { points: sum(rest.map(one => one.points)), lots: rest };
}

/** Takes points out of lots, first what expires first: what was taken, so that it can come back, and what is left. */
export function spend(lots: readonly Lot[], points: number): { taken: Lot[]; left: Lot[] } {
  let due = points;
  const taken: Lot[] = [];
  const left: Lot[] = [];
  for (const lot of lots) {
    const part = Math.min(due, lot.points);
    due -= part;
    if (part > 0) taken.push({ ...lot, points: part });
    if (part < lot.points) left.push({ ...lot, points: lot.points - part });
  }
  assert(due === 0, 'more points were spent than there were');
  return { taken, left };
}

/** Points earned in 2025 hold to the end of 2026. */
export function expiryOf(earnedAt: Date): Date {
  return startOfYear(yearOf(earnedAt) + 2);
}

/**
 * The level score: the base and all that was earned. Spending never lowers it (docs/domain.md 10.2); on 1 January a part of what
 * is above the base falls away, the same part for everybody (10.5).
 */
export function creditScore(entries: readonly CreditEntry[], now: Date): number {
  let excess = 0;
  let year = yearOf(entries[0]?.at ?? now);
  for (const entry of entries) {
    excess = Math.max(0, rebased(excess, year, yearOf(entry.at)) + (entry.score ?? Math.max(0, entry.points)));
    year = yearOf(entry.at);
  }
  return creditRulesAt(now).base + rebased(excess, year, yearOf(now));
}

function rebased(excess: number, from: number, to: number): number {
  let rest = excess;
  for (let year = from + 1; year <= to; year += 1) {
    const [part, whole] = creditRulesAt(startOfYear(year)).rebase;
    rest = Math.floor((rest * part) / whole);
  }
  return rest;
}

function startOfYear(year: number): Date {
  return new Date(`${year}-01-01T00:00:00+08:00`);
}

function yearOf(at: Date): number {
  return Number(dayOf(at).slice(0, 4));
}

function alive(lots: readonly Lot[], at: Date): Lot[] {
  return lots.filter(({ expiresAt }) => at < expiresAt);
}

function added(lots: readonly Lot[], lot: Lot): readonly Lot[] {
  const same = lots.find(({ expiresAt }) => expiresAt.getTime() === lot.expiresAt.getTime());
  if (same) return lots.map(one => (one === same ? { ...one, points: one.points + lot.points } : one));
  return [...lots, lot].toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}

import { dayMs, dayOf, startOf } from '../calendar.js';
import type { CreditRules } from './credit.js';

/** A span of service, from check-in to check-out. */
export interface Span {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const halfHourMs = 30 * 60_000;

/**
 * The half hours that a span of service counts for: full ones only, and no more than the day's cap leaves (docs/domain.md 10.2,
 * 10.6). Travel and waiting are not service; who checks in and out at the place of work does not count them.
 */
export function halfHoursOf(
  { startedAt, endedAt }: { startedAt: Date; endedAt: Date },
  sameDay: readonly { readonly halfHours: number }[],
  rules: Pick<CreditRules, 'halfHoursPerDay'>,
): number {
  const full = Math.floor((endedAt.getTime() - startedAt.getTime()) / halfHourMs);
  const before = sameDay.reduce((sum, { halfHours }) => sum + halfHours, 0);
  return Math.max(0, Math.min(full, rules.halfHoursPerDay - before));
}

/** True when two spans share a moment; one that is still open goes on to the end of its day. */
export function overlap(a: Span, b: Span): boolean {
  return a.startedAt < endOf(b) && b.startedAt < endOf(a);
}

/** True while somebody who checked in may still check out: on the same day. */
export function isUnderWay({ startedAt, endedAt }: Span, now: Date): boolean {
  return endedAt === null && dayOf(startedAt) === dayOf(now);
}

/** The earliest moment that may still be entered by hand. */
export function earliestEntry(now: Date, { backdateDays }: Pick<CreditRules, 'backdateDays'>): Date {
  return new Date(startOf('day', now).getTime() - backdateDays * dayMs);
}

/**
 * What a confirmation is worth: hours count once the organiser and a second witness have confirmed them (docs/domain.md 10.6). The
 * hours of the organiser, or of the organiser's household, are confirmed by two witnesses. `none`: not this person's to say now.
 */
export function worthOf(
  by: number,
  { first, organiser, organiserMay }: { first: number | null; organiser: number; organiserMay: boolean },
): 'first' | 'second' | 'none' {
  if (by === first) return 'none';
  if (by === organiser && !organiserMay) return 'none';
  if (first === null) return 'first';
  return !organiserMay || first === organiser || by === organiser ? 'second' : 'none';
}

/** True when two confirm each other, both ways, more often in a month than the rules take for chance. */
export function isSuspicious(
  confirmed: readonly { readonly by: number; readonly of: number }[],
  [one, other]: readonly [number, number],
  { pairMonthMost }: Pick<CreditRules, 'pairMonthMost'>,
): boolean {
  const there = confirmed.filter(({ by, of }) => by === one && of === other).length;
  const back = confirmed.filter(({ by, of }) => by === other && of === one).length;
  return there > 0 && back > 0 && there + back > pairMonthMost;
}

/** `2小时`, `1.5小时`. */
export function hoursWords(halfHours: number): string {
  return `${halfHours / 2}小时`;
}

/** What is said to a code that opens nothing. */
export function wrongCodeWords(left: number): string {
  return left > 0
    ? '没有这个签到码，或者已经过期。请向组织的人核对四位数字再发，例如“签到 1234”。'
    : '签到码又不对，今天先不再试了。请找组织的人，七天内由他补记。';
}

function endOf({ startedAt, endedAt }: Span): Date {
  return endedAt ?? new Date(startOf('day', startedAt).getTime() + dayMs);
}

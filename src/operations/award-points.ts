import { startOf } from '../domain/calendar.js';
import { type Earning, pointsFor } from '../domain/credit.js';
import type { Unit } from '../store/unit.js';

export interface Award {
  readonly memberId: number;
  readonly behaviour: Earning;
  /** What it is for, such as `poll:12`: the same behaviour about the same thing is rewarded once. */
  readonly about: string;
  readonly now: Date;
  /** For donations: how much was given. */
  readonly amountFen?: number;
}

/**
 * Gives a member the points that a good deed earns, once for each deed and never above the caps. Returns the points given.
 *
 * The journal line of the deed that earned them seals the entry, so this is called before that line is added.
 */
export async function award(unit: Unit, { memberId, behaviour, about, now, amountFen }: Award): Promise<number> {
  if (await unit.credit.has(memberId, behaviour, about)) return 0;

  const thisYear = await unit.credit.since(memberId, behaviour, startOf('year', now));
  const midnight = startOf('day', now);
  const today = thisYear.filter(({ at }) => at >= midnight);
  const points = pointsFor(behaviour, { today: sum(today), thisYear: sum(thisYear) }, now, amountFen);
  if (points > 0) await unit.credit.add({ memberId, behaviour, points, about, at: now });
  return points;
}

function sum(entries: readonly { readonly points: number }[]): number {
  return entries.reduce((total, { points }) => total + points, 0);
}

import { dayMs, dayOf, noonOf } from '../calendar.js';
import { isWorkday } from '../periods.js';

/** The working days after the day on which works began and before today: on each of them somebody was to look at the works. */
export function dutyDays(beganAt: Date, now: Date): string[] {
  const days: string[] = [];
  const today = dayOf(now);
  let noon = noonOf(dayOf(beganAt));
  for (;;) {
    noon = new Date(noon.getTime() + dayMs);
    const day = dayOf(noon);
    if (day >= today) return days;
    if (isWorkday(noon)) days.push(day);
  }
}

/** Whose turn it is on the `turn`-th working day, counted from 0; null where there is no team. */
export function onDuty<T>(team: readonly T[], turn: number): T | null {
  return team[turn % Math.max(1, team.length)] ?? null;
}

const unwatched = 'unwatched ';

/** The occasion of the notice that nobody looks at the works: the day on which it is told. */
export function unwatchedOn(day: string): string {
  return unwatched + day;
}

/** The day of such an occasion; null for another one. */
export function unwatchedDay(occasion: string): string | null {
  return occasion.startsWith(unwatched) ? occasion.slice(unwatched.length) : null;
}

/** The days of duty on which nobody looked. */
export function missedDays(days: readonly string[], looked: readonly Date[]): string[] {
  const seen = new Set(looked.map(at => dayOf(at)));
  return days.filter(day => !seen.has(day));
}

import { isWorkday } from '../../../domain/periods.js';
import { holidays } from '../../../domain/holidays.js';
import { isoDay, momentOf, shiftDay } from './clock.js';
import type { Day } from './lunar.js';

/**
 * The day that lies so many workdays after another, which is not counted itself. Null where the way there touches a year
 * whose rest days have not been announced: nobody knows yet which of its days are worked (`domain/holidays.ts`).
 */
export function afterWorkdays(from: Day, count: number): Day | null {
  let day = from;
  for (let left = count; left > 0;) {
    day = shiftDay(day, { days: 1 });
    if (holidays[day.year] === undefined) return null;
    if (isWorkday(momentOf(day, 12, 0))) left -= 1;
  }
  return day;
}

/** The last rest day of the holiday that a festival belongs to; the festival itself where it is no holiday. */
export function holidayEnd(festival: Day): Day | null {
  const year = holidays[festival.year];
  if (!year) return null;
  const iso = isoDay(festival);
  const rest = year.rest.find(([first, last]) => first <= iso && iso <= last);
  if (!rest) return festival;
  const [, month = 0, day = 0] = rest[1].split('-').map(Number);
  return { year: festival.year, month, day };
}

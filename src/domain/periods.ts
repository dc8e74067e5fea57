import type { DateTime } from 'luxon';
import { shanghai } from './calendar.js';
import { holidays } from './holidays.js';

/** True for a day on which offices work, make-up days included. */
export function isWorkday(at: Date): boolean {
  const day = shanghai(at);
  const iso = day.toISODate() ?? '';
  const year = holidays[day.year];
  if (year?.work.includes(iso)) return true;
  if (year?.rest.some(([first, last]) => first <= iso && iso <= last)) return false;
  return day.weekday <= 5;
}

/** A disclosure takes effect at the later of its postings (docs/domain.md 5.1). */
export function effectiveAt(postings: readonly [Date, ...Date[]]): Date {
  return new Date(Math.max(...postings.map(at => at.getTime())));
}

/**
 * When a period of days ends: the first day is not counted, it ends at 24:00 of the last one, and where the last is a
 * rest day it ends with the next workday (民法典 Arts. 201, 203; docs/domain.md 15).
 */
export function periodEnd(from: Date, days: number, { movesOffRestDays = true } = {}): Date {
  const last = shanghai(from).startOf('day').plus({ days });
  return (movesOffRestDays ? firstWorkday(last) : last).plus({ days: 1 }).toJSDate();
}

/** The earliest moment with that many full days between the day of posting and the day of opening. */
export function opensAfterFullDays(posted: Date, days: number): Date {
  return shanghai(posted)
    .startOf('day')
    .plus({ days: days + 1 })
    .toJSDate();
}

/** 24:00 of the day that lies so many workdays ahead; the first day is not counted. */
export function workdaysEnd(from: Date, days: number): Date {
  let day = shanghai(from).startOf('day');
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkday(day.toJSDate())) left -= 1;
  }
  return day.plus({ days: 1 }).toJSDate();
}

function firstWorkday(day: DateTime): DateTime {
  return isWorkday(day.toJSDate()) ? day : firstWorkday(day.plus({ days: 1 }));
}

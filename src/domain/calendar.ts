import { DateTime, FixedOffsetZone } from 'luxon';

/** All schedules, deadlines and printed times (docs/domain.md 15). */
export const zone = 'Asia/Shanghai';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** `10月17日（周五）20:00`; the year is said only where it is not that of `now`. */
export function momentWords(at: Date, now?: Date): string {
  const local = shanghai(at);
  return `${dayWords(at, now)}${local.toFormat('HH:mm')}`;
}

/** `10月17日（周五）`. */
export function dayWords(at: Date, now?: Date): string {
  const local = shanghai(at);
  const year = now && shanghai(now).year !== local.year ? `${local.year}年` : '';
  return `${year}${local.month}月${local.day}日（周${weekdays[local.weekday - 1]}）`;
}

/** The day that a period until 24:00 ends on: `10月17日（周五）24:00`. */
export function lastDayWords(end: Date, now?: Date): string {
  return `${dayWords(new Date(end.getTime() - 1), now)}24:00`;
}

/** A moment until which something may be done: midnight is 24:00 of the day that ends, as the notices say it, and not 00:00 of the next. */
export function endWords(at: Date, now?: Date): string {
  return shanghai(at).toFormat('HH:mm') === '00:00' ? lastDayWords(at, now) : momentWords(at, now);
}

/** `2025-10-17` in Shanghai. */
export function dayOf(at: Date): string {
  return shanghai(at).toISODate() ?? '';
}

/** Noon of a day in Shanghai, so that the words of the day are those of the plan. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

/** A day as it is told where it may be read in any year: `2026年4月20日`. */
export function wholeDayTold(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** A day as it is told in a sentence: `4月20日`, with its year where it is not that of today. */
export function dayTold(day: string, today: string): string {
  const [year = ''] = day.split('-');
  return wholeDayTold(day).slice(today.startsWith(year) ? year.length + 1 : 0);
}

/** A month as it is told: `2026年3月`. */
export function monthTold(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** The last minute of the day that lies `days` days ahead: how a bare deadline is meant. */
export function endOfDay(at: Date, days = 0): Date {
  return shanghai(at).plus({ days }).set({ hour: 23, minute: 59, second: 0, millisecond: 0 }).toJSDate();
}

/** The start of the quarter, or of the year, that a moment lies in. */
export function startOf(unit: 'day' | 'week' | 'month' | 'quarter' | 'year', at: Date): Date {
  return shanghai(at).startOf(unit).toJSDate();
}

/** The last moment, at or before `now`, at which clocks in Shanghai showed this time. */
export function lastAt(time: { hour: number; minute: number }, now: Date): Date {
  const today = shanghai(now).set({ ...time, second: 0, millisecond: 0 });
  return (today.toMillis() <= now.getTime() ? today : today.minus({ days: 1 })).toJSDate();
}

/** ISO 8601 with +08:00. */
export function iso(at: Date): string {
  return shanghai(at).toISO({ suppressMilliseconds: true }) ?? '';
}

/** Eight hours ahead all the year since 1992, so that no table of zones is asked: that took longer than all the rest. */
export const aheadMs = 8 * hourMs;
const ahead = FixedOffsetZone.instance(aheadMs / minuteMs);

/** A moment as clocks in Shanghai show it. */
export function shanghai(at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: ahead });
}

/** Days of the calendar from one day to another, both as `2026-03-02`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

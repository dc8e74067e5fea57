import type { Day } from './lunar.js';

/**
 * Wall time in Asia/Shanghai. The zone has had one offset since 1992, so a moment and its wall time differ by eight
 * hours, whatever the machine's zone.
 */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

export interface Wall extends Day {
  readonly hour: number;
  readonly minute: number;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
}

export function wallOf(moment: Date): Wall {
  const shifted = new Date(moment.getTime() + offsetMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay() || 7,
  };
}

/** The moment of a wall time; hour 24 is the midnight that ends the day. */
export function momentOf({ year, month, day }: Day, hour: number, minute: number): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute) - offsetMs);
}

/** A day so many days later; months may run over their end. */
export function shiftDay({ year, month, day }: Day, { months = 0, days = 0 }: { months?: number; days?: number }): Day {
  const shifted = new Date(Date.UTC(year, month - 1 + months, day + days));
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

/** The same day so many months later, or the last day of that month when it is shorter. */
export function shiftMonth(day: Day, months: number): Day {
  const first = shiftDay({ ...day, day: 1 }, { months });
  return { ...first, day: Math.min(day.day, lastOfMonth(first).day) };
}

export function lastOfMonth({ year, month }: { readonly year: number; readonly month: number }): Day {
  return shiftDay({ year, month: month + 1, day: 1 }, { days: -1 });
}

/** `2026-03-20` */
export function isoDay({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Null for 31 April and the like. */
export function realDay(year: number, month: number, day: number): Day | null {
  const made = shiftDay({ year, month, day }, {});
  return made.month === month && made.day === day ? made : null;
}

export function daysBetween(from: Day, to: Day): number {
  return (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / dayMs;
}

/** To the minute, with the offset: `2025-10-17T20:00+08:00`. */
export function isoMinute(moment: Date): string {
  return `${new Date(moment.getTime() + offsetMs).toISOString().slice(0, 16)}+08:00`;
}

import { dayMs, dayOf } from './calendar.js';

const halfYearMs = 183 * dayMs;

/** How a day stands in a sentence of fixed form: 2026年4月10日, 4月10日, 4-10; the source of a regular expression of three groups. */
export const dayForm = '(?:(20\\d\\d)年)?(\\d{1,2})(?:月|-|\\/)(\\d{1,2})[日号]?';

/** Year, month and day as they were said; without a year the nearest one is meant. Null for a day that does not exist. */
export function dayNear([year, month = '', day = '']: readonly (string | undefined)[], now: Date): string | null {
  const thisYear = Number(dayOf(now).slice(0, 4));
  const years = year ? [Number(year)] : [thisYear, thisYear + 1, thisYear - 1];
  for (const each of years) {
    const text = `${each}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const at = noonOf(text);
    if (Number.isNaN(at.getTime()) || dayOf(at) !== text) continue;
    if (year || Math.abs(at.getTime() - now.getTime()) <= halfYearMs) return text;
  }
  return null;
}

/** Noon of a day in Shanghai, so that the words of the day are those of the plan. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

export interface Dated {
  /** What was said besides the day. */
  readonly rest: string;
  readonly day: string | null;
}

const byDay = new RegExp(`(?<![，,、\\s])[，,、\\s]*(?:请?(?:在|于|到))?${dayForm}(?:之?前|以前|内)?[，,、\\s]*`, 'u');

/** Takes `3月10日前` out of a sentence. `day` is null where none is said, or one that does not exist. */
export function takeDay(text: string, now: Date): Dated {
  const found = byDay.exec(text);
  if (!found) return { rest: text.trim(), day: null };
  const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`;
  return { rest: rest.trim(), day: dayNear(found.slice(1, 4), now) };
}

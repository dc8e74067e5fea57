import { readWhole } from '../numbers.js';

/**
 * A month that was said, as `2026-03`: 3月, 三月份, 2025年12月, 本月, 上个月. Without a year it is the last such month that has
 * begun. `today` is such as `2026-03-02`. Undefined for what names no month that has begun.
 */
export function readMonth(text: string, today: string): string | undefined {
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  const said = text.normalize('NFKC').replace(/份$/u, '');
  if (/^(?:本|这个?|当)月$/u.test(said)) return month(thisYear, thisMonth);
  if (/^上个?月$/u.test(said)) return thisMonth === 1 ? month(thisYear - 1, 12) : month(thisYear, thisMonth - 1);
  const found = /^(?:(?<year>2\d{3}|去|今)年)?(?<month>[\d一二三四五六七八九十]{1,3})月$/u.exec(said);
  const number = readWhole(found?.groups?.['month'] ?? '');
  if (number === null || number < 1 || number > 12) return undefined;
  const year = yearOf(found?.groups?.['year'], thisYear, number > thisMonth);
  return year > thisYear || (year === thisYear && number > thisMonth) ? undefined : month(year, number);
}

function yearOf(said: string | undefined, thisYear: number, isAhead: boolean): number {
  if (said === undefined) return isAhead ? thisYear - 1 : thisYear;
  if (said === '今') return thisYear;
  return said === '去' ? thisYear - 1 : Number(said);
}

function month(year: number, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

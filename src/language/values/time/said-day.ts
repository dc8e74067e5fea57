import { dayMs, dayOf, noonOf } from '../../../domain/calendar.js';
import { lastOfMonth, realDay } from './clock.js';

const halfYearMs = 183 * dayMs;

/** How a day stands in a sentence of fixed form: 2026年4月10日, 4月10日, 4-10; the source of a regular expression of three groups. */
export const dayForm = '(?:(20\\d\\d)年)?(\\d{1,2})(?:月|-|\\/)(\\d{1,2})[日号]?';
export const aDay = new RegExp(dayForm, 'u');

/**
 * Year, month and day as they were said. Null for a day that does not exist. Without a year the nearest one is meant: what a form says lies
 * behind as often as ahead (一月 speaks of 12月20日 as the month before), where a deadline in talk (days.ts) lies ahead.
 */
export function dayNear([year, month = '', day = '']: readonly (string | undefined)[], now: Date): string | null {
  const thisYear = Number(dayOf(now).slice(0, 4));
  const years = year ? [Number(year)] : [thisYear, thisYear + 1, thisYear - 1];
  for (const each of years) {
    if (!realDay(each, Number(month), Number(day))) continue;
    const text = `${each}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const at = noonOf(text);
    if (year || Math.abs(at.getTime() - now.getTime()) <= halfYearMs) return text;
  }
  return null;
}

const bareDay = /(?<![月\d./-])(?:(\d{1,2})[日号](?!楼|院|线|门|机|文)|月底)/gu;
/** By when something is due: 20号前弄好. The number of a matter has no such word behind it. */
const dueDay = /(?<![月\d./-])(?:(\d{1,2})[日号](?=之?前|以前)|月底)/gu;
const ofMonth = /(?<lead>下个?|本|这个?|当)月的?(?<day>\d{1,2})(?:日|号(?!楼|院|线|门|机|文))/gu;
const monthEnd = /(?<!\d)(\d{1,2})月底/gu;

/**
 * With the month of a day that was said without one (拆旧18号, 月底): that of the day before it in the text, or else the month in which it is
 * still to come. 10月底 is the last day of it, and 下月5号 of the month that comes.
 */
export function withMonths(text: string, now: Date, days: 'all' | 'due' = 'all'): string {
  const [year = 0, thisMonth = 1, today = 1] = dayOf(now).split('-').map(Number);
  const lastOf = (month: number): number => lastOfMonth({ year, month }).day;
  const named = text.replace(
    ofMonth,
    (_, lead: string, day: string) => `${((thisMonth - 1 + (lead.startsWith('下') ? 1 : 0)) % 12) + 1}月${day}日`,
  );
  const whole = named.replace(monthEnd, (_, month: string) => `${month}月${lastOf(Number(month))}日`);
  return whole.replace(days === 'all' ? bareDay : dueDay, (_, said: string | undefined, at: number) => {
    const before = [...whole.slice(0, at).matchAll(/(\d{1,2})月/gu)].at(-1)?.[1];
    const isOver = said !== undefined && Number(said) < today;
    const month = before === undefined ? ((thisMonth - 1 + (isOver ? 1 : 0)) % 12) + 1 : Number(before);
    return `${month}月${said ?? lastOf(month)}日`;
  });
}

interface Dated {
  /** What was said besides the day. */
  readonly rest: string;
  readonly day: string | null;
}

/** So long ago nothing is due any more: without its year a day by which something is due is then the next one of its name. */
const longOverMs = 60 * dayMs;

/** The day by which something is due: 9月1日前, said on the second of March, is in September, though the last one is as near. */
function dueNear([year, month, day]: readonly (string | undefined)[], now: Date): string | null {
  const near = dayNear([year, month, day], now);
  if (near === null || year !== undefined || now.getTime() - noonOf(near).getTime() < longOverMs) return near;
  return dayNear([String(Number(near.slice(0, 4)) + 1), month, day], now);
}

const byDay = new RegExp(`(?<![，,、\\s])[，,、\\s]*(?:请?(?:在|于|到))?${dayForm}(?:之?前|以前|内)?[，,、\\s]*`, 'u');

/** Takes `3月10日前` or `20号前` out of a sentence. `day` is null where none is said, or one that does not exist. */
export function takeDay(text: string, now: Date): Dated {
  const dated = withMonths(text, now, 'due');
  const found = byDay.exec(dated);
  if (!found) return { rest: text.trim(), day: null };
  const rest = `${dated.slice(0, found.index)}${dated.slice(found.index + found[0].length)}`;
  return { rest: rest.trim(), day: dueNear(found.slice(1, 4), now) };
}

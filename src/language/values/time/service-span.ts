import { momentOf, realDay, shiftDay, wallOf } from './clock.js';
import type { Day } from './lunar.js';
import { foldWidth } from '../width.js';

const datePattern = /^(?:(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?|(?<word>今天|昨天|前天))/u;
const timePattern =
  /^(?<half>上午|早上|中午|下午|晚上)?(?<hour>\d{1,2})(?::(?<minute>[0-5]\d)|点(?<rest>半|[0-5]?\d分?)?)$/u;
const daysBack: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2 };

/**
 * Reads when somebody served, such as `3月7日9:00到11:30` or `昨天下午2点到4点半`: always in the past, so a date without a year is
 * the last such date. Null when it cannot be read, or when it ends before it starts.
 */
export function readServiceSpan(text: string, now: Date): { startedAt: Date; endedAt: Date } | null {
  const [first, last, ...more] = foldWidth(text)
    .replaceAll(/\s/gu, '')
    .split(/到|至|[-–—~]/u);
  const date = datePattern.exec(first ?? '');
  if (!first || !last || !date || more.length > 0) return null;
  const day = dayOf(date.groups ?? {}, now);
  const from = timePattern.exec(first.slice(date[0].length))?.groups;
  const to = timePattern.exec(last)?.groups;
  if (!day || !from || !to) return null;
  const startedAt = momentOf(day, hourOf(from), minuteOf(from));
  // 下午2点到4点半: the second time is in the afternoon too.
  const endedAt = momentOf(day, hourOf({ ...to, half: to['half'] ?? from['half'] }), minuteOf(to));
  return startedAt < endedAt ? { startedAt, endedAt } : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf({ month, day, word }: Groups, now: Date): Day | null {
  const today = wallOf(now);
  if (word !== undefined) return shiftDay(today, { days: -(daysBack[word] ?? 0) });
  const thisYear = realDay(today.year, Number(month), Number(day));
  return thisYear && momentOf(thisYear, 0, 0) > now ? realDay(today.year - 1, Number(month), Number(day)) : thisYear;
}

function hourOf({ half, hour }: Groups): number {
  const hours = Number(hour);
  return hours < 12 && (half === '下午' || half === '晚上') ? hours + 12 : hours;
}

function minuteOf({ minute, rest }: Groups): number {
  return rest === '半' ? 30 : Number((minute ?? rest ?? '0').replace('分', ''));
}

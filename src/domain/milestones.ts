import { dayMs, dayOf } from './calendar.js';
import { Refusal } from './refusal.js';

export interface Planned {
  readonly name: string;
  /** A day in Shanghai, `2026-04-10`. */
  readonly plannedOn: string;
}

const most = 12;
const halfYearMs = 183 * dayMs;

/**
 * Reads `拆旧4月10日，装管4月25日，试压5月5日`: the milestones of a plan in the order of their days. A month without a year is the
 * nearest one. Refused where a part names no day, no thing, or a day that does not exist.
 */
export function readMilestones(text: string, now: Date): Planned[] {
  const parts = text
    .normalize('NFKC')
    .split(/[,，、;；\n]/u)
    .map(part => part.trim())
    .filter(Boolean);
  const planned = parts.map(part => readOne(part, now));
  if (planned.length === 0 || planned.length > most) throw new Refusal('schedule.unclear', { most });
  return planned.toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
}

function readOne(part: string, now: Date): Planned {
  const date = /(?:(20\d\d)年)?(\d{1,2})(?:月|-|\/)(\d{1,2})[日号]?/u.exec(part);
  const name = part.replace(date?.[0] ?? '', '').replace(/^[前于在到]+|[前完成:：()（）\s]+$/gu, '');
  const [, year, month = '', day = ''] = date ?? [];
  const plannedOn = date && dayNear(year, { month: month.padStart(2, '0'), day: day.padStart(2, '0') }, now);
  if (!plannedOn || name === '' || [...name].length > 20) throw new Refusal('schedule.unclear', { most });
  return { name, plannedOn };
}

function dayNear(year: string | undefined, { month, day }: { month: string; day: string }, now: Date): string | null {
  const thisYear = Number(dayOf(now).slice(0, 4));
  const years = year ? [Number(year)] : [thisYear, thisYear + 1, thisYear - 1];
  for (const each of years) {
    const text = `${each}-${month}-${day}`;
    const at = new Date(`${text}T12:00:00+08:00`);
    if (Number.isNaN(at.getTime()) || dayOf(at) !== text) continue;
    if (year || Math.abs(at.getTime() - now.getTime()) <= halfYearMs) return text;
  }
  return null;
}

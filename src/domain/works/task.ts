import { strict as assert } from 'node:assert';
import { dayMs, dayOf, dayWords, noonOf, startOf } from '../calendar.js';

/** How long a claimed task may take, when its claimer is reminded before, and how often after; all in days. */
interface TaskRules {
  readonly effectiveFrom: string;
  readonly days: number;
  readonly remindBefore: number;
  readonly remindEvery: number;
}

/** Of our own making [D]; a later set takes effect on its day. */
const ruleSets: readonly TaskRules[] = [{ effectiveFrom: '2020-01-01', days: 7, remindBefore: 2, remindEvery: 3 }];

function taskRulesAt(now: Date): TaskRules {
  const rules = ruleSets.findLast(({ effectiveFrom }) => effectiveFrom <= dayOf(now));
  assert(rules, `no rules about tasks are in force on ${dayOf(now)}`);
  return rules;
}

/** Nobody promises a small thing for longer. */
const mostDays = 60;

/** The end of the last day that a task claimed now may take: the day that was said (`2026-03-20`), where it lies ahead. */
export function taskDueAt(now: Date, day?: string): Date {
  const said = day === undefined ? null : new Date(startOf('day', noonOf(day)).getTime() + dayMs);
  if (said && said > now && said.getTime() <= now.getTime() + mostDays * dayMs) return said;
  return new Date(startOf('day', now).getTime() + (taskRulesAt(now).days + 1) * dayMs);
}

/** `应在3月10日（周二）前办好`. */
export function taskDayWords(dueAt: Date, now: Date): string {
  // A period until 24:00 ends on the day before.
  return `应在${dayWords(new Date(dueAt.getTime() - 1), now)}前办好`;
}

/** True when its claimer is to be reminded: shortly before the last day, and from then on every few days. */
export function isReminderDue({ dueAt, remindedAt }: { dueAt: Date; remindedAt: Date | null }, now: Date): boolean {
  const { remindBefore, remindEvery } = taskRulesAt(now);
  if (now.getTime() < dueAt.getTime() - remindBefore * dayMs) return false;
  return (
    remindedAt === null || startOf('day', now).getTime() >= startOf('day', remindedAt).getTime() + remindEvery * dayMs
  );
}

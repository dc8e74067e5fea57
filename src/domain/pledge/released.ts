import { dayMs } from '../calendar.js';
import type { RuleSet } from '../rules.js';

interface Collecting {
  readonly stateSince: Date;
  readonly pledgeClosesAt: Date | null;
}

/**
 * From when on a secretary may release what a household promised and has not paid (docs/domain.md 8.2): the round is over, and a reminder's time
 * has passed after the last one, counted from the start of collecting or from the household's own last promise.
 */
export function releasableFrom(
  { stateSince, pledgeClosesAt }: Collecting,
  promisedAt: Date,
  { pledgeRemindersMax, pledgeReminderEveryDays }: Pick<RuleSet, 'pledgeRemindersMax' | 'pledgeReminderEveryDays'>,
): Date {
  const since = Math.max(stateSince.getTime(), promisedAt.getTime());
  const reminded = since + (pledgeRemindersMax + 1) * pledgeReminderEveryDays * dayMs;
  return new Date(Math.max(reminded, pledgeClosesAt?.getTime() ?? 0));
}

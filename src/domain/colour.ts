import { dayMs } from './calendar.js';
import type { ProjectState } from './lifecycle.js';

/** How a project stands, always said with a word: colour is never the only signal (domain.md 11.1). */
export const colours = {
  grey: '未启动',
  blue: '完成',
  green: '正常',
  yellow: '预警',
  red: '滞后',
  stopped: '终止',
} as const;
export type Colour = keyof typeof colours;

export interface Standing {
  readonly state: ProjectState;
  readonly stateSince: Date;
  readonly pledgeClosesAt: Date | null;
  /** When the works were last reported on; null before the first report. */
  readonly reportedAt: Date | null;
  /** Since when the longest overdue notice is overdue; null or left out when none is. */
  readonly overdueSince?: Date | null;
}

/** Progress is told at least weekly while the works go on; a week more and the project is behind. */
const reportDays = 7;
const nearDays = 3;

/**
 * The colour of a project: done once accepted, behind when something is more than a week overdue, a warning when something
 * is due or overdue by less, else in order. An overdue notice is at best a warning (domain.md 5.3).
 */
export function colourOf(standing: Standing, now: Date): Colour {
  const colour = colourOfState(standing, now);
  const { overdueSince } = standing;
  if (!overdueSince || (colour !== 'green' && colour !== 'yellow')) return colour;
  return now.getTime() - overdueSince.getTime() > reportDays * dayMs ? 'red' : 'yellow';
}

function colourOfState({ state, stateSince, pledgeClosesAt, reportedAt }: Standing, now: Date): Colour {
  switch (state) {
    case 'withdrawn':
    case 'cancelled':
      return 'stopped';
    case 'accepted':
    case 'settlement_published':
    case 'closed':
      return 'blue';
    case 'issue_reported':
    case 'topic_proposed':
      return 'grey';
    case 'rectification':
    case 'quorum_failed':
    case 'not_approved':
    case 'funding_failed':
      return 'yellow';
    case 'pledging':
      return pledgeClosesAt ? byDue(pledgeClosesAt, now, nearDays) : 'green';
    case 'in_progress':
      return byDue(new Date((reportedAt ?? stateSince).getTime() + reportDays * dayMs), now, 0);
    default:
      return 'green';
  }
}

function byDue(due: Date, now: Date, nearBy: number): Colour {
  const lateDays = (now.getTime() - due.getTime()) / dayMs;
  if (lateDays > reportDays) return 'red';
  return lateDays > -nearBy ? 'yellow' : 'green';
}

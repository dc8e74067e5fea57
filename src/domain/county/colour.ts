import { dayMs, dayOf, daysBetween, dayWords, momentWords, noonOf } from '../calendar.js';
import { type ProjectState, states, worksStates } from '../lifecycle.js';
import { yuan } from '../money.js';
import { rulesAt } from '../rules.js';

/** How a project stands, always said with a word: colour is never the only signal (docs/domain.md 11.1). */
export const colours = {
  grey: '未启动',
  blue: '完成',
  green: '正常',
  yellow: '预警',
  red: '滞后',
  stopped: '终止',
} as const;
export type Colour = keyof typeof colours;

/** A step of the works as far as its colour goes. */
export interface Step {
  readonly name: string;
  /** A day in Shanghai, `2026-04-10`. */
  readonly plannedOn: string;
  /** Null where only its end is planned. */
  readonly startsOn?: string | null;
  readonly doneAt: Date | null;
  /** Percent of it that was reported; null or left out before the first report. */
  readonly percent?: number | null;
}

/** What somebody set by hand: with a reason, a name and an end (docs/domain.md 11.1). */
export interface Override {
  readonly colour: 'grey' | 'green' | 'yellow' | 'red';
  readonly reason: string;
  /** Who set it, as it may be shown: 网格书记王＊. */
  readonly author: string;
  readonly expiresAt: Date;
}

export interface Standing {
  readonly state: ProjectState;
  readonly stateSince: Date;
  readonly pledgeClosesAt: Date | null;
  /** When the works were last reported on; null before the first report. */
  readonly reportedAt: Date | null;
  /** Since when the longest overdue notice is overdue; null or left out when none is. */
  readonly overdueSince?: Date | null;
  /** The steps of the plan, in the order of their days. */
  readonly milestones?: readonly Step[];
  /** The day of the whole, set for a key project of the year; null without one. */
  readonly deadline?: string | null;
  /** Stopped by the secretaries' decision, or called off by the supervision team; null while the works may go on. */
  readonly stoppage?: { readonly by: 'decision' | 'team'; readonly since: Date; readonly reason: string } | null;
  /** Since when the longest payment that the supervisors hold is held; null when none is. */
  readonly heldSince?: Date | null;
  /** Since when an objection that was granted waits for what it asks; null when none does. */
  readonly upheldSince?: Date | null;
  /** What is missing of the budget, in fen; 0 when nothing is. */
  readonly gapFen?: number;
  /** True when it was red and no dispatch has confirmed since that it is mended. */
  readonly wasRed?: boolean;
  readonly override?: Override | null;
}

/** A colour with its word and the reason in words. */
export interface Verdict {
  readonly colour: Colour;
  readonly word: string;
  readonly reason: string;
}

/** The colour alone. */
export function colourOf(standing: Standing, now: Date): Colour {
  return verdictOf(standing, now).colour;
}

/**
 * The colour of a project and why (docs/domain.md 11.1): the first condition that holds decides. What was red and is mended stays
 * yellow until a dispatch meeting confirms it. A colour set by hand stands, visibly, for as long as it was set.
 */
export function verdictOf(standing: Standing, now: Date): Verdict {
  const ruled = byRule(standing, now);
  if (ruled.colour === 'stopped' || ruled.colour === 'blue') return ruled;
  const { override, wasRed } = standing;
  const shown = wasRed && ruled.colour === 'green' ? verdict('yellow', '滞后的问题已解决，等下次调度确认') : ruled;
  if (!override || override.expiresAt <= now) return shown;
  const rest = `按规则是${shown.word}：${shown.reason}`;
  return {
    colour: override.colour,
    word: override.colour === 'grey' ? '暂停' : colours[override.colour],
    reason: `${override.author}人工调整，到${momentWords(override.expiresAt, now)}：${override.reason}（${rest}）`,
  };
}

function byRule(standing: Standing, now: Date): Verdict {
  const { state, stoppage } = standing;
  if (state === 'withdrawn' || state === 'cancelled') return verdict('stopped', states[state].said);
  if (isDone.has(state)) return verdict('blue', states[state].said);
  if (stoppage?.by === 'decision')
    return { colour: 'grey', word: '暂停', reason: `${dayWords(stoppage.since, now)}起停工：${stoppage.reason}` };
  const waits = notYet(standing, now);
  if (waits) return verdict('grey', waits);
  const [late] = reds(standing, now);
  if (late) return verdict('red', late);
  const [warning] = yellows(standing, now);
  return warning ? verdict('yellow', warning) : verdict('green', '按计划进行');
}

const isDone: ReadonlySet<ProjectState> = new Set(['accepted', 'settlement_published', 'closed', 'referral_done']);

function verdict(colour: Colour, reason: string): Verdict {
  return { colour, word: colours[colour], reason };
}

/** Not started, and nothing planned before today; a notice that is overdue is said along with it. */
function notYet({ state, milestones = [], overdueSince }: Standing, now: Date): string | null {
  if (state === 'issue_reported' || state === 'topic_proposed' || state === 'referred') return states[state].said;
  if (worksStates.includes(state)) return null;
  const starts = milestones.flatMap(({ startsOn }) => startsOn ?? []).toSorted()[0];
  if (starts === undefined || starts <= dayOf(now)) return null;
  const debt = overdueSince ? `；公示已超期${wholeDays(overdueSince, now)}天` : '';
  return `计划${dayWords(noonOf(starts), now)}开工${debt}`;
}

/** The conditions of red, in the order in which they are said. */
function reds(standing: Standing, now: Date): string[] {
  const { ragRedDays, ragHoldDays } = rulesAt(now);
  const { milestones = [], deadline, stoppage, heldSince, overdueSince, upheldSince } = standing;
  const found: string[] = [];
  const worst = latest(milestones, now);
  if (worst && worst.lateDays > ragRedDays) found.push(`节点“${worst.name}”已晚${worst.lateDays}天`);
  if (deadline && deadline < dayOf(now)) found.push(`总期限${dayWords(noonOf(deadline), now)}已过`);
  if (stoppage?.by === 'team' && isOver(stoppage.since, ragHoldDays, now))
    found.push(`监管小组叫停已${wholeDays(stoppage.since, now)}天：${stoppage.reason}`);
  if (heldSince && isOver(heldSince, ragHoldDays, now)) found.push(`监管小组暂缓付款已${wholeDays(heldSince, now)}天`);
  if (overdueSince && isOver(overdueSince, ragRedDays, now)) found.push(`公示已超期${wholeDays(overdueSince, now)}天`);
  if (upheldSince && isOver(upheldSince, ragRedDays, now))
    found.push(`采纳的异议${wholeDays(upheldSince, now)}天还没有落实`);
  const due = nextReport(standing);
  if (due && isOver(due.at, ragRedDays, now)) found.push(`${due.name}已超期${wholeDays(due.at, now)}天`);
  return found;
}

/** The conditions of yellow, in the order in which they are said. */
function yellows(standing: Standing, now: Date): string[] {
  const { ragNearDays, ragNearPercent } = rulesAt(now);
  const { state, milestones = [], stoppage, heldSince, overdueSince, upheldSince, gapFen = 0 } = standing;
  const found: string[] = [];
  const worst = latest(milestones, now);
  if (worst && worst.lateDays > 0) found.push(`节点“${worst.name}”已晚${worst.lateDays}天`);
  const next = milestones.find(({ doneAt }) => doneAt === null);
  const leftDays = next && daysBetween(dayOf(now), next.plannedOn);
  if (next && leftDays !== undefined && leftDays >= 0 && leftDays <= ragNearDays) {
    const done = next.percent ?? 0;
    const when = leftDays === 0 ? '今天到期' : `还有${leftDays}天`;
    if (done < ragNearPercent) found.push(`节点“${next.name}”${when}，只报了${done}%`);
  }
  if (overdueSince) found.push(`公示已超期${Math.max(1, wholeDays(overdueSince, now))}天`);
  if (gapFen > 0 && worksStates.includes(state)) found.push(`已开工，资金还差${yuan(gapFen)}`);
  // Beyond the table of 11.1: what is on its way to one of the conditions of red, and what has to be done over.
  if (stoppage) found.push(`监管小组叫停：${stoppage.reason}`);
  if (heldSince) found.push('监管小组暂缓付款');
  if (upheldSince) found.push('采纳的异议还没有落实');
  const due = nextReport(standing);
  if (due && due.at.getTime() - now.getTime() <= due.nearDays * dayMs) found.push(due.warning);
  if (doneOver.has(state)) found.push(states[state].said);
  return found;
}

const doneOver: ReadonlySet<ProjectState> = new Set([
  'rectification',
  'quorum_failed',
  'not_approved',
  'funding_failed',
]);

/** Progress is told at least weekly while the works go on, and a pledge round has an end: both count as steps of a plan. */
function nextReport({ state, stateSince, pledgeClosesAt, reportedAt }: Standing) {
  if (state === 'pledging' && pledgeClosesAt)
    return { at: pledgeClosesAt, nearDays: 3, name: '认筹', warning: '认筹就要到期' };
  if (state !== 'in_progress') return null;
  const since = reportedAt ?? stateSince;
  const reportDays = rulesAt(since).noticeEveryDays;
  const at = new Date(since.getTime() + reportDays * dayMs);
  return { at, nearDays: 0, name: '报进度', warning: `超过${reportDays}天没有报进度` };
}

/** The open milestone that is the longest overdue, in days of the calendar. */
function latest(milestones: readonly Step[], now: Date): { name: string; lateDays: number } | null {
  const today = dayOf(now);
  const open = milestones
    .filter(({ doneAt }) => doneAt === null)
    .toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
  const [first] = open;
  return first ? { name: first.name, lateDays: daysBetween(first.plannedOn, today) } : null;
}

function isOver(since: Date, days: number, now: Date): boolean {
  return now.getTime() - since.getTime() > days * dayMs;
}

function wholeDays(since: Date, now: Date): number {
  return Math.floor((now.getTime() - since.getTime()) / dayMs);
}

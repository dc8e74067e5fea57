import { dayMs } from './calendar.js';
import { workdaysEnd } from './periods.js';
import type { ProjectState } from './lifecycle.js';

/** What is known of a notice: its kind, when the group had it, when the board had it. */
export interface Posted {
  readonly no: number;
  readonly kind: string;
  readonly at: Date;
  readonly boardAt: Date | null;
}

export interface Owed {
  /** What it is called in the morning list. */
  readonly name: string;
  readonly dueAt: Date;
  /** The number of the notice that only the group has so far. */
  readonly unposted?: number;
}

const moneyStates: readonly ProjectState[] = [
  'pledging',
  'collecting',
  'funded',
  'in_progress',
  'completed_pending_acceptance',
  'rectification',
  'accepted',
];

/** Owed at the latest so many days after the last one (domain.md 5.2): funds and progress weekly, final accounts in three days. */
const repeated: readonly { kind: string; name: string; states: readonly ProjectState[]; everyDays: number }[] = [
  { kind: 'funds', name: '资金公示', states: moneyStates, everyDays: 7 },
  { kind: 'progress', name: '进度公示', states: ['in_progress', 'rectification'], everyDays: 7 },
  { kind: 'final', name: '决算公示', states: ['accepted'], everyDays: 3 },
];

/** What hangs on the board as a sheet, not only in the group; the newest of a kind is the one that counts. */
const sheets: Readonly<Record<string, string>> = {
  plan: '方案',
  result: '表决结果',
  funds: '资金',
  final: '决算',
};

/** Workdays in which a sheet is put up after the group has had it. */
const sheetWorkdays = 2;

/**
 * The notices that a project owes, with the day each is or was due: those that have to be repeated, and those that the group
 * has had but the board not yet, where the grid posts on both (domain.md 5.1 and 5.3).
 */
export function owedNotices(
  project: { readonly state: ProjectState; readonly stateSince: Date },
  notices: readonly Posted[],
  boardSince: Date | null,
): Owed[] {
  const latest = (kind: string): Posted | undefined =>
    notices.filter(notice => notice.kind === kind).toSorted((a, b) => b.no - a.no)[0];
  const owed: Owed[] = [];
  for (const { kind, name, states, everyDays } of repeated) {
    if (!states.includes(project.state)) continue;
    const last = latest(kind);
    const since = last && last.at > project.stateSince ? last.at : project.stateSince;
    owed.push({ name, dueAt: new Date(since.getTime() + everyDays * dayMs) });
  }
  if (!boardSince) return owed;
  for (const [kind, name] of Object.entries(sheets)) {
    const last = latest(kind);
    if (!last || last.boardAt || last.at < boardSince) continue;
    owed.push({
      name: `第${last.no}号公示（${name}）上墙`,
      dueAt: workdaysEnd(last.at, sheetWorkdays),
      unposted: last.no,
    });
  }
  return owed;
}

/** Since when the longest overdue notice of a project is overdue; null when none is. */
export function overdueSince(owed: readonly Owed[], now: Date): Date | null {
  const dues = owed.map(({ dueAt }) => dueAt.getTime()).filter(due => due < now.getTime());
  return dues.length === 0 ? null : new Date(Math.min(...dues));
}

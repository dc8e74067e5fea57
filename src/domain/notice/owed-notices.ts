import { dayMs, dayOf } from '../calendar.js';
import { moneyStates, type ProjectState, worksStates } from '../lifecycle.js';
import { workdaysEnd } from '../periods.js';
import { rulesAt } from '../rules.js';
import { monthOf } from '../funds/statement.js';

/** What is known of a notice: its kind, what it told about, when the group had it, when the board had it. */
export interface Posted {
  readonly no: number;
  readonly kind: string;
  readonly occasion: string;
  readonly at: Date;
  readonly boardAt: Date | null;
}

/** What of a project's record has to be told. */
export interface ToTell {
  readonly notices: readonly Posted[];
  /** When money was paid out. */
  readonly spentAt: readonly Date[];
  /** When money came in, went out or went back. */
  readonly movedAt: readonly Date[];
  /** When milestones were reached. */
  readonly reachedAt: readonly Date[];
}

export interface Owed {
  /** What it is called in the morning list. */
  readonly name: string;
  readonly dueAt: Date;
  /** The number of the notice that only the group has so far. */
  readonly unposted?: number;
}

/** Owed at the latest so many days after the last one (docs/domain.md 5.2): funds and progress weekly, final accounts in three days. */
const repeated: readonly {
  kind: string;
  name: string;
  states: readonly ProjectState[];
  every: 'noticeEveryDays' | 'finalNoticeDays';
}[] = [
  { kind: 'funds', name: '资金公示', states: moneyStates, every: 'noticeEveryDays' },
  { kind: 'progress', name: '进度公示', states: ['in_progress', 'rectification'], every: 'noticeEveryDays' },
  { kind: 'final', name: '决算公示', states: ['accepted'], every: 'finalNoticeDays' },
];

/** The workdays in which a thing that happened is told: opening the collection, a payment, a milestone, a month that is over. */
const openingWorkdays = 2;
export const expenseWorkdays = 3;
const milestoneWorkdays = 1;
const statementWorkdays = 5;

/** What hangs on the board as a sheet, not only in the group; the newest of a kind is the one that counts. */
const sheets: Readonly<Record<string, string>> = {
  plan: '方案',
  result: '表决结果',
  funds: '资金',
  statement: '月度收支',
  final: '决算',
};

/** Workdays in which a sheet is put up after the group has had it. */
const sheetWorkdays = 2;

/**
 * The notices that a project owes, with the day each is or was due: those that have to be repeated, those that something
 * calls for that happened, and those that the group has had but the board not yet, where the grid posts on both (docs/domain.md
 * 5.1 to 5.3).
 */
export function owedNotices(
  project: { readonly state: ProjectState; readonly stateSince: Date },
  record: ToTell,
  boardSince: Date | null,
): Owed[] {
  return [
    ...repeatedOwed(project, record),
    ...calledFor(project, record),
    ...monthsOwed(project, record),
    ...sheetsOwed(record, boardSince),
    ...progressSheetOwed(project, record, boardSince),
  ];
}

const version = /^v\d/u;

/** A version of the plan: what else was told beside it (an emergency, an alarm, a report of the supervisors) is no plan. */
export function isPlan({ kind, occasion }: Pick<Posted, 'kind' | 'occasion'>): boolean {
  return kind === 'plan' && version.test(occasion);
}

/** What hangs on the board as a sheet. */
function isSheet(notice: Pick<Posted, 'kind' | 'occasion'>): boolean {
  return notice.kind in sheets && (notice.kind !== 'plan' || isPlan(notice));
}

/** The newest notice of a kind. */
function latest({ notices }: Pick<ToTell, 'notices'>, kind: string): Posted | undefined {
  return notices.filter(notice => notice.kind === kind).toSorted((a, b) => b.no - a.no)[0];
}

function repeatedOwed({ state, stateSince }: { state: ProjectState; stateSince: Date }, record: ToTell): Owed[] {
  return repeated
    .filter(({ states }) => states.includes(state))
    .map(({ kind, name, every }) => {
      const last = latest(record, kind);
      const since = last && last.at > stateSince ? last.at : stateSince;
      return { name, dueAt: new Date(since.getTime() + rulesAt(since)[every] * dayMs) };
    });
}

/** The opening of the collection, a payment and a milestone are each told within days, by the next notice of their kind. */
function calledFor({ state, stateSince }: { state: ProjectState; stateSince: Date }, record: ToTell): Owed[] {
  const funds = latest(record, 'funds')?.at;
  const owed: Owed[] = [];
  if (state === 'collecting' && (!funds || funds < stateSince))
    owed.push({ name: '开始收款的资金公示', dueAt: workdaysEnd(stateSince, openingWorkdays) });
  const spent = isMoneyState(state) && firstAfter(record.spentAt, funds);
  if (spent) owed.push({ name: '支出后的资金公示', dueAt: workdaysEnd(spent, expenseWorkdays) });
  const reached = worksStates.includes(state) && firstAfter(record.reachedAt, latest(record, 'progress')?.at);
  if (reached) owed.push({ name: '节点完成后的进度公示', dueAt: workdaysEnd(reached, milestoneWorkdays) });
  return owed;
}

/** Every month in which money moved is told once it is over. */
function monthsOwed({ state }: { state: ProjectState }, record: ToTell): Owed[] {
  if (!isMoneyState(state) && state !== 'settlement_published') return [];
  return monthsToState(record).map(({ month, until }) => ({
    name: `${Number(month.slice(5))}月收支表`,
    // The first day of the next month counts: it is the day after the last one of the month.
    dueAt: workdaysEnd(new Date(until.getTime() - 1), statementWorkdays),
  }));
}

/** The months in which money moved and of which no statement was published, with the moment each is over. */
export function monthsToState({ movedAt, notices }: Pick<ToTell, 'movedAt' | 'notices'>): {
  readonly month: string;
  readonly until: Date;
}[] {
  const told = new Set(notices.filter(({ kind }) => kind === 'statement').map(({ occasion }) => occasion));
  const months = [...new Set(movedAt.map(at => dayOf(at).slice(0, 7)))].filter(month => !told.has(month));
  return months.flatMap(month => {
    const period = monthOf(month);
    return period ? [{ month, until: period.until }] : [];
  });
}

function sheetsOwed(record: ToTell, boardSince: Date | null): Owed[] {
  if (!boardSince) return [];
  return Object.entries(sheets).flatMap(([kind, name]) => {
    const last = latest({ notices: record.notices.filter(isSheet) }, kind);
    if (!last || last.boardAt || last.at < boardSince) return [];
    const dueAt = workdaysEnd(last.at, sheetWorkdays);
    return [{ name: `第${last.no}号公示（${name}）上墙`, dueAt, unposted: last.no }];
  });
}

/** While works go on the progress hangs on the board too: the newest notice of it, once a week (docs/domain.md 5.2). */
function progressSheetOwed({ state }: { state: ProjectState }, { notices }: ToTell, boardSince: Date | null): Owed[] {
  if (!boardSince || !worksStates.includes(state)) return [];
  const told = notices.filter(({ kind, at }) => kind === 'progress' && at >= boardSince);
  const newest = latest({ notices: told }, 'progress');
  if (!newest || newest.boardAt) return [];
  const posted = told.flatMap(({ boardAt }) => boardAt?.getTime() ?? []);
  const since = posted.length > 0 ? Math.max(...posted) : Math.min(...told.map(({ at }) => at.getTime()));
  // Two workdays like other sheets, however long ago the last one was hung.
  const againMs = since + rulesAt(new Date(since)).noticeEveryDays * dayMs;
  const dueAt = new Date(Math.max(againMs, workdaysEnd(newest.at, sheetWorkdays).getTime()));
  return [{ name: `第${newest.no}号公示（进度）上墙`, dueAt, unposted: newest.no }];
}

/**
 * Whether a notice that hangs on the board was put up in time; null for any other, and while there is time. Where the grid posts
 * in the group alone, its posting is enough.
 */
export function wasInTime(
  { at, boardAt, ...what }: Pick<Posted, 'kind' | 'occasion' | 'at' | 'boardAt'>,
  boardSince: Date | null,
  now: Date,
): boolean | null {
  if (!isSheet(what)) return null;
  if (!boardSince || at < boardSince) return true;
  const lastDay = workdaysEnd(at, sheetWorkdays);
  return boardAt === null && lastDay > now ? null : boardAt !== null && boardAt < lastDay;
}

/** Since when the longest overdue notice of a project is overdue; null when none is. */
export function overdueSince(owed: readonly Owed[], now: Date): Date | null {
  const dues = owed.map(({ dueAt }) => dueAt.getTime()).filter(due => due < now.getTime());
  return dues.length === 0 ? null : new Date(Math.min(...dues));
}

/** The first of these moments that a notice has not told yet. */
export function firstAfter(moments: readonly Date[], told: Date | undefined): Date | undefined {
  return moments.filter(at => !told || at > told).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** True for a state in which a project has money to account for. */
export function isMoneyState(state: ProjectState): boolean {
  return moneyStates.includes(state);
}

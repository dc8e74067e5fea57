import { dayOf, endOfDay, startOf } from '../../domain/calendar.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { expenseWorkdays, firstAfter, monthsToState } from '../../domain/notice/owed-notices.js';
import { isWorkday, workdaysEnd } from '../../domain/periods.js';
import type { Project } from '../../store/proposal/project.js';
import { toTell } from '../../store/notice/to-tell.js';
import type { Unit } from '../../store/engine/unit.js';

interface FundsDue {
  readonly project: Project;
  readonly occasion: string;
}

/**
 * The funds reports that are due and not yet told: weekly, from the week's first workday on, with its Monday as the occasion;
 * and on the last morning on which a payment is still told in time, with all that were made until then (docs/domain.md 5.2).
 */
export async function fundsReportsDue(unit: Unit, now: Date): Promise<FundsDue[]> {
  if (!isWorkday(now)) return [];
  const monday = startOf('week', now);
  const weekly = `week ${dayOf(monday)}`;
  const due: FundsDue[] = [];
  for (const project of await unit.projects.inStates(moneyStates)) {
    const { id, stateSince } = project;
    // Money that began to move this week is reported from the next week on.
    const isNew = stateSince > monday && (await unit.disclosures.latest(id, 'funds')) === null;
    if (!isNew && !(await unit.disclosures.has(id, 'funds', weekly))) due.push({ project, occasion: weekly });
    else if (await expensePresses(unit, project, now)) due.push({ project, occasion: `payments ${dayOf(now)}` });
  }
  return due;
}

/** True when a payment that was not told yet has to be told today. */
async function expensePresses(unit: Unit, project: Project, now: Date): Promise<boolean> {
  const { spentAt } = await toTell(unit, project);
  const first = firstAfter(spentAt, (await unit.disclosures.latest(project.id, 'funds'))?.at);
  return first !== undefined && workdaysEnd(first, expenseWorkdays) <= new Date(endOfDay(now).getTime() + 60_000);
}

interface StatementDue {
  readonly project: Project;
  /** `2026-03`. */
  readonly month: string;
}

/** The months that are over, in which a project's money moved, and whose statement was not published yet; on workdays. */
export async function statementsDue(unit: Unit, now: Date): Promise<StatementDue[]> {
  if (!isWorkday(now)) return [];
  const due: StatementDue[] = [];
  for (const project of await unit.projects.inStates([...moneyStates, 'settlement_published'])) {
    const months = monthsToState(await toTell(unit, project)).filter(({ until }) => until <= now);
    for (const { month } of months) due.push({ project, month });
  }
  return due;
}

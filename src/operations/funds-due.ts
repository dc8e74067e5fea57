import { dayOf, startOf } from '../domain/calendar.js';
import { isWorkday } from '../domain/periods.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';

/** While money is promised, collected or spent, its weekly report is owed (domain.md 5.2). */
export const moneyStates = [
  'pledging',
  'collecting',
  'funded',
  'in_progress',
  'completed_pending_acceptance',
  'rectification',
  'accepted',
] as const;

/** The weekly funds reports that are due and not yet told: from the week's first workday on, and its Monday is the occasion. */
export async function fundsReportsDue(unit: Unit, now: Date): Promise<{ project: Project; occasion: string }[]> {
  if (!isWorkday(now)) return [];
  const monday = startOf('week', now);
  const occasion = `week ${dayOf(monday)}`;
  const due: { project: Project; occasion: string }[] = [];
  for (const project of await unit.projects.inStates(moneyStates)) {
    const { id, stateSince } = project;
    // Money that began to move this week is reported from the next week on.
    const isNew = stateSince > monday && (await unit.disclosures.latest(id, 'funds')) === null;
    if (!isNew && !(await unit.disclosures.has(id, 'funds', occasion))) due.push({ project, occasion });
  }
  return due;
}

import { dayMs } from '../../domain/calendar.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * The projects that can be archived: the final accounts were open to objection long enough, the rating days are over, and
 * no money is left.
 */
export async function archivesDue(unit: Unit, now: Date): Promise<Project[]> {
  const { finalAccountsDays, ratingDays } = rulesAt(now);
  const hasPassed = (from: Date | null, days: number): boolean =>
    from !== null && from.getTime() + days * dayMs <= now.getTime();
  const due: Project[] = [];
  for (const project of await unit.projects.inStates(['settlement_published'])) {
    if (!hasPassed(project.settledAt, finalAccountsDays) || !hasPassed(project.acceptedAt, ratingDays)) continue;
    const { freeFen } = summaryOf(await unit.ledger.balances(project.id));
    if (freeFen === 0) due.push(project);
  }
  return due;
}

/** Closes a project for good; it stays readable for ever. */
export async function archiveProject(unit: Unit, project: Project, now: Date): Promise<void> {
  await unit.projects.moveTo(project, 'closed', now);
  unit.journal.add('project.archive', { by: 'clock', at: now, facts: { no: project.no } });
}

import { dayOf } from '../../domain/calendar.js';
import { dutyDays, missedDays } from '../../domain/works/duty.js';
import type { Project } from '../proposal/project.js';
import type { Unit } from '../engine/unit.js';
import type { WorkNote } from './work-note.js';

/** When works began: an emergency's as soon as it was confirmed, all others with the first report; null where they have not. */
export function worksBegan({ emergency }: Project, firstReport: WorkNote | undefined): Date | null {
  if (emergency?.startedAt) return new Date(emergency.startedAt);
  return firstReport?.at ?? null;
}

/** The working days of the works until yesterday; null where works have not begun. */
export async function worksDays(unit: Unit, project: Project, now: Date): Promise<string[] | null> {
  const { id, state, stateSince } = project;
  const notes = await unit.works.notes(id, 'progress');
  const beganAt = worksBegan(project, notes[0]);
  if (!beganAt) return null;
  if (state === 'in_progress' || state === 'rectification') return dutyDays(beganAt, now);
  // What is finished is looked at no more every day, however long it waits for its acceptance, accounts and archive.
  const finishedAt = notes.findLast(({ percent }) => percent === 100)?.at ?? stateSince;
  return dutyDays(beganAt, finishedAt);
}

/**
 * On which working days of the works nobody of the team looked at them. A fault that was found, or looked at again, was seen
 * there; on days on which the works stood still nobody had to.
 */
export async function missedDuty(unit: Unit, project: Project, now: Date): Promise<string[]> {
  const days = (await worksDays(unit, project, now)) ?? [];
  if (days.length === 0) return [];
  const stoppages = await unit.watch.stoppages(project.id);
  const worked = days.filter(
    day => !stoppages.some(({ since, liftedAt }) => day >= dayOf(since) && day <= dayOf(liftedAt ?? now)),
  );
  const inspections = await unit.works.notes(project.id, 'inspection');
  const findings = await unit.supervision.findings(project.id);
  const looked = findings.flatMap(({ foundAt, checkedAt }) => [foundAt, ...(checkedAt ? [checkedAt] : [])]);
  return missedDays(worked, [...inspections.map(({ at }) => at), ...looked]);
}

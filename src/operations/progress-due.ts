import { dayOf, lastAt } from '../domain/calendar.js';
import type { Project } from '../store/entities/project.js';
import type { WorkNote } from '../store/entities/work-note.js';
import type { Unit } from '../store/unit.js';

export interface DueProgress {
  readonly project: Project;
  /** The local day that the notice speaks of: each day is told once. */
  readonly occasion: string;
  readonly dueAt: Date;
  /** Reports and inspections between the last notice and this one, oldest first. */
  readonly fresh: readonly WorkNote[];
  readonly percent: number;
  readonly reportedAt: Date;
}

/** When the neighbourhood is told how the works stand, every day. */
const toldAt = { hour: 18, minute: 0 };

/**
 * The projects whose progress is to be told: those with works going on, once for each 18:00. Notices cover the notes
 * between one 18:00 and the next, so a run that comes late loses nothing and repeats nothing. Of a project accepted since,
 * what was not yet told is told as well.
 */
export async function progressDue(unit: Unit, now: Date): Promise<DueProgress[]> {
  const dueAt = lastAt(toldAt, now);
  const due: DueProgress[] = [];
  for (const project of await unit.projects.inStates([
    'in_progress',
    'completed_pending_acceptance',
    'rectification',
    'accepted',
  ])) {
    const one = await dueOf(unit, project, dueAt);
    if (one) due.push(one);
  }
  return due;
}

async function dueOf(unit: Unit, project: Project, dueAt: Date): Promise<DueProgress | null> {
  const occasion = dayOf(dueAt);
  const told = await unit.disclosures.latest(project.id, 'progress');
  if (told && told.occasion >= occasion) return null;

  const notes = (await unit.works.notes(project.id)).filter(({ kind, at }) => kind !== 'acceptance' && at <= dueAt);
  const report = notes.findLast(({ kind }) => kind === 'progress');
  // Before the first report there were no works.
  if (!report) return null;
  const fresh = told ? notes.filter(({ at }) => at > new Date(`${told.occasion}T18:00:00+08:00`)) : notes;
  if (project.state === 'accepted' && fresh.length === 0) return null;
  return { project, occasion, dueAt, fresh, percent: report.percent ?? 0, reportedAt: report.at };
}

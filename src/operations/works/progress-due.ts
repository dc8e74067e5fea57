import { dayOf, daysBetween, lastAt } from '../../domain/calendar.js';
import { worksStates } from '../../domain/lifecycle.js';
import type { Project } from '../../store/proposal/project.js';
import type { DueProgress } from '../../store/works/due-progress.js';
import { verdictOn } from '../../store/county/standing.js';
import { worksBegan } from '../../store/works/duty.js';
import { nextLine } from '../next-steps.js';
import type { Unit } from '../../store/engine/unit.js';

/** When the neighbourhood is told how the works stand, every day until they are finished. */
const toldAt = { hour: 18, minute: 0 };
/** On a day on which nothing happened one line says so; of finished works one a week. */
const quietEveryDays = { working: 1, finished: 7 } as const;

/**
 * The projects whose progress is to be told, from the day on which their works began: once for each 18:00. Notices cover the notes
 * between one 18:00 and the next, so a run that comes late loses nothing and repeats nothing; a day without
 * news is told in one line, as it was promised. Of a project accepted since, what was not yet told is told as well.
 */
export async function progressDue(unit: Unit, now: Date): Promise<DueProgress[]> {
  const dueAt = lastAt(toldAt, now);
  const due: DueProgress[] = [];
  for (const project of await unit.projects.inStates([...worksStates, 'accepted'])) {
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
  const reports = notes.filter(({ kind }) => kind === 'progress');
  const report = reports.at(-1);
  const beganAt = worksBegan(project, reports[0]);
  if (!beganAt || beganAt > dueAt) return null;
  const milestones = await unit.works.milestones(project.id);
  const toldUntil = told && new Date(`${told.occasion}T18:00:00+08:00`);
  const isNew = (at: Date | null): boolean => at !== null && at <= dueAt && (toldUntil === null || at > toldUntil);
  const fresh = notes.filter(({ at }) => isNew(at));
  const hasNews = fresh.length > 0 || milestones.some(({ doneAt }) => isNew(doneAt));
  const quietFor = daysBetween(told?.occasion ?? dayOf(beganAt), occasion);
  const isWorking = project.state === 'in_progress' || project.state === 'rectification';
  const every = quietEveryDays[isWorking ? 'working' : 'finished'];
  if (!hasNews && (project.state === 'accepted' || quietFor < every)) return null;
  const before = toldUntil && reports.findLast(({ at }) => at <= toldUntil);
  return {
    project,
    occasion,
    dueAt,
    fresh,
    percent: report?.percent ?? 0,
    percentBefore: before ? (before.percent ?? 0) : null,
    milestones,
    // The notice that is being written now is not owed any more.
    verdict: await verdictOn(unit, project, dueAt, { writing: '进度公示' }),
    next: await nextLine(unit, project, dueAt),
    quietDays: hasNews ? null : Math.max(1, daysBetween(dayOf(notes.at(-1)?.at ?? beganAt), occasion)),
  };
}

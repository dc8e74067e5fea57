import type { Disclosure } from '../../store/notice/disclosure.js';
import type { Project } from '../../store/proposal/project.js';
import type { WorkNote } from '../../store/works/work-note.js';
import type { Unit } from '../../store/engine/unit.js';

interface ProgressTold {
  readonly notice: Disclosure;
  /** The notice covers what was noted until then. */
  readonly until: Date;
  readonly percent: number;
  readonly report: WorkNote | undefined;
  readonly inspection: WorkNote | undefined;
}

/** How the works stood in the newest progress notice; null before the first. What was noted later is not told yet. */
export async function progressTold(unit: Unit, project: Project): Promise<ProgressTold | null> {
  const notice = await unit.disclosures.latest(project.id, 'progress');
  if (!notice) return null;
  const until = new Date(`${notice.occasion}T18:00:00+08:00`);
  const notes = (await unit.works.notes(project.id)).filter(({ at }) => at <= until);
  return {
    notice,
    until,
    percent: notes.findLast(({ percent }) => percent !== null)?.percent ?? 0,
    report: notes.findLast(({ kind }) => kind === 'progress'),
    inspection: notes.findLast(({ kind }) => kind === 'inspection'),
  };
}

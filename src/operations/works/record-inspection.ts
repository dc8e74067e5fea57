import { worksStates } from '../../domain/lifecycle.js';
import type { Picture } from '../../domain/picture.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award } from '../credit/award-points.js';
import { ensureOfTeam } from './mend-finding.js';
import { photosOf } from './photos-of.js';
import { whichProject } from '../which-project.js';
import { publicWords } from '../people/public-words.js';

interface NewInspection {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly text: string;
  /** What the camera saw, sent with the words. */
  readonly pictures?: readonly Picture[];
}

/** Records what a supervisor found at the works (巡查). A shift with a log earns points. */
export async function recordInspection(
  unit: Unit,
  { member, no, text, pictures = [] }: NewInspection,
): Promise<{ project: Project; points: number }> {
  const { now } = unit;
  const project = await whichProject(unit, { no, states: worksStates, deed: '巡查' });
  await ensureOfTeam(unit, project, member);
  const note = await unit.works.add({
    projectId: project.id,
    kind: 'inspection',
    text: await publicWords(unit, text),
    percent: null,
    result: null,
    memberId: member.id,
    at: now,
    photos: await photosOf(unit, { by: member.userid, about: `work:${project.no}`, pictures, now }),
  });
  const points =
    member.id === 0
      ? 0
      : await award(unit, { memberId: member.id, behaviour: 'supervise', about: `inspection:${note.id}`, now });
  unit.journal.add('inspection.report', { facts: { no: project.no } });
  return { project, points };
}

import { onlyOne } from '../../domain/only-one.js';
import { receivedFen } from '../../domain/funds/ledger.js';
import { ensureState, type ProjectState } from '../../domain/lifecycle.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { isTeamSize } from '../../domain/works/team.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureAllReached, ensureWorking } from './plan-schedule.js';
import { nextLine } from '../next-steps.js';
import { photosOf } from './photos-of.js';
import { whichProject } from '../which-project.js';
import { publicWords } from '../people/public-words.js';

interface NewProgress {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly text: string;
  /** Percent done; as last reported when left out. */
  readonly percent: number | undefined;
  /** What the camera saw, sent with the words. */
  readonly pictures?: readonly Picture[];
  /** Puts the own last report right, which a moment ago said too much. */
  readonly replaces?: true | undefined;
}

/** So long after a report whoever made it may say that it was too much. */
const correctedMs = 10 * 60_000;

/**
 * Records how far the work is. The first report starts the works, 100 % ends them and calls for the acceptance. Works that
 * are being mended are done again when somebody says 100 %, not when they merely report.
 */
export async function reportProgress(
  unit: Unit,
  { member, no, text, percent, pictures = [], replaces }: NewProgress,
): Promise<{ project: Project; isDone: boolean; next: string }> {
  const { now } = unit;
  const project = await workedOn(unit, no);
  const done = percent ?? project.percent;
  if (!Number.isInteger(done) || done < 0 || done > 100) throw new Refusal('progress.percent', {});
  const isRight = replaces === true && (await isOwnLast(unit, project, { member }));
  if (done < project.percent && project.state !== 'rectification' && !isRight)
    throw new Refusal('progress.backwards', { percent: project.percent });

  await ensureWorking(unit, project);
  if (done === 100) await ensureAllReached(unit, project);

  if (project.state === 'funded') {
    const team = await teamOf(unit, project.id);
    if (!isTeamSize(team.length, now)) throw new Refusal('team.none', { no: project.no, count: team.length });
  }
  await unit.works.add({
    projectId: project.id,
    kind: 'progress',
    text: await publicWords(unit, text),
    percent: done,
    result: null,
    memberId: member.id,
    at: now,
    photos: await photosOf(unit, { by: member.userid, about: `work:${project.no}`, pictures, now }),
  });
  if (project.state === 'funded') await unit.projects.moveTo(project, 'in_progress', now);
  project.percent = done;
  const isDone = done === 100 && (project.state !== 'rectification' || percent !== undefined);
  if (isDone) await unit.projects.moveTo(project, 'completed_pending_acceptance', now);
  else await unit.projects.keep(project);
  unit.journal.add('progress.report', { facts: { no: project.no, percent: done } });
  const next = await nextLine(unit, project, now);
  if (isDone) await unit.tell('works.completed', { project, text, next });
  return { project, isDone, next };
}

async function isOwnLast(
  unit: Unit,
  { id, state }: Project,
  { member }: Pick<NewProgress, 'member'>,
): Promise<boolean> {
  const last = (await unit.works.notes(id, 'progress')).at(-1);
  return (
    state === 'in_progress' && last?.memberId === member.id && unit.now.getTime() - last.at.getTime() <= correctedMs
  );
}

async function workedOn(unit: Unit, no: number | undefined): Promise<Project> {
  const deed = '报进度';
  const states = ['funded', 'in_progress', 'rectification'] as const;
  if (no === undefined) {
    const unfunded = onlyOne(await unit.projects.inStates(unfundedStates));
    const hasWorks = (await unit.projects.inStates(states)).length > 0;
    if (!hasWorks && unfunded) await refuseUnfunded(unit, unfunded);
    return whichProject(unit, { no, states, deed });
  }
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  if (unfundedStates.includes(project.state)) await refuseUnfunded(unit, project);
  ensureState(project, states, deed);
  return project;
}

const unfundedStates: readonly ProjectState[] = ['approved', 'pledging', 'collecting'];

async function refuseUnfunded(unit: Unit, { id, no, budgetFen }: Project): Promise<never> {
  const missingFen = (budgetFen ?? 0) - receivedFen(await unit.ledger.balances(id));
  throw new Refusal('progress.notFunded', { no, missingFen });
}

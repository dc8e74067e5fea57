import { dayMs, momentWords } from '../../domain/calendar.js';
import { statesUnderWay } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Verdict } from '../../domain/county/colour.js';
import { verdictOn } from '../../store/county/standing.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';

/**
 * Evaluates every project of the grid once (docs/domain.md 11.1) and writes down each colour that changed, with the reason. Who
 * answers for a project that turned red is told in private.
 */
export async function evaluateColours(unit: Unit): Promise<void> {
  for (const project of await unit.projects.inStates(statesUnderWay)) {
    const { colour, reason } = await verdictOn(unit, project, unit.now, { byHand: false });
    const last = (await unit.watch.marks(project.id)).findLast(({ kind }) => kind === 'rule');
    // Nothing is told of what has always been in order.
    if (last?.colour === colour || (!last && colour !== 'red' && colour !== 'yellow')) continue;
    await unit.watch.mark({ projectId: project.id, kind: 'rule', colour, reason, at: unit.now });
    unit.journal.add('colour.change', { facts: { no: project.no, colour } });
    if (colour === 'red') await unit.tell('county.late', { project, reason });
    else await unit.posts.withdraw(topics.late(project));
  }
}

interface ByHand {
  readonly member: MemberView;
  readonly no: number;
  readonly colour: 'grey' | 'green' | 'yellow' | 'red';
  readonly days: number;
  readonly reason: string;
}

/** Sets a colour by hand, for a week at most, with a reason that everybody reads (docs/domain.md 11.1). */
export async function overrideColour(
  unit: Unit,
  { member, no, colour, days, reason }: ByHand,
): Promise<{ project: Project; until: string }> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const mostDays = rulesAt(now).overrideMostDays;
  if (days < 1 || days > mostDays) throw new Refusal('colour.tooLong', { mostDays });
  const { colour: ruled } = await verdictOn(unit, project, now, { byHand: false });
  if (ruled === 'blue' || ruled === 'stopped') throw new Refusal('colour.over', { no });
  const expiresAt = new Date(now.getTime() + days * dayMs);
  await unit.watch.mark({
    projectId: project.id,
    kind: 'override',
    colour,
    reason,
    byId: member.id,
    at: now,
    expiresAt,
  });
  unit.journal.add('colour.override', { facts: { no, colour, days } });
  return { project, until: momentWords(expiresAt, now) };
}

/**
 * A dispatch meeting says that what made a project red is mended: from now on it may be green again (docs/domain.md 11.1). Refused
 * while the rule still finds something.
 */
export async function confirmMended(
  unit: Unit,
  { member, no, reason }: Pick<ByHand, 'member' | 'no' | 'reason'>,
): Promise<{ project: Project; verdict: Verdict }> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const before = await verdictOn(unit, project, now, { byHand: false });
  if (before.colour === 'red') throw new Refusal('colour.notMended', { no, reason: before.reason });
  await unit.watch.mark({ projectId: project.id, kind: 'confirm', colour: 'green', reason, byId: member.id, at: now });
  unit.journal.add('colour.confirm', { facts: { no } });
  return { project, verdict: await verdictOn(unit, project, now) };
}

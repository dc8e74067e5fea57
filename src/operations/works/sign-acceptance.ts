import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { acceptanceLeast } from '../../domain/works/team.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { nextLine } from '../next-steps.js';
import { teamUserids } from './team-userids.js';
import { award } from '../credit/award-points.js';
import { ensureAllReached, ensureWorking } from './plan-schedule.js';
import { whichProject } from '../which-project.js';

interface Signing {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly result: 'pass' | 'fail';
  readonly text: string;
}

interface Signed {
  readonly project: Project;
  /** Supervisors who have signed that it passed, of how many. */
  readonly signed: number;
  readonly team: number;
  readonly isSupervisor: boolean;
  /** The next step of the project, in words. */
  readonly next: string;
}

/**
 * Signs the acceptance of finished works. Supervisors decide: two thirds of them must sign that it passed, and one who
 * finds a fault sends it back to be mended; then all sign anew. Others' signatures are kept beside.
 */
export async function signAcceptance(unit: Unit, signing: Signing): Promise<Signed> {
  const { member, result, text } = signing;
  const { now } = unit;
  const project = await finished(unit, signing.no);
  const { id: projectId, no } = project;
  const team = await teamUserids(unit, project);
  if (team.length < rulesAt(now).teamLeast) throw new Refusal('accept.noTeam', { no });
  const isSupervisor = team.includes(member.userid);
  // A fault is mended by work, not outvoted: the signing begins anew when the mending is reported.
  if (project.state === 'rectification' && result === 'pass') throw new Refusal('accept.mending', { no });
  const left = (await unit.supervision.findings(projectId)).filter(({ state }) => state !== 'closed');
  if (result === 'pass' && left.length > 0)
    throw new Refusal('finding.left', { no, findings: left.map(finding => finding.no) });
  if (result === 'pass') {
    await ensureWorking(unit, project);
    await ensureAllReached(unit, project);
  }
  const signatures = (await unit.works.notes(projectId, 'acceptance')).filter(({ at }) => at >= project.stateSince);
  const own = signatures.findLast(({ memberId }) => memberId === member.id);
  if (own?.result === result) throw new Refusal('accept.signed', { no });

  const note = { projectId, kind: 'acceptance', text, percent: null, result, memberId: member.id, at: now } as const;
  const signed = await passesOf(unit, [...signatures, await unit.works.add(note)], team);
  if (project.state === 'completed_pending_acceptance') {
    if (isSupervisor && result === 'fail') await unit.projects.moveTo(project, 'rectification', now);
    else if (signed >= acceptanceLeast(team.length, now)) await accept(unit, project, now);
  }
  unit.journal.add('project.accept', { facts: { no, result, signed, team: team.length } });
  const next = await nextLine(unit, project, now);
  if (project.state === 'accepted') await unit.tell('works.accepted', { project, signed, team: team.length, next });
  return { project, signed, team: team.length, isSupervisor, next };
}

async function finished(unit: Unit, no: number | undefined): Promise<Project> {
  const named = no === undefined ? null : await unit.projects.byNo(no);
  if (named?.state === 'in_progress') throw new Refusal('accept.notComplete', { no: named.no, percent: named.percent });
  return whichProject(unit, { no, states: ['completed_pending_acceptance', 'rectification'], deed: '验收' });
}

/** How many of the team say now that it passed: of each one's signatures the last one counts. */
async function passesOf(
  unit: Unit,
  signatures: readonly { memberId: number; result: 'pass' | 'fail' | null }[],
  team: readonly string[],
): Promise<number> {
  const last = new Map(signatures.map(({ memberId, result }) => [memberId, result]));
  const signers = await unit.members.byIds([...last.keys()]);
  return signers.filter(({ id, userid }) => team.includes(userid) && last.get(id) === 'pass').length;
}

async function accept(unit: Unit, project: Project, now: Date): Promise<void> {
  await unit.projects.moveTo(project, 'accepted', now, { acceptedAt: now, percent: 100 });
  await award(unit, { memberId: project.proposerId, behaviour: 'lead', about: `project:${project.id}`, now });
}

import { ensureState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

const withdrawable = ['issue_reported', 'topic_proposed'] as const;

/** The proposer takes an issue back, as long as it is not yet a project. */
export async function withdrawProposal(
  unit: Unit,
  { member, no, now, messageId }: { member: MemberView; no: number | undefined; now: Date; messageId: string },
): Promise<Project> {
  const project = await ownProposal(unit, member, no);
  await unit.projects.moveTo(project, 'withdrawn', now);
  unit.journal.add('proposal.withdraw', { by: member.userid, at: now, messageId, facts: { no: project.no } });
  return project;
}

async function ownProposal(unit: Unit, member: MemberView, no: number | undefined): Promise<Project> {
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    if (project.proposerId !== member.id) throw new Refusal('project.notProposer', { no });
    ensureState(project, withdrawable, '撤回');
    return project;
  }
  const [only, ...others] = (await unit.projects.inStates(withdrawable)).filter(
    ({ proposerId }) => proposerId === member.id,
  );
  if (!only) throw new Refusal('project.none', { deed: '撤回' });
  if (others.length > 0) throw new Refusal('project.several', { deed: '撤回', choices: [only, ...others] });
  return only;
}

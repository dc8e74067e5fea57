import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ownProposal } from './own-proposal.js';

/** The proposer takes an issue back, as long as it is not yet a project. */
export async function withdrawProposal(
  unit: Unit,
  { member, no }: { member: MemberView; no: number | undefined },
): Promise<Project> {
  const project = await ownProposal(unit, member, { no, deed: '撤回' });
  await unit.projects.moveTo(project, 'withdrawn', unit.now);
  unit.journal.add('proposal.withdraw', { facts: { no: project.no } });
  return project;
}

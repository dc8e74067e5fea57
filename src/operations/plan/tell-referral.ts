import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

/** The group hears to whom a project was sent, or what came of it; who raised it hears so in private too (docs/domain.md 4.1). */
export async function tellReferral(
  unit: Unit,
  { project, member, notice, now }: { project: Project; member: MemberView; notice: string; now: Date },
): Promise<void> {
  await unit.posts.toGroup({ type: 'markdown_v2', text: notice }, now);
  const proposer = await unit.members.byId(project.proposerId);
  if (proposer && proposer.id !== member.id && proposer.erasedAt === null)
    await unit.posts.toMember(proposer.userid, notice, now);
}

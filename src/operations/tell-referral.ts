import type { Project } from '../store/entities/project.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';

/** The group hears to whom a project was sent, or what came of it; who raised it hears so in private too (domain.md 4.1). */
export async function tellReferral(
  unit: Unit,
  { project, member, notice, now }: { project: Project; member: MemberView; notice: string; now: Date },
): Promise<void> {
  await unit.posts.toGroup({ type: 'markdown_v2', text: notice }, now);
  const proposer = await unit.members.byId(project.proposerId);
  if (proposer && proposer.id !== member.id && proposer.erasedAt === null)
    await unit.posts.toMember(proposer.userid, notice, now);
}

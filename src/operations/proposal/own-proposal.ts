import { ensureState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

const notYetProjects = ['issue_reported', 'topic_proposed'] as const;

/** The member's own issue that is not yet a project: the one of that number, or the only one. */
export async function ownProposal(
  unit: Unit,
  member: MemberView,
  { no, deed }: { readonly no: number | undefined; readonly deed: string },
): Promise<Project> {
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    if (project.proposerId !== member.id) throw new Refusal('project.notProposer', { no });
    ensureState(project, notYetProjects, deed);
    return project;
  }
  const [only, ...others] = (await unit.projects.inStates(notYetProjects)).filter(
    ({ proposerId }) => proposerId === member.id,
  );
  if (!only) throw new Refusal('project.none', { deed });
  if (others.length > 0) throw new Refusal('project.several', { deed, choices: [only, ...others] });
  return only;
}

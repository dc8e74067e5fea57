import { type FundingClass, ensureState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

export interface Classifying {
  readonly member: MemberView;
  readonly no: number;
  readonly fundingClass: FundingClass;
  readonly now: Date;
  readonly messageId: string;
}

/** The secretary selects a seconded topic and sets its funding class; until the plan is out the class may be changed. */
export async function classifyProject(
  unit: Unit,
  { member, no, fundingClass, now, messageId }: Classifying,
): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  if (project.state === 'issue_reported') {
    const { length } = await unit.projects.supports(project.id);
    throw new Refusal('support.missing', { no, missing: rulesAt(now).minProposingHouseholds - length });
  }
  ensureState(project, ['topic_proposed', 'topic_selected'], '定分类');
  if (project.state === 'topic_proposed') await unit.projects.moveTo(project, 'topic_selected', now, { fundingClass });
  else await unit.projects.keep(Object.assign(project, { fundingClass }));
  unit.journal.add('proposal.classify', { by: member.userid, at: now, messageId, facts: { no, class: fundingClass } });
  return project;
}

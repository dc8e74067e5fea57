import { ensureWhole } from '../../domain/plan/budget.js';
import { ensureFunded } from '../../domain/plan/funding-plan.js';
import { ensureState } from '../../domain/lifecycle.js';
import { mostFen } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

export interface NewPlan {
  readonly member: MemberView;
  readonly no: number;
  /** The budget in fen; what was said before when left out. */
  readonly cost: number | undefined;
  readonly text: string | undefined;
  readonly now: Date;
  readonly messageId: string;
}

/** Publishes a project's plan, or a corrected version of it. Every plan names its budget. */
export async function publishPlan(unit: Unit, { member, no, cost, text, now, messageId }: NewPlan): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(
    project,
    ['topic_selected', 'plan_published', 'not_approved', 'quorum_failed', 'funding_failed'],
    '发布方案',
  );
  const budgetFen = cost ?? project.budgetFen ?? project.costFen;
  if (budgetFen === null) throw new Refusal('plan.noBudget', { no });
  if (budgetFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });

  ensureWhole(no, project.budgetLines, budgetFen);
  ensureFunded(no, project.fundingPlan, budgetFen);

  const plan = {
    budgetFen,
    planText: text ?? project.planText ?? project.title,
    planVersion: project.planVersion + 1,
    planPublishedAt: now,
  };
  if (project.state === 'plan_published') await unit.projects.keep(Object.assign(project, plan));
  else await unit.projects.moveTo(project, 'plan_published', now, plan);
  unit.journal.add('plan.publish', {
    by: member.userid,
    at: now,
    messageId,
    facts: { no, budgetFen, version: project.planVersion },
  });
  return project;
}

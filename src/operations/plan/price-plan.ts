import type { BudgetLine, Quotation } from '../../domain/plan/budget.js';
import { ensureState, type ProjectState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

/** Until the plan is published, and again when it has to be published anew: what the neighbours decide on does not change under them. */
const open: readonly ProjectState[] = [
  'issue_reported',
  'topic_proposed',
  'topic_selected',
  'not_approved',
  'quorum_failed',
  'funding_failed',
];

export interface Pricing {
  readonly member: MemberView;
  readonly no: number;
  readonly now: Date;
  readonly messageId: string;
  readonly budgetLines?: BudgetLine[];
  readonly quotations?: Quotation[];
}

/** Keeps the lines of the budget, or the offers that were asked for, for the plan that is published next (domain.md 5.2, 6.5). */
export async function pricePlan(unit: Unit, { member, no, now, messageId, ...prices }: Pricing): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, open, '定预算和报价');
  const kept = await unit.projects.keep(Object.assign(project, prices));
  unit.journal.add('plan.price', { by: member.userid, at: now, messageId, facts: { no, ...prices } });
  return kept;
}

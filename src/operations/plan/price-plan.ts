import type { BudgetLine, Quotation } from '../../domain/plan/budget.js';
import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

interface Pricing {
  readonly no: number;
  readonly budgetLines?: BudgetLine[];
  readonly quotations?: Quotation[];
}

/** Keeps the lines of the budget, or the offers that were asked for, for the plan that is published next (docs/domain.md 5.2, 6.5). */
export async function pricePlan(unit: Unit, { no, ...prices }: Pricing): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '定预算和报价');
  const kept = await unit.projects.keep(Object.assign(project, prices));
  unit.journal.add('plan.price', { facts: { no, ...prices } });
  return kept;
}

import { Refusal } from '../../domain/refusal.js';
import { type Answers, type Selected, selectTrack } from '../../domain/poll/track-selector.js';
import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { ensureWhole } from '../../domain/plan/budget.js';
import { ensureFunded } from '../../domain/plan/funding-plan.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { planFactsOf } from '../plan/plan-facts.js';

interface Selecting {
  readonly no: number;
  readonly answers: Answers;
}

/**
 * Three plain answers set the rule by which a project is decided; the record keeps them and why (docs/domain.md 7.2). A plan on
 * display under another rule goes on display anew, and its notice starts over.
 */
export async function selectProjectTrack(
  unit: Unit,
  { no, answers }: Selecting,
): Promise<{ project: Project; selected: Selected; republished: boolean }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '定表决方式');
  const selected = selectTrack(answers);
  const republished = project.state === 'plan_published' && (project.track ?? 'residents_meeting') !== selected.track;
  if (republished) ensureAddsUp(project);
  const anew = republished ? { planVersion: project.planVersion + 1, planPublishedAt: unit.now } : {};
  Object.assign(project, { track: selected.track, matter: selected.matter, ...anew });
  const planFacts = republished ? await planFactsOf(unit, project) : project.planFacts;
  await unit.projects.keep(Object.assign(project, { planFacts }));
  const { track, matter } = selected;
  unit.journal.add('poll.track', { facts: { no, track, matter, ...answers } });
  if (republished) await unit.tell('plan.republished', { project });
  return { project, selected, republished };
}

/** What goes on display adds up to its budget, as it does where it is published (docs/domain.md 6.5). */
function ensureAddsUp({ no, budgetLines, budgetFen, fundingPlan }: Project): void {
  ensureWhole(no, budgetLines, budgetFen ?? 0);
  ensureFunded(no, fundingPlan, budgetFen ?? 0);
}

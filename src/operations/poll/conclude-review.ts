import { mayAskResidents } from '../../domain/plan/payer-check.js';
import { openingTerms } from '../../domain/pledge/pledge-round.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { checkFunding } from '../pledge/check-funding.js';

/** Passed decisions in review, each with the moment at which it takes effect; none while an objection is unanswered. */
export async function reviewsToConclude(unit: Unit): Promise<{ project: Project; effectiveAt: Date }[]> {
  const found: { project: Project; effectiveAt: Date }[] = [];
  for (const project of await unit.projects.inStates(['result_published'])) {
    const poll = await unit.polls.decisionOf(project.id);
    const objections = await unit.objections.ofProject(project.id);
    // Nobody is asked for money before it is known that nobody else has to pay.
    if ((project.budgetFen ?? 0) > 0 && !mayAskResidents(project.payerCheck)) continue;
    if (!poll?.reviewEndsAt || objections.some(({ answeredAt }) => answeredAt === null)) continue;
    // An answer that came after the period ends it at that moment, not before.
    const last = Math.max(
      poll.reviewEndsAt.getTime(),
      project.payerCheck ? Date.parse(project.payerCheck.at) : 0,
      ...objections.map(({ answeredAt }) => answeredAt?.getTime() ?? 0),
    );
    found.push({ project, effectiveAt: new Date(last) });
  }
  return found;
}

/** A decision takes effect once its review period is over: the plan is approved and its pledge round opens (docs/domain.md 4.1, 7.10). */
export async function concludeReview(unit: Unit, { project, at }: { project: Project; at: Date }): Promise<Project> {
  await unit.projects.moveTo(project, 'approved', at);
  if ((project.budgetFen ?? 0) === 0) await unit.projects.moveTo(project, 'funded', at);
  else await openRound(unit, project, at);
  unit.journal.add('plan.approve', { at, facts: { no: project.no } });
  await unit.tell('poll.effective', { project, at });
  return project;
}

/** Opens the pledge round under its terms. Where residents are asked for nothing, it is only waited for what others give. */
async function openRound(unit: Unit, project: Project, at: Date): Promise<void> {
  const households = (await unit.members.electors(project.scope)).length;
  const terms = openingTerms(project, { households, at, rules: rulesAt(at) });
  await unit.projects.moveTo(project, 'pledging', at, terms);
  await checkFunding(unit, project, at);
}

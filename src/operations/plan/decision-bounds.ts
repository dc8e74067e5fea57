import {
  type FundingPlan,
  isCommitted,
  plannedFen,
  preconditions,
  restingFen,
} from '../../domain/plan/funding-plan.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { keptFen, usedFen } from '../../domain/funds/use-of-money.js';
import { statesEnded } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import { isOwnersVote } from '../poll/owners-decided.js';

/** The owners' money that a plan uses, as the vote on it decides: by source, in fen. A plan that is one sum uses it whole. */
export function decidesOf({ fundingPlan, budgetFen, matter }: Project): Partial<Record<Source, number>> {
  const owners = (Object.keys(preconditions) as Source[]).filter(source => preconditions[source].needs === 'vote');
  if (fundingPlan)
    return Object.fromEntries(
      owners.map(source => [source, plannedFen(fundingPlan, source)] as const).filter(([, fen]) => fen > 0),
    );
  const own = owners.find(source => preconditions[source].matter === matter) ?? 'public_revenue';
  return { [own]: budgetFen ?? 0 };
}

/**
 * Owners' money is used for no more than the owners decided, over all projects that rest on one vote (docs/domain.md 6.3). `plan` is what the
 * project is to have; what rests on a vote already may stay as it is, whatever was voted on under that number since. Throws naming the vote,
 * its sum and what is left of it.
 */
export async function ensureDecided(unit: Unit, project: Project, plan: FundingPlan): Promise<void> {
  for (const { source, evidence, rests } of plan.sources) {
    if (preconditions[source].needs !== 'vote' || evidence === null) continue;
    for (const said of new Set((rests ?? [{ evidence }]).map(rest => rest.evidence))) {
      const no = Number.parseInt(said, 10);
      const poll = (await unit.polls.decisionByNo(no)) ?? (await unit.polls.byNo(no));
      const restsFen = restingFen(plan, source, said);
      const restedFen = project.fundingPlan ? restingFen(project.fundingPlan, source, said) : 0;
      if (!poll || restsFen <= restedFen) continue;
      const decidedFen = await decidedBy(unit, poll, source);
      const elsewhereFen = await usedElsewhere(unit, project, { source, evidence: said });
      const leftFen = Math.max(0, decidedFen - elsewhereFen);
      if (restsFen > leftFen)
        throw new Refusal('funding.overDecision', {
          no: project.no,
          poll: poll.no,
          source: sources[source],
          decidedFen,
          leftFen,
        });
    }
  }
}

/**
 * How much of a source a vote decided: nothing where it has not passed or was none of the owners'; of votes from before this was kept, the
 * sum of the plan that they were about.
 */
async function decidedBy(unit: Unit, poll: Poll, source: Source): Promise<number> {
  const { decides, projectId, result } = poll;
  if (result?.passed !== true || !isOwnersVote(poll)) return 0;
  if (decides) return decides[source] ?? 0;
  const project = projectId === null ? null : await unit.projects.byId(projectId);
  return project?.budgetFen ?? 0;
}

/** What other projects use of a decision: those that go on what they plan, those that are over what they spent. */
async function usedElsewhere(
  unit: Unit,
  { id }: Project,
  { source, evidence }: { source: Source; evidence: string },
): Promise<number> {
  let sum = 0;
  for (const other of await unit.projects.all()) {
    if (other.id === id || !other.fundingPlan) continue;
    const restsFen = restingFen(other.fundingPlan, source, evidence);
    if (restsFen === 0) continue;
    const entries = statesEnded.includes(other.state) ? await unit.ledger.entries(other.id) : null;
    sum += entries ? Math.min(restsFen, usedFen(source, entries)) : restsFen;
  }
  return sum;
}

/** A plan names no less of a decided source than has come in of it already. */
export async function ensureNamesAll(unit: Unit, { id, no }: Project, plan: FundingPlan): Promise<void> {
  const entries = await unit.ledger.entries(id);
  for (const { source } of plan.sources) {
    if (source === 'residents' || !isCommitted(plan, source)) continue;
    const cameFen = keptFen(source, entries);
    if (cameFen > plannedFen(plan, source))
      throw new Refusal('funding.cameIn', { no, source: sources[source], cameFen });
  }
}

/** Of a source that stands in the plan with what it rests on, no more comes in than that (docs/domain.md 6.3). */
export async function ensureWithinDecision(
  unit: Unit,
  { id, no, fundingPlan }: Project,
  { source, amountFen }: { source: Source; amountFen: number },
): Promise<void> {
  if (source === 'residents' || !fundingPlan || !isCommitted(fundingPlan, source)) return;
  const planned = plannedFen(fundingPlan, source);
  const leftFen = Math.max(0, planned - keptFen(source, await unit.ledger.entries(id)));
  if (amountFen > leftFen)
    throw new Refusal('receipt.overDecision', { no, source: sources[source], plannedFen: planned, leftFen });
}

import { type FundingPlan, type PlannedSource, preconditions } from '../../domain/plan/funding-plan.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { ensureState, planOpen, type ProjectState } from '../../domain/lifecycle.js';
import { mostFen } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import { ensureEvidence } from '../../language/values/evidence-said.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { checkFunding } from '../pledge/check-funding.js';
import { ensureDecided, ensureNamesAll } from './decision-bounds.js';
import { ownersDecided, voteNamed } from '../poll/owners-decided.js';

/** Later a source may still bring the evidence that it lacked; its amount stands. */
const later: readonly ProjectState[] = ['voting', 'result_published', 'pledging', 'collecting', 'funded'];

interface FundingPlanning {
  readonly no: number;
  readonly said: readonly { readonly source: Source; readonly amountFen: number; readonly evidence: string | null }[];
}

/**
 * Keeps where the money is to come from, source by source, with what each rests on (docs/domain.md 6.2, 6.5). Owners' money rests on an
 * owners' vote that has passed, and on nothing less.
 */
export async function planFunding(
  unit: Unit,
  { no, said }: FundingPlanning,
): Promise<{ project: Project; plan: FundingPlan }> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, [...planOpen, ...later], '定资金来源');
  const planned: PlannedSource[] = [];
  for (const { source, amountFen, evidence } of said) {
    if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
    planned.push({ source, plannedFen: amountFen, evidence: await evidenceOf(unit, { no, source, evidence, now }) });
  }
  const isLater = later.includes(project.state);
  if (isLater && !isSameBut(project.fundingPlan, planned)) throw new Refusal('funding.amounts', { no });
  // What was exempted was reckoned on the part before; it is to be said anew.
  const exempted = isLater ? project.fundingPlan?.exempted : undefined;
  if (!isLater) await dropExemptions(unit, project, now);
  const plan: FundingPlan = { sources: planned, ...(exempted ? { exempted } : {}) };
  await ensureDecided(unit, project, plan);
  await ensureNamesAll(unit, project, plan);
  await unit.projects.keep(Object.assign(project, { fundingPlan: plan }));
  const turned = isLater ? await checkFunding(unit, project, now) : null;
  unit.journal.add('plan.sources', { facts: { no, sources: planned } });
  if (turned) await unit.tell('funds.turned', { project, ...turned });
  return { project, plan };
}

/** The evidence as it is kept; refused where a vote is needed and the one that was named did not pass. */
export async function evidenceOf(
  unit: Unit,
  { no, source, evidence, now }: { no: number; source: Source; evidence: string | null; now: Date },
): Promise<string | null> {
  const { needs, matter } = preconditions[source];
  if (needs === 'nothing' || evidence === null) return null;
  if (needs === 'words') {
    ensureEvidence(evidence, `${sources[source]}的依据`);
    return evidence;
  }
  const poll = voteNamed(evidence);
  if (poll === null) throw new Refusal('funding.noVote', { no, source: sources[source] });
  if (!(await ownersDecided(unit, poll, { matter, now })))
    throw new Refusal('funding.voteFailed', { no, poll, source: sources[source] });
  return `${poll}号表决`;
}

/** The same sources with the same amounts, none with less evidence than before. */
function isSameBut(before: FundingPlan | null, planned: readonly PlannedSource[]): boolean {
  return (
    before?.sources.length === planned.length &&
    before.sources.every(one =>
      planned.some(
        ({ source, plannedFen, evidence }) =>
          source === one.source && plannedFen === one.plannedFen && (one.evidence === null || evidence !== null),
      ),
    )
  );
}

async function dropExemptions(unit: Unit, project: Project, now: Date): Promise<void> {
  for (const exemption of await unit.ledger.exemptions(project.id))
    await unit.ledger.keepExemption(Object.assign(exemption, { cancelledAt: now }));
}

import {
  type FundingPlan,
  gapProposals,
  plannedFen,
  type PlannedSource,
  preconditions,
  type Proposal,
} from '../plan/funding-plan.js';
import type { FundingClass } from '../lifecycle.js';
import { Refusal } from '../refusal.js';
import type { RuleSet } from '../rules.js';
import { sources } from '../funds/ledger.js';

interface Short {
  readonly no: number;
  readonly budgetFen: number | null;
  readonly fundingClass: FundingClass | null;
  readonly fundingPlan?: FundingPlan | null;
}

/** The ways that are allowed where a round falls short of its target (docs/domain.md 6.5, 8.6), with exact sums in fen. */
interface WaysOut {
  readonly gapFen: number;
  /** Who could give what is missing, in the order of the class, and what each needs first. Never the residents. */
  readonly sources: readonly Proposal[];
  /** What the plan would have to make do with, where it is made smaller. */
  readonly smallerFen: number;
  /** The plan's sources with the residents' part as it was promised; where nothing else was planned only that. */
  readonly promised: readonly PlannedSource[];
}

/** Nobody who pledged is asked for more, and nobody who did not is billed. */
export function waysOut(
  project: Short,
  { gapFen, rules }: { gapFen: number; rules: Pick<RuleSet, 'sourceOrder'> },
): WaysOut {
  return {
    gapFen,
    sources: gapProposals(project.fundingClass, rules),
    smallerFen: Math.max(0, (project.budgetFen ?? 0) - gapFen),
    promised: withResidents(sourcesOf(project), -gapFen),
  };
}

/**
 * The plan after other money has taken over a part of the gap: the residents' part is smaller by exactly that, the sum stays the
 * budget. Each source comes with its evidence; what was planned of it without any is to have some first.
 */
export function coverGap(project: Short, given: readonly PlannedSource[], gapFen: number): FundingPlan {
  const { no, fundingPlan } = project;
  const sumFen = given.reduce((total, one) => total + one.plannedFen, 0);
  if (sumFen > gapFen) throw new Refusal('gap.over', { no, gapFen });
  let list = withResidents(sourcesOf(project), -sumFen);
  for (const { source, plannedFen: fen, evidence } of given) {
    const before = list.find(one => one.source === source);
    if (source === 'residents' || evidence === null || before?.evidence === null)
      throw new Refusal('gap.evidence', { no, source: sources[source] });
    const merged = {
      source,
      plannedFen: fen + (before?.plannedFen ?? 0),
      evidence: before && before.evidence !== evidence ? `${before.evidence}；${evidence}` : evidence,
      ...(before && preconditions[source].needs === 'vote' ? { rests: [...restsOf(before), { evidence, fen }] } : {}),
    };
    list = [...list.filter(one => one.source !== source), merged];
  }
  return { ...fundingPlan, sources: list };
}

function restsOf({ rests, evidence, plannedFen: fen }: PlannedSource): NonNullable<PlannedSource['rests']> {
  return rests ?? (evidence === null ? [] : [{ evidence, fen }]);
}

/** Without a plan the residents are asked for all of the budget. */
function sourcesOf({ budgetFen, fundingPlan }: Short): readonly PlannedSource[] {
  return fundingPlan?.sources ?? [{ source: 'residents', plannedFen: budgetFen ?? 0, evidence: null }];
}

/** The residents' part changed by some fen; a part of nothing is left out, unless exempted households still count on it. */
function withResidents(list: readonly PlannedSource[], changeFen: number): PlannedSource[] {
  return list
    .map(one => (one.source === 'residents' ? { ...one, plannedFen: one.plannedFen + changeFen } : one))
    .filter(one => one.plannedFen > 0);
}

/** What was planned of others without the evidence that it needs: it counts for nothing until that is there (docs/domain.md 6.3). */
export function unproven({ fundingPlan }: Short): PlannedSource[] {
  if (!fundingPlan) return [];
  return fundingPlan.sources
    .filter(({ source, evidence }) => source !== 'residents' && evidence === null)
    .map(one => ({ ...one, plannedFen: plannedFen(fundingPlan, one.source) }));
}

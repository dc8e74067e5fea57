import type { FundingClass } from '../lifecycle.js';
import { sum } from '../sum.js';
import { type Source, type Summary, sources } from '../funds/ledger.js';
import { Refusal } from '../refusal.js';
import type { RuleSet } from '../rules.js';
import type { Matter } from '../poll/track-selector.js';

/** What one source is to give, and what that rests on. */
export interface PlannedSource {
  readonly source: Source;
  /** Whole fen above zero. */
  readonly plannedFen: number;
  /** An approval number, a contract, the number of a vote; null while there is none yet. */
  readonly evidence: string | null;
  /** Where several votes stand behind a source: how much rests on which. */
  readonly rests?: readonly { readonly evidence: string; readonly fen: number }[];
}

export interface FundingPlan {
  readonly sources: readonly PlannedSource[];
  /** What exempted households would have given, by the source that bears it instead: sums only, never who. */
  readonly exempted?: readonly { readonly source: Source; readonly amountFen: number }[];
}

/** What has to be there before a source may be used: words that name a paper, or an owners' vote on a certain matter. */
interface Precondition {
  readonly needs: 'nothing' | 'words' | 'vote';
  readonly said: string;
  /** The matter that the owners must have decided on; any of theirs where none is named. */
  readonly matter?: Matter;
}

/** By source, from docs/domain.md 6.2 and 6.3. */
export const preconditions: Readonly<Record<Source, Precondition>> = {
  residents: { needs: 'nothing', said: '自愿认筹' },
  mutual_aid: { needs: 'nothing', said: '自愿互助' },
  subsidy: { needs: 'words', said: '批文' },
  public_revenue: { needs: 'vote', said: '业主表决' },
  maintenance_fund: { needs: 'vote', said: '业主表决', matter: 'use_fund' },
  owner_levy: { needs: 'vote', said: '业主表决', matter: 'raise_fund' },
  community_income: { needs: 'words', said: '居委会决定' },
  charity_fund: { needs: 'words', said: '基金的决定' },
  welfare: { needs: 'words', said: '协议' },
  market_share: { needs: 'words', said: '合同' },
  carried: { needs: 'words', said: '上个项目决算' },
};

interface Funded {
  readonly budgetFen: number | null;
  readonly fundingPlan?: FundingPlan | null;
}

/** What a source is to give in the end, in fen: exempted households' shares are borne by the source that was named for them. */
export function plannedFen(plan: FundingPlan, source: Source): number {
  const own = sum(plan.sources.filter(one => one.source === source).map(one => one.plannedFen));
  const borne = (plan.exempted ?? []).filter(one => source === 'residents' || one.source === source);
  const exemptedFen = sum(borne.map(({ amountFen }) => amountFen));
  return source === 'residents' ? own - exemptedFen : own + exemptedFen;
}

/** What residents are asked for, in fen: their part of the plan; without a plan, all of the budget. */
export function residentPartFen({ budgetFen, fundingPlan }: Funded): number {
  return fundingPlan ? plannedFen(fundingPlan, 'residents') : (budgetFen ?? 0);
}

/** What an allocation shares out, in fen: the residents' part, before anybody was exempted from it. */
export function sharedFen({ budgetFen, costFen, fundingPlan }: Funded & { readonly costFen: number | null }): number {
  const part = residentPartFen({ budgetFen: budgetFen ?? costFen, fundingPlan: fundingPlan ?? null });
  return part + sum((fundingPlan?.exempted ?? []).map(({ amountFen }) => amountFen));
}

/** Binding on owners once they have decided to raise money by item (6); all else is voluntary (docs/domain.md 6.2, 6.3). */
export function isLevy({ matter }: { readonly matter: Matter | null }): boolean {
  return matter === 'raise_fund';
}

/** The sources add up to the budget to the fen, or the plan is not published (docs/domain.md 6.5). */
export function ensureFunded(no: number, plan: FundingPlan | null | undefined, budgetFen: number): void {
  if (!plan) return;
  const sumFen = sum(plan.sources.map(one => one.plannedFen));
  if (sumFen !== budgetFen) throw new Refusal('funding.sum', { no, sumFen, budgetFen });
}

/**
 * What counts of a source beside residents, in fen: what was received, reconciled and is there; before that what is planned, but only with
 * its evidence (docs/domain.md 6.3).
 */
export function countedFen({ fundingPlan }: Funded, summary: Summary): number {
  const others = (Object.keys(sources) as Source[]).filter(source => source !== 'residents');
  return sum(
    others.map(source => {
      const thereFen = summary.cashBySource[source] ?? 0;
      return fundingPlan && isCommitted(fundingPlan, source)
        ? Math.max(thereFen, plannedFen(fundingPlan, source))
        : thereFen;
    }),
  );
}

/** True when a source stands in the plan with what it needs. */
export function isCommitted(plan: FundingPlan, source: Source): boolean {
  return plan.sources.some(one => one.source === source && one.evidence !== null);
}

/** A way to fill a gap: the next source of the class, and what it needs. */
export interface Proposal {
  readonly source: Source;
  readonly needs: string;
}

/**
 * Who could fill a gap, in the order of the project's class (docs/domain.md 6.1). Never the residents: what is short is not billed
 * to neighbours; a new plan and a new vote may ask them again (8.6).
 */
export function gapProposals(
  fundingClass: FundingClass | null,
  { sourceOrder }: Pick<RuleSet, 'sourceOrder'>,
): Proposal[] {
  return sourceOrder[fundingClass ?? 'urgent']
    .filter(source => source !== 'residents')
    .map(source => ({ source, needs: preconditions[source].said }));
}

/** What of a plan's source rests on one decision, in fen; exempted shares rest on the first one (docs/domain.md 6.3). */
export function restingFen(plan: FundingPlan, source: Source, evidence: string): number {
  const own = plan.sources.find(one => one.source === source);
  if (!own || own.evidence === null) return 0;
  const rests = own.rests ?? [{ evidence: own.evidence, fen: own.plannedFen }];
  const exemptedFen = plannedFen(plan, source) - own.plannedFen;
  return sum(rests.map((rest, index) => (rest.evidence === evidence ? rest.fen + (index === 0 ? exemptedFen : 0) : 0)));
}

import { type Source, spendingOrder, wholeOrder } from '../funds/ledger.js';
import type { FundingClass } from '../lifecycle.js';
import type { RuleSet } from '../rules.js';

/** The order in which a plan spends its sources, and whether the secretary said so or the class does. */
export interface SpendOrder {
  readonly sources: readonly Source[];
  readonly isSaid: boolean;
}

/**
 * The order in which a plan's sources are spent (docs/domain.md 6.1): what the secretary said, else that of the class. What is left is then of the
 * sources that come last, so it goes back the other way round.
 */
export function spendOrderOf(
  { spendOrder, fundingClass }: { readonly spendOrder: SpendOrder | null; readonly fundingClass: FundingClass | null },
  { sourceOrder }: Pick<RuleSet, 'sourceOrder'>,
): SpendOrder {
  if (spendOrder?.isSaid) return spendOrder;
  return { sources: fundingClass ? wholeOrder(sourceOrder[fundingClass]) : spendingOrder, isSaid: false };
}

import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Unit } from '../../store/engine/unit.js';
import { award, type Awarder } from './award-points.js';

/**
 * Gives the points for money that residents paid, once it is reconciled: only then is it known to be there. They go to the
 * first member of the household who takes part in points.
 */
export async function rewardReceipts(
  unit: Unit,
  { receipts, by, now }: { receipts: readonly LedgerEntry[]; by: Awarder; now: Date },
): Promise<void> {
  const bound = await unit.members.boundByHome(receipts.flatMap(({ householdId }) => householdId ?? []));
  for (const { no, householdId, postings } of receipts) {
    if (householdId === null) continue;
    const donor = bound.get(householdId)?.find(({ creditSince }) => creditSince !== null);
    const amount = postings.reduce((sum, { to, amountFen }) => sum + (to === 'received/residents' ? amountFen : 0), 0);
    if (donor) await award(unit, { memberId: donor.id, behaviour: 'donate', about: `receipt:${no}`, amount, by, now });
  }
}

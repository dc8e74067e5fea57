import { yuan } from '../money.js';
import type { RoleId } from '../permissions.js';
import { Refusal } from '../refusal.js';

/** Who did what with one payment, by member id; null or empty where nobody did yet. */
export interface SpendDeeds {
  readonly askedById: number;
  readonly checkedById: number | null;
  readonly approvals: readonly number[];
}

/** The steps of a payment (domain.md 8.4), each of another person. */
export type SpendStep = 'ask' | 'check' | 'approve' | 'hold' | 'clear' | 'pay';

export interface SpendLimits {
  /** Up to this the grid's secretary approves, in fen. */
  readonly gridFen: number;
  /** Up to this the community's secretary approves alone. */
  readonly communityFen: number;
}

/** How many approve, and whether the supervision team must have said that it has no objection. */
export interface Approval {
  readonly roles: readonly RoleId[];
  readonly count: 1 | 2;
  readonly cleared: boolean;
}

/** Who approves a payment: the grid's secretary up to ¥500, the community's up to ¥10 000, above it two and the team's word. */
export function approvalFor(amountFen: number, { gridFen, communityFen }: SpendLimits): Approval {
  if (amountFen <= gridFen)
    return { roles: ['grid_secretary', 'grid_deputy', 'community_secretary'], count: 1, cleared: false };
  if (amountFen <= communityFen) return { roles: ['community_secretary'], count: 1, cleared: false };
  return { roles: ['grid_secretary', 'grid_deputy', 'community_secretary'], count: 2, cleared: true };
}

/**
 * On one payment handler, bookkeeper, approvers and cashier are different people, and no supervisor has a part in the money
 * (会计法 Art. 25, 35; domain.md 2.2). Throws when the member already did another step of it.
 */
export function ensureSeparate(
  step: SpendStep,
  memberId: number,
  roles: readonly RoleId[],
  { askedById, checkedById, approvals }: SpendDeeds,
): void {
  const isSupervisor = roles.includes('supervisor');
  if (isSupervisor && step !== 'hold' && step !== 'clear') throw new Refusal('spend.supervisor', {});
  if (step === 'hold' || step === 'clear') {
    if (memberId === askedById || approvals.includes(memberId)) throw new Refusal('spend.separate', {});
    return;
  }
  const others = [
    step === 'ask' ? null : askedById,
    step === 'check' ? null : checkedById,
    ...(step === 'approve' ? [] : approvals),
  ];
  if (others.includes(memberId)) throw new Refusal('spend.separate', {});
  if (step === 'approve' && approvals.includes(memberId)) throw new Refusal('spend.approvedBefore', {});
}

/** `860元，买灯泡`. */
export function requestWords({ amountFen, purpose }: { amountFen: number; purpose: string }): string {
  return `${yuan(amountFen)}，${purpose}`;
}

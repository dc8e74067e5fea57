import { creditRulesAt } from '../../domain/credit/credit.js';
import { creditScore, spendable } from '../../domain/credit/credit-balance.js';
import { Refusal } from '../../domain/refusal.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { giveBack } from './redeem-reward.js';

interface Asking {
  readonly member: MemberView;
}

/** A member takes part in credit points, by their own word (docs/domain.md 10.7). False when they do already. */
export async function joinCredit(unit: Unit, { member }: Asking): Promise<boolean> {
  const row = await unit.members.byUserid(member.userid);
  if (!row) throw new Refusal('member.unbound', {});
  if (row.creditSince) return false;
  await unit.members.keep(Object.assign(row, { creditSince: unit.now }));
  unit.journal.add('credit.join');
  return true;
}

/** A member leaves: score and points fall to nothing at once, reserved rewards go back on the shelf, hours of service stay. */
export async function leaveCredit(unit: Unit, { member }: Asking): Promise<boolean> {
  const row = await unit.members.byUserid(member.userid);
  if (!row?.creditSince) return false;
  await emptyCredit(unit, row, unit.now);
  await unit.members.keep(Object.assign(row, { creditSince: null }));
  unit.journal.add('credit.leave');
  return true;
}

/**
 * Score and points of a member fall to nothing. The lines of their history stay for three years, as evidence of what was
 * given out (docs/domain.md 14). The journal line of the deed that ends them seals the entry.
 */
export async function emptyCredit(unit: Unit, { id: memberId }: Member, now: Date): Promise<void> {
  // What was given by their score goes with it.
  await unit.credit.benefits.endOf(memberId, now);
  for (const redemption of await unit.credit.reservedBy(memberId)) await giveBack(unit, redemption, 'cancelled', now);
  const entries = await unit.credit.entries(memberId);
  const points = spendable(entries, now).points;
  const excess = creditScore(entries, now) - creditRulesAt(now).base;
  if (points === 0 && excess === 0) return;
  await unit.credit.add({
    memberId,
    behaviour: 'leave',
    points: 0 - points,
    score: 0 - excess,
    about: `leave:${now.getTime()}`,
    at: now,
  });
}

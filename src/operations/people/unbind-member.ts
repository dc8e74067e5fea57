import { ensureSays } from '../../language/values/evidence-said.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { endVotes } from '../poll/end-votes.js';
import { reaches } from './confirm-binding.js';

/**
 * An account does not belong to its household any more: it moved away, or the flat was sold. A leader of the building or a secretary says so with
 * the reason, or the member of oneself. The account becomes a guest, its vote in open household polls is taken back, and both sides are
 * told: who was bound, and who else is bound to the household. What was decided and paid stays where it was.
 */
export async function unbindMember(
  unit: Unit,
  { member, userid, reason }: { member: MemberView; userid: string; reason: string | undefined },
): Promise<{ polls: number[]; household: Household }> {
  const { now } = unit;
  const bound = await (userid === member.userid ? unit.members.byUserid(userid) : unit.members.called(userid));
  const household = bound?.householdId ? await unit.members.household(bound.householdId) : null;
  if (!bound || !household) throw new Refusal('member.notBound', { userid });
  const isSelf = bound.userid === member.userid;
  if (!isSelf) {
    if (!reaches(member, household)) throw new Refusal('permission.otherBuilding', { building: household.building });
    ensureSays(reason ?? '', '解除绑定的原因');
  }
  const polls = await endVotes(unit, { household, memberId: bound.id, now });
  await unit.members.keep(Object.assign(bound, { householdId: null, askedHouseholdId: null, boundAt: null }));
  const facts = { building: household.building, isSelf, polls };
  unit.journal.add('member.unbind', { facts });
  await unit.tell('people.unbound', { household, bound, isSelf, reason, polls });
  return { polls, household };
}

import { ensureSays } from '../../language/values/evidence-said.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { reaches } from './confirm-binding.js';
import { endBonds } from './end-bonds.js';

/**
 * An account does not belong to its household any more: it moved away, or the flat was sold. A leader of the building or a secretary says so with
 * the reason, or the member of oneself. Of several homes each that the speaker may speak of is ended. Who is left without one becomes a
 * guest; votes in open household polls are taken back, and both sides are told: who was bound, and who else is bound to the household.
 * What was decided and paid stays where it was.
 */
export async function unbindMember(
  unit: Unit,
  { member, userid, reason }: { member: MemberView; userid: string; reason: string | undefined },
): Promise<{ polls: number[]; homes: Household[] }> {
  const { bound, all, homes, isSelf } = await boundHomes(unit, { member, userid });
  const [first] = all;
  if (!bound || !first) throw new Refusal('member.notBound', { userid });
  if (homes.length === 0) throw new Refusal('permission.otherBuilding', { building: first.building });
  if (!isSelf) ensureSays(reason ?? '', '解除绑定的原因');
  const polls = await endBonds(unit, bound, homes);
  for (const { building } of homes) unit.journal.add('member.unbind', { facts: { building, isSelf, polls } });
  await unit.tell('people.unbound', { homes, bound, isSelf, reason, polls });
  return { polls, homes };
}

/** Whose bond is meant, with all their homes and those that the speaker may end it with. */
export async function boundHomes(
  unit: Unit,
  { member, userid }: { member: MemberView; userid: string },
): Promise<{ bound: Member | null; all: Household[]; homes: Household[]; isSelf: boolean }> {
  const bound = await (userid === member.userid ? unit.members.byUserid(userid) : unit.members.called(userid));
  const isSelf = bound?.userid === member.userid;
  const { household, others } = isSelf || !bound ? member : await unit.members.view(bound.userid);
  const all = bound && household ? [household, ...others] : [];
  return { bound, all, homes: isSelf ? all : all.filter(home => reaches(member, home)), isSelf };
}

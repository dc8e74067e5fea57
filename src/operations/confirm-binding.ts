import { Refusal } from '../domain/refusal.js';
import type { Member } from '../store/entities/member.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';

/** A building leader confirms that a member belongs to the household they named; leaders confirm in their own building. */
export async function confirmBinding(
  unit: Unit,
  { member, userid, now, messageId }: { member: MemberView; userid: string; now: Date; messageId: string },
): Promise<Member> {
  const asking = await unit.members.byUserid(userid);
  const household = asking?.askedHouseholdId ? await unit.members.household(asking.askedHouseholdId) : null;
  if (!asking || !household) throw new Refusal('member.notAsked', {});
  const reaches = member.roles.some(
    ({ role, building }) => role !== 'building_leader' || building === null || building === household.building,
  );
  if (!reaches) throw new Refusal('permission.otherBuilding', { building: household.building });

  const bound = await unit.members.keep(
    Object.assign(asking, { householdId: household.id, askedHouseholdId: null, boundAt: now }),
  );
  unit.journal.add('member.confirm', {
    by: member.userid,
    at: now,
    messageId,
    facts: { building: household.building },
  });
  await unit.posts.toGroup({ type: 'text', text: '绑定成功，发送“帮助”看看能办什么。', mentions: [userid] }, now);
  return bound;
}

import { buildingWords } from '../../domain/label.js';
import { dayMs, momentWords } from '../../domain/calendar.js';
import { placeWords } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

interface Said {
  readonly member: MemberView;
  readonly userid: string;
  readonly now: Date;
  readonly messageId: string;
}

/**
 * Somebody else who may, confirms that a member belongs to the household they named. Nobody confirms oneself or a household of one's
 * own; who confirms as a leader does so in the own building only, whatever other seats they hold. Everybody bound to the household
 * hears of it and can object within a day.
 */
export async function confirmBinding(unit: Unit, { member, userid, now, messageId }: Said): Promise<Member> {
  const asking = await unit.members.byUserid(userid);
  const household = asking?.askedHouseholdId ? await unit.members.household(asking.askedHouseholdId) : null;
  if (userid === member.userid) throw new Refusal('member.confirmsSelf', {});
  if (!asking || !household) throw new Refusal('member.notAsked', {});
  if (member.householdId === household.id) throw new Refusal('member.confirmsSelf', {});
  if (!reaches(member, household)) throw new Refusal('permission.otherBuilding', { building: household.building });

  const before = await unit.members.boundTo([household.id]);
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
  const until = momentWords(new Date(now.getTime() + objectionMs), now);
  const text = `账号${userid}经核对绑定到了您家（${placeWords(household)}）。不是您家的人，请在${until}前发送：不是我家的人 ${userid}`;
  for (const { userid: theirs } of before) await unit.posts.toMember(theirs, text, now);
  return bound;
}

const objectionMs = dayMs;

/**
 * A member of the household says within a day that somebody who was bound to it is none of them. The bond ends at once; who
 * confirmed it is told, and it takes a new confirmation to bind them again.
 */
export async function objectToBinding(unit: Unit, { member, userid, now, messageId }: Said): Promise<void> {
  const bound = await unit.members.byUserid(userid);
  const isTheirs = member.householdId !== null && bound?.householdId === member.householdId && userid !== member.userid;
  if (!bound || !isTheirs || !bound.boundAt) throw new Refusal('member.notOfHousehold', {});
  const mine = await unit.members.byUserid(member.userid);
  // Whoever came later cannot turn out who was there before.
  const earlierMs = bound.boundAt.getTime() - (mine?.boundAt ?? bound.boundAt).getTime();
  const isEarlier = earlierMs > 0 || (earlierMs === 0 && (mine?.id ?? bound.id) < bound.id);
  if (!isEarlier || now.getTime() - bound.boundAt.getTime() > objectionMs)
    throw new Refusal('member.objectionLate', { userid });
  await unit.members.keep(Object.assign(bound, { householdId: null, askedHouseholdId: null, boundAt: null }));
  const building = member.household?.building ?? '';
  unit.journal.add('member.object', { by: member.userid, at: now, messageId, facts: { building } });
  const text = `${buildingWords(building)}有住户说账号${userid}不是自己家的人，绑定已经取消。请当面核对。`;
  const leaders = await unit.members.withRole('building_leader', building);
  for (const leader of leaders.length > 0 ? leaders : await unit.members.withRole('grid_secretary'))
    await unit.posts.toMember(leader, text, now);
}

/** By a role that may confirm, and no other; a leader's reaches as far as the building. */
export function reaches({ householdId, roles }: MemberView, household: Household): boolean {
  return roles.some(
    held =>
      may({ householdId, roles: [held] }, 'member.confirm') &&
      (held.role !== 'building_leader' || held.building === household.building),
  );
}

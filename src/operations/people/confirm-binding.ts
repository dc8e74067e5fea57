import { bondWith, boundSince, isTiedTo, objectionMs, speaksFor } from '../../domain/people/bond.js';
import { may } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { endBonds } from './end-bonds.js';

interface Said {
  readonly member: MemberView;
  readonly userid: string;
}

/**
 * Somebody else who may, confirms that a member belongs to the household they named. Nobody confirms oneself or a household of one's
 * own; who confirms as a leader does so in the own building only, whatever other seats they hold. Everybody bound to the household
 * hears of it and can object within a day.
 */
export async function confirmBinding(unit: Unit, { member, userid }: Said): Promise<Member> {
  const asking = await unit.members.called(userid);
  const household = asking?.askedHouseholdId ? await unit.members.household(asking.askedHouseholdId) : null;
  if (asking?.userid === member.userid) throw new Refusal('member.confirmsSelf', {});
  if (!asking || !household) throw new Refusal('member.notAsked', {});
  if (isTiedTo(member, household)) throw new Refusal('member.confirmsSelf', {});
  if (!reaches(member, household)) throw new Refusal('permission.otherBuilding', { building: household.building });

  const before = await unit.members.speakingFor(household);
  const bound = await unit.members.keep(
    Object.assign(asking, { ...bondWith(asking, household.id, unit.now), askedHouseholdId: null }),
  );
  await unit.posts.withdraw(topics.asking(bound));
  unit.journal.add('member.confirm', { facts: { building: household.building } });
  await unit.tell('people.confirmed', { household, bound, others: before });
  return bound;
}

/**
 * A member of the household says within a day that somebody who was bound to it is none of them. The bond ends at once; who
 * confirmed it is told, and it takes a new confirmation to bind them again.
 */
export async function objectToBinding(unit: Unit, { member, userid }: Said): Promise<void> {
  const { household } = member;
  const bound = await unit.members.called(userid);
  if (!bound || !household || bound.id === member.id || !speaksFor(bound, household))
    throw new Refusal('member.notOfHousehold', {});
  const since = boundSince(bound, household.id);
  if (!since) throw new Refusal('member.notOfHousehold', {});
  const mine = await unit.members.byUserid(member.userid);
  // Whoever came later cannot turn out who was there before.
  const earlierMs = since.getTime() - ((mine && boundSince(mine, household.id)) ?? since).getTime();
  const isEarlier = earlierMs > 0 || (earlierMs === 0 && (mine?.id ?? bound.id) < bound.id);
  if (!isEarlier || unit.now.getTime() - since.getTime() > objectionMs)
    throw new Refusal('member.objectionLate', { userid });
  const polls = await endBonds(unit, bound, [household]);
  const { building } = household;
  unit.journal.add('member.object', { facts: { building, polls } });
  await unit.tell('people.disowned', { building, bound });
}

/** By a role that may confirm, and no other; a leader's reaches as far as the building. */
export function reaches({ householdId, roles }: MemberView, household: Household): boolean {
  return roles.some(
    held =>
      may({ householdId, roles: [held] }, 'member.confirm') &&
      (held.role !== 'building_leader' || held.building === household.building),
  );
}

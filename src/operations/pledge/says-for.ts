import { Refusal } from '../../domain/refusal.js';
import { may } from '../../domain/permissions.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import { reaches } from '../people/confirm-binding.js';

/** Whoever enters for those without a telephone says it for the household; a leader of another building does neither. */
export function saysFor(member: MemberView, home: Household): boolean {
  if (home.id === member.householdId || !may({ householdId: null, roles: member.roles }, 'poll.paper')) return false;
  if (!reaches(member, home)) throw new Refusal('pledge.otherBuilding', { building: home.building });
  return true;
}

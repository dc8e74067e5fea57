import { type RosterLine, losesSay } from '../../domain/people/roster-plan.js';
import type { Household } from '../../store/people/household.js';
import type { Unit } from '../../store/engine/unit.js';
import { endVotes } from '../poll/end-votes.js';

/**
 * Ends the say of who no longer owns a unit: an account that the roster took off it, or a member whose name stands no longer
 * among its owners. They become guests and are told; what they decided and paid stays where it was. Gives the members' ids.
 */
export async function endSay(
  unit: Unit,
  { household, line }: { household: Household; line: RosterLine },
): Promise<number[]> {
  const { now } = unit;
  const ended: number[] = [];
  for (const member of await unit.members.boundTo([household.id])) {
    if (!losesSay(member, household, line)) continue;
    const polls = await endVotes(unit, { household, memberId: member.id, now });
    await unit.members.keep(Object.assign(member, { householdId: null, askedHouseholdId: null, boundAt: null }));
    ended.push(member.id);
    unit.journal.add('member.unbind', { facts: { building: household.building, polls } });
    await unit.tell('people.say-ended', { member });
  }
  return ended;
}

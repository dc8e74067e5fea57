import { type RosterLine, isSold, losesSay } from '../../domain/people/roster-plan.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';
import { endHomeVotes } from '../poll/end-votes.js';
import { endBonds } from './end-bonds.js';

/**
 * Ends the say of who no longer belongs to a unit by what a roster says of it, and all that was said for it where it was sold. They are told;
 * what they decided and paid stays where it was. Gives the members' ids.
 */
export async function endSay(
  unit: Unit,
  { household, line, speaking }: { household: Household; line: RosterLine; speaking: readonly Member[] },
): Promise<number[]> {
  const ended: number[] = [];
  for (const member of speaking) {
    if (!losesSay(member, household, line)) continue;
    const polls = await endBonds(unit, member, [household]);
    ended.push(member.id);
    unit.journal.add('member.unbind', { facts: { building: household.building, polls } });
    await unit.tell('people.say-ended', { member, household });
  }
  const staying = speaking.map(({ id }) => id).filter(id => !ended.includes(id));
  if (isSold(household, line)) await endHomeVotes(unit, { householdId: household.id, staying });
  return ended;
}

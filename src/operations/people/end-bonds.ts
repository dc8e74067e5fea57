import { bondsWithout } from '../../domain/people/bond.js';
import type { Household } from '../../store/people/household.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';
import { endVotes } from '../poll/end-votes.js';

/**
 * Ends what ties a member to some homes, with the votes that they cast for them in open household polls. Who speaks for another home acts
 * for that one from then on, and who speaks for none is a guest. Gives the polls' numbers.
 */
export async function endBonds(unit: Unit, member: Member, homes: readonly Household[]): Promise<number[]> {
  const ended = homes.map(({ id }) => id);
  const left = (await unit.members.otherHomes(member)).map(({ id }) => id).filter(id => !ended.includes(id));
  const polls = await endVotes(unit, { memberId: member.id, householdIds: ended });
  const bonds = bondsWithout(member, ended, left);
  const asked = bonds.householdId === null ? null : member.askedHouseholdId;
  await unit.members.keep(Object.assign(member, { ...bonds, askedHouseholdId: asked }));
  return polls;
}

import type { Unit } from '../engine/unit.js';
import type { Household } from './household.js';
import type { Member } from './member.js';
import type { MemberView } from './members.js';

/** Who has asked to be bound to a home of the buildings that this member sees to, each with that home. */
export async function bindingsAsked(
  unit: Unit,
  { id, roles }: Pick<MemberView, 'id' | 'roles'>,
): Promise<{ asking: Member; home: Household }[]> {
  const own = roles.map(({ building }) => building);
  const found: { asking: Member; home: Household }[] = [];
  for (const asking of await unit.members.all()) {
    const { askedHouseholdId } = asking;
    const home = askedHouseholdId === null ? null : await unit.members.household(askedHouseholdId);
    if (home && asking.id !== id && (own.includes(null) || own.includes(home.building))) found.push({ asking, home });
  }
  return found;
}

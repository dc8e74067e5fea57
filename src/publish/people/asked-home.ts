import type { Household } from '../../store/people/household.js';
import type { Unit } from '../../store/engine/unit.js';

/** The home that somebody has asked to be bound to, while the request waits. */
export async function askedHome(unit: Unit, userid: string): Promise<Household | null> {
  const row = await unit.members.byUserid(userid);
  return row?.askedHouseholdId ? unit.members.household(row.askedHouseholdId) : null;
}

import { buildingWords } from '../../domain/label.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { reaches } from './confirm-binding.js';

/** A form offers the buildings of the grid. */
export const allBuildings = { offered: (unit: Unit) => choicesOf(unit, () => true) };

/** A form offers the buildings whose homes this member confirms and prints for: a leader's own alone. */
export const buildingsReached = {
  offered: (unit: Unit, _: object, member: MemberView) => choicesOf(unit, home => reaches(member, home)),
};

async function choicesOf(unit: Unit, isMeant: (home: Household) => boolean) {
  const homes = (await unit.members.present()).filter(isMeant);
  const buildings = [...new Set(homes.map(({ building }) => building))];
  const choices = buildings.map(building => [building, buildingWords(building)] as const);
  return choices.length === 0 ? null : { choices, isSeveral: false };
}

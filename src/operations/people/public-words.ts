import { openWords } from '../../language/values/people/open-words.js';
import type { Unit } from '../../store/engine/unit.js';

/** Who works for the neighbourhood by trade is named where the work is. */
const named = ['contractor', 'partner', 'property_company', 'utility'] as const;

/**
 * Somebody's words as they are kept where everybody reads them: on the board, in the group and in the record of a matter there stand no
 * neighbour's name, room or telephone (docs/domain.md 5.1, 13.8).
 */
export async function publicWords(unit: Unit, text: string): Promise<string> {
  const office = new Set<string>();
  for (const role of named) for (const userid of await unit.members.withRole(role)) office.add(userid);
  const members = (await unit.members.allBound()).flatMap(({ userid, name }) => (office.has(userid) ? [] : [name]));
  const owners = (await unit.members.households()).flatMap(home => home.owners);
  return openWords(text, [...new Set([...members, ...owners])]);
}

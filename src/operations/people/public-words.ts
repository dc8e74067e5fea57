import { openWords } from '../../language/values/people/open-words.js';
import type { Unit } from '../../store/engine/unit.js';

/** Who works for the neighbourhood by trade is named where the work is. */
const named = ['contractor', 'partner', 'property_company', 'utility'] as const;

/**
 * Somebody's words as they are kept where everybody reads them: on the board, in the group and in the record of a matter there stand no
 * neighbour's name, room or telephone (docs/domain.md 5.1, 13.8).
 */
export async function publicWords(unit: Unit, text: string): Promise<string> {
  return openWords(text, await namesHidden(unit));
}

/** The names that stand in no public words: of all who live here, and of the owners. */
export async function namesHidden(unit: Unit): Promise<string[]> {
  const office = new Set(await unit.members.withAnyRole(named));
  const members = (await unit.members.allBound()).flatMap(({ userid, name }) => (office.has(userid) ? [] : [name]));
  const owners = (await unit.members.households()).flatMap(home => home.owners);
  return [...new Set([...members, ...owners])];
}

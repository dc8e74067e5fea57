import { openWords } from '../../language/values/people/open-words.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Somebody's words as they are kept where everybody reads them: on the board, in the group and in the record of a matter there stand no
 * neighbour's name, room or telephone (docs/domain.md 5.1, 13.8).
 */
export async function publicWords(unit: Unit, text: string): Promise<string> {
  const members = (await unit.members.all()).map(({ name }) => name);
  const owners = (await unit.members.households()).flatMap(home => home.owners);
  return openWords(text, [...new Set([...members, ...owners])]);
}

import { Refusal } from '../../domain/refusal.js';
import { Grid } from '../../store/people/grid.js';
import { isSameSecret } from '../../store/engine/secret-digest.js';
import type { Unit } from '../../store/engine/unit.js';

/** Binds a group chat to the grid by its one-time code, said by a member who holds a role there. */
export async function bindGroup(unit: Unit, { chatId, code }: { chatId: string; code: string }): Promise<void> {
  // A code that is another grid's, or was used up, opens nothing; and a group that is bound stays where it is.
  if (await unit.members.knowsChat(chatId)) throw new Refusal('grid.otherBound', { grid: unit.grid.name });
  if (!isSameSecret(unit.grid.bindCode ?? '', code)) throw new Refusal('grid.wrongCode', {});
  await unit.members.bindChat(chatId, unit.now);
  await unit.rows.keep(Grid, Object.assign(unit.grid, { bindCode: null }));
  unit.journal.add('grid.bind');
}

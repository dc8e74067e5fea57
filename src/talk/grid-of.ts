import { isOutsider } from '../domain/people/identity.js';
import { onlyOne } from '../domain/only-one.js';
import type { Grid } from '../store/people/grid.js';
import type { OpenUnit } from '../store/engine/unit.js';
import { type Message, isFromPage } from './message.js';

/**
 * The grid that a message is about: the group's; in private chat the one that knows the user. A member of the company whom no grid knows
 * means the only one, where there is but one: there they may ask, report a trouble and say where they live, as in its group.
 */
export async function gridOf(open: OpenUnit, { chat, userid, body }: Message): Promise<Grid | null> {
  if (isFromPage(body)) return open.grids.byId(body.gridId);
  const grid = await (chat.kind === 'group' ? open.grids.byChat(chat.id) : open.grids.byUser(userid));
  if (!grid && chat.kind === 'single' && !isOutsider(userid)) return onlyOne(await open.grids.open()) ?? null;
  // Nothing is added to a grid that was merged into another: that one answers.
  return grid?.successorId ? open.grids.byId(grid.successorId) : grid;
}

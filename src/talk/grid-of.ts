import type { Grid } from '../store/people/grid.js';
import type { OpenUnit } from '../store/engine/unit.js';
import { type Message, isFromPage } from './message.js';

/** The grid that a message is about: the group's; in private chat the one that knows the user. */
export async function gridOf(open: OpenUnit, { chat, userid, body }: Message): Promise<Grid | null> {
  if (isFromPage(body)) return open.grids.byId(body.gridId);
  const grid = await (chat.kind === 'group' ? open.grids.byChat(chat.id) : open.grids.byUser(userid));
  // Nothing is added to a grid that was merged into another: that one answers.
  return grid?.successorId ? open.grids.byId(grid.successorId) : grid;
}

import { gridOfScene } from '../../domain/people/door-scene.js';
import { isOutsider } from '../../domain/people/identity.js';
import type { OpenUnit } from '../../store/engine/unit.js';
import type { Grid } from '../../store/people/grid.js';

/**
 * Somebody opened 微信客服 by a link of ours: from now on they are a guest of its grid, unless they are bound to a home already
 * (docs/wecom-doors.md 27.2). A link can be sent on and changed, so it gives nothing but this. Hands back the link's grid; null: of none.
 */
export async function comeByLink(
  open: OpenUnit,
  { userid, scene }: { readonly userid: string; readonly scene: string },
): Promise<Grid | null> {
  const meant = gridOfScene(scene);
  if (!meant) return null;
  const named = await ('code' in meant ? open.grids.byCode(meant.code) : open.grids.byId(meant.id));
  const grid = named?.successorId ? await open.grids.byId(named.successorId) : named;
  if (!grid || grid.closedAt) return null;
  await guestOf(open, { userid, grid });
  return grid;
}

/** Whoever is from outside and bound nowhere is a guest of the grid from now on. */
export async function guestOf(
  open: OpenUnit,
  { userid, grid }: { readonly userid: string; readonly grid: Grid },
): Promise<void> {
  if (isOutsider(userid) && !(await open.grids.boundBy(userid))) await open.identities.cameFor(userid, grid.id);
}

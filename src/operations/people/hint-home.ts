import { onlyOne } from '../../domain/only-one.js';
import { dayMs } from '../../domain/calendar.js';
import type { Place } from '../../domain/label.js';
import type { OpenUnit } from '../../store/engine/unit.js';
import type { Grid } from '../../store/people/grid.js';

/** So long somebody is asked about a home that they named themselves after. */
const hintMs = 30 * dayMs;

/**
 * Somebody is in the customer group of a grid under a name that tells a home, such as 3-2-501 (docs/wecom-doors.md 27.2). They are a guest
 * of that grid, and are asked about that home when they come; the name is a hint and never proof, so nothing is bound by it, and the name
 * itself is not kept.
 */
export async function hintHome(
  open: OpenUnit,
  given: { readonly userid: string; readonly grid: Grid; readonly place: Partial<Place>; secret: string; now: Date },
): Promise<void> {
  const { userid, grid, place, secret, now } = given;
  const { building, unit, room } = place;
  if (building === undefined || room === undefined || (await open.grids.boundBy(userid))) return;
  const found = await (
    await open.within(grid)
  ).members.householdsAt({ building, room, ...(unit !== undefined && { unit }) });
  const home = onlyOne(found);
  if (!home) return;
  await open.identities.cameFor(userid, grid.id);
  await open.identities.takeBack(userid, 'bind');
  const about = JSON.stringify({ building: home.building, unit: home.unit, room: home.room });
  const expiresAt = new Date(now.getTime() + hintMs);
  await open.identities.offer({ purpose: 'bind', userid, gridId: grid.id, about, secret, now, expiresAt });
}

/** The home to ask somebody about, once; null where there is none. */
export async function takeHint(
  open: OpenUnit,
  { userid, gridId, now }: { readonly userid: string; readonly gridId: number; readonly now: Date },
): Promise<Place | null> {
  const hint = await open.identities.hinted(userid, gridId, now);
  if (!hint?.about || !(await open.identities.spend(hint, now))) return null;
  return JSON.parse(hint.about) as Place;
}

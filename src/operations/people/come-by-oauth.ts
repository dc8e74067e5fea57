import { onlyOne } from '../../domain/only-one.js';
import { type DoorId, isOutsider } from '../../domain/people/identity.js';
import { Refusal } from '../../domain/refusal.js';
import type { OpenUnit } from '../../store/engine/unit.js';
import { openDeskSession } from './desk-login.js';
import { joinIdentities } from './join-identities.js';

/** Whom WeChat or WeChat Work says a browser belongs to: a member's account, or an openid and perhaps the id of a customer. */
export type Proven =
  | { readonly kind: 'member'; readonly userid: string }
  | { readonly kind: 'outsider'; readonly openid: string; readonly external: string | null };

interface Coming {
  readonly corpId: string;
  readonly proven: Proven;
  /** Whose one-time link has just opened the desk in this very browser, with their yes; null: nobody's. */
  readonly linked: string | null;
  /** What the cookie of a new session holds. */
  readonly secret: string;
  readonly random: (bytes: number) => Buffer;
  readonly now: Date;
}

/**
 * Somebody comes to the desk and is known by OAuth (docs/wecom-doors.md 23.1). Whose one-time link was opened in the same browser is the
 * same person from now on, unless they are proven to be two: two accounts of the company, or two homes. `open`: a session was begun;
 * `foreign`: the link was somebody else's; otherwise whoever came belongs to no home yet, and is told how to.
 */
export async function comeByOauth(open: OpenUnit, coming: Coming): Promise<'open' | 'foreign' | { unbound: string }> {
  const { linked, secret, now } = coming;
  const known = await keyOf(open, coming);
  const userid = linked === null || linked === known ? known : await joined(open, { linked, known, now });
  if (userid === null) return 'foreign';
  const grid = (await open.grids.byUser(userid)) ?? (await gridOfRole(open, userid));
  const isOpen = grid !== null && (await openDeskSession(open, { gridId: grid.id, userid, secret, now }));
  return isOpen ? 'open' : { unbound: userid };
}

/** The key of whoever was proven to be there; ids that came in one answer are one person's. */
async function keyOf(open: OpenUnit, { corpId, proven, random, now }: Coming): Promise<string> {
  if (proven.kind === 'member') return proven.userid;
  const { identities } = open;
  const openid: DoorId = { corpId, kind: 'openid', value: proven.openid };
  const external: DoorId | null =
    proven.external === null ? null : { corpId, kind: 'external', value: proven.external };
  const one = await identities.who(openid);
  const other = external && (await identities.who(external));
  if (one && other) return (await joined(open, { linked: other, known: one, now })) ?? one;
  const door = !one && other && external ? external : openid;
  const userid = await identities.meet(door, { now, random: random(12) });
  const rest = door === openid ? external : openid;
  if (rest) await identities.add(userid, rest, { proof: 'oauth', now });
  return userid;
}

/** The key of the two who are one; null where they are proven to be two, and nothing was changed. */
async function joined(
  open: OpenUnit,
  { linked, known, now }: { readonly linked: string; readonly known: string; readonly now: Date },
): Promise<string | null> {
  if (!isOutsider(linked) && !isOutsider(known)) return null;
  try {
    const userid = await open.attempt(() => joinIdentities(open, { one: linked, other: known, now }));
    const grid = await open.grids.byUser(userid);
    if (grid) await (await open.within(grid)).tell('people.known', { userid });
    return userid;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Who holds an office and lives nowhere in the record is at home where the office is. */
async function gridOfRole(open: OpenUnit, userid: string) {
  const [role] = isOutsider(userid) ? [] : await open.logins.rolesOf(userid);
  return role ? open.grids.byId(role.gridId) : null;
}

const wayMs = 15 * 60_000;

/**
 * The way from the desk into 微信客服, by which whoever sits here is known there after their yes (27.3); null where the grid has no such
 * door, or where nothing says which grid is meant.
 */
export async function offerWayToKf(
  open: OpenUnit,
  { userid, gridId, secret, now }: { userid: string; gridId: number | null; secret: string; now: Date },
): Promise<string | null> {
  const meant = gridId ?? onlyOne(await open.grids.open())?.id ?? null;
  const link = meant === null ? null : await open.kfLinks.of(meant);
  if (link === null) return null;
  const expiresAt = new Date(now.getTime() + wayMs);
  await open.identities.offer({ purpose: 'join', userid, gridId: meant, secret, now, expiresAt });
  return `${link}&scene_param=j.${secret}`;
}

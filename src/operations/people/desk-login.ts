import { minuteMs } from '../../domain/calendar.js';
import { maskName, placeWords } from '../../domain/masking.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import type { Grid } from '../../store/people/grid.js';
import type { MemberView } from '../../store/people/members.js';

interface Asking {
  readonly member: MemberView;
}

interface Session {
  /** What the cookie of the session holds. */
  readonly secret: string;
  readonly now: Date;
}

/** Gives a resident or a holder of a role a link to the desk: it opens once, within minutes. Only its digest is kept. */
export async function offerDesk(unit: Unit, { member, secret }: Asking & { secret: string }): Promise<Date> {
  const { now } = unit;
  if (standingOf(member).length === 0) throw new Refusal('member.unbound', {});
  const { userid } = member;
  const expiresAt = new Date(now.getTime() + rulesAt(now).loginLinkMinutes * minuteMs);
  await unit.identities.offer({ purpose: 'login', userid, gridId: unit.grid.id, secret, now, expiresAt });
  unit.journal.add('desk.link', { by: userid });
  return expiresAt;
}

/** In whose name a link opens the desk, as it may be shown to whoever holds it; null for a link that opens nothing. */
export async function whoseLink(
  open: OpenUnit,
  { link, now }: { link: string; now: Date },
): Promise<{ readonly member: MemberView; readonly said: string } | null> {
  const found = await open.identities.link(link, 'login', now);
  const grid = found?.gridId ? await openGrid(open, found.gridId) : null;
  if (!found || !grid) return null;
  const member = await (await open.within(grid)).members.view(found.userid);
  return { member, said: whoWords(member) };
}

/** Somebody as they know themselves, and nobody else learns who it is. */
export function whoWords({ name, household, userid }: MemberView): string {
  return `${household ? placeWords(household) : ''}${name === userid ? '' : maskName(name)}`;
}

/** Spends a link and begins a session; false when the link opens nothing (any more), or the member is none any more. */
export async function enterDesk(open: OpenUnit, { link, secret, now }: Session & { link: string }): Promise<boolean> {
  const found = await open.identities.link(link, 'login', now);
  if (!found?.gridId || !(await open.identities.spend(found, now))) return false;
  return openDeskSession(open, { gridId: found.gridId, userid: found.userid, secret, now });
}

/**
 * Begins a session at the desk for a member who was proven to be there, by whichever door they came. False for whoever has neither a home
 * nor a role in the grid, and where the grid is closed.
 */
export async function openDeskSession(
  open: OpenUnit,
  { gridId, userid, secret, now }: Session & { gridId: number; userid: string },
): Promise<boolean> {
  const grid = await openGrid(open, gridId);
  if (!grid) return false;
  const unit = await open.within(grid);
  const standing = standingOf(await unit.members.view(userid));
  if (standing.length === 0) return false;
  await open.desk.begin({ gridId, userid, secret, standing, beganAt: now, endsAt: endOf(now, now) });
  unit.journal.add('desk.open', { by: userid, at: now });
  return true;
}

/**
 * Who sits at the desk by this session, which lasts as long as it is used. It ends at once with a home or a role that the member had when
 * it began and has no more: null then.
 */
export async function deskHolder(
  open: OpenUnit,
  { secret, now }: Session,
): Promise<{ grid: Grid; member: MemberView } | null> {
  const login = await open.desk.of(secret, now);
  const grid = login && (await openGrid(open, login.gridId));
  if (!login || !grid) return null;
  const member = await (await open.within(grid)).members.view(login.userid);
  const held = new Set(standingOf(member));
  if (!login.standing.every(one => held.has(one))) {
    await open.desk.end(login);
    return null;
  }
  const endsAt = endOf(login.beganAt, now);
  // A minute more or less is no use to write for.
  if (endsAt.getTime() - login.endsAt.getTime() >= minuteMs) await open.desk.lengthen(login, endsAt);
  return { grid, member };
}

/** Ends the session that a reader has. */
export async function leaveDesk(open: OpenUnit, { secret, now }: Session): Promise<void> {
  const login = await open.desk.of(secret, now);
  if (!login) return;
  await open.desk.end(login);
  await open.desk.forms.forget(login);
  await open.identities.takeBack(login.userid, 'come');
  const grid = await open.grids.byId(login.gridId);
  if (grid) (await open.within(grid)).journal.add('desk.leave', { by: login.userid, at: now });
}

/** Ends a member's own sessions in the grid, and the links that were not used; how many sessions there were. */
export async function endDesk(unit: Unit, { member: { userid } }: Asking): Promise<number> {
  const ended = await unit.desk.endAll(unit.grid.id, userid);
  await unit.desk.forms.forget({ gridId: unit.grid.id, userid });
  for (const purpose of ['login', 'come'] as const) await unit.identities.takeBack(userid, purpose);
  unit.journal.add('desk.leave', { by: userid, facts: { ended } });
  return ended;
}

async function openGrid(open: OpenUnit, gridId: number): Promise<Grid | null> {
  const grid = await open.grids.byId(gridId);
  return grid?.closedAt === null ? grid : null;
}

/** The home and the roles by which somebody is at the desk. */
function standingOf({ householdId, roles }: MemberView): string[] {
  const home = householdId === null ? [] : [`home ${householdId}`];
  return [...home, ...roles.map(({ role, building }) => [role, building ?? ''].join(' '))];
}

/** A session lasts while it is used, and no longer than half a day. */
function endOf(beganAt: Date, now: Date): Date {
  const { deskIdleMinutes, deskLongestMinutes } = rulesAt(now);
  return new Date(
    Math.min(now.getTime() + deskIdleMinutes * minuteMs, beganAt.getTime() + deskLongestMinutes * minuteMs),
  );
}

import { minuteMs } from '../../domain/calendar.js';
import { accessOf, overviewRoles } from '../../domain/county/county-access.js';
import { roles } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { Grid } from '../../store/people/grid.js';
import type { Login } from '../../store/county/login.js';
import type { MemberView } from '../../store/people/members.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';

interface Asking {
  readonly member: MemberView;
}

/**
 * Gives a member with the role a link to the county's or community's pages: it opens once, within minutes. Only its digest
 * is kept. Refused to everybody else.
 */
export async function offerLogin(unit: Unit, { member, secret }: Asking & { secret: string }): Promise<Date> {
  const { now } = unit;
  await ensureOverview(unit, member);
  const { gridId } = unit.rows;
  const endsAt = new Date(now.getTime() + rulesAt(now).loginLinkMinutes * minuteMs);
  await unit.logins.offer({ gridId, userid: member.userid, secret, now, endsAt });
  unit.journal.add('overview.link');
  return endsAt;
}

/** Ends a member's own sessions and links; how many there were. */
export async function leaveOverview(unit: Unit, { member }: Asking): Promise<number> {
  const ended = await unit.logins.end(member.userid);
  if (ended > 0) unit.journal.add('overview.leave', { facts: { ended } });
  return ended;
}

/** Ends one user's sessions, or everybody's: a county's admin may, when a phone is lost or a role has ended. */
export async function revokeLogins(
  unit: Unit,
  { member, userid }: Asking & { userid: string | undefined },
): Promise<number> {
  const held = await unit.logins.rolesOf(member.userid);
  if (!held.some(({ role }) => role === 'county_admin'))
    throw new Refusal('overview.notYours', { roles: [roles.county_admin] });
  const ended = userid === undefined ? await unit.logins.endAll() : await unit.logins.end(userid);
  unit.journal.add('overview.revoke', { facts: { ended } });
  return ended;
}

/** Uses up a link and begins a session; null when the link opens nothing (any more), or the role is gone. */
export async function beginSession(
  open: OpenUnit,
  { link, secret, now }: { link: string; secret: string; now: Date },
): Promise<{ endsAt: Date } | null> {
  const login = await open.logins.unused(link, now);
  if (!login || !(await accessOfLogin(open, login))) return null;
  const endsAt = new Date(now.getTime() + rulesAt(now).loginSessionMinutes * minuteMs);
  if (!(await open.logins.begin(login, { secret, endsAt }))) return null;
  await tell(open, login, 'overview.open', now);
  return { endsAt };
}

/** Ends the session that a reader has. */
export async function endSession(open: OpenUnit, { secret, now }: { secret: string; now: Date }): Promise<void> {
  const login = await open.logins.holderOf(secret, now);
  if (!login) return;
  await open.logins.end(login.userid);
  await tell(open, login, 'overview.leave', now);
}

/** What the holder of a login may see now: a role that has ended shows nothing, whatever the session says. */
export async function accessOfLogin(open: OpenUnit, { userid }: Login) {
  return accessOf(await open.logins.rolesOf(userid), await open.grids.open());
}

async function tell(open: OpenUnit, { gridId, userid }: Login, deed: string, at: Date): Promise<void> {
  const grid = await open.manager.findOneByOrFail(Grid, { id: gridId });
  (await open.within(grid)).journal.add(deed, { by: userid, at });
}

async function ensureOverview(unit: Unit, { userid }: MemberView): Promise<void> {
  const held = await unit.logins.rolesOf(userid);
  const wanted: readonly string[] = overviewRoles;
  if (held.some(({ role }) => wanted.includes(role))) return;
  throw new Refusal('overview.notYours', { roles: overviewRoles.map(role => roles[role]) });
}

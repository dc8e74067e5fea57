import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Login } from './login.js';
import { Role } from '../people/role.js';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';
import { secretDigest } from '../engine/secret-digest.js';

/**
 * Logins to the county's pages. The one part of the record that looks past a grid: who may see a county's figures is decided
 * by the roles that a user holds in all grids.
 */
export class Logins {
  constructor(private readonly manager: Records) {}

  async rolesOf(userid: string): Promise<Role[]> {
    return this.manager.find(Role, { where: { userid, endedAt: IsNull() }, order: { id: 'ASC' } });
  }

  /** Keeps a link that opens once; what is over is forgotten. */
  async offer(given: { gridId: number; userid: string; secret: string; now: Date; endsAt: Date }): Promise<void> {
    const { gridId, userid, secret, now, endsAt } = given;
    await this.manager.delete(Login, { linkEndsAt: LessThan(now), session: IsNull() });
    await this.manager.delete(Login, { sessionEndsAt: LessThan(now) });
    const row = { gridId, userid, link: secretDigest(secret), linkEndsAt: endsAt, session: null, sessionEndsAt: null };
    await insertRow(this.manager, Login, Object.assign(new Login(), row));
  }

  /** The login behind a link that was not used and is not over; null for any other. */
  async unused(secret: string, now: Date): Promise<Login | null> {
    const where = { link: secretDigest(secret), linkEndsAt: MoreThan(now), session: IsNull() };
    return this.manager.findOneBy(Login, where);
  }

  /** Turns a link into a session. False when somebody else was faster: a link opens once. */
  async begin({ id }: Login, { secret, endsAt }: { secret: string; endsAt: Date }): Promise<boolean> {
    const session = { session: secretDigest(secret), sessionEndsAt: endsAt };
    const { affected } = await this.manager.update(Login, { id, session: IsNull() }, session);
    return affected === 1;
  }

  /** Whose session it is; null when it is over. */
  async holderOf(secret: string, now: Date): Promise<Login | null> {
    return this.manager.findOneBy(Login, { session: secretDigest(secret), sessionEndsAt: MoreThan(now) });
  }

  /** Ends the links and sessions of one user. */
  async end(userid: string): Promise<number> {
    return (await this.manager.delete(Login, { userid })).affected;
  }

  /** Ends all of them. */
  async endAll(): Promise<number> {
    return (await this.manager.delete(Login, { id: MoreThan(0) })).affected;
  }
}

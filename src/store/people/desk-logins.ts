import { LessThan, MoreThan } from 'typeorm';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';
import { secretDigest } from '../engine/secret-digest.js';
import { DeskLogin } from './desk-login.js';

/** The sessions at the desk. */
export class DeskLogins {
  constructor(private readonly manager: Records) {}

  /** Begins a session; those that are over are forgotten. */
  async begin({ secret, ...row }: Omit<DeskLogin, 'id' | 'session'> & { secret: string }): Promise<void> {
    await this.manager.delete(DeskLogin, { endsAt: LessThan(row.beganAt) });
    await insertRow(this.manager, DeskLogin, { ...row, session: secretDigest(secret) } as DeskLogin);
  }

  /** The session of a secret; null when it is over. */
  async of(secret: string, now: Date): Promise<DeskLogin | null> {
    return this.manager.findOneBy(DeskLogin, { session: secretDigest(secret), endsAt: MoreThan(now) });
  }

  async lengthen({ id }: DeskLogin, endsAt: Date): Promise<void> {
    await this.manager.update(DeskLogin, { id }, { endsAt });
  }

  async end({ id }: DeskLogin): Promise<void> {
    await this.manager.delete(DeskLogin, { id });
  }

  /** Ends all sessions of a person in one grid; how many there were. */
  async endAll(gridId: number, userid: string): Promise<number> {
    return (await this.manager.delete(DeskLogin, { gridId, userid })).affected;
  }
}

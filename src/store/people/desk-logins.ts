import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';
import { secretDigest } from '../engine/secret-digest.js';
import { DeskForms } from './desk-forms.js';
import { DeskLogin } from './desk-login.js';

/** So long after its end it is known whose a session was, for the form that is handed in too late. */
const rememberedMs = 2 * 3_600_000;

/** The sessions at the desk. */
export class DeskLogins {
  /** What was filled in there. */
  readonly forms: DeskForms;

  constructor(private readonly manager: Records) {
    this.forms = new DeskForms(manager);
  }

  /** Begins a session; those that have long been over are forgotten. */
  async begin({ secret, ...row }: Omit<DeskLogin, 'id' | 'session'> & { secret: string }): Promise<void> {
    await this.manager.delete(DeskLogin, { endsAt: LessThan(new Date(row.beganAt.getTime() - rememberedMs)) });
    await insertRow(this.manager, DeskLogin, { ...row, session: secretDigest(secret) } as DeskLogin);
  }

  /** The session of a secret; null when it is over. */
  async of(secret: string, now: Date): Promise<DeskLogin | null> {
    return this.manager.findOneBy(DeskLogin, { session: secretDigest(secret), endsAt: MoreThan(now) });
  }

  /** Whose session ended by itself, because it was not used; null for one that was ended, and for one that goes on. */
  async ranOut(secret: string, now: Date): Promise<DeskLogin | null> {
    return this.manager.findOneBy(DeskLogin, { session: secretDigest(secret), endsAt: LessThanOrEqual(now) });
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

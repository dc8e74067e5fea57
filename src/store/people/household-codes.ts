import { createHmac } from 'node:crypto';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { codeLifeMs, plainCode } from '../../domain/people/household-code.js';
import { HouseholdCode } from './household-code.js';
import { isSameSecret } from '../engine/secret-digest.js';
import { insertRow, type Rows } from '../engine/rows.js';

/** The codes on the printed cards of a grid's households: one a household, known by keyed digest only. */
export class HouseholdCodes {
  constructor(private readonly rows: Rows) {}

  /** Keeps a household's new code; the one before opens nothing any more. */
  async put({ householdId, code, byId, now }: { householdId: number; code: string; byId: number; now: Date }) {
    await this.revoke(householdId);
    const { manager, gridId } = this.rows;
    const endsAt = new Date(now.getTime() + codeLifeMs);
    const row = { gridId, householdId, digest: this.digest(code), byId, madeAt: now, endsAt };
    await insertRow(manager, HouseholdCode, row as HouseholdCode);
  }

  /** Takes a household's code back. False where it had none. */
  async revoke(householdId: number): Promise<boolean> {
    const { manager, gridId } = this.rows;
    return (await manager.delete(HouseholdCode, { gridId, householdId })).affected > 0;
  }

  /** The household whose code this is and who printed it, null for a wrong one: all are compared, each in constant time. */
  async opens(said: string, now: Date): Promise<{ householdId: number; byId: number } | null> {
    const { manager, gridId } = this.rows;
    await manager.delete(HouseholdCode, { gridId, endsAt: LessThanOrEqual(now) });
    const digest = this.digest(said);
    const open = await manager.findBy(HouseholdCode, { gridId, endsAt: MoreThan(now) });
    return open.filter(one => isSameSecret(one.digest, digest))[0] ?? null;
  }

  private digest(code: string): string {
    return createHmac('sha256', this.rows.secret)
      .update(`household code ${plainCode(code)}`)
      .digest('hex');
  }
}

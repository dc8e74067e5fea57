import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/**
 * The code on the printed card of a household (docs/wecom-doors.md 27.2): good for its adults until it is over or taken back. Only a
 * keyed digest is kept. That codes were printed, revoked and used stands in the journal.
 */
@Entity('household_code')
@Unsealed()
@Index(['gridId', 'householdId'])
export class HouseholdCode {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  householdId!: number;

  /** HMAC-SHA-256 of the code under the record's secret, in hexadecimal. */
  @TextColumn()
  digest!: string;

  /** Who printed it. */
  @IntColumn()
  byId!: number;

  @InstantColumn()
  madeAt!: Date;

  @InstantColumn()
  endsAt!: Date;
}

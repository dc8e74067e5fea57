import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn } from '../engine/columns.js';

/** What a household asked for with a pledge or a payment: that it is for another household, or that it is not named. */
@Entity('pledge_note')
@Index(['projectId', 'householdId'])
export class PledgeNote {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** The voucher number of the ledger entry that it goes with. */
  @IntColumn()
  entryNo!: number;

  /** Who promises or pays. */
  @IntColumn()
  householdId!: number;

  /** For whom, where it is another household. */
  @IntColumn({ nullable: true })
  beneficiaryId!: number | null;

  /** 1 where the giver asked not to be named anywhere, else 0. */
  @IntColumn()
  unnamed!: number;

  @InstantColumn()
  at!: Date;
}

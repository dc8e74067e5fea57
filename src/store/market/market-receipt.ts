import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { IntColumn, TextColumn } from '../engine/columns.js';

/** For which agreement and period a receipt in the fund's book came in. */
@Entity('market_receipt')
@Index(['gridId', 'entryNo'], { unique: true })
export class MarketReceipt {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  agreementId!: number;

  @TextColumn()
  period!: string;

  /** The voucher number of the ledger's entry. */
  @IntColumn()
  entryNo!: number;
}

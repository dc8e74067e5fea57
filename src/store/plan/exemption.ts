import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Source } from '../../domain/funds/ledger.js';
import { FenColumn, InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/**
 * A household in hardship that a plan exempts from its share (docs/domain.md 6.5). The gap is charged to a named source; the row is
 * never shown to anybody but the household and the secretaries, and why is not kept.
 */
@Entity('exemption')
@Index(['projectId'])
export class Exemption {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  @IntColumn()
  householdId!: number;

  /** Who bears the share instead. */
  @TextColumn()
  source!: Source;

  /** The share, in fen. */
  @FenColumn()
  amountFen!: number;

  @IntColumn()
  byId!: number;

  @InstantColumn()
  at!: Date;

  /** Null while it stands. */
  @InstantColumn({ nullable: true })
  cancelledAt!: Date | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A promise of goods or labour. It has no cash value and never enters the ledger. */
@Entity('offer')
@Index(['projectId'])
export class Offer {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  projectId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  memberId!: number;

  @TextColumn()
  kind!: 'goods' | 'labour';

  /** What is given or done; null when the member named no task. */
  @TextColumn({ nullable: true })
  what!: string | null;

  @IntColumn({ nullable: true })
  quantity!: number | null;

  /** Labour in minutes: half hours stay whole numbers. */
  @IntColumn({ nullable: true })
  minutes!: number | null;

  @InstantColumn()
  at!: Date;

  /** Null while it stands. */
  @InstantColumn({ nullable: true })
  cancelledAt!: Date | null;

  /** When the goods were delivered or the work was done, and who saw it; null until then. */
  @InstantColumn({ nullable: true })
  fulfilledAt!: Date | null;

  @IntColumn({ nullable: true })
  fulfilledById!: number | null;
}

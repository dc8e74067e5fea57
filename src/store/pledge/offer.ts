import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A promise of goods or labour, or a gift in kind that came from outside. It has no cash value and never enters the ledger. */
@Entity('offer')
@Index(['projectId'])
export class Offer {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  projectId!: number;

  /** 0 where it is a gift from outside the neighbourhood. */
  @IntColumn()
  householdId!: number;

  /** Who gave it, where it came from outside: a company, a charity. */
  @TextColumn({ nullable: true })
  giver!: string | null;

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

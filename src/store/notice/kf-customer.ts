import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/** How much may still be said to a customer: five messages within 48 hours of their last (docs/wecom-doors.md 22.7). */
@Entity('kf_customer')
@Unsealed()
@Index(['openKfId', 'external'], { unique: true })
export class KfCustomer {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @TextColumn()
  openKfId!: string;

  @TextColumn()
  external!: string;

  /** When they wrote last. */
  @InstantColumn()
  saidAt!: Date;

  /** How many messages of ours they have had since. */
  @IntColumn()
  used!: number;

  /** When the chat was last taken by the bot. */
  @InstantColumn({ nullable: true })
  takenAt!: Date | null;
}

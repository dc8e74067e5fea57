import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

export type DeliveryMethod = 'hand' | 'door' | 'mail' | 'sms' | 'chat' | 'board';

/** That a ballot reached a household: when, how, and by whom (送达, docs/domain.md 7.9). */
@Entity('delivery')
@Index(['pollId'])
export class Delivery {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  pollId!: number;

  @IntColumn()
  householdId!: number;

  @TextColumn()
  method!: DeliveryMethod;

  @IntColumn()
  byId!: number;

  @InstantColumn()
  at!: Date;

  @TextColumn({ nullable: true })
  photo!: string | null;
}

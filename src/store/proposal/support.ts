import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn } from '../engine/columns.js';

/** A household seconds a proposal (附议), once. */
@Entity('support')
@Index(['projectId', 'householdId'], { unique: true })
export class Support {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  projectId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  at!: Date;
}

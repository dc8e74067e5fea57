import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn } from '../engine/columns.js';

/** A household enjoys a benefit, by the word of one of its members. It is counted, and shown to nobody else. */
@Entity('benefit_use')
@Index(['gridId', 'benefitId'])
@Index(['gridId', 'householdId'])
export class BenefitUse {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  benefitId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  memberId!: number;

  /** The score by which it was given. */
  @IntColumn()
  score!: number;

  @InstantColumn()
  at!: Date;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../columns.js';

/** Points exchanged for a reward; the code is shown at the counter. */
@Entity('redemption')
@Index(['gridId', 'code'], { unique: true })
@Index(['rewardId', 'householdId'])
export class Redemption {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  rewardId!: number;

  @IntColumn()
  memberId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  quantity!: number;

  @IntColumn()
  points!: number;

  @TextColumn()
  code!: string;

  @InstantColumn()
  at!: Date;
}

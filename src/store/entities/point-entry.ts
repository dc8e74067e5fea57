import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Behaviour } from '../../domain/credit.js';
import { InstantColumn, IntColumn, TextColumn } from '../columns.js';

/** One gain or use of credit points. Append-only. */
@Entity('point_entry')
@Index(['gridId', 'memberId', 'id'])
export class PointEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  memberId!: number;

  @TextColumn()
  behaviour!: Behaviour;

  /** Above zero when earned, below when redeemed. */
  @IntColumn()
  points!: number;

  /** What it was for, such as `poll:12`: the same behaviour about the same thing is rewarded once. */
  @TextColumn()
  about!: string;

  @InstantColumn()
  at!: Date;
}

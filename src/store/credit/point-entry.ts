import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Behaviour } from '../../domain/credit/credit.js';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What one deed does to a member's points and score: two balances, one line of history. Append-only. */
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

  /** The change of the points that can be spent: above zero when earned or returned, below when redeemed. */
  @IntColumn()
  points!: number;

  /** The change of the score, which spending leaves alone; null in entries from before the two were kept apart. */
  @IntColumn({ nullable: true })
  score!: number | null;

  /** What it was for, such as `poll:12`: the same behaviour about the same thing is rewarded once. */
  @TextColumn()
  about!: string;

  @InstantColumn()
  at!: Date;

  /** The day of the deed, such as `2026-03-02`, where it is entered later than it was done. */
  @TextColumn({ nullable: true })
  day!: string | null;

  /** Of points that come back: when they would have expired anyway. */
  @InstantColumn({ nullable: true })
  expiresAt!: Date | null;

  /** The entry that this one takes back, and why. */
  @IntColumn({ nullable: true })
  reversesId!: number | null;

  @TextColumn({ nullable: true })
  reason!: string | null;

  /** The WeChat Work user who awarded it by their own judgement; null where the rules alone did. */
  @TextColumn({ nullable: true })
  by!: string | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A reward reserved for points; the code is shown at the counter, where the goods are handed over. */
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

  /** Null in exchanges from before goods were reserved first: those were settled at once. */
  @TextColumn({ nullable: true })
  state!: 'reserved' | 'settled' | 'cancelled' | 'lapsed' | null;

  /** 24:00 of the last day on which the goods are waiting. */
  @InstantColumn({ nullable: true })
  holdsUntil!: Date | null;

  /** When it was settled, cancelled or lapsed, and by whom it was settled. */
  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  @TextColumn({ nullable: true })
  settledBy!: string | null;

  /** The points that were taken, by the moment they expire: what comes back comes back as it was. */
  @JsonColumn(json.points, { nullable: true })
  taken!: { points: number; expiresAt: string }[] | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** Something that points can be redeemed for. */
@Entity('reward')
@Index(['gridId', 'item'], { unique: true })
export class Reward {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  item!: string;

  @TextColumn()
  provider!: string;

  @IntColumn()
  pricePoints!: number;

  @IntColumn()
  stock!: number;

  /** How many one household may redeem in a quarter. */
  @IntColumn()
  perQuarter!: number;

  /** The first moment at which it is no longer offered; null: offered until further notice. */
  @InstantColumn({ nullable: true })
  validUntil!: Date | null;
}

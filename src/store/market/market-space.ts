import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Ownership } from '../../domain/market/market.js';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** An idle room or place that the public-welfare market (公益市场) may let to an operator. */
@Entity('market_space')
@Index(['gridId', 'no'], { unique: true })
export class MarketSpace {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @TextColumn()
  name!: string;

  /** Whose it is; null as long as nobody has said: it is not let before. */
  @TextColumn({ nullable: true })
  ownership!: Ownership | null;

  /** What allows to let it: an owners' vote that passed (`3号表决`), or the words of a decision; null while there is none. */
  @TextColumn({ nullable: true })
  consent!: string | null;

  @IntColumn()
  setById!: number;

  @InstantColumn()
  setAt!: Date;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Basis, Cycle, ShareDestination } from '../../domain/market/market.js';
import { FenColumn, InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What an operator and the community agreed on for a space (docs/domain.md 6.4). Its rate is the operator's secret. */
@Entity('market_agreement')
@Index(['gridId', 'no'], { unique: true })
export class MarketAgreement {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @IntColumn()
  spaceId!: number;

  /** The operator's name, as the contract has it. */
  @TextColumn()
  operator!: string;

  /** The member who declares and is reminded for the operator; null where nobody is named. */
  @IntColumn({ nullable: true })
  contactId!: number | null;

  @TextColumn()
  basis!: Basis;

  /** Basis points, 0 … 10 000. */
  @IntColumn()
  rateBp!: number;

  /** The least that is due for a period, or the fixed sum, in fen. */
  @FenColumn()
  minFen!: number;

  @TextColumn()
  cycle!: Cycle;

  @TextColumn()
  destination!: ShareDestination;

  /** The owners' vote by which income of their common part goes to the fund; null where nothing of theirs does. */
  @TextColumn({ nullable: true })
  consent!: string | null;

  /** Days in Shanghai, both included. An agreement that ends early ends on the day that was said. */
  @TextColumn()
  startsOn!: string;

  @TextColumn()
  endsOn!: string;

  @IntColumn()
  agreedById!: number;

  @InstantColumn()
  agreedAt!: Date;

  /** Why it ended early, who said so, and when. */
  @TextColumn({ nullable: true })
  endReason!: string | null;

  @IntColumn({ nullable: true })
  endedById!: number | null;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;
}

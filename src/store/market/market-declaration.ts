import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FenColumn, InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What an operator declared for a period. Append-only: of several for one period the newest counts. */
@Entity('market_declaration')
@Index(['agreementId', 'period'])
export class MarketDeclaration {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  agreementId!: number;

  /** `2026-03` or `2026-Q1`. */
  @TextColumn()
  period!: string;

  /** The operator's revenue or profit in the period, in fen: a trade secret, never published. */
  @FenColumn()
  baseFen!: number;

  /** What is due on it by the agreement, in fen. */
  @FenColumn()
  dueFen!: number;

  @IntColumn()
  declaredById!: number;

  @InstantColumn()
  declaredAt!: Date;
}

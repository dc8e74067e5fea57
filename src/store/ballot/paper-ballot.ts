import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A signed ballot on paper, keyed in by one person and checked by another (代录入, docs/domain.md 7.8). */
@Entity('paper_ballot')
@Index(['pollId', 'householdId'])
export class PaperBallot {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  pollId!: number;

  @IntColumn()
  householdId!: number;

  @TextColumn()
  choice!: string;

  /** The digest of the picture of the sheet. */
  @TextColumn()
  photo!: string;

  @IntColumn()
  enteredById!: number;

  @InstantColumn()
  enteredAt!: Date;

  /** Only a checked one counts; `returned` by the checker, `disputed` by the voter. */
  @TextColumn()
  state!: 'pending' | 'checked' | 'returned' | 'disputed' | 'withdrawn';

  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../columns.js';

/** One casting of a household's vote. Append-only: a changed vote is a further ballot, and the last one counts. */
@Entity('ballot')
@Index(['pollId', 'householdId'])
export class Ballot {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  pollId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  memberId!: number;

  /** `agree`, `disagree`, `abstain`, or an option's label. */
  @TextColumn()
  choice!: string;

  @TextColumn({ nullable: true })
  reason!: string | null;

  @InstantColumn()
  castAt!: Date;
}

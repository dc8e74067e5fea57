import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** One casting of a household's vote. Append-only: a changed vote is a further ballot, and the last one counts. */
@Entity('ballot')
@Index(['pollId', 'householdId'])
@Index(['pollId', 'id'])
export class Ballot {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  pollId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  memberId!: number;

  /** `agree`, `disagree`, `abstain`, an option's label, several of them a line each, or `withdrawn` after an undo. */
  @TextColumn()
  choice!: string;

  @TextColumn({ nullable: true })
  reason!: string | null;

  @InstantColumn()
  castAt!: Date;

  /** How it came: null in chat, by the voter; on checked paper; or by an agent with a written mandate. */
  @TextColumn({ nullable: true })
  channel!: 'paper' | 'proxy' | null;

  /** The paper ballot that this one was made from. */
  @IntColumn({ nullable: true })
  paperId!: number | null;

  /** The code by which the voter, and only the voter, finds this ballot in the count sheet. */
  @TextColumn({ nullable: true })
  receipt!: string | null;
}

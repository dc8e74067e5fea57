import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/**
 * What somebody said of a candidate: a red line (`veto`) or that it is settled (`lift`), a judge's points (`grade`) or vote
 * (`vote`), that a judge stands aside (`recusal`), or the candidate's own wish: to stay off the lists (`decline`), to be named on
 * them (`named`) or not (`unnamed`). Append-only.
 */
@Entity('contest_mark')
@Index(['edition'])
export class ContestMark {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** The grid of who said it. */
  @IntColumn()
  gridId!: number;

  @IntColumn()
  edition!: number;

  @IntColumn()
  candidate!: number;

  @TextColumn()
  kind!: 'veto' | 'lift' | 'grade' | 'vote' | 'recusal' | 'decline' | 'named' | 'unnamed';

  @IntColumn({ nullable: true })
  points!: number | null;

  /** The red line, or why somebody stands aside. */
  @TextColumn({ nullable: true })
  reason!: string | null;

  @IntColumn()
  byId!: number;

  @InstantColumn()
  at!: Date;
}

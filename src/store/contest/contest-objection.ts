import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What a resident holds against a contest's lists while they are on display. The id is its number. */
@Entity('contest_objection')
@Index(['edition'])
export class ContestObjection {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** The objector's grid. */
  @IntColumn()
  gridId!: number;

  @IntColumn()
  edition!: number;

  /** The candidate it is about; null for the whole list. */
  @IntColumn({ nullable: true })
  candidate!: number | null;

  @TextColumn()
  text!: string;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  at!: Date;

  /** 24:00 of the day by which it is answered. */
  @InstantColumn()
  dueAt!: Date;
}

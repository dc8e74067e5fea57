import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** The organiser's answer to an objection; it stands in the record of the organiser's grid. */
@Entity('contest_answer')
@Index(['objection'], { unique: true })
export class ContestAnswer {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  edition!: number;

  /** The number of the objection. */
  @IntColumn()
  objection!: number;

  @TextColumn()
  text!: string;

  /** 1 when the objection is granted: the figures are then taken anew. */
  @IntColumn()
  upheld!: number;

  @IntColumn()
  answeredById!: number;

  @InstantColumn()
  at!: Date;
}

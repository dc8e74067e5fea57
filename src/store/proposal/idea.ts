import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A resident's idea for how a matter should be done (筹智): the plan takes it, or says why not. */
@Entity('idea')
@Index(['projectId', 'no'], { unique: true })
export class Idea {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** 1, 2, 3 … within the project. */
  @IntColumn()
  no!: number;

  @TextColumn()
  text!: string;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  at!: Date;

  /** 1 when the plan takes it, 0 when it does not; null until somebody has said. */
  @IntColumn({ nullable: true })
  taken!: number | null;

  /** Why it is not taken, or how it is. */
  @TextColumn({ nullable: true })
  answer!: string | null;

  @IntColumn({ nullable: true })
  answeredById!: number | null;

  @InstantColumn({ nullable: true })
  answeredAt!: Date | null;
}

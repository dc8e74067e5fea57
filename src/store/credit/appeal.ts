import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What a member holds against their points or the monthly list (积分申诉); a secretary has to answer it. */
@Entity('appeal')
@Index(['gridId', 'no'], { unique: true })
export class Appeal {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @IntColumn()
  memberId!: number;

  @TextColumn()
  text!: string;

  @InstantColumn()
  at!: Date;

  @InstantColumn()
  dueAt!: Date;

  /** Null until it is answered. */
  @TextColumn({ nullable: true })
  answer!: string | null;

  @IntColumn({ nullable: true })
  answeredById!: number | null;

  @InstantColumn({ nullable: true })
  answeredAt!: Date | null;
}

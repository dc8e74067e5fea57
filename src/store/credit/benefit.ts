import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What somebody offers to households of a score, such as 取暖费减300元 (docs/domain.md 10.1, 10.4), and what it rests on. */
@Entity('benefit')
@Index(['gridId', 'no'], { unique: true })
export class Benefit {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** What members call it by: `优惠1`. */
  @IntColumn()
  no!: number;

  @TextColumn()
  what!: string;

  @TextColumn()
  provider!: string;

  /** The least score with which one enjoys it. */
  @IntColumn()
  leastScore!: number;

  /** The document or agreement that it rests on. */
  @TextColumn()
  evidence!: string;

  @IntColumn()
  byId!: number;

  @InstantColumn()
  at!: Date;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** The key project (攻坚项目) of a grid for one year: what it is to reach, from where, by when, and who leads it. */
@Entity('key_project')
@Index(['gridId', 'year'], { unique: true })
export class KeyProject {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  year!: number;

  @IntColumn()
  projectId!: number;

  @TextColumn()
  goal!: string;

  /** How things stood before, in words; null where nobody said. */
  @TextColumn({ nullable: true })
  baseline!: string | null;

  /** A day in Shanghai, `2026-10-31`. */
  @TextColumn()
  deadline!: string;

  /** The member who answers for it. */
  @IntColumn()
  leaderId!: number;

  @IntColumn()
  setById!: number;

  @InstantColumn()
  setAt!: Date;
}

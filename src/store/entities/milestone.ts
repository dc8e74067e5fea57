import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../columns.js';

/** A step of the works with the day it was planned for, and the moment it was reached. */
@Entity('milestone')
@Index(['projectId', 'place'], { unique: true })
export class Milestone {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** 1, 2, 3 … in the order of the plan. */
  @IntColumn()
  place!: number;

  @TextColumn()
  name!: string;

  /** A day in Shanghai, `2026-04-10`. */
  @TextColumn()
  plannedOn!: string;

  @InstantColumn({ nullable: true })
  doneAt!: Date | null;
}

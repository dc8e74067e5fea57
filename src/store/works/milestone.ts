import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

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

  /** 1, 2, 3 … in the order of the plan; below zero where another schedule took its place. */
  @IntColumn()
  place!: number;

  @TextColumn()
  name!: string;

  /** A day in Shanghai, `2026-04-10`. */
  @TextColumn()
  plannedOn!: string;

  /** When it was planned to begin, where the plan says so. */
  @TextColumn({ nullable: true })
  startsOn!: string | null;

  /** Its share of the whole, in percent; null where all weigh the same. */
  @IntColumn({ nullable: true })
  weight!: number | null;

  /** How much of it was reported, in percent, while it is not done. */
  @IntColumn({ nullable: true })
  percent!: number | null;

  @InstantColumn({ nullable: true })
  doneAt!: Date | null;

  /** Who reported it; null for what was reported before this was kept. */
  @IntColumn({ nullable: true })
  doneById!: number | null;

  /** Who of the supervision team looked at it and found it done. */
  @IntColumn({ nullable: true })
  acceptedById!: number | null;

  @InstantColumn({ nullable: true })
  acceptedAt!: Date | null;
}

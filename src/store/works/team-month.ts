import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';

/** What a month of watching over one project's works came to. Counts only: nobody's name, and nobody who missed a round. */
export interface MonthFigures {
  /** Working days on which somebody was to look, and those on which somebody did. */
  readonly days: number;
  readonly seen: number;
  readonly rounds: number;
  readonly found: number;
  /** Of the faults found or still open in the month: looked at again and closed within it. */
  readonly closed: number;
  /** Not closed when the month was over. */
  readonly open: number;
  /** Times that works were called off by the team, and were to stand by decision. */
  readonly stops: number;
}

/** The monthly report of a supervision team (监管月报): made by the clock, signed by its members, posted once. */
@Entity('team_month')
@Index(['projectId', 'month'], { unique: true })
export class TeamMonth {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** `2026-03`. */
  @TextColumn()
  month!: string;

  @JsonColumn()
  figures!: MonthFigures;

  /** Members of the team who signed. */
  @JsonColumn()
  people!: number[];

  @InstantColumn()
  madeAt!: Date;

  @InstantColumn({ nullable: true })
  postedAt!: Date | null;
}

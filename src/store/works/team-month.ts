import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { MonthFigures } from '../../domain/works/month-figures.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

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

  @JsonColumn(json.numbersByName)
  figures!: MonthFigures;

  /** Members of the team who signed. */
  @JsonColumn(json.numbers)
  people!: number[];

  @InstantColumn()
  madeAt!: Date;

  @InstantColumn({ nullable: true })
  postedAt!: Date | null;
}

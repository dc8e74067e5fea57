import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ReportState } from '../../domain/proposal/report.js';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** Something broken, dirty or dangerous that was reported (报事), followed to a reasoned end. Who reported it stands in its voices. */
@Entity('report')
@Index(['gridId', 'no'], { unique: true })
@Index(['gridId', 'state'])
export class Report {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** What members call it by: `报事7`. */
  @IntColumn()
  no!: number;

  /** The name of a file in `templates/categories`. */
  @TextColumn()
  category!: string;

  /** Labels of the roster, where they were said: what everybody may see of the place. */
  @TextColumn({ nullable: true })
  building!: string | null;

  @TextColumn({ nullable: true })
  unit!: string | null;

  @TextColumn()
  state!: ReportState;

  @InstantColumn()
  openedAt!: Date;

  /** The userid of who sees to it; null where nobody holds an office that could. */
  @TextColumn({ nullable: true })
  ownedBy!: string | null;

  /** Until when it is to be answered, and once answered, brought to an end. */
  @InstantColumn()
  dueAt!: Date;

  /** How far up it has climbed: to nobody, the secretary, the dispatch. */
  @IntColumn()
  climbed!: number;

  @TextColumn({ nullable: true })
  answer!: string | null;

  @InstantColumn({ nullable: true })
  answeredAt!: Date | null;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  @TextColumn({ nullable: true })
  endedBy!: string | null;

  /** What was done, or whose it is. */
  @TextColumn({ nullable: true })
  reason!: string | null;

  /** The proposal that it has grown into. */
  @IntColumn({ nullable: true })
  projectId!: number | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** Somebody's word on a report: of who told it first, and of each who told the same. For those who see to it, not for everybody. */
@Entity('report_voice')
@Index(['reportId', 'by'], { unique: true })
@Index(['gridId', 'by'])
export class ReportVoice {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  reportId!: number;

  /** The userid: strangers may report as well. */
  @TextColumn()
  by!: string;

  /** Null for who was bound to no home. */
  @IntColumn({ nullable: true })
  householdId!: number | null;

  @TextColumn()
  words!: string;

  @TextColumn({ nullable: true })
  place!: string | null;

  /** Digests of the pictures that came with the words. */
  @JsonColumn(json.texts, { nullable: true })
  photos!: readonly string[] | null;

  @InstantColumn()
  at!: Date;

  /** When it was taken back; null while it stands. */
  @InstantColumn({ nullable: true })
  withdrawnAt!: Date | null;
}

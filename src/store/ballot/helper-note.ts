import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { NotedForm } from '../../domain/ballot/paper-form.js';
import { FenColumn, InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/**
 * What somebody without a phone of their own told a leader by telephone, or filled in on a printed sheet; it counts once a second person has
 * called back, or has held the picture of the sheet against it.
 */
@Entity('phone_note')
@Index(['gridId', 'no'], { unique: true })
@Index(['gridId', 'state'])
export class HelperNote {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** What helpers call it by: `电话3`, and where it came on paper `纸单3`. */
  @IntColumn()
  no!: number;

  @IntColumn()
  householdId!: number;

  /** The number of the matter that it is about. */
  @IntColumn()
  projectNo!: number;

  @TextColumn()
  kind!: NotedForm;

  /** The picture of the sheet; null for what was told by telephone. */
  @TextColumn({ nullable: true })
  photo!: string | null;

  @FenColumn({ nullable: true })
  amountFen!: number | null;

  /** The words of an objection, or the points of a rating. */
  @TextColumn({ nullable: true })
  text!: string | null;

  @IntColumn()
  enteredById!: number;

  @InstantColumn()
  enteredAt!: Date;

  @TextColumn()
  state!: 'pending' | 'checked' | 'returned';

  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;
}

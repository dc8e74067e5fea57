import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FenColumn, InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What somebody without a phone of their own told a leader by telephone; it counts once a second person has called back. */
@Entity('phone_note')
@Index(['gridId', 'no'], { unique: true })
@Index(['gridId', 'state'])
export class PhoneNote {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** What helpers call it by: `电话3`. */
  @IntColumn()
  no!: number;

  @IntColumn()
  householdId!: number;

  /** The number of the matter that it is about. */
  @IntColumn()
  projectNo!: number;

  @TextColumn()
  kind!: 'pledge' | 'objection';

  @FenColumn({ nullable: true })
  amountFen!: number | null;

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

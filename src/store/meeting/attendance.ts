import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/**
 * A household that was at a meeting, once: signed in by its own word, or entered from the list on paper. One that was entered by mistake is
 * struck, and stays in the record as that.
 */
@Entity('attendance')
@Index(['meetingId', 'householdId'], { unique: true })
export class Attendance {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  meetingId!: number;

  @IntColumn()
  householdId!: number;

  /** Who signed in; null for those entered from a list. */
  @IntColumn({ nullable: true })
  memberId!: number | null;

  @TextColumn()
  how!: 'word' | 'list' | 'struck';

  @InstantColumn()
  at!: Date;
}

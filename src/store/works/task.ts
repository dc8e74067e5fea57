import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** Something small that a resident took upon themselves in the group, followed to done. */
@Entity('task')
@Index(['gridId', 'no'], { unique: true })
export class Task {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  no!: number;

  /** In the claimer's words. */
  @TextColumn()
  what!: string;

  @IntColumn()
  claimedById!: number;

  @InstantColumn()
  claimedAt!: Date;

  /** The end of the last day that it may take. */
  @InstantColumn()
  dueAt!: Date;

  @InstantColumn({ nullable: true })
  remindedAt!: Date | null;

  /** When the claimer said that it is done. */
  @InstantColumn({ nullable: true })
  doneAt!: Date | null;

  /** Who looked at it and found it done: not of the claimer's household. */
  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;

  /** When the claimer gave it up. */
  @InstantColumn({ nullable: true })
  droppedAt!: Date | null;
}

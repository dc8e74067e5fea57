import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What somebody outside the neighbourhood (供电、热力、物业、施工方) is asked to do in a matter, behind a secret link and without an account. */
@Entity('outside_task')
@Index(['gridId', 'no'], { unique: true })
@Index(['digest'], { unique: true })
export class OutsideTask {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** What members call it by: `请办3`. */
  @IntColumn()
  no!: number;

  @IntColumn()
  projectId!: number;

  /** Who is asked, as the asker named them. */
  @TextColumn()
  party!: string;

  @TextColumn()
  what!: string;

  @IntColumn()
  askedById!: number;

  @InstantColumn()
  askedAt!: Date;

  /** The end of the last day. */
  @InstantColumn()
  dueAt!: Date;

  /** SHA-256 of the link's secret: the database alone opens nothing. */
  @TextColumn()
  digest!: string;

  /** When the asker was last reminded to ask again. */
  @InstantColumn({ nullable: true })
  remindedAt!: Date | null;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  @IntColumn({ nullable: true })
  endedById!: number | null;
}

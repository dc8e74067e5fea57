import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** What a dispatch meeting (调度) asked of somebody by a day: closed with evidence, and by a second person's check (销号). */
@Entity('dispatch_action')
@Index(['gridId', 'no'], { unique: true })
@Index(['gridId', 'state'])
export class DispatchAction {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @TextColumn()
  what!: string;

  @IntColumn()
  ownerId!: number;

  /** A day in Shanghai, `2026-03-10`. */
  @TextColumn()
  dueOn!: string;

  /** To be done, done with evidence, or checked by a second person. */
  @TextColumn()
  state!: 'open' | 'done' | 'closed';

  @IntColumn()
  setById!: number;

  @InstantColumn()
  setAt!: Date;

  /** What was done, in the words of who did it. */
  @TextColumn({ nullable: true })
  evidence!: string | null;

  /** Digests of the pictures that show it. */
  @JsonColumn(json.texts, { nullable: true })
  photos!: string[] | null;

  @IntColumn({ nullable: true })
  doneById!: number | null;

  @InstantColumn({ nullable: true })
  doneAt!: Date | null;

  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;
}

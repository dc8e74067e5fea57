import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FenColumn, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** What an outside party sent back by its link. A later one stands beside the earlier, and none is changed. */
@Entity('outside_answer')
@Index(['gridId', 'taskId'])
export class OutsideAnswer {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  taskId!: number;

  @TextColumn()
  text!: string;

  /** The price that it names; null without one. */
  @FenColumn({ nullable: true })
  quoteFen!: number | null;

  /** The digests of its pictures and documents. */
  @JsonColumn(json.texts)
  files!: readonly string[];

  @InstantColumn()
  at!: Date;
}

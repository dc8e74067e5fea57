import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/**
 * What a row of a menu stands for. A menu can be forwarded and tapped by another, or tapped again at any later time, so a row is good
 * for the one customer it was made for.
 */
@Entity('kf_row')
@Unsealed()
@Index(['key'], { unique: true })
@Index(['card'])
export class KfRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @TextColumn()
  key!: string;

  @TextColumn()
  external!: string;

  /** The rows of one menu have this in common. */
  @TextColumn()
  card!: string;

  @JsonColumn(json.press)
  press!: KfPress;

  /** The message by which it was tapped last. */
  @TextColumn({ nullable: true })
  tappedBy!: string | null;

  @InstantColumn({ nullable: true })
  tappedAt!: Date | null;

  @InstantColumn()
  madeAt!: Date;
}

export interface KfPress {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly revision: string;
}

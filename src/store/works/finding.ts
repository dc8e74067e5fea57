import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A fault that the supervision team found: due on a day, reported mended, and looked at again by the team (整改, 复查). */
@Entity('finding')
@Index(['gridId', 'no'], { unique: true })
@Index(['projectId', 'state'])
export class Finding {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @IntColumn()
  projectId!: number;

  @TextColumn()
  text!: string;

  /** A day in Shanghai, `2026-03-10`. */
  @TextColumn()
  dueOn!: string;

  /** Found, reported mended, or found mended by the team. */
  @TextColumn()
  state!: 'open' | 'mended' | 'closed';

  @IntColumn()
  foundById!: number;

  @InstantColumn()
  foundAt!: Date;

  /** Digests of the pictures that show the fault. */
  @JsonColumn(json.texts, { nullable: true })
  foundPhotos!: string[] | null;

  @IntColumn({ nullable: true })
  mendedById!: number | null;

  @InstantColumn({ nullable: true })
  mendedAt!: Date | null;

  /** Digests of the pictures that show it mended. */
  @JsonColumn(json.texts, { nullable: true })
  photos!: string[] | null;

  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;

  /** What was still wrong when it was last looked at. */
  @TextColumn({ nullable: true })
  fault!: string | null;
}

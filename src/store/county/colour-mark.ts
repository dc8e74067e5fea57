import type { Colour } from '../../domain/county/colour.js';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What colour a project was found to have, each time it changed; what a dispatch confirmed; what somebody set by hand. Append-only. */
@Entity('colour_mark')
@Index(['projectId', 'id'])
export class ColourMark {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** `rule`: evaluated by the clock; `confirm`: a dispatch says that what was red is mended; `override`: set by hand. */
  @TextColumn()
  kind!: 'rule' | 'confirm' | 'override';

  @TextColumn()
  colour!: Colour;

  @TextColumn()
  reason!: string;

  /** Who confirmed or set it; null for the clock. */
  @IntColumn({ nullable: true })
  byId!: number | null;

  @InstantColumn()
  at!: Date;

  /** Until when a colour set by hand stands. */
  @InstantColumn({ nullable: true })
  expiresAt!: Date | null;
}

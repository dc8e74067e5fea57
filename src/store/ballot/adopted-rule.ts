import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { SilentPolicy } from '../../domain/poll/owners-tally.js';
import type { RecordMode } from '../../domain/ballot/record-mode.js';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What the owners' assembly has adopted about silent votes and the form of ballots, with its text. The newest holds. */
@Entity('adopted_rule')
@Index(['gridId'])
export class AdoptedRule {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  silence!: SilentPolicy;

  @TextColumn()
  recordMode!: RecordMode;

  /** The article as it was adopted. */
  @TextColumn()
  text!: string;

  @InstantColumn()
  at!: Date;
}

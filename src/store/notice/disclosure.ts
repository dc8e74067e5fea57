import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Summary } from '../../domain/funds/ledger.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

export type DisclosureKind =
  'plan' | 'objection' | 'meeting' | 'poll' | 'result' | 'funds' | 'statement' | 'progress' | 'acceptance' | 'final';

/**
 * Something the neighbourhood was told (三公开 and what goes with them). Its text is never changed: a correction is a
 * further one. Unique by occasion, so a job that runs twice tells once.
 */
@Entity('disclosure')
@Index(['gridId', 'no'], { unique: true })
@Index(['projectId', 'kind', 'occasion'], { unique: true })
export class Disclosure {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The number of the notice: 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @IntColumn()
  projectId!: number;

  @TextColumn()
  kind!: DisclosureKind;

  /** What it was told about: a due time as ISO text, `v1`, an entry's number. */
  @TextColumn()
  occasion!: string;

  @TextColumn()
  text!: string;

  @InstantColumn()
  at!: Date;

  /** The sums that a notice about money told, in fen, so that they are told again without the entries; null of other notices. */
  @JsonColumn(json.summary, { nullable: true })
  sums!: Summary | null;

  /** When the sheet was seen in place on the board; null while only the group has it (docs/domain.md 5.1). */
  @InstantColumn({ nullable: true })
  boardAt!: Date | null;

  /** The digest of the picture that shows it in place. */
  @TextColumn({ nullable: true })
  boardPhoto!: string | null;

  @TextColumn({ nullable: true })
  boardPlace!: string | null;

  @IntColumn({ nullable: true })
  boardById!: number | null;
}

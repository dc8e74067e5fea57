import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from './columns.js';
import * as json from './json-shapes.js';

/** One deed: who, what, when, on which message. Append-only and chained by digests. */
@Entity('journal')
@Unsealed()
@Index(['gridId', 'seq'], { unique: true })
export class JournalLine {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid, without a gap. */
  @IntColumn()
  seq!: number;

  /** A WeChat Work userid, `clock`, or `operator`. */
  @TextColumn()
  by!: string;

  @TextColumn()
  deed!: string;

  @InstantColumn()
  at!: Date;

  @TextColumn({ nullable: true })
  messageId!: string | null;

  @JsonColumn(json.named)
  facts!: Record<string, unknown>;

  /** The digest of every row that this deed wrote, by `table#id`: what `npm run verify` holds the rows against. */
  @JsonColumn(json.textsByName)
  rows!: Record<string, string>;

  @TextColumn()
  previous!: string;

  @TextColumn()
  digest!: string;
}

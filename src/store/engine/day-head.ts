import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, JsonColumn, TextColumn, Unsealed } from './columns.js';
import * as json from './json-shapes.js';

/** Where the chains of all grids stood on a day, chained from day to day: what ties the record together as a whole. */
@Entity('day_head')
@Unsealed()
export class DayHead {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** `2026-03-02` */
  @Index({ unique: true })
  @TextColumn()
  day!: string;

  @InstantColumn()
  at!: Date;

  /** The number of the last line of every grid, in the order of the grids: the register of grids at that time. */
  @JsonColumn(json.heads)
  heads!: readonly (readonly [gridId: number, seq: number])[];

  /** SHA-256 over the digests of those lines, in their order. */
  @TextColumn()
  root!: string;

  @TextColumn()
  previous!: string;

  /** SHA-256 of the canonical encoding of `{at, day, heads, previous, root}`. */
  @TextColumn()
  digest!: string;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RefusedRow, StatementRow } from '../../domain/funds/bank-statement.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A bank's or WeChat Pay's statement that the cashier sent: what it said, once. What was booked of it stands in the ledger. */
@Entity('statement_file')
@Index(['gridId', 'no'], { unique: true })
@Index(['gridId', 'digest'], { unique: true })
export class StatementFile {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  /** SHA-256 of the file's bytes, in hexadecimal. */
  @TextColumn()
  digest!: string;

  @JsonColumn(json.statementRows)
  rows!: StatementRow[];

  @JsonColumn(json.refusedRows)
  refused!: RefusedRow[];

  /** What else was passed over or guessed: a hidden sheet, the encoding, whose form it seems to be; null for files taken before this was kept. */
  @JsonColumn(json.texts, { nullable: true })
  notes!: string[] | null;

  /** The userid of the sender. */
  @TextColumn()
  by!: string;

  @InstantColumn()
  at!: Date;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { EntryKind, Posting } from '../../domain/funds/ledger.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** One deed with money, promised or real. Append-only: a mistake is posted back, never edited. */
@Entity('ledger_entry')
@Index(['projectId', 'id'])
@Index(['householdId', 'projectId'])
@Index(['gridId', 'no'], { unique: true })
export class LedgerEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The voucher number: 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  /** The project; in the book of the grid's charity fund, the grid's number below zero. */
  @IntColumn()
  projectId!: number;

  @TextColumn()
  kind!: EntryKind;

  /** Money moves from one named account to another, in fen. */
  @JsonColumn(json.postings)
  postings!: Posting[];

  /** What it was for, in the member's words. */
  @TextColumn()
  why!: string;

  /** The WeChat Work user who did it. */
  @TextColumn()
  by!: string;

  @InstantColumn()
  at!: Date;

  /** The household that promised, paid or was refunded; null for other money. */
  @IntColumn({ nullable: true })
  householdId!: number | null;

  /** The entry that this one takes back. */
  @IntColumn({ nullable: true })
  reversesId!: number | null;

  /** The message that said so; null for deeds of the clock. */
  @TextColumn({ nullable: true })
  messageId!: string | null;

  /** The digest of the picture that proves it; null where words and names do. */
  @TextColumn({ nullable: true })
  evidence!: string | null;

  /** Of a reconciliation: the vouchers that it covers. Of a fund's grant, of what came back, and of a surplus: the project's voucher beside it. */
  @JsonColumn(json.numbers, { nullable: true })
  covers!: number[] | null;

  /** The digest of the grid's entry before this one; null in entries from before the chain. */
  @TextColumn({ nullable: true })
  previous!: string | null;

  /** SHA-256 of the canonical encoding of this entry with `previous`: no entry can be changed, dropped or slipped in. */
  @TextColumn({ nullable: true })
  digest!: string | null;
}

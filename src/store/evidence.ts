import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from './engine/columns.js';

/** A picture that a member sent as evidence, by its digest: a paper ballot, a written mandate, a sheet on the board. */
@Entity('evidence')
@Index(['gridId', 'by', 'at'])
@Index(['gridId', 'digest'])
export class Evidence {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** SHA-256 of the bytes, in hexadecimal. */
  @TextColumn()
  digest!: string;

  @TextColumn()
  type!: 'image/jpeg' | 'image/png' | 'application/pdf';

  @TextColumn()
  base64!: string;

  /** The userid of the sender. */
  @TextColumn()
  by!: string;

  @InstantColumn()
  at!: Date;

  /** What it proves, such as `paper:12`; null while it waits for a sentence that uses it. */
  @TextColumn({ nullable: true })
  usedFor!: string | null;
}

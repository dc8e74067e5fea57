import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/**
 * One login to the county's pages: a link that opens once, then a session. Only digests are kept, so the database alone opens
 * nothing. Traffic, not part of the sealed record; that a link was given and used stands in the journal.
 */
@Entity('login')
@Unsealed()
@Index(['link'], { unique: true })
@Index(['session'], { unique: true })
@Index(['userid'])
export class Login {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** The grid in whose private chat the link was asked for, and whose journal tells of it. */
  @IntColumn()
  gridId!: number;

  @TextColumn()
  userid!: string;

  /** SHA-256 of the secret in the link, in hexadecimal. */
  @TextColumn()
  link!: string;

  @InstantColumn()
  linkEndsAt!: Date;

  /** SHA-256 of the session's secret; null while the link was not used. */
  @TextColumn({ nullable: true })
  session!: string | null;

  @InstantColumn({ nullable: true })
  sessionEndsAt!: Date | null;
}

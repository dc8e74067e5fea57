import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/** A link by which one member fetches a file of their own, or a project's dossier, for a day. Not part of the sealed record: it proves nothing. */
@Entity('handout')
@Unsealed()
@Index(['token'], { unique: true })
export class Handout {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** SHA-256 of the secret in the link, in hexadecimal: the database alone opens nothing. */
  @TextColumn()
  token!: string;

  @TextColumn()
  userid!: string;

  @InstantColumn()
  expiresAt!: Date;

  /** The number of the project whose dossier it opens; null for the member's own file. */
  @IntColumn({ nullable: true })
  project!: number | null;
}

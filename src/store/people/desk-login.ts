import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/**
 * One session at the desk, of one member in one grid. Only its digest is kept, so the database alone opens nothing. Traffic, not part of
 * the sealed record; that it was begun stands in the journal.
 */
@Entity('desk_login')
@Unsealed()
@Index(['session'], { unique: true })
@Index(['userid'])
export class DeskLogin {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  userid!: string;

  /** SHA-256 of the session's secret, in hexadecimal. */
  @TextColumn()
  session!: string;

  /** The home and the roles that the member had when it began: it ends with the first of them that is gone. */
  @JsonColumn(json.texts)
  standing!: readonly string[];

  @InstantColumn()
  beganAt!: Date;

  /** It ends when it was not used until then. */
  @InstantColumn()
  endsAt!: Date;
}

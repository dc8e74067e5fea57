import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/**
 * `join`: from one door to another; `login`: to the desk; `cards`: to a building's sheet of household cards; `forms`: to its forms on paper; `state`: a browser that was
 * sent to be known by OAuth, of which nobody knows yet whose it is; `come`: to the forms of the desk that bind whoever has no home yet; `bind`: a home that somebody is asked about when they come, which is
 * no code at all.
 */
export type LinkPurpose = 'join' | 'bind' | 'login' | 'cards' | 'forms' | 'state' | 'come';

/** A one-time code that leads one person from a door to another (docs/wecom-doors.md 27.3). Only its digest is kept. */
@Entity('door_link')
@Unsealed()
@Index(['digest'], { unique: true })
@Index(['userid'])
export class DoorLink {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** SHA-256 of the code, in hexadecimal. */
  @TextColumn()
  digest!: string;

  @TextColumn()
  purpose!: LinkPurpose;

  /** The key of the person whom it leads; empty where that is not known yet. */
  @TextColumn()
  userid!: string;

  @IntColumn({ nullable: true })
  gridId!: number | null;

  /** What it is about, such as a building; null: nothing beside the person. */
  @TextColumn({ nullable: true })
  about!: string | null;

  @InstantColumn()
  expiresAt!: Date;

  @InstantColumn({ nullable: true })
  usedAt!: Date | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IdentityKind } from '../../domain/people/identity.js';
import { InstantColumn, TextColumn, Unsealed } from '../engine/columns.js';

/** One id by which a door knows a person (docs/wecom-doors.md 27.1). Personal data: shown to nobody, deleted with the person. */
@Entity('identity')
@Unsealed()
@Index(['corpId', 'kind', 'value'], { unique: true })
@Index(['userid'])
export class Identity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** The key of the person. */
  @TextColumn()
  userid!: string;

  @TextColumn()
  corpId!: string;

  @TextColumn()
  kind!: IdentityKind;

  @TextColumn()
  value!: string;

  /** How it was proven to be this person's: `first` (met by this id), `link` (a one-time code crossed doors), `oauth`, `unionid`. */
  @TextColumn()
  proof!: string;

  @InstantColumn()
  provenAt!: Date;

  @InstantColumn({ nullable: true })
  lastSeenAt!: Date | null;

  /** Since when nothing can be said to them by this id; null while it can. */
  @InstantColumn({ nullable: true })
  unreachableAt!: Date | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RosterLine } from '../../domain/people/roster-plan.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A roster that a secretary has sent and looked at, and not yet taken over; it is deleted when it is, or after a day. */
@Entity('roster_draft')
@Unsealed()
@Index(['gridId', 'at'])
export class RosterDraft {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The userid of the sender. */
  @TextColumn()
  by!: string;

  @InstantColumn()
  at!: Date;

  @JsonColumn(json.rosterLines)
  lines!: (RosterLine & { readonly row: number; readonly sheet: string })[];

  /** What the reader could not take, and what it has to say of the file. */
  @JsonColumn(json.named)
  said!: {
    readonly refused: readonly { sheet: string; row: number; reason: string }[];
    readonly notes: readonly string[];
  };

  /** A digest of what the sender was shown: a roster that has changed since is shown once more. */
  @TextColumn()
  seen!: string;
}

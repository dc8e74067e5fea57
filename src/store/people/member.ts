import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A WeChat Work user as one grid knows them: a guest until bound to a household. */
@Entity('member')
@Index(['gridId', 'userid'], { unique: true })
@Index(['userid'])
export class Member {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  userid!: string;

  /** As the member said it or the roster has it; the userid until then. */
  @TextColumn()
  name!: string;

  /** Null: a guest, who may read and ask only. */
  @Index()
  @IntColumn({ nullable: true })
  householdId!: number | null;

  /** The household asked for, while the building leader has not yet said yes. */
  @IntColumn({ nullable: true })
  askedHouseholdId!: number | null;

  /** What the bond of a resident from outside is called by, from the request on; null: by the account. */
  @IntColumn({ nullable: true })
  bindNo!: number | null;

  /** Other flats at which the roster named the account: it speaks for them while the roster does; null: none. */
  @JsonColumn(json.numbers, { nullable: true })
  alsoHouseholdIds!: readonly number[] | null;

  /** Other flats that the member was bound to by a leader's word or a card, and since when; null: none. */
  @JsonColumn(json.bonds, { nullable: true })
  alsoBound!: readonly { readonly id: number; readonly at: string }[] | null;

  @InstantColumn({ nullable: true })
  boundAt!: Date | null;

  /** When the member agreed to be named on a roll of honour; null: never named (PIPL Art. 25). */
  @InstantColumn({ nullable: true })
  namedAt!: Date | null;

  /** Since when the member does not want to be reminded of pledges; null: may be. */
  @InstantColumn({ nullable: true })
  noRemindersAt!: Date | null;

  /** The numbers of projects whose pledges the member does not want to be reminded of; null: none. */
  @JsonColumn(json.numbers, { nullable: true })
  noRemindersOf!: readonly number[] | null;

  /** When the member had their own data erased; what accounts need stays, under a tombstone. */
  @InstantColumn({ nullable: true })
  erasedAt!: Date | null;

  /** When the member's household went over to another grid, and the member with it. */
  @InstantColumn({ nullable: true })
  leftAt!: Date | null;

  /** How many projects' supervision teams the member belongs to; null: none yet. */
  @IntColumn({ nullable: true })
  teams!: number | null;

  /** Since when the member takes part in credit points, by their own word; null: no points are kept (docs/domain.md 10.7). */
  @InstantColumn({ nullable: true })
  creditSince!: Date | null;
}

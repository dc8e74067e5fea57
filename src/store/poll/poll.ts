import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Source } from '../../domain/funds/ledger.js';
import type { Scope } from '../../domain/plan/scope.js';
import type { SilentPolicy } from '../../domain/poll/owners-tally.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { RecordMode } from '../../domain/ballot/record-mode.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A voting person as it was when the poll opened: the ids of its units, and their area in 0.01 m². */
export interface FrozenPerson {
  readonly key: string;
  readonly parts: number[];
  readonly areaCentiM2: number;
}

/** A consensus poll (表决): one question, one ballot a household, until its deadline. */
@Entity('poll')
@Index(['gridId', 'no'])
@Index(['gridId', 'closedAt'])
@Index(['closedAt', 'closesAt'])
export class Poll {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The number of the project it decides, or a number of its own. */
  @IntColumn()
  no!: number;

  /** Null for a question that belongs to no project. */
  @Index()
  @IntColumn({ nullable: true })
  projectId!: number | null;

  @TextColumn()
  question!: string;

  /** The labels in order; null for 同意 / 反对 / 弃权. */
  @JsonColumn(json.texts, { nullable: true })
  options!: string[] | null;

  /** The decision track of `domain/tracks.ts` and the version of the rules it was opened under. */
  @TextColumn()
  track!: string;

  @TextColumn()
  ruleVersion!: string;

  /** Owners' votes only: who may vote with how much area, frozen when the poll opens (docs/domain.md 7.3). */
  @JsonColumn(json.electorate, { nullable: true })
  electorate!: FrozenPerson[] | null;

  /** How many households, or heads of owners, may vote: frozen when the poll opens. */
  @IntColumn()
  householdCount!: number;

  /** The member who opened it. */
  @IntColumn()
  openedById!: number;

  @InstantColumn()
  opensAt!: Date;

  @InstantColumn()
  closesAt!: Date;

  /** Null while votes may be cast. */
  @InstantColumn({ nullable: true })
  closedAt!: Date | null;

  @InstantColumn({ nullable: true })
  remindedAt!: Date | null;

  /** The tally as it was announced; null until closed. */
  @JsonColumn(json.tally, { nullable: true })
  result!: Tally | null;

  /** The buildings and entrances whose households vote; null for the whole grid. */
  @JsonColumn(json.scope, { nullable: true })
  scope!: Scope | null;

  /** 1 when several options may be chosen. */
  @IntColumn({ nullable: true })
  many!: number | null;

  /** The deadline before the one extension; null while there was none. */
  @InstantColumn({ nullable: true })
  extendedFrom!: Date | null;

  /** What the assembly has adopted about silent votes, with its text; null where silence does not count. */
  @JsonColumn(json.adoptedSilence, { nullable: true })
  adopted!: AdoptedSilence | null;

  /** Which ballots are of record; null: all of them. */
  @TextColumn({ nullable: true })
  recordMode!: RecordMode | null;

  /** Until when the result may be objected to; null while open, and where nothing was decided. */
  @InstantColumn({ nullable: true })
  reviewEndsAt!: Date | null;

  /** Owners' votes: how much of which owners' money the plan that they vote on uses, in fen; null before this was kept. */
  @JsonColumn(json.numbersByName, { nullable: true })
  decides!: Partial<Record<Source, number>> | null;
}

interface AdoptedSilence {
  readonly silence: SilentPolicy;
  readonly text: string;
}

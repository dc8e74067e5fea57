import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Figure } from '../../domain/contest/contest.js';
import type { ContestList, CriterionId } from '../../domain/contest/contest-rules.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A candidate of a contest with the figures that its own grid has handed in. The id is the candidate's number. */
@Entity('contest_candidate')
@Index(['edition', 'gridId'])
export class ContestCandidate {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  edition!: number;

  @TextColumn()
  list!: ContestList;

  /** Null: the grid itself. */
  @IntColumn({ nullable: true })
  memberId!: number | null;

  @IntColumn()
  households!: number;

  @JsonColumn(json.figures)
  figures!: Partial<Record<CriterionId, Figure>>;

  @IntColumn()
  ratings!: number;

  @JsonColumn(json.figure)
  punctual!: Figure;

  /** Payments whose voucher is still owed: a red line. */
  @IntColumn()
  missingVouchers!: number;

  /** For which taking of the figures they were handed in. */
  @IntColumn()
  run!: number;

  @InstantColumn()
  at!: Date;
}

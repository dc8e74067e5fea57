import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ContestList } from '../../domain/contest/contest-rules.js';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** `opened`, then figures are taken (`scoring`), lists are a draft (`scored`), open to objections (`publicity`), and `final`. */
export type ContestState = 'opened' | 'scoring' | 'scored' | 'publicity' | 'final';

/** An edition of the county's contest (擂台赛); it stands in the record of the grid whose county administrator opened it. */
@Entity('contest')
@Index(['edition'], { unique: true })
export class Contest {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1 for the first contest. */
  @IntColumn()
  edition!: number;

  /** The first and the last day that count, in Shanghai. */
  @TextColumn()
  fromDay!: string;

  @TextColumn()
  untilDay!: string;

  /** Places of each list. */
  @JsonColumn(json.numbersByName)
  quotas!: Record<ContestList, number>;

  /** The rules it was opened under. */
  @TextColumn()
  version!: string;

  @TextColumn()
  state!: ContestState;

  /** How many times figures were taken. */
  @IntColumn()
  run!: number;

  @IntColumn()
  openedById!: number;

  @InstantColumn()
  openedAt!: Date;

  /** When the newest figures were complete. */
  @InstantColumn({ nullable: true })
  scoredAt!: Date | null;

  @InstantColumn({ nullable: true })
  publishedAt!: Date | null;

  /** 24:00 of the last day for objections. */
  @InstantColumn({ nullable: true })
  objectionsUntil!: Date | null;

  @InstantColumn({ nullable: true })
  finalAt!: Date | null;

  /** The digest of the file that the final lists stand in. */
  @TextColumn({ nullable: true })
  digest!: string | null;
}

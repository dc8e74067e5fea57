import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A deliberation meeting (议事会): called in the group, with agenda, sign-in and minutes. */
@Entity('meeting')
@Index(['gridId', 'no'])
@Index(['gridId', 'startsAt'])
export class Meeting {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The number of the proposal it is about, or a number of its own. */
  @IntColumn()
  no!: number;

  @IntColumn({ nullable: true })
  projectId!: number | null;

  @TextColumn()
  agenda!: string;

  @TextColumn({ nullable: true })
  place!: string | null;

  @InstantColumn()
  startsAt!: Date;

  @IntColumn()
  calledById!: number;

  @InstantColumn()
  calledAt!: Date;

  /** Null until they are attached; then nobody signs in any more. */
  @TextColumn({ nullable: true })
  minutes!: string | null;

  @IntColumn({ nullable: true })
  minutesById!: number | null;

  @InstantColumn({ nullable: true })
  minutesAt!: Date | null;

  /** Digests of the pictures of the minutes. */
  @JsonColumn(json.texts, { nullable: true })
  photos!: string[] | null;
}

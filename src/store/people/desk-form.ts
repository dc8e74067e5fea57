import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/**
 * A form of the desk as it was handed in, with what was answered, for its own member alone: so that a page that is loaded anew does
 * nothing, and what was typed is not lost. Traffic, kept for hours; what was done stands in the record.
 */
@Entity('desk_form')
@Unsealed()
@Index(['userid', 'key'], { unique: true })
@Index(['at'])
export class DeskForm {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  userid!: string;

  /** Where the form is on the desk, such as `do/poll.vote`. */
  @TextColumn()
  address!: string;

  /** The one-time key of the form; it opens nothing for anybody else. */
  @TextColumn()
  key!: string;

  /** What was typed and what was answered, as the page keeps it. */
  @JsonColumn(json.anything)
  page!: unknown;

  /** `open`: not done yet. `left`: not even read, because the session was over by then. `done`: answered. */
  @TextColumn()
  state!: 'open' | 'left' | 'done';

  @InstantColumn()
  at!: Date;
}

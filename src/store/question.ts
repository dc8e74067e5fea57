import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from './engine/columns.js';
import * as json from './engine/json-shapes.js';

/** What the bot asked a member in a chat and has not been answered yet: the next message of that member answers it. */
@Entity('question')
@Unsealed()
@Index(['gridId', 'userid', 'chat'], { unique: true })
export class Question {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  userid!: string;

  /** The group's id, or `single`. */
  @TextColumn()
  chat!: string;

  @TextColumn()
  intent!: string;

  @JsonColumn(json.named)
  slots!: Record<string, unknown>;

  /** The slot that is missing, or `yes` when something was read back. */
  @TextColumn()
  asks!: string;

  @InstantColumn()
  askedAt!: Date;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A message or event of 微信客服, kept together with the cursor and before anything is done about it. */
@Entity('kf_message')
@Unsealed()
@Index(['openKfId', 'msgid'], { unique: true })
@Index(['openKfId', 'state'])
export class KfMessage {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @TextColumn()
  openKfId!: string;

  @TextColumn()
  msgid!: string;

  /** The customer, as WeChat Work knows them: shown to nobody. */
  @TextColumn()
  external!: string;

  @InstantColumn()
  sentAt!: Date;

  /** What was said; null once it was dealt with. */
  @JsonColumn(json.anything, { nullable: true })
  content!: unknown;

  /** `done`: acted on, and its answers are kept. `dropped`: nothing was done, and `why` says for what reason. */
  @TextColumn()
  state!: 'waiting' | 'done' | 'dropped';

  @TextColumn({ nullable: true })
  why!: string | null;
}

import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** One message of ours to a customer of 微信客服. */
@Entity('kf_answer')
@Unsealed()
@Index(['openKfId', 'inbound', 'part'], { unique: true })
@Index(['openKfId', 'external', 'state'])
@Index(['sendId'])
export class KfAnswer {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @TextColumn()
  openKfId!: string;

  @TextColumn()
  external!: string;

  /** The message that it answers. */
  @TextColumn()
  inbound!: string;

  @IntColumn()
  part!: number;

  /** Our own id of it: WeChat Work takes each once, so that a second try after a time-out does no harm (22.6). */
  @TextColumn()
  sendId!: string;

  /** Null once it was sent or given up. */
  @JsonColumn(json.anything, { nullable: true })
  content!: unknown;

  /** The code of the visit that it welcomes; null for an answer. */
  @TextColumn({ nullable: true })
  welcomeCode!: string | null;

  /** `later`: said when the customer writes again. `sending`: a welcome on its way, which is never tried twice. */
  @TextColumn()
  state!: 'waiting' | 'sending' | 'sent' | 'later' | 'failed';

  @IntColumn()
  attempts!: number;

  /** The errcode, or the `fail_type` of a message that was taken and not delivered. */
  @IntColumn({ nullable: true })
  errcode!: number | null;

  @InstantColumn()
  dueAt!: Date;
}

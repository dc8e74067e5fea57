import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, TextColumn, Unsealed } from '../engine/columns.js';

/** One message that went out over the long connection: it counts against the budget of its conversation for an hour. */
@Entity('channel_use')
@Unsealed()
@Index(['channel', 'at'])
export class ChannelUse {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** A group's chat id, a member's userid, or `upload`. */
  @TextColumn()
  channel!: string;

  @InstantColumn()
  at!: Date;
}

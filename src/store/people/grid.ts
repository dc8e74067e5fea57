import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A grid (网格): the smallest area that decides and pays together. */
@Entity('grid')
export class Grid {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** Lower-case letters, digits and `-`; stands in the board's address. */
  @Index({ unique: true })
  @TextColumn()
  code!: string;

  @TextColumn()
  name!: string;

  @TextColumn()
  community!: string;

  /** The subdistrict or town (街道/镇) that the community belongs to; null where nobody has said. */
  @TextColumn({ nullable: true })
  subdistrict!: string | null;

  /** When it was merged into another grid: its chain and board stay as they are, and nothing is added any more. */
  @InstantColumn({ nullable: true })
  closedAt!: Date | null;

  /** The grid that it was merged into. */
  @IntColumn({ nullable: true })
  successorId!: number | null;

  /** The 消息推送 webhook key of the grid's group: a secret. */
  @TextColumn({ nullable: true })
  webhookKey!: string | null;

  /** Since when the group's webhook is dead: nothing is sent until the operator sets a new one. Null while it lives. */
  @InstantColumn({ nullable: true })
  channelOffAt!: Date | null;

  /** A one-time code that binds a group, until it is used. */
  @TextColumn({ nullable: true })
  bindCode!: string | null;

  /** The number that the next proposal or poll gets; numbers are never used again. */
  @IntColumn()
  nextNo!: number;

  @InstantColumn()
  createdAt!: Date;

  /** Since when a notice counts only once group and board both have it; null: the group's posting is enough. */
  @InstantColumn({ nullable: true })
  boardSince!: Date | null;

  /** In whose name the account is that the money is paid into, and the last four digits of its number; null where nobody has said. */
  @TextColumn({ nullable: true })
  accountHolder!: string | null;

  @TextColumn({ nullable: true })
  accountTail!: string | null;
}

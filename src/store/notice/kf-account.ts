import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn, Unsealed } from '../engine/columns.js';

/** One account of 微信客服, and how far its messages have been fetched (docs/wecom-doors.md 22.3). */
@Entity('kf_account')
@Unsealed()
export class KfAccount {
  @PrimaryColumn({ type: 'text' })
  openKfId!: string;

  /** The place in WeChat Work's list; null: from the oldest of the last three days. */
  @TextColumn({ nullable: true })
  cursor!: string | null;

  /** What was said before this moment is never acted on. */
  @InstantColumn()
  openedAt!: Date;

  /** When the bell rang last, and with which pull token; it is kept before the bell is acknowledged. */
  @InstantColumn({ nullable: true })
  bellAt!: Date | null;

  @TextColumn({ nullable: true })
  bellToken!: string | null;
}

import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn, Unsealed } from '../engine/columns.js';

/** A grid's link into 微信客服: the same for as long as account and scene are, so it is asked for once (docs/wecom-doors.md 22.2). */
@Entity('kf_link')
@Unsealed()
export class KfLink {
  @PrimaryColumn({ type: 'integer' })
  gridId!: number;

  @TextColumn()
  openKfId!: string;

  @TextColumn()
  url!: string;
}

import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn, Unsealed } from '../engine/columns.js';

/**
 * The way into the customer groups of a grid: the code that brings people in with the grid's scene, and the text that greets them
 * (docs/wecom-doors.md 24.2, 24.3). Made once, so that none is made twice; traffic, not sealed.
 */
@Entity('group_way')
@Unsealed()
export class GroupWay {
  @PrimaryColumn({ type: 'integer' })
  gridId!: number;

  /** The groups that the code leads to, by WeChat Work's ids, a comma between. */
  @TextColumn()
  chats!: string;

  @TextColumn()
  configId!: string;

  /** Where the picture of the code is. */
  @TextColumn()
  qrCode!: string;

  /** The greeting; null as long as there is none. */
  @TextColumn({ nullable: true })
  templateId!: string | null;

  @InstantColumn()
  madeAt!: Date;
}

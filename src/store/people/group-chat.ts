import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A WeChat Work group and the one grid it belongs to. */
@Entity('group_chat')
export class GroupChat {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @Index({ unique: true })
  @TextColumn()
  chatId!: string;

  @InstantColumn()
  boundAt!: Date;
}

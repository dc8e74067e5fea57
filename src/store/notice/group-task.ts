import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/**
 * `making`: asked for, and it is not known yet whether it was made; `made`: waits for its owner's tap; `sent`; `quota`: the groups had
 * had theirs; `paste`: its owner was given the words to post by hand; `over`: taken back, or nobody tapped within a day.
 */
type GroupTaskState = 'making' | 'made' | 'sent' | 'quota' | 'paste' | 'over';

/** The day's digest for the customer groups of one owner, as a task of 企业群发 (docs/wecom-doors.md 24.1). Traffic, not sealed. */
@Entity('group_task')
@Unsealed()
@Index(['gridId', 'day', 'sender'], { unique: true })
@Index(['state'])
export class GroupTask {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** The day that it tells of, such as `2026-03-02`. */
  @TextColumn()
  day!: string;

  /** The member who owns the groups, and sends it by a tap. */
  @TextColumn()
  sender!: string;

  @TextColumn()
  text!: string;

  /** WeChat Work's id of the task; null as long as there is none. */
  @TextColumn({ nullable: true })
  msgid!: string | null;

  @TextColumn()
  state!: GroupTaskState;

  @InstantColumn()
  madeAt!: Date;

  @InstantColumn({ nullable: true })
  remindedAt!: Date | null;
}

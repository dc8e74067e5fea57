import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn, Unsealed } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A message waiting to be sent, sent, or given up: to the grid's group, or to one member in private. */
@Entity('post')
@Unsealed()
@Index(['state', 'dueAt'])
@Index(['gridId', 'state', 'userid'])
export class Post {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** Null: to the group, by its webhook. Otherwise in private, when the member next opens the chat with the bot. */
  @TextColumn({ nullable: true })
  userid!: string | null;

  @JsonColumn(json.named)
  content!: PostContent;

  /**
   * `sending`: a process has it in hand, and nothing else leaves for this group meanwhile. `unknown`: it may have arrived.
   * `merged`: told by a later post, or in a digest.
   */
  @TextColumn()
  state!: 'queued' | 'sending' | 'sent' | 'unknown' | 'failed' | 'merged';

  /** What it keeps the group up to date about; a later post on the same topic makes an unsent earlier one stale. */
  @TextColumn({ nullable: true })
  topic!: string | null;

  /** A private notice that waits for its reader is dropped from here on: it would not be true any more. Null: it stays true. */
  @InstantColumn({ nullable: true })
  trueUntil!: Date | null;

  /** When it was decided; `dueAt` moves on when it has to wait. */
  @InstantColumn({ nullable: true })
  queuedAt!: Date | null;

  @InstantColumn()
  dueAt!: Date;

  @IntColumn()
  attempts!: number;

  /** The last errcode of WeChat Work. */
  @IntColumn({ nullable: true })
  errcode!: number | null;

  @InstantColumn({ nullable: true })
  sentAt!: Date | null;
}

export type PostContent =
  | { readonly type: 'markdown' | 'markdown_v2'; readonly text: string }
  | { readonly type: 'text'; readonly text: string; readonly mentions: readonly string[] }
  | { readonly type: 'image'; readonly base64: string }
  | { readonly type: 'file'; readonly name: string; readonly base64: string };

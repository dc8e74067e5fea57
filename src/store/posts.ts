import { IsNull } from 'typeorm';
import { Post, type PostContent } from './entities/post.js';
import { insertRow, type Rows } from './rows.js';

/** Cuts what is too long for the channel into parts that are not. */
export type Split = (content: PostContent) => readonly PostContent[];

export const whole: Split = content => [content];

/** Messages that leave after the unit of work has been kept. */
export class Posts {
  constructor(
    private readonly rows: Rows,
    private readonly split: Split,
  ) {}

  /** To the grid's group. Every part of a long one is a post of its own and counts against the channel's budget. */
  async toGroup(content: PostContent, at: Date): Promise<void> {
    for (const part of this.split(content)) await this.queue(null, part, at);
  }

  /** To one member, in private: it is shown when they next open or use their chat with the bot. */
  async toMember(userid: string, text: string, at: Date): Promise<Post> {
    return this.queue(userid, { type: 'markdown_v2', text }, at);
  }

  /** What waits for a member in private, oldest first. */
  async waitingFor(userid: string): Promise<Post[]> {
    return this.rows.manager.find(Post, {
      where: { gridId: this.rows.gridId, state: 'queued', userid },
      order: { id: 'ASC' },
    });
  }

  async markSent(post: Post, at: Date): Promise<void> {
    await this.rows.manager.update(Post, post.id, { state: 'sent', sentAt: at });
  }

  /** The next post to the group that is due. Posts of one group leave in order: the oldest unsent one, or none. */
  async nextForGroup(now: Date): Promise<Post | null> {
    const oldest = await this.rows.manager.findOne(Post, {
      where: { gridId: this.rows.gridId, state: 'queued', userid: IsNull() },
      order: { id: 'ASC' },
    });
    return oldest && oldest.dueAt <= now ? oldest : null;
  }

  async update(
    post: Post,
    changes: Partial<Pick<Post, 'state' | 'dueAt' | 'attempts' | 'errcode' | 'sentAt'>>,
  ): Promise<void> {
    await this.rows.manager.update(Post, post.id, changes);
  }

  /** When the last `count` posts to the group were sent, newest first: the channel's budget. */
  async sentTimes(count: number): Promise<Date[]> {
    const sent = await this.rows.manager.find(Post, {
      where: [
        { gridId: this.rows.gridId, userid: IsNull(), state: 'sent' },
        { gridId: this.rows.gridId, userid: IsNull(), state: 'unknown' },
      ],
      order: { sentAt: 'DESC', id: 'DESC' },
      take: count,
    });
    return sent.flatMap(({ sentAt }) => (sentAt ? [sentAt] : []));
  }

  private async queue(userid: string | null, content: PostContent, at: Date): Promise<Post> {
    const post = {
      gridId: this.rows.gridId,
      userid,
      content,
      state: 'queued' as const,
      dueAt: at,
      attempts: 0,
      errcode: null,
      sentAt: null,
    };
    const row = Object.assign(new Post(), post);
    await insertRow(this.rows.manager, Post, row);
    return row;
  }
}

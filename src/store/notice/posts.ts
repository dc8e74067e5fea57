import { In, IsNull, Not } from 'typeorm';
import { isOutsider } from '../../domain/people/identity.js';
import { Grid } from '../people/grid.js';
import { Post, type PostContent } from './post.js';
import { insertRow, type Rows } from '../engine/rows.js';

/** Cuts what is too long for the channel into parts that are not. */
export type Split = (content: PostContent) => readonly PostContent[];

export const whole: Split = content => [content];

/** The topic of what its reader asked for: an answer said late, a code. */
export const askedFor = 'asked';

/** The topic of the morning's list of what waits for a member. */
export const morningList = 'todo';

/** What a private notice keeps its reader up to date about, and until when it is true. */
export interface About {
  readonly topic?: string;
  readonly until?: Date;
}

/** Messages that leave after the unit of work has been kept. */
export class Posts {
  /** True once this unit of work has queued something. */
  hasQueued = false;

  constructor(
    private readonly rows: Rows,
    private readonly split: Split,
  ) {}

  /**
   * To the grid's group. Every part of a long one is a post of its own and counts against the channel's budget. What is
   * still unsent about the same `topic` is stale now and stays unsent.
   */
  async toGroup(content: PostContent, at: Date, topic: string | null = null): Promise<void> {
    if (topic !== null) await this.merge(await this.find({ topic, state: 'queued' }));
    for (const part of this.split(content)) await this.queue(null, part, { at, topic });
  }

  /**
   * To one member, in private: it is shown when they next open or use their chat with the bot, as long as it is true. A later one on the
   * same topic takes the place of one that they have not read.
   */
  async toMember(userid: string, text: string, at: Date, { topic, until }: About = {}): Promise<Post> {
    if (topic !== undefined) await this.withdraw(topic, userid);
    return this.queue(userid, { type: 'markdown_v2', text }, { at, topic: topic ?? null, until: until ?? null });
  }

  /** What was told on a topic to one member, or to anybody, is not true any more: what waits is not told, and nothing is shown again. */
  async withdraw(topic: string, userid?: string): Promise<void> {
    const about = { gridId: this.rows.gridId, userid: userid ?? Not(IsNull()), topic };
    const where = { ...about, state: 'queued' as const };
    await this.merge(await this.rows.manager.find(Post, { where, order: { id: 'ASC' } }));
    // Seldom is anything: to look costs nothing where nobody has written since, and a statement that changes nothing makes all be read anew.
    const told = { ...about, state: In(['sent', 'unknown'] as const) };
    const shown = await this.rows.manager.find(Post, { where: told });
    if (shown.some(({ trueUntil }) => trueUntil?.getTime() !== 0))
      await this.rows.manager.update(Post, told, { trueUntil: new Date(0) });
  }

  /** Of what waits for a member on topics that begin so, only the first line is still true. */
  async keepFirstLine(topics: string, userid: string): Promise<void> {
    const where = { gridId: this.rows.gridId, state: 'queued' as const, userid };
    for (const post of await this.rows.manager.find(Post, { where, order: { id: 'ASC' } })) {
      const { content, topic } = post;
      if (!topic?.startsWith(topics) || !('text' in content)) continue;
      await this.update(post, { content: { ...content, text: content.text.split('\n')[0] ?? '' } });
    }
  }

  /** To the member who asked for it just now: it is pushed at night too. */
  async toAsker(userid: string, text: string, at: Date): Promise<Post> {
    return this.queue(userid, { type: 'markdown_v2', text }, { at, topic: askedFor });
  }

  /** What waits for a member in private and is still true, oldest first. The rest is dropped. */
  async waitingFor(userid: string, now: Date): Promise<Post[]> {
    const where = { gridId: this.rows.gridId, state: 'queued' as const, userid };
    const waiting = await this.rows.manager.find(Post, { where, order: { id: 'ASC' } });
    await this.merge(waiting.filter(post => isStale(post, now)));
    return waiting.filter(post => !isStale(post, now));
  }

  /** The words last meant for a member in private and still true, told already or not, newest first, but for those on a topic. */
  async latestTo(
    userid: string,
    { most, but, now }: { most: number; but: string; now: Date },
  ): Promise<{ text: string; at: Date }[]> {
    const where = { gridId: this.rows.gridId, userid, state: In(['queued', 'sending', 'sent', 'unknown']) };
    // Of many that were told some are true no longer.
    const latest = await this.rows.manager.find(Post, { where, order: { id: 'DESC' }, take: 8 * most });
    return latest
      .filter(post => !isStale(post, now) && post.topic !== but)
      .slice(0, most)
      .flatMap(({ content, queuedAt, dueAt }) =>
        'text' in content ? [{ text: content.text, at: queuedAt ?? dueAt }] : [],
      );
  }

  async markSent(post: Post, at: Date): Promise<void> {
    await this.rows.manager.update(Post, post.id, { state: 'sent', sentAt: at });
  }

  /** What is to be pushed to members in private, oldest first; what could not be pushed waits for their next private chat. */
  async waitingForMembers(): Promise<Post[]> {
    const waiting = await this.rows.manager.find(Post, {
      where: { gridId: this.rows.gridId, userid: Not(IsNull()), errcode: IsNull(), state: In(['queued', 'sending']) },
      order: { id: 'ASC' },
    });
    // Nobody from outside can be spoken to first: what waits for them is told when they next come.
    return waiting.filter(({ userid }) => !isOutsider(userid ?? ''));
  }

  /** True where something of that moment waits for the group. */
  async waitSince(at: Date): Promise<boolean> {
    const { gridId, manager } = this.rows;
    return manager.existsBy(Post, { gridId, userid: IsNull(), state: 'queued', queuedAt: at });
  }

  /** What the group has yet to get, in the order in which it leaves. */
  async waitingForGroup(): Promise<Post[]> {
    return this.find({ state: 'queued' });
  }

  /** The post that some process has in hand. */
  async onTheWay(): Promise<Post | null> {
    const [post] = await this.find({ state: 'sending' });
    return post ?? null;
  }

  async update(
    post: Post,
    changes: Partial<Pick<Post, 'state' | 'content' | 'dueAt' | 'attempts' | 'errcode' | 'sentAt'>>,
  ): Promise<void> {
    await this.rows.manager.update(Post, post.id, changes);
  }

  /** Another post takes their place. */
  async merge(posts: readonly Post[]): Promise<void> {
    for (const post of posts) await this.update(post, { state: 'merged' });
  }

  /** When the last `count` posts to the group were sent, newest first: the channel's budget. */
  async sentTimes(count: number): Promise<Date[]> {
    const sent = await this.rows.manager.find(Post, {
      where: { gridId: this.rows.gridId, userid: IsNull(), state: In(['sent', 'unknown', 'sending']) },
      order: { sentAt: 'DESC', id: 'DESC' },
      take: count,
      only: ['sentAt'],
    });
    return sent.flatMap(({ sentAt }) => (sentAt ? [sentAt] : []));
  }

  /** The group's webhook is dead: nothing more is tried until the operator sets a new one. */
  async turnChannelOff(grid: Grid, at: Date): Promise<void> {
    await this.rows.keep(Grid, Object.assign(grid, { channelOffAt: at }));
  }

  private async find(where: { topic?: string; state: Post['state'] }): Promise<Post[]> {
    return this.rows.manager.find(Post, {
      where: { gridId: this.rows.gridId, userid: IsNull(), ...where },
      order: { id: 'ASC' },
    });
  }

  private async queue(
    userid: string | null,
    content: PostContent,
    { at, topic, until = null }: { at: Date; topic: string | null; until?: Date | null },
  ): Promise<Post> {
    const row = Object.assign(new Post(), {
      gridId: this.rows.gridId,
      userid,
      content,
      state: 'queued' as const,
      topic,
      trueUntil: until,
      queuedAt: at,
      dueAt: at,
      attempts: 0,
      errcode: null,
      sentAt: null,
    });
    await insertRow(this.rows.manager, Post, row);
    this.hasQueued = true;
    return row;
  }
}

/** True once a waiting notice has outlived its truth. */
export function isStale({ trueUntil }: Post, now: Date): boolean {
  return trueUntil !== null && trueUntil <= now;
}

import type { Logger } from 'pino';
import type { Grid } from './store/entities/grid.js';
import type { Post } from './store/entities/post.js';
import type { Split } from './store/posts.js';
import type { Store } from './store/unit.js';
import type { Client, Post as Webhook } from './wecom/client.js';
import { WeComError } from './wecom/errors.js';
import { splitMarkdown, splitText } from './wecom/split.js';

export interface SenderParts {
  readonly store: Store;
  readonly client: Client;
  readonly now: () => Date;
  readonly log: Logger;
  readonly onSent?: (outcome: string) => void;
}

/** Cuts a long post by the rule of wecom-protocol.md 7.4. */
export const splitPost: Split = content => {
  if (content.type === 'text') return splitText(content.text).map(text => ({ ...content, text }));
  if (content.type === 'markdown' || content.type === 'markdown_v2')
    return splitMarkdown(content.text).map(text => ({ ...content, text }));
  return [content];
};

/** WeChat Work takes 20 messages a minute from one webhook (wecom-protocol.md 7.1). */
const budget = 20;
const windowMs = 60_000;
const mostAttempts = 4;

/** Sends what is queued for the groups: in order, one at a time a group, within the budget. */
export class Sender {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(private readonly parts: SenderParts) {}

  /** Sends everything that is due now. Calls that come while a round runs share the next one. */
  sendDue(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.sendAll();
    });
    this.running = this.next;
    return this.next;
  }

  /** When the next post waits to be sent; null when none does. */
  async nextDue(): Promise<Date | null> {
    const dues: number[] = [];
    for (const grid of await this.grids()) {
      const post = await this.parts.store.inGrid(grid, unit => unit.posts.nextForGroup(new Date(8.64e15)));
      if (post) dues.push(post.dueAt.getTime());
    }
    return dues.length === 0 ? null : new Date(Math.min(...dues));
  }

  private async grids(): Promise<Grid[]> {
    const grids = await this.parts.store.inUnit(open => open.grids.withQueuedPosts());
    return grids.filter(({ webhookKey }) => webhookKey !== null);
  }

  private async sendAll(): Promise<void> {
    for (const grid of await this.grids()) {
      try {
        while (await this.sendNext(grid));
      } catch (error) {
        this.parts.log.error({ grid: grid.code, err: error }, 'sending failed');
      }
    }
  }

  /** Sends the oldest post of one group if it is due and the budget allows; true when there may be more to send. */
  private async sendNext(grid: Grid): Promise<boolean> {
    const { store, now } = this.parts;
    const post = await store.inGrid(grid, async unit => {
      const next = await unit.posts.nextForGroup(now());
      if (!next) return null;
      const sent = await unit.posts.sentTimes(budget);
      const oldest = sent.length === budget ? sent.at(-1) : undefined;
      if (oldest && now().getTime() - oldest.getTime() < windowMs) {
        await unit.posts.update(next, { dueAt: new Date(oldest.getTime() + windowMs) });
        return null;
      }
      // Until WeChat Work has answered, nobody knows whether the group has it: a process that dies here leaves “unknown”.
      await unit.posts.update(next, { state: 'unknown', attempts: next.attempts + 1, sentAt: now() });
      return next;
    });
    if (!post) return false;

    const changes = await this.deliver(grid, post);
    await store.inGrid(grid, unit => unit.posts.update(post, changes));
    this.parts.onSent?.(changes.state);
    return changes.state !== 'queued';
  }

  private async deliver(grid: Grid, post: Post): Promise<Partial<Post> & { state: Post['state'] }> {
    const key = grid.webhookKey ?? '';
    const attempts = post.attempts + 1;
    try {
      await this.parts.client.sendWebhook(key, await this.toWebhook(key, post));
      return { state: 'sent', errcode: null };
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      this.parts.log.warn(
        { grid: grid.code, post: post.id, errcode: error.errcode, kind: error.kind },
        'a post was not taken',
      );
      const errcode = error.errcode ?? null;
      if (error.kind === 'unknown') return { state: 'unknown', errcode };
      if (error.kind === 'rate')
        return { state: 'queued', errcode, sentAt: null, dueAt: new Date(this.parts.now().getTime() + windowMs) };
      if (!error.retryable || attempts >= mostAttempts) return { state: 'failed', errcode, sentAt: null };
      return {
        state: 'queued',
        errcode,
        sentAt: null,
        dueAt: new Date(this.parts.now().getTime() + 1000 * 2 ** attempts),
      };
    }
  }

  private async toWebhook(key: string, { content }: Post): Promise<Webhook> {
    if (content.type === 'image') return { kind: 'image', bytes: Buffer.from(content.base64, 'base64') };
    if (content.type === 'text') return { kind: 'text', text: content.text, mention: content.mentions };
    if (content.type !== 'file') return { kind: content.type, text: content.text };
    const mediaId = await this.parts.client.uploadMedia(key, content.name, Buffer.from(content.base64, 'base64'));
    return { kind: 'file', mediaId };
  }
}

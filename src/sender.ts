import type { Logger } from 'pino';
import { plain } from './domain/plain-text.js';
import { postDigest } from './publish/post-digest.js';
import type { Grid } from './store/entities/grid.js';
import type { Post, PostContent } from './store/entities/post.js';
import type { Split } from './store/posts.js';
import type { Store, Unit } from './store/unit.js';
import type { Client, Post as Webhook } from './wecom/client.js';
import { type ErrorKind, WeComError } from './wecom/errors.js';
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
/** A transient failure is tried again at most three times (wecom-protocol.md 11.2). */
const mostAttempts = 4;
/** Longer than a call to WeChat Work may take: a post still on its way then was left by a process that died. */
const deadAfterMs = 30_000;
/** After an outage, so many posts that have waited so long are told in one. */
const digestFrom = 6;
const staleMs = 3 * 3_600_000;

type Outcome = Partial<Pick<Post, 'content' | 'dueAt' | 'errcode' | 'sentAt'>> & { readonly state: Post['state'] };

/** Sends what is queued for the groups: in order, one at a time a group, within the budget, whichever process it is. */
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

  /** For a record that only this process serves: what is on its way now was left by its forerunner, which has died. */
  async takeOver(): Promise<void> {
    const { store, now } = this.parts;
    for (const grid of await store.inUnit(open => open.grids.withQueuedPosts())) {
      await store.inGrid(grid, async unit => {
        const left = await unit.posts.onTheWay();
        if (left) await unit.posts.update(left, afterUnknown(left, now()));
      });
    }
  }

  /** When the next post waits to be sent; null when none does. */
  async nextDue(): Promise<Date | null> {
    const dues: number[] = [];
    for (const grid of await this.grids()) {
      const [post] = await this.parts.store.inGrid(grid, unit => unit.posts.waitingForGroup());
      if (post) dues.push(post.dueAt.getTime());
    }
    return dues.length === 0 ? null : new Date(Math.min(...dues));
  }

  private async grids(): Promise<Grid[]> {
    const grids = await this.parts.store.inUnit(open => open.grids.withQueuedPosts());
    return grids.filter(({ webhookKey, channelOffAt }) => webhookKey !== null && !channelOffAt);
  }

  private async sendAll(): Promise<void> {
    let grids: Grid[] = [];
    try {
      grids = await this.grids();
    } catch (error) {
      this.parts.log.error({ err: error }, 'the record could not be asked what is to be sent');
    }
    for (const grid of grids) {
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
    const post = await store.inGrid(grid, unit => takeNext(unit, now()));
    if (!post) return false;

    const { state, ...changes } = await this.deliver(grid, post);
    const isOff = await store.inGrid(grid, async unit => {
      await unit.posts.update(post, { ...changes, state });
      const off = state === 'queued' && changes.dueAt === undefined;
      if (off) await turnOff(unit, { at: now(), errcode: changes.errcode ?? null });
      return off;
    });
    if (isOff) this.parts.log.error({ grid: grid.code }, 'the webhook is dead: set a new one with `grid -- webhook`');
    this.parts.onSent?.(state);
    return state !== 'queued';
  }

  private async deliver(grid: Grid, post: Post): Promise<Outcome> {
    const key = grid.webhookKey ?? '';
    try {
      await this.parts.client.sendWebhook(key, await this.toWebhook(key, post));
      return { state: 'sent', errcode: null };
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      const { errcode = null, kind } = error;
      this.parts.log.warn({ grid: grid.code, post: post.id, errcode, kind }, 'a post was not taken');
      return { errcode, ...this.after(kind, post) };
    }
  }

  /** What becomes of a post that was not taken, by the classes of wecom-protocol.md 11.2. */
  private after(kind: ErrorKind, post: Post): Outcome {
    const now = this.parts.now().getTime();
    const later = (ms: number, content = post.content): Outcome => ({
      state: 'queued',
      content,
      sentAt: null,
      dueAt: new Date(now + ms),
    });
    switch (kind) {
      case 'transient':
      case 'token':
      case 'media-id':
        if (post.attempts + 1 >= mostAttempts) return { state: 'failed', sentAt: null };
        return later(1000 * 2 ** (post.attempts + 1) * (1 + Math.random() / 4));
      case 'rate':
        return later(windowMs);
      case 'unknown':
        return afterUnknown(post, new Date(now + windowMs));
      case 'credentials':
      case 'permanent-target':
        // Kept for the day when there is a webhook again. No due time: the channel is turned off.
        return { state: 'queued', sentAt: null };
      case 'bug':
      case 'card-id':
      case 'media':
        return isPlainest(post.content)
          ? { state: 'failed', sentAt: null }
          : later(0, { type: 'text', text: plainest(post.content), mentions: [] });
      default:
        return { state: 'failed', sentAt: null };
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

/**
 * Takes the group's oldest post in hand, so that no other process does: the post itself is the lease. Null when nothing is
 * due, when another is on its way, or when the minute's budget is spent.
 */
async function takeNext(unit: Unit, now: Date): Promise<Post | null> {
  const onTheWay = await unit.posts.onTheWay();
  if (onTheWay) {
    if (now.getTime() - (onTheWay.sentAt?.getTime() ?? 0) < deadAfterMs) return null;
    // Whoever had it died before it could tell.
    await unit.posts.update(onTheWay, afterUnknown(onTheWay, now));
  }
  await digestAfterOutage(unit, now);
  const [next] = await unit.posts.waitingForGroup();
  if (!next || next.dueAt > now) return null;

  const sent = await unit.posts.sentTimes(budget);
  const oldest = sent.length === budget ? sent.at(-1) : undefined;
  if (oldest && now.getTime() - oldest.getTime() < windowMs) {
    await unit.posts.update(next, { dueAt: new Date(oldest.getTime() + windowMs) });
    return null;
  }
  await unit.posts.update(next, { state: 'sending', attempts: next.attempts + 1, sentAt: now });
  return next;
}

/** What has piled up for hours arrives as one post, not as sixty. */
async function digestAfterOutage(unit: Unit, now: Date): Promise<void> {
  const waiting = await unit.posts.waitingForGroup();
  const stale = waiting.flatMap(post => {
    const { content, queuedAt } = post;
    const isStale = queuedAt && now.getTime() - queuedAt.getTime() >= staleMs;
    return isStale ? [{ post, queuedAt, text: 'text' in content ? content.text : '（图片或文件）' }] : [];
  });
  const [first, ...others] = stale;
  if (!first || stale.length < digestFrom) return;
  await unit.posts.update(first.post, { content: { type: 'markdown_v2', text: postDigest(stale) }, dueAt: now });
  await unit.posts.merge(others.map(({ post }) => post));
}

async function turnOff(unit: Unit, { at, errcode }: { at: Date; errcode: number | null }): Promise<void> {
  await unit.posts.turnChannelOff(unit.grid, at);
  unit.journal.add('channel.off', { by: 'clock', at, facts: { errcode } });
  const word = '群消息推送停了：企业微信不再接受本群的推送地址。请联系管理员重新设置，期间的通知会补发。';
  for (const userid of await unit.members.withRole('grid_secretary')) await unit.posts.toMember(userid, word, at);
}

/** Nobody knows whether the group has it: money and votes are never repeated, anything else once and visibly. */
function afterUnknown({ content }: Post, dueAt: Date): Outcome {
  if (isWeighty(content) || isRepeat(content)) return { state: 'unknown' };
  return { state: 'queued', content: repeated(content), sentAt: null, dueAt };
}

/** Money and votes: a second time could be taken for a second deed. */
function isWeighty(content: PostContent): boolean {
  return !('text' in content) || /元|票|表决|同意|积分|决算|验收/.test(content.text);
}

const repeatMark = '（可能重复）';

function isRepeat(content: PostContent): boolean {
  return 'text' in content && content.text.startsWith(repeatMark);
}

function repeated(content: PostContent): PostContent {
  return 'text' in content ? { ...content, text: `${repeatMark}${content.text}` } : content;
}

function isPlainest(content: PostContent): boolean {
  return content.type === 'text' && content.mentions.length === 0;
}

/** Said without any form, for a channel that did not take the form. */
function plainest(content: PostContent): string {
  if (!('text' in content)) return '有一份图片或文件没能发出，请到公示栏查看。';
  return (
    splitText(
      content.text
        .split('\n')
        .map(line => plain(line))
        .join('\n'),
    )[0] ?? ''
  );
}

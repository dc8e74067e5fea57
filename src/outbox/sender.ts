import type { Logger } from 'pino';
import {
  type Outcome,
  afterFailure,
  afterPrivateFailure,
  afterPrivateUnknown,
  afterUnknown,
  checkedSeconds,
  windowMs,
} from './post-outcome.js';
import { repeated } from '../domain/notice/may-repeat.js';
import { type MemberChannel, deadAfterMs, pushes, takeNextPrivate, toPush } from './private-posts.js';
import { Rounds } from './rounds.js';
import { postDigest } from '../publish/notice/post-digest.js';
import type { Grid } from '../store/people/grid.js';
import type { Post, PostContent } from '../store/notice/post.js';
import type { Split } from '../store/notice/posts.js';
import { ChannelUses } from '../store/notice/channel-uses.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';
import type { Client, Post as Webhook } from '../wecom/robot/client.js';
import { WeComError } from '../wecom/errors.js';
import type { Conversation, Link } from '../wecom/robot/long-connection.js';
import { splitMarkdown, splitText } from '../wecom/faces/split.js';

interface SenderParts {
  readonly store: Store;
  readonly client: Client;
  /** The long connection, where the bot has one: then posts leave by it, and private ones are pushed too. */
  readonly link?: Link | null;
  /** The 自建应用, where there is one: private posts go out by it at once, whether or not their reader has ever written. */
  readonly members?: MemberChannel | null;
  readonly now: () => Date;
  readonly log: Logger;
  /** From 0 up to 1, so that retries of many bots do not come at one moment. */
  readonly chance: () => number;
  readonly onSent?: (outcome: string) => void;
  /** Told of what goes to members by the app. */
  readonly onPushed?: (outcome: string) => void;
  /** Told as a round gets on, and when it has ended. */
  readonly onRound?: () => void;
}

/** Cuts a long post by the rule of docs/wecom-protocol.md 7.4. */
export const splitPost: Split = content => {
  if (content.type === 'text') return splitText(content.text).map(text => ({ ...content, text }));
  if (content.type === 'markdown' || content.type === 'markdown_v2')
    return splitMarkdown(content.text).map(text => ({ ...content, text }));
  return [content];
};

/** WeChat Work takes 20 messages a minute from one webhook (docs/wecom-protocol.md 7.1). */
const budget = 20;
const uploads = { perMinute: 30, perHour: 1000 };
/** A group in which nobody has spoken to the bot yet is tried again after this long. */
const untalkedMs = 10 * 60_000;
/** After an outage, so many posts that have waited so long are told in one. */
const digestFrom = 6;
const staleMs = 3 * 3_600_000;

/** A post in hand, and the conversation it is pushed into; null: it leaves by the webhook. */
interface Taken {
  readonly post: Post;
  readonly to: Conversation | null;
}

/** Sends what is queued for the groups: in order, one at a time a group, within the budget, whichever process it is. */
export class Sender {
  private readonly rounds: Rounds;

  constructor(private readonly parts: SenderParts) {
    this.rounds = new Rounds(
      () => this.sendAll(),
      error => parts.log.error({ err: error }, 'a round of the outbox failed; the next one tries again'),
    );
  }

  /** Sends everything that is due now. Calls that come while a round runs share the next one. */
  sendDue(): Promise<void> {
    return this.rounds.run();
  }

  /** For a record that only this process serves: what is on its way now was left by its forerunner, which has died. */
  async takeOver(): Promise<void> {
    const { store, members, now } = this.parts;
    const byApp = Boolean(members);
    const grids = await store.inUnit(async open => [
      ...(await open.grids.withQueuedPosts()),
      ...(await open.grids.withPrivatePosts()),
    ]);
    for (const grid of grids) {
      await store.inGrid(grid, async unit => {
        const left = await unit.posts.onTheWay();
        if (left) await unit.posts.update(left, afterUnknown(left, now()));
        for (const post of await unit.posts.waitingForMembers())
          if (post.state === 'sending') await unit.posts.update(post, afterPrivateUnknown(post, { byApp, now: now() }));
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
    return grids.filter(({ webhookKey, channelOffAt }) => (this.parts.link || webhookKey !== null) && !channelOffAt);
  }

  private async sendAll(): Promise<void> {
    let hasFailed = false;
    const send = async (grid: Grid, next: () => Promise<boolean>): Promise<void> => {
      // A round over many slow groups goes on all the same; one in which nothing could be sent is none.
      if (await this.sendUp(grid, next)) this.parts.onRound?.();
      else hasFailed = true;
    };
    for (const grid of await this.grids()) await send(grid, () => this.sendNext(grid));
    if (this.parts.members || this.parts.link?.isUp) {
      const withPrivate = await this.parts.store.inUnit(open => open.grids.withPrivatePosts());
      for (const grid of withPrivate) await send(grid, () => this.pushNext(grid));
    }
    if (!hasFailed) this.parts.onRound?.();
  }

  /** Sends until there is nothing more to send; what goes wrong in one grid does not hold up the others, and is answered by false. */
  private async sendUp(grid: Grid, next: () => Promise<boolean>): Promise<boolean> {
    try {
      while (await next());
      return true;
    } catch (error) {
      this.parts.log.error({ grid: grid.code, err: error }, 'sending failed');
      return false;
    }
  }

  /** Sends the oldest post of one group if it is due and the budget allows; true when there may be more to send. */
  private async sendNext(grid: Grid): Promise<boolean> {
    const { store, now } = this.parts;
    const taken = await store.inGrid(grid, unit => this.takeNext(unit));
    if (!taken) return false;

    const { state, ...changes } = await this.deliver(grid, taken);
    const isOff = await store.inGrid(grid, async unit => {
      await unit.posts.update(taken.post, { ...changes, state });
      const off = state === 'queued' && changes.dueAt === undefined;
      if (off) await turnOff(unit, { at: now(), errcode: changes.errcode ?? null });
      return off;
    });
    if (isOff) this.parts.log.error({ grid: grid.code }, 'the webhook is dead: set a new one with `grid -- webhook`');
    this.parts.onSent?.(state);
    return state !== 'queued';
  }

  /** Pushes one private post; true when there may be more. */
  private async pushNext(grid: Grid): Promise<boolean> {
    const { store, now, log } = this.parts;
    const post = await store.inGrid(grid, unit =>
      takeNextPrivate(unit, { now: now(), members: this.parts.members ?? null }),
    );
    if (!post) return false;
    let outcome: Outcome = { state: 'sent', errcode: null };
    let isRefused = false;
    const way = { byApp: Boolean(this.parts.members) };
    try {
      await this.pushToMember(post, way);
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      const { kind, errcode } = error;
      log.warn({ grid: grid.code, post: post.id, errcode, kind }, 'a private post was not taken');
      // An app that is not set up rightly is set right some day: its posts wait for that.
      isRefused = kind === 'credentials' && Boolean(this.parts.members);
      const passing = isRefused ? 'connection' : kind;
      outcome = afterPrivateFailure({ kind: passing, errcode, ...way }, post, {
        now: now(),
        chance: this.parts.chance(),
      });
    }
    await store.inGrid(grid, unit => unit.posts.update(post, outcome));
    (this.parts.members ? this.parts.onPushed : this.parts.onSent)?.(outcome.state);
    if (isRefused) return false;
    return Boolean(this.parts.members) || (this.parts.link?.isUp ?? false);
  }

  /** By the app; whom it does not reach, by the long connection where that is up. */
  private async pushToMember({ userid, content, sentAt }: Post, way: { byApp: boolean }): Promise<void> {
    const { members, link } = this.parts;
    const id = userid ?? '';
    const words = toPush(content);
    const byLink = async (): Promise<void> => {
      if (!link) throw new WeComError({ kind: 'connection', detail: 'there is no way to a member' });
      const isSecond = sentAt !== null && words.kind === 'markdown';
      await link.push({ kind: 'single', id }, isSecond ? { ...words, text: repeated(words.text) } : words);
    };
    if (!members) return byLink();
    await members.push(id, words, sentAt === null ? undefined : checkedSeconds).catch((error: unknown) => {
      if (!link?.isUp || !(error instanceof WeComError) || error.kind !== 'recipient') throw error;
      way.byApp = false;
      return byLink();
    });
  }

  /**
   * Takes the group's oldest post in hand, so that no other process does: the post itself is the lease. Null when nothing is
   * due, when another is on its way, or when the budget is spent.
   */
  private async takeNext(unit: Unit): Promise<Taken | null> {
    const { link } = this.parts;
    const now = this.parts.now();
    const chatId = link ? await unit.members.chatId() : null;
    if (chatId === null ? unit.grid.webhookKey === null : !link?.isUp) return null;

    const onTheWay = await unit.posts.onTheWay();
    if (onTheWay) {
      if (now.getTime() - (onTheWay.sentAt?.getTime() ?? 0) < deadAfterMs) return null;
      // Whoever had it died before it could tell.
      await unit.posts.update(onTheWay, afterUnknown(onTheWay, now));
    }
    await digestAfterOutage(unit, now);
    const [post] = await unit.posts.waitingForGroup();
    if (!post || post.dueAt > now) return null;

    const free = chatId === null ? await webhookFree(unit, now) : await linkFree(unit, { chatId, post, now });
    if (free) {
      await unit.posts.update(post, { dueAt: free });
      return null;
    }
    await unit.posts.update(post, { state: 'sending', attempts: post.attempts + 1, sentAt: now });
    return { post, to: chatId === null ? null : { kind: 'group', id: chatId } };
  }

  private async deliver(grid: Grid, { post, to }: Taken): Promise<Outcome> {
    const { link, client, log, now } = this.parts;
    const key = grid.webhookKey ?? '';
    const byWebhook = async (): Promise<void> => client.sendWebhook(key, await this.toWebhook(key, post));
    try {
      if (to && link && !(key && isMention(post.content))) {
        await link.push(to, toPush(post.content)).catch((error: unknown) => {
          // A group in which nobody has spoken to the bot yet is reached by its webhook, if it has one.
          if (key && error instanceof WeComError && error.kind === 'permanent-target') return byWebhook();
          throw error;
        });
      } else {
        await byWebhook();
      }
      return { state: 'sent', errcode: null };
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      const { errcode = null, kind } = error;
      log.warn({ grid: grid.code, post: post.id, errcode, kind }, 'a post was not taken');
      if (to && kind === 'permanent-target') {
        log.error(
          { grid: grid.code, errcode },
          'the group takes no pushes: somebody must speak to the bot there first',
        );
        return { state: 'queued', errcode, sentAt: null, dueAt: new Date(now().getTime() + untalkedMs) };
      }
      return { errcode, ...afterFailure(kind, post, { now: now(), chance: this.parts.chance() }) };
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

/** Null when the webhook takes another post now; otherwise when it will. */
async function webhookFree(unit: Unit, now: Date): Promise<Date | null> {
  const sent = await unit.posts.sentTimes(budget);
  const oldest = sent.length === budget ? sent.at(-1) : undefined;
  return oldest && now.getTime() - oldest.getTime() < windowMs ? new Date(oldest.getTime() + windowMs) : null;
}

/** Null when the long connection takes another post for this group now; otherwise when it will. */
async function linkFree(
  { manager }: Unit,
  { chatId, post, now }: { chatId: string; post: Post; now: Date },
): Promise<Date | null> {
  const uses = new ChannelUses(manager);
  const isMedia = !('text' in post.content);
  return (isMedia ? await uses.take('upload', now, uploads) : null) ?? uses.take(chatId, now, pushes);
}

/** Only a webhook can mention somebody. */
function isMention(content: PostContent): boolean {
  return content.type === 'text' && content.mentions.length > 0;
}

/** What has piled up for hours arrives as one post, not as sixty. */
async function digestAfterOutage(unit: Unit, now: Date): Promise<void> {
  const waiting = await unit.posts.waitingForGroup();
  const stale = waiting.flatMap(post => {
    const { content, queuedAt } = post;
    const isOld = queuedAt && now.getTime() - queuedAt.getTime() >= staleMs;
    return isOld ? [{ post, queuedAt, text: 'text' in content ? content.text : '（图片或文件）' }] : [];
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

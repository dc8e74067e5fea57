import type { Logger } from 'pino';
import type { Message } from '../talk/message.js';
import type { Reply } from '../talk/reply.js';
import { ChannelUses } from '../store/notice/channel-uses.js';
import { Leases } from '../store/engine/leases.js';
import type { Store } from '../store/engine/store.js';
import { apology, leftUnsaid, spoken } from '../wecom/robot/answer.js';
import { readCallback } from '../wecom/robot/callback.js';
import { type ErrorKind, WeComError, refusesCard } from '../wecom/errors.js';
import type { KeySeal } from '../wecom/faces/key-seal.js';
import { type LinkFrame, linkAnswer } from '../wecom/robot/link-answer.js';
import type { Fault } from '../wecom/received.js';
import {
  type Callback,
  type Conversation,
  type Credentials,
  type Link,
  type LinkState,
  LongConnection,
  type Push,
} from '../wecom/robot/long-connection.js';

export interface LinkDoorParts {
  readonly store: Store;
  readonly credentials: Credentials;
  /** The name of this process among those that serve the record. */
  readonly holder: string;
  readonly answer: (message: Message) => Promise<Reply>;
  readonly keys: KeySeal;
  readonly now: () => Date;
  readonly log: Logger;
  readonly onFault: (fault: Fault, error?: unknown) => void;
  readonly onState?: (state: LinkState) => void;
  /** Told when something that could not be said at once waits in the outbox. */
  readonly onQueued: () => void;
  /** Milliseconds that only grow. */
  readonly clockMs: () => number;
}

const lease = 'long-connection';
/** A holder asks for the lease again every five seconds; when it dies another has it 20 seconds later at most. */
const leaseMs = 15_000;
/** How long nobody of ours connects after a stranger has taken the connection's place: two that both come back would kick each other for ever. */
const afterDisplacedMs = 10 * 60_000;
/** How long after a failed subscribing the next is tried: WeChat Work counts them. */
const afterFailedMs = 60_000;

/** A connection that has not come up for so long is given up: a server that accepts and says nothing would hold the lease for ever. */
const giveUpMs = 30_000;

/** Replies and pushes of one conversation together (docs/wecom-protocol.md 8.8). */
const replies = { perMinute: 30, perHour: 1000 };

/** What is left when all words were said: a picture is drawn from how things stand, so it is asked for again. */
const lostPicture = '图没有发出来。把刚才的话再发一次，就能看到。';

/** Answers that a later message may say just as well. */
const sayLater: readonly ErrorKind[] = ['connection', 'rate', 'transient'];

/**
 * The long connection (docs/wecom-protocol.md 8): the bot calls WeChat Work and needs no address of its own. One process of all that
 * serve the record holds the connection, by a lease; the others wait until it is free.
 */
export class LinkDoor implements Link {
  private connection: LongConnection | null = null;
  private isRefused = false;
  /** Since when the connection has been in its state. */
  private changedAt = new Date(0);
  /** By the clock that only grows. */
  private downMs: number | null = null;
  private provenAt = new Date(0);
  private restUntil = new Date(0);
  /** Answers count against the budget one after another, or two at once would both find the last place. */
  private counting: Promise<unknown> = Promise.resolve();
  private readonly answering = new Set<Promise<void>>();

  constructor(private readonly parts: LinkDoorParts) {}

  get isUp(): boolean {
    return this.connection?.isUp ?? false;
  }

  /** Since when the connection ought to be up and is not, however often it was tried anew; null where it is up, or another process's. */
  get downSinceMs(): number | null {
    return this.downMs;
  }

  async push(to: Conversation, push: Push): Promise<void> {
    if (!this.connection) throw new WeComError({ kind: 'connection', detail: 'another process holds the connection' });
    await this.connection.push(to, push);
  }

  /** Holds, takes up or gives up the connection, as the lease in the record says. */
  async tick(): Promise<void> {
    const { log } = this.parts;
    try {
      await this.followLease();
    } catch (error) {
      log.error({ err: error }, 'the record could not be asked who holds the long connection');
      const unprovenMs = this.parts.now().getTime() - this.provenAt.getTime();
      if (this.connection && unprovenMs >= leaseMs) this.drop();
    }
  }

  /** Answers what was taken, closes the connection and leaves the lease to whoever comes next. */
  async close(): Promise<void> {
    await Promise.all(this.answering);
    if (!this.connection) return;
    this.drop();
    await this.leave(this.parts.now());
  }

  private async followLease(): Promise<void> {
    const { store, holder, now, log } = this.parts;
    if (this.isRefused || now() < this.restUntil) return;
    const state = this.connection?.state;
    const claim = { name: lease, holder, now: now(), forMs: leaseMs };
    const isMine = await store.inUnit(open => new Leases(open.manager).take(claim));
    if (!isMine) {
      this.drop();
      this.downMs = null;
      return;
    }
    this.provenAt = now();

    if (state === 'displaced') {
      log.error('another program with the same bot id took the long connection; this bot stays away for ten minutes');
      await this.rest(afterDisplacedMs);
    } else if (state === 'refused') {
      log.fatal(
        'WeChat Work does not know this WECOM_BOT_ID with this WECOM_BOT_SECRET: set the right ones, start again',
      );
      this.isRefused = true;
      this.drop();
      await this.leave(now());
    } else if (state === 'failed') {
      await this.rest(afterFailedMs);
    } else if (!this.connection) {
      this.connect();
    } else if (state !== 'up' && now().getTime() - this.changedAt.getTime() >= giveUpMs) {
      log.error({ state }, 'the long connection does not come up; it is given up, and another process may have it');
      this.drop();
      this.restUntil = new Date(now().getTime() + afterFailedMs);
      await this.leave(now());
    }
  }

  private connect(): void {
    const { credentials, log, onState } = this.parts;
    const connection = new LongConnection({
      ...credentials,
      onCallback: callback => this.hear(connection, callback),
      onState: state => {
        log.info({ state }, 'the long connection');
        this.changed();
        if (state === 'up') this.downMs = null;
        onState?.(state);
        if (state === 'up') this.parts.onQueued();
      },
      remark: words => log.debug({ words }, 'the long connection remarks'),
    });
    this.changed();
    this.connection = connection.open();
  }

  private changed(): void {
    this.changedAt = this.parts.now();
    this.downMs ??= this.parts.clockMs();
  }

  private async rest(ms: number): Promise<void> {
    this.drop();
    this.restUntil = new Date(this.parts.now().getTime() + ms);
    await this.leave(this.restUntil);
  }

  private drop(): void {
    this.connection?.close();
    this.connection = null;
  }

  private async leave(until: Date): Promise<void> {
    const { store, holder } = this.parts;
    await store.inUnit(open => new Leases(open.manager).leave({ name: lease, holder, until }));
  }

  private hear(connection: LongConnection, callback: Callback): void {
    const done = this.answerTo(connection, callback)
      .catch((error: unknown) => this.parts.onFault('follow-up-failed', error))
      .finally(() => this.answering.delete(done));
    this.answering.add(done);
  }

  private async answerTo(connection: LongConnection, { reqId, json }: Callback): Promise<void> {
    const message = readCallback(json, this.parts.keys);
    if (!message) this.parts.onFault('dropped');
    if (!message || message.body.kind === 'ignored' || message.body.kind === 'awaits') return;
    const reply = await this.replyTo(message);
    const frames = linkAnswer(message, reply, this.parts.keys);
    const pictures = reply.pictures ?? [];
    if (frames.length === 0 && pictures.length === 0) return;

    let unsaid = reply;
    let rest = leftUnsaid(message, reply);
    try {
      for (const frame of frames) {
        const isFace = await this.sayFrame(connection, { reqId, message, unsaid, frame });
        // Without its new face a pressed card says nothing: all of the words follow.
        if (!isFace) {
          await this.sayLater(message, spoken(reply));
          rest = undefined;
        }
        // Of two frames the words are the first, and their card the second.
        unsaid = { ...(frame !== frames.at(-1) && reply.card && { card: reply.card }), text: '' };
      }
      for (const bytes of pictures) {
        const media = { kind: 'image', name: 'picture.png', bytes } as const;
        await this.ensureRoom(message);
        // Only a message can be answered with a picture; a press or a visit gets it as a push.
        await (message.body.kind === 'said' || message.body.kind === 'sent'
          ? connection.answerMedia(reqId, media)
          : connection.push(conversationOf(message), media));
      }
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      await this.afterFault(message, unsaid, error);
      return;
    }
    if (rest) await this.sayLater(message, rest);
  }

  /** What the deed answers; an apology when it failed, for those who said something. */
  private async replyTo(message: Message): Promise<Reply> {
    try {
      return await this.parts.answer(message);
    } catch (error) {
      this.parts.onFault('answer-failed', error);
      if (message.body.kind === 'pressed') await this.sayLater(message, apology.text).catch(() => undefined);
      return message.body.kind === 'pressed' || message.body.kind === 'entered' ? { text: '' } : apology;
    }
  }

  /**
   * Says one frame; `unsaid` is what of the reply no frame has said yet. A card that is refused is said in words. False for the new face of
   * a pressed card, in whose place nothing can be said here.
   */
  private async sayFrame(
    connection: LongConnection,
    { reqId, message, unsaid, frame }: { reqId: string; message: Message; unsaid: Reply; frame: LinkFrame },
  ): Promise<boolean> {
    await this.ensureRoom(message);
    try {
      await connection.answer(reqId, frame);
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      const isRefused = frame.body['template_card'] !== undefined && refusesCard.has(error.kind);
      if (!isRefused && error.kind !== 'card-id') throw error;
      if (isRefused) this.parts.onFault('follow-up-failed', error);
      if (isRefused && message.body.kind === 'pressed') return false;
      // The card's id was used before: the same card under another, once.
      const said = isRefused ? { text: spoken(unsaid) } : unsaid;
      const again = linkAnswer({ ...message, id: `${message.id} again` }, said, this.parts.keys).at(-1);
      if (again) await connection.answer(reqId, again);
    }
    return true;
  }

  private async ensureRoom(message: Message): Promise<void> {
    const { store, now } = this.parts;
    const { id } = conversationOf(message);
    const count = this.counting.then(() =>
      store.inUnit(open => new ChannelUses(open.manager).take(id, now(), replies)),
    );
    this.counting = count.catch(() => undefined);
    if (await count) throw new WeComError({ kind: 'rate', detail: 'the budget of this conversation is spent' });
  }

  /** The deed is kept whatever becomes of its answer; what of it could not be said is said when it can be. */
  private async afterFault(message: Message, unsaid: Reply, error: WeComError): Promise<void> {
    const { kind, errcode } = error;
    this.parts.onFault('follow-up-failed', error);
    if (errcode === 846_609) this.drop();
    // A welcome that comes late is none; of an unknown outcome nobody knows whether it was read.
    if (message.body.kind !== 'entered' && sayLater.includes(kind))
      await this.sayLater(message, spoken(unsaid) || lostPicture);
  }

  /** By the outbox: in order, within the budget, whichever process holds the connection by then. */
  private async sayLater(message: Message, text: string): Promise<void> {
    const { store, now, onQueued } = this.parts;
    if (text === '') return;
    await store.inUnit(async open => {
      const { chat, userid } = message;
      const grid = chat.kind === 'group' ? await open.grids.byChat(chat.id) : await open.grids.byUser(userid);
      if (!grid) return;
      const { posts } = await open.within(grid);
      if (chat.kind === 'group') await posts.toGroup({ type: 'markdown_v2', text }, now());
      else await posts.toAsker(userid, text, now());
    });
    onQueued();
  }
}

function conversationOf({ chat, userid }: Message): Conversation {
  return chat.kind === 'group' ? chat : { kind: 'single', id: userid };
}

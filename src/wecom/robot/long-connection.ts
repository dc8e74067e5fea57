import { WSClient, type Logger, type SendMsgBody, type WsFrame } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import { type ErrorKind, WeComError, errorKind } from '../errors.js';
import { isForBot } from './callback.js';
import type { LinkFrame } from './link-answer.js';
import { imageMaxBytes } from '../faces/lengths.js';

export interface Credentials {
  readonly botId: string;
  readonly secret: string;
  /** `wss://…` */
  readonly url: string;
}

interface LongConnectionOptions extends Credentials {
  /** Told of every message and event, as it came. */
  readonly onCallback: (callback: Callback) => void;
  /** Told whenever the state has changed. */
  readonly onState: (state: LinkState) => void;
  /** What the SDK remarks, without anything that a member wrote. */
  readonly remark: (words: string) => void;
}

export interface Callback {
  /** Names the callback to WeChat Work; every frame of the answer carries it. */
  readonly reqId: string;
  readonly json: unknown;
}

/**
 * `displaced`: another connection took this one's place, and this one must not come back by itself. `refused`: the bot id or the
 * secret is wrong. `failed`: subscribing was not possible just now. After these three a new connection is made, or none.
 */
export type LinkState = 'opening' | 'up' | 'down' | 'displaced' | 'refused' | 'failed' | 'closed';

export interface Conversation {
  readonly kind: 'group' | 'single';
  /** A group's chat id, letter for letter, or a member's userid. */
  readonly id: string;
}

/** What can be pushed into a conversation, or said in answer beside the text. */
export type Push =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'image' | 'file'; readonly name: string; readonly bytes: Buffer };

/** What leaves for a member or a group over the long connection. Every failure is a `WeComError`. */
export interface Link {
  readonly isUp: boolean;
  push(to: Conversation, push: Push): Promise<void>;
}

const Refused = z.object({ errcode: z.number() });

/** One long connection by WeChat Work's own SDK, which subscribes, pings, reconnects and matches acknowledgements. */
export class LongConnection implements Link {
  private readonly client: WSClient;
  private now: LinkState = 'opening';

  constructor(private readonly options: LongConnectionOptions) {
    const { botId, secret, url, onCallback, remark } = options;
    this.client = new WSClient({
      botId,
      secret,
      wsUrl: url,
      // Whoever holds the lease goes on trying for as long as it does; wrong credentials do not become right.
      maxReconnectAttempts: -1,
      maxAuthFailureAttempts: 0,
      logger: quiet(remark),
    });
    this.client.on('authenticated', () => this.become('up'));
    this.client.on('disconnected', () => this.become('down'));
    this.client.on('event.disconnected_event', () => this.become('displaced'));
    this.client.on('error', error => {
      const code = /\(code: (-?\d+)\)$/.exec(error.message)?.[1];
      if (error.message.startsWith('Authentication failed'))
        this.become(errorKind(Number(code)) === 'credentials' ? 'refused' : 'failed');
    });
    const hear = ({ headers, body }: WsFrame<unknown>): void => {
      if (isForBot(body, botId)) onCallback({ reqId: headers.req_id, json: body });
    };
    this.client.on('message', hear);
    this.client.on('event', hear);
  }

  open(): this {
    this.client.connect();
    return this;
  }

  close(): void {
    this.become('closed');
    this.client.disconnect();
  }

  get state(): LinkState {
    return this.now;
  }

  get isUp(): boolean {
    return this.now === 'up' && this.client.isConnected;
  }

  async answer(reqId: string, { cmd, body }: LinkFrame): Promise<void> {
    await told(cmd, () => this.client.reply({ headers: { req_id: reqId } }, body, cmd));
  }

  /** A picture or a file in answer to a message, under its request id. */
  async answerMedia(reqId: string, push: Exclude<Push, { kind: 'markdown' }>): Promise<void> {
    const media = await this.upload(push);
    await this.answer(reqId, { cmd: 'aibot_respond_msg', body: media });
  }

  async push({ kind, id }: Conversation, push: Push): Promise<void> {
    const body =
      push.kind === 'markdown'
        ? { msgtype: 'markdown' as const, markdown: { content: push.text } }
        : await this.upload(push);
    // Without the type of the chat, a userid that reads like a group's chat id would be taken for the group.
    const sent: SendMsgBody & { chat_type: 1 | 2 } = { ...body, chat_type: kind === 'single' ? 1 : 2 };
    await told('aibot_send_msg', () => this.client.sendMessage(id, sent));
  }

  /** Uploads, in pieces of 512 KB; a picture that is too large for one goes as a file (docs/wecom-protocol.md 8.7). */
  private async upload({ kind, name, bytes }: Exclude<Push, { kind: 'markdown' }>) {
    const type = kind === 'image' && bytes.length <= imageMaxBytes ? ('image' as const) : ('file' as const);
    // Nobody sees an upload, so one of unknown outcome may be made again.
    const { media_id } = await told(
      'aibot_upload_media',
      () => this.client.uploadMedia(bytes, { type, filename: name }),
      {
        harmlessTwice: true,
      },
    );
    return type === 'image'
      ? { msgtype: 'image' as const, image: { media_id } }
      : { msgtype: 'file' as const, file: { media_id } };
  }

  private become(state: LinkState): void {
    // The SDK tells that a connection has gone after telling why; the reason is what counts.
    const isFinal = ['displaced', 'refused', 'failed', 'closed'].includes(this.now);
    if (state === this.now || (isFinal && state !== 'closed')) return;
    this.now = state;
    this.options.onState(state);
  }
}

/** What the SDK's call gives; its failures in our words. */
async function told<T>(purpose: string, call: () => Promise<T>, { harmlessTwice = false } = {}): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { errcode } = Refused.safeParse(error).data ?? {};
    if (errcode !== undefined) throw new WeComError({ kind: errorKind(errcode), errcode, detail: purpose });
    const isUnsent = error instanceof Error && error.message.includes('not connected');
    const unheard: ErrorKind = harmlessTwice ? 'transient' : 'unknown';
    throw new WeComError({ kind: isUnsent ? 'connection' : unheard, detail: purpose });
  }
}

/** The SDK's remarks quote what came over the wire; of each only the words before the first colon are passed on. */
function quiet(remark: (words: string) => void): Logger {
  const say = (words: string): void => remark(words.split(':')[0] ?? '');
  return { debug: () => undefined, info: say, warn: say, error: say };
}

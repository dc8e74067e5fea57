import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { RefusedAnswer, type Trigger, readAnswer } from './answer.js';
import type { Place } from './callback.js';
import type { Refusal } from './card-rules.js';
import type { Delivered, Heard, Line, Pushed } from './line.js';
import { Uploads } from './uploads.js';

interface OpenWsOptions {
  readonly botId: string;
  readonly secret: string;
  /** The key of every picture's link. */
  readonly mediaKey: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly heard: Heard;
  /** How long a member's phone waits for the first answer before it goes on. */
  readonly timeoutMs: number;
}

/** A callback that was delivered, and until when it may be answered. */
interface Open {
  readonly trigger: Trigger;
  readonly place: Place;
  readonly at: Date;
  /** Takes the first answer; later ones are shown as they come. */
  first: ((answer: Delivered) => void) | null;
}

const Frame = z.object({
  cmd: z.string(),
  headers: z.object({ req_id: z.string().min(1) }),
  body: z.unknown().optional(),
});
const Subscribe = z.object({ bot_id: z.string(), secret: z.string() });
const Kind = z.object({ msgtype: z.string() });
const Send = z.object({ chatid: z.string().min(1), chat_type: z.number().optional(), msgtype: z.string() });
const Markdown = z.object({ markdown: z.object({ content: z.string() }) });
const Media = z.object({ media_id: z.string() });

const answerMaxBytes = 20_480;
const minuteMs = 60_000;
/** An answer to a message within a day, to a press or a visit within five seconds (docs/wecom-protocol.md 8.2). */
const validMs: Readonly<Record<Trigger['kind'], number>> = {
  message: 86_400_000,
  refresh: 0,
  enter: 5000,
  press: 5000,
};
const streamMs = 6 * minuteMs;

class Refuse extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.errmsg);
  }
}

/** WeChat Work's end of the long connection (docs/wecom-protocol.md 8): one bot, one connection, and its rules. */
export class OpenWs implements Line {
  readonly botId: string;
  readonly mediaKey: string;
  /** With which errcodes the next answers and pushes are refused; null lets one through. */
  readonly refusals: (number | null)[] = [];
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024 });
  private readonly open = new Map<string, Open>();
  private readonly uploads: Uploads;
  private readonly streams = new Map<string, Date>();
  private readonly spokenIn = new Set<string>();
  private readonly sent = new Map<string, number[]>();
  private subscribed: WebSocket | null = null;
  private waiting: (() => void)[] = [];
  private detach = (): void => undefined;

  constructor(private readonly options: OpenWsOptions) {
    this.botId = options.botId;
    this.mediaKey = options.mediaKey;
    this.uploads = new Uploads(options.now, options.newId);
    this.server.on('connection', socket => {
      socket.on('message', data => void this.hear(socket, String(data)));
      socket.on('close', () => {
        if (this.subscribed === socket) this.subscribed = null;
      });
    });
  }

  /** Takes the connections that ask for `/simulator/openws`. */
  attach(server: Server): void {
    const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      if (request.url !== '/simulator/openws') return void socket.destroy();
      this.server.handleUpgrade(request, socket, head, opened => this.server.emit('connection', opened, request));
    };
    server.on('upgrade', upgrade);
    this.detach = () => server.off('upgrade', upgrade);
  }

  /** Breaks the connection, as a bad network does. */
  cut(): void {
    for (const socket of this.server.clients) socket.terminate();
  }

  close(): void {
    this.cut();
    this.detach();
    this.server.close();
  }

  /** Resolves once a bot has subscribed. */
  async connected(): Promise<void> {
    if (this.subscribed) return;
    await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  async deliver(callback: object, trigger: Trigger, place: Place): Promise<Delivered> {
    const { now, newId, timeoutMs } = this.options;
    if (trigger.kind === 'message') this.spokenIn.add(place.chatId ?? place.userid);
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'late'>(resolve => (late = setTimeout(resolve, timeoutMs, 'late')));
    const reqId = newId();
    const answered = (async (): Promise<Delivered> => {
      await this.connected();
      const cmd = trigger.kind === 'message' ? 'aibot_msg_callback' : 'aibot_event_callback';
      return new Promise(resolve => {
        this.open.set(reqId, { trigger, place, at: now(), first: resolve });
        this.tell(this.subscribed, { cmd, headers: { req_id: reqId }, body: callback });
      });
    })();
    const answer = await Promise.race([answered, tooLate]);
    clearTimeout(late);
    if (answer !== 'late') return answer;
    const asked = this.open.get(reqId);
    if (asked) asked.first = null;
    return asked ? { kind: 'nothing' } : { kind: 'fault', fault: { text: '机器人没有连上，这句话没有送到。' } };
  }

  private tell(socket: WebSocket | null, frame: object): void {
    socket?.send(JSON.stringify(frame));
  }

  private async hear(socket: WebSocket, text: string): Promise<void> {
    const frame = Frame.safeParse(parsed(text)).data;
    if (!frame) return;
    const { cmd, headers, body } = frame;
    try {
      const said = await this.obey(socket, { cmd, reqId: headers.req_id, body });
      this.tell(socket, { headers, errcode: 0, errmsg: 'ok', ...(said && { body: said }) });
    } catch (error) {
      const refusal =
        error instanceof Refuse ? error.refusal : error instanceof RefusedAnswer ? refusalOf(error) : null;
      if (!refusal) throw error;
      this.tell(socket, { headers, ...refusal });
    }
  }

  private async obey(
    socket: WebSocket,
    { cmd, reqId, body }: { cmd: string; reqId: string; body: unknown },
  ): Promise<object | undefined> {
    if (cmd === 'aibot_subscribe') return this.subscribe(socket, body);
    if (socket !== this.subscribed) refuse(846609, 'not subscribed');
    const errcode = cmd === 'ping' ? null : this.refusals.shift();
    if (errcode) refuse(errcode, 'refused');
    switch (cmd) {
      case 'ping':
        return undefined;
      case 'aibot_respond_msg':
      case 'aibot_respond_welcome_msg':
      case 'aibot_respond_update_msg':
        return this.respond(cmd, reqId, body);
      case 'aibot_send_msg':
        return this.send(body);
      case 'aibot_upload_media_init':
        this.count('upload');
        return bodyOf(this.uploads.init(body));
      case 'aibot_upload_media_chunk':
        return bodyOf(this.uploads.chunk(body));
      case 'aibot_upload_media_finish':
        return bodyOf(this.uploads.finish(body));
      default:
        return refuse(40008, `unknown cmd ${cmd}`);
    }
  }

  /** The newest subscriber has the connection; the one before is told so and cut off (docs/wecom-protocol.md 8.4). */
  private subscribe(socket: WebSocket, body: unknown): undefined {
    const { botId, secret, now, newId } = this.options;
    const given = Subscribe.safeParse(body).data;
    if (given?.bot_id !== botId || given.secret !== secret) refuse(853000, 'invalid bot_id or secret');
    const before = this.subscribed;
    this.subscribed = socket;
    if (before && before !== socket) {
      const event = { msgtype: 'event', event: { eventtype: 'disconnected_event' } };
      const create_time = Math.floor(now().getTime() / 1000);
      this.tell(before, {
        cmd: 'aibot_event_callback',
        headers: { req_id: newId() },
        body: { msgid: newId(), create_time, aibotid: botId, ...event },
      });
      before.close();
    }
    for (const go of this.waiting.splice(0)) go();
  }

  private respond(cmd: string, reqId: string, body: unknown): undefined {
    const { now, heard } = this.options;
    const asked = this.open.get(reqId);
    if (!asked || cmd !== commands[asked.trigger.kind]) return refuse(846605, 'invalid req_id');
    if (now().getTime() - asked.at.getTime() > validMs[asked.trigger.kind]) return refuse(846604, 'request expired');
    const { msgtype } = Kind.safeParse(body).data ?? { msgtype: '' };
    this.count(asked.place.chatId ?? asked.place.userid);
    if (msgtype === 'image' || msgtype === 'file') {
      heard.later(asked.place, this.media(body, msgtype));
      return undefined;
    }
    if (msgtype === 'stream_with_template_card') refuse(40008, 'invalid message type');
    const answer = readAnswer(JSON.stringify(body), asked.trigger);
    if (answer.kind === 'said' && answer.stream) {
      if (answer.stream.pictures.length > 0) refuse(40008, 'stream.msg_item is not supported');
      this.keepStream(`${reqId} ${answer.stream.id}`);
      // The page shows an answer once it is whole.
      if (!answer.stream.finish) return undefined;
    }
    const isNew = answer.kind === 'said' || answer.kind === 'welcome';
    if (isNew && answer.card && heard.isUsed(answer.card.task_id)) refuse(42014, 'duplicate task_id');
    if (asked.first) asked.first(answer);
    else heard.later(asked.place, answer);
    asked.first = null;
    return undefined;
  }

  private media(body: unknown, type: 'image' | 'file'): Delivered {
    const id = Media.safeParse((body as Record<string, unknown>)[type]).data?.media_id ?? '';
    const found = this.uploads.find(id, type);
    if (!found) return refuse(40007, 'invalid media_id');
    const stream = { id, finish: true, content: type === 'file' ? found.name : '', pictures: [found.bytes] };
    return { kind: 'said', stream };
  }

  private keepStream(id: string): void {
    const began = this.streams.get(id) ?? this.options.now();
    this.streams.set(id, began);
    if (this.options.now().getTime() - began.getTime() > streamMs) refuse(846608, 'stream expired');
  }

  private async send(body: unknown): Promise<undefined> {
    const to = Send.safeParse(body).data;
    if (!to) return refuse(40058, 'chatid or msgtype is missing. invalid Request Parameter');
    if (!this.spokenIn.has(to.chatid)) return refuse(93006, 'invalid chatid');
    this.count(to.chatid);
    const pushed = this.pushed(to.msgtype, body);
    const isGroup = to.chat_type === 2 ? true : to.chat_type === 1 ? false : undefined;
    const refusal = await this.options.heard.push(to.chatid, isGroup, pushed);
    if (refusal) throw new Refuse(refusal);
    return undefined;
  }

  private pushed(type: string, body: unknown): Pushed {
    if (type === 'markdown') {
      const text = Markdown.safeParse(body).data?.markdown.content ?? '';
      if (text.trim() === '') refuse(44004, 'empty content');
      if (Buffer.byteLength(text) > answerMaxBytes) refuse(40058, 'markdown.content exceed max length 20480');
      return { text };
    }
    if (type !== 'image' && type !== 'file') return refuse(40008, 'invalid message type');
    const id = Media.safeParse((body as Record<string, unknown>)[type]).data?.media_id ?? '';
    const found = this.uploads.find(id, type);
    if (!found) return refuse(40007, 'invalid media_id');
    const { name, bytes } = found;
    return type === 'image' ? { text: '', picture: bytes } : { text: '', file: { name, bytes: bytes.length } };
  }

  /** 30 a minute and 1000 an hour for each conversation (docs/wecom-protocol.md 8.8). */
  private count(channel: string): void {
    const now = this.options.now().getTime();
    const lastHour = (this.sent.get(channel) ?? []).filter(at => now - at < 60 * minuteMs);
    if (lastHour.length >= 1000 || lastHour.filter(at => now - at < minuteMs).length >= 30)
      refuse(45009, 'api freq out of limit');
    this.sent.set(channel, [...lastHour, now]);
  }
}

const commands: Readonly<Record<Trigger['kind'], string>> = {
  message: 'aibot_respond_msg',
  refresh: '',
  enter: 'aibot_respond_welcome_msg',
  press: 'aibot_respond_update_msg',
};

function bodyOf(said: ReturnType<Uploads['init']>): object {
  if ('refusal' in said) throw new Refuse(said.refusal);
  return said.body;
}

function refusalOf({ errcode, message }: RefusedAnswer): Refusal {
  return { errcode, errmsg: message };
}

function refuse(errcode: number, errmsg: string): never {
  throw new Refuse({ errcode, errmsg });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import Koa from 'koa';
import getRawBody from 'raw-body';
import { onTestFinished } from 'vitest';
import { type Hint, type SimulatorOptions, type World, simulatorRoutes } from '../../src/simulator/routes.js';

export const keys = { token: 'PledgeBotToken01', encodingAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };
export const botName = '小账本';

const world: World = {
  grids: [
    {
      code: 'oak',
      name: '橡树里网格',
      chatId: 'CHAT7',
      webhookKey: 'key-oak',
      members: [
        { userid: 'lin.wei', name: '林伟', roles: ['building_leader'], building: 1, unit: 1, room: '101' },
        { userid: 'zhao.min', name: '赵敏', roles: ['cashier'], building: 1, unit: 2, room: '201' },
        { userid: 'he.fang', name: '何芳', roles: [], building: 2, unit: 1, room: '301' },
      ],
    },
    { code: 'elm', name: '榆树里网格', chatId: '', webhookKey: 'key-elm', members: [] },
  ],
};

/** A callback as the bot reads it. */
interface Callback {
  readonly msgid: string;
  readonly aibotid: string;
  readonly chatid?: string;
  readonly chattype: string;
  readonly from: { readonly userid: string };
  readonly response_url?: string;
  readonly msgtype: string;
  readonly text?: { readonly content: string };
  readonly voice?: { readonly content: string };
  readonly image?: { readonly url: string };
  readonly mixed?: {
    readonly msg_item: readonly { msgtype: string; text?: { content: string }; image?: { url: string } }[];
  };
  readonly quote?: object;
  readonly stream?: { readonly id: string };
  readonly event?: { readonly eventtype: string; readonly template_card_event?: Readonly<Record<string, unknown>> };
}

interface Entry {
  readonly id: number;
  readonly chat: string;
  readonly at: string;
  readonly content: Readonly<Record<string, unknown>> & { readonly kind: string; readonly text: string };
}

type Reply = (callback: Callback) => object | string | undefined | Promise<object | string | undefined>;

/** How an answer may be spoilt on its way: other keys, another nonce, another receiver, another status. */
export interface Spoil {
  token?: string;
  encodingAesKey?: string;
  nonce?: string;
  receiveId?: string;
  status?: number;
  raw?: string;
}

/** A bot that answers as told, the simulator in front of it, and a clock that stands still until it is moved. */
export class Stage {
  readonly callbacks: Callback[] = [];
  readonly clock = { now: new Date('2026-03-01T10:00:00+08:00') };
  readonly moves: Date[] = [];
  hints: Hint[] = [];
  spoil: Spoil = {};
  reply: Reply = () => undefined;
  base = '';
  close: () => void = () => undefined;

  static async open(options: Partial<SimulatorOptions> = {}): Promise<Stage> {
    const stage = new Stage();
    const bot = await listening(botApp(stage));
    const app = new Koa();
    // Faults that a test provokes are looked at in the answer, not on the console.
    app.silent = true;
    const server = await listening(app);
    stage.base = addressOf(server);
    const simulator = simulatorRoutes({
      callbackUrl: `${addressOf(bot)}/wecom/callback`,
      publicUrl: stage.base,
      ...keys,
      botName,
      now: () => new Date(stage.clock.now),
      world: () => Promise.resolve(world),
      moveClock: to => {
        stage.moves.push(to);
        stage.clock.now = to;
        return Promise.resolve();
      },
      guide: () => Promise.resolve(stage.hints),
      nextPollEnd: () => Promise.resolve(new Date('2026-03-04T18:00:00+08:00')),
      pause: () => Promise.resolve(),
      ...options,
    });
    app.use(simulator.router.routes());
    stage.close = simulator.close;
    onTestFinished(() => {
      simulator.close();
      for (const one of [bot, server]) {
        one.closeAllConnections();
        one.close();
      }
    });
    return stage;
  }

  after(ms: number): void {
    this.clock.now = new Date(this.clock.now.getTime() + ms);
  }

  async post(path: string, body: object): Promise<{ status: number; json: Record<string, unknown> }> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, this.base), init);
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  say(userid: string, text: string, more: object = {}): ReturnType<Stage['post']> {
    return this.post('/simulator/say', { userid, chat: 'group', text, ...more });
  }

  webhook(body: object, key = 'key-oak'): ReturnType<Stage['post']> {
    return this.post(`/simulator/qyapi/cgi-bin/webhook/send?key=${key}`, body);
  }

  /** What stands in the chats now, as an opened page is told. */
  async entries(): Promise<Entry[]> {
    const seen: Entry[] = [];
    for await (const { event, data } of this.events()) {
      if (event === 'entry') seen.push(data as Entry);
      if (event === 'caught-up') break;
    }
    const newest = new Map(seen.map(entry => [entry.id, entry]));
    return [...newest.values()];
  }

  async last(): Promise<Entry> {
    const entry = (await this.entries()).at(-1);
    if (!entry) throw new Error('the chats are empty');
    return entry;
  }

  /** The event stream, event by event; leaving the loop closes it. */
  async *events(lastId = ''): AsyncGenerator<{ event: string; id: string; data: unknown }> {
    const leaving = new AbortController();
    const response = await fetch(`${this.base}/simulator/events`, {
      headers: { 'last-event-id': lastId },
      signal: leaving.signal,
    });
    let text = '';
    try {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (!block.startsWith(':')) yield eventIn(block);
        }
      }
    } finally {
      leaving.abort();
    }
  }
}

function eventIn(block: string): { event: string; id: string; data: unknown } {
  const fields = new Map(
    block.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  return {
    event: fields.get('event') ?? '',
    id: fields.get('id') ?? '',
    data: JSON.parse(fields.get('data') ?? 'null'),
  };
}

function botApp(stage: Stage): Koa {
  const app = new Koa();
  app.silent = true;
  app.use(async ctx => {
    const { msg_signature: signature, timestamp, nonce } = ctx.query as Record<string, string>;
    const { encrypt: sealed } = JSON.parse(await getRawBody(ctx.req, { encoding: 'utf8' })) as { encrypt: string };
    if (signature !== getSignature(keys.token, timestamp ?? '', nonce ?? '', sealed)) throw new Error('not signed');
    const { message, id } = decrypt(keys.encodingAesKey, sealed);
    if (id !== '') throw new Error('not for us');
    const callback = JSON.parse(message) as Callback;
    stage.callbacks.push(callback);
    const answer = await stage.reply(callback);

    const { status = 200, raw } = stage.spoil;
    ctx.status = status;
    ctx.body =
      raw ??
      (answer === undefined
        ? ''
        : seal(typeof answer === 'string' ? answer : JSON.stringify(answer), nonce ?? '', stage.spoil));
  });
  return app;
}

function seal(text: string, nonce: string, spoil: Spoil): string {
  const { token, encodingAesKey, receiveId = '' } = { ...keys, ...spoil };
  const sealed = encrypt(encodingAesKey, text, receiveId);
  const sent = spoil.nonce ?? nonce;
  return JSON.stringify({
    encrypt: sealed,
    msgsignature: getSignature(token, 1767225602, sent, sealed),
    timestamp: 1767225602,
    nonce: sent,
  });
}

async function listening(app: Koa): Promise<Server> {
  // The handler is asked for at each request, so that routes may be added after the port is known.
  const server = createServer((request, response) => void app.callback()(request, response));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const said = (content: string, more: object = {}): object => ({
  msgtype: 'stream',
  stream: { id: 's-1', finish: true, content, ...more },
});

/** A template card as the bot sends it. */
interface Card extends Readonly<Record<string, unknown>> {
  readonly card_type: string;
  readonly task_id: string;
}

let cards = 0;

/** A card with two buttons and a task id of its own. */
export function buttonCard(more: object = {}): Card {
  cards += 1;
  return {
    card_type: 'button_interaction',
    task_id: `prop-12@${cards}`,
    main_title: { title: '提案12号', desc: '修东门路灯' },
    sub_title_text: '目标3000元',
    button_list: [
      { text: '附议', style: 1, key: 'yes' },
      { text: '不附议', style: 2, key: 'no' },
    ],
    ...more,
  };
}

export function voteCard(more: object = {}): Card {
  cards += 1;
  return {
    card_type: 'vote_interaction',
    task_id: `poll-12@${cards}`,
    main_title: { title: '修路灯，同意吗？' },
    checkbox: {
      question_key: 'choice',
      mode: 0,
      option_list: [
        { id: 'agree', text: '同意', is_checked: false },
        { id: 'disagree', text: '反对', is_checked: false },
        { id: 'abstain', text: '弃权', is_checked: false },
      ],
    },
    submit_button: { text: '提交', key: 'vote' },
    ...more,
  };
}

/** A PNG of 2×2 pixels. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGM4YKmt2bCT4eMRfvV1CQAmHAWATlynewAAAABJRU5ErkJggg==',
  'base64',
);

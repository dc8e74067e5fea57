import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import Koa from 'koa';
import { Router } from 'koa-router';
import { pino } from 'pino';
import getRawBody from 'raw-body';
import { buildProgram, type Program } from '../../src/process/app.js';
import { type Config, readConfig } from '../../src/process/config.js';
import { splitPost } from '../../src/outbox/sender.js';
import { tellingBy } from '../../src/operations/notice/tell-fact.js';
import { tellers } from '../../src/publish/tellers.js';
import type { Store } from '../../src/store/engine/store.js';
import { sample } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { appStandInRoutes } from '../../src/simulator/app-routes.js';
import { openStore } from '../../src/store/engine/open.js';
import { ormconfig } from '../../ormconfig.js';
import { Doors, doorSettings } from './doors.js';
import { corp, openKfId } from './kf.js';
import type { GridAt } from './works.js';

export const keys = { token: 'PledgeBotToken01', encodingAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };

/** What WeChat Work shows in answer to a message. */
export interface Shown {
  readonly text: string;
  readonly card?: {
    task_id: string;
    card_type: string;
    button_list?: { text: string; key: string }[];
    main_title?: { title?: string; desc?: string };
    horizontal_content_list?: { keyname: string; value: string }[];
  };
}

/** The bot on a real port, reached only by encrypted callbacks, and a stand-in that takes its posts. */
export class Wire {
  readonly posts: { msgtype: string; text: string }[] = [];
  /** The doors of the 自建应用, where the story has them. */
  doors: Doors | null = null;
  private messages = 0;

  private constructor(
    readonly program: Program,
    readonly store: Store,
    readonly config: Config,
    readonly clock: { now: Date },
    private readonly servers: Server[],
    readonly address: string,
  ) {}

  static async open(databaseUrl: string, now: string, { hasDoors = false } = {}): Promise<Wire> {
    const clock = { now: new Date(now) };
    const posts: Wire['posts'] = [];
    const app = hasDoors ? new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => clock.now }) : null;
    const stand = await listen(standIn(posts, app));
    const config = readConfig({
      WECOM_TOKEN: keys.token,
      WECOM_ENCODING_AES_KEY: keys.encodingAesKey,
      WECOM_API_BASE: addressOf(stand),
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: 'http://board.example',
      ...(app && doorSettings),
    });
    const store = await openStore(ormconfig(databaseUrl), splitPost);
    await seedTrial(store, clock.now);
    const log = pino({ level: 'error' });
    const program = await buildProgram({ config, store, log, now: () => clock.now });
    const server = await listen(program.app);
    const wire = new Wire(program, store, config, clock, [stand, server], addressOf(server));
    posts.push = (...items) => wire.posts.push(...items);
    if (app) wire.doors = new Doors(app, wire);
    return wire;
  }

  async close(): Promise<void> {
    await this.program.sender.sendDue();
    for (const server of this.servers) await new Promise(resolve => server.close(resolve));
    await this.store.dataSource.destroy();
  }

  /** The record of the sample grid with the clock, for what a story takes as given. */
  get grid(): GridAt {
    const { store, clock } = this;
    const tell = tellingBy(tellers, grid => `http://board/${grid}`);
    return {
      now: clock.now,
      inUnit: work =>
        store.inUnit(
          async open => {
            const [grid] = await open.grids.all();
            if (!grid) throw new Error('there is no grid');
            return work(await open.within(grid));
          },
          { by: 'operator', at: clock.now, messageId: null, tell },
        ),
    };
  }

  /** A member types in private. */
  async asks(userid: string, content: string): Promise<Shown> {
    return this.deliver(userid, { msgtype: 'text', text: { content } }, { chat: 'single' });
  }

  /** A member types in the group, mention and all. */
  async says(userid: string, text: string): Promise<Shown> {
    return this.deliver(userid, {
      msgtype: 'text',
      text: { content: `@${sample.botName} ${text}` },
    });
  }

  /** A member has sent a picture alone, in private: the same words make the same picture. */
  async sends(userid: string, picture: string): Promise<void> {
    await this.store.inUnit(async open => {
      const [grid] = await open.grids.all();
      const unit = grid && (await open.within(grid));
      const bytes = Buffer.from(`\xff\xd8\xff${picture}`, 'latin1');
      await unit?.evidence.add({ bytes, type: 'image/jpeg', by: userid, at: this.clock.now });
      unit?.journal.add('evidence.take', { by: userid, at: this.clock.now });
    });
  }

  /** A member presses a button of a card in the group. */
  async presses(userid: string, card: Shown['card'], text: string): Promise<Shown> {
    const button = card?.button_list?.find(one => one.text === text);
    if (!card || !button) throw new Error(`the card has no button ${text}`);
    const event = { card_type: card.card_type, event_key: button.key, task_id: card.task_id };
    return this.deliver(userid, {
      msgtype: 'event',
      event: { eventtype: 'template_card_event', template_card_event: event },
    });
  }

  /** Moves the clock; what falls due on the way is done in order. */
  async until(moment: string): Promise<void> {
    const to = new Date(moment);
    for (;;) {
      const wake = await this.program.scheduler.nextWake(this.clock.now);
      if (!wake || wake.at > to) break;
      this.clock.now = wake.at;
      await this.program.scheduler.runAll(wake.names);
    }
    this.clock.now = to;
    await this.program.sender.sendDue();
  }

  async deliver(
    userid: string,
    content: object,
    { chat = 'group' as 'group' | 'single', msgid = '' } = {},
  ): Promise<Shown> {
    this.messages += 1;
    const place = chat === 'group' ? { chatid: sample.chatId, chattype: 'group' } : { chattype: 'single' };
    const message = { msgid: msgid || `W-${this.messages}`, aibotid: 'AIB1', ...place, from: { userid }, ...content };
    const nonce = String(this.messages);
    const timestamp = String(Math.floor(this.clock.now.getTime() / 1000));
    const sealed = encrypt(keys.encodingAesKey, JSON.stringify(message), '');
    const signature = getSignature(keys.token, timestamp, nonce, sealed);
    const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
    const response = await fetch(`${this.address}/wecom/callback?${query.toString()}`, {
      method: 'POST',
      body: JSON.stringify({ encrypt: sealed }),
    });
    return shown(await response.text(), nonce);
  }
}

function shown(body: string, nonce: string): Shown {
  if (body === '') return { text: '' };
  const reply = JSON.parse(body) as { encrypt: string; msgsignature: string; timestamp: number; nonce: string };
  if (
    reply.nonce !== nonce ||
    reply.msgsignature !== getSignature(keys.token, reply.timestamp, reply.nonce, reply.encrypt)
  ) {
    throw new Error('the reply is not sealed as it must be');
  }
  const plain = JSON.parse(decrypt(keys.encodingAesKey, reply.encrypt).message) as {
    stream?: { content?: string };
    text?: { content?: string };
    template_card?: Shown['card'];
  };
  return {
    text: plain.stream?.content ?? plain.text?.content ?? '',
    ...(plain.template_card ? { card: plain.template_card } : {}),
  };
}

/** Takes webhook posts as WeChat Work would and keeps their words; where there is an app, its calls too. */
function standIn(posts: Wire['posts'], doors: AppStandIn | null): Koa {
  const app = new Koa();
  const router = new Router();
  router.post('/cgi-bin/webhook/send', async context => {
    const body = JSON.parse(await getRawBody(context.req, { encoding: 'utf8' })) as Record<string, unknown> & {
      msgtype: string;
    };
    const content = body[body.msgtype] as { content?: string };
    posts.push({ msgtype: body.msgtype, text: content.content ?? '' });
    context.body = { errcode: 0, errmsg: 'ok' };
  });
  app.use(router.routes());
  if (doors) app.use(appStandInRoutes(doors, '').routes());
  return app;
}

function listen(app: Koa): Promise<Server> {
  const server = createServer(app.callback());
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

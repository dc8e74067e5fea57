import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { buildProgram, type Program } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { splitPost } from '../../src/outbox/sender.js';
import type { OpenWs } from '../../src/simulator/open-ws.js';
import { simulatorRoutes } from '../../src/simulator/routes.js';
import { openStore } from '../../src/store/engine/open.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { ormconfig } from '../../ormconfig.js';
import { tell } from './neighbourhood.js';

export const bot = { botId: 'AIBsample', secret: 'secret-of-the-sample-bot' };

interface Entry {
  readonly id: number;
  readonly chat: string;
  readonly content: {
    readonly kind: 'said' | 'answer' | 'push' | 'fault';
    readonly text: string;
    readonly errcode?: number;
    readonly pictures?: readonly string[];
    readonly card?: Card;
    readonly faces?: Readonly<Record<string, Card>>;
    readonly file?: object;
  };
}

interface Card {
  readonly card_type: string;
  readonly task_id: string;
  readonly main_title?: { readonly title?: string; readonly desc?: string };
  readonly button_list?: readonly { readonly text: string; readonly key: string }[];
  readonly checkbox?: {
    readonly question_key: string;
    readonly option_list: readonly { readonly id: string; readonly text: string }[];
  };
  readonly submit_button?: { readonly text: string; readonly key: string };
}

/** The simulated WeChat Work on a real port, and bots that come to it by the long connection, with the official SDK. */
export class LongLine {
  readonly seen: Entry[] = [];
  private looking: (() => void)[] = [];

  private constructor(
    readonly store: Store,
    readonly clock: { now: Date },
    readonly far: OpenWs,
    private readonly server: Server,
  ) {}

  static async open(now = '2026-03-02T10:00:00+08:00', databaseUrl = 'sqlite::memory:'): Promise<LongLine> {
    const clock = { now: new Date(now) };
    const store = await openStore(ormconfig(databaseUrl), splitPost);
    await seedTrial(store, clock.now, sampleResidents().slice(0, 30));
    const app = new Koa();
    const server = createServer((request, response) => void app.callback()(request, response));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const members = sampleResidents()
      .slice(0, 30)
      .map(({ userid, name }) => ({ userid, name, roles: [], building: 1, unit: 1, room: '101' }));
    const { code, name, chatId, webhookKey, botName } = sample;
    const simulator = simulatorRoutes({
      callbackUrl: 'http://127.0.0.1:9/nobody-listens',
      publicUrl: addressOf(server, 'http'),
      token: 'unused',
      encodingAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
      connection: bot,
      botName,
      now: () => clock.now,
      world: async () => ({ grids: [{ code, name, chatId, webhookKey, members }] }),
      moveClock: async () => undefined,
      guide: async () => [],
    });
    app.use(simulator.router.routes());
    const { openWs } = simulator;
    if (!openWs) throw new Error('the simulator has no long connection');
    openWs.attach(server);
    const line = new LongLine(store, clock, openWs, server);
    const leaving = new AbortController();
    void line.watch(leaving.signal);
    onTestFinished(async () => {
      leaving.abort();
      simulator.close();
      server.closeAllConnections();
      server.close();
      await store.dataSource.destroy();
    });
    return line;
  }

  /** A process of the bot; it is connected once its door has been told to look and `far.connected()` resolves. */
  async bot(change: Partial<typeof bot> = {}, log: string[] = [], store = this.store): Promise<Program> {
    const { botId, secret } = { ...bot, ...change };
    const config = readConfig({
      WECOM_BOT_ID: botId,
      WECOM_BOT_SECRET: secret,
      WECOM_WS_URL: this.url,
      WECOM_API_BASE: addressOf(this.server, 'http'),
      PUBLIC_URL: 'http://board.example',
      DATABASE_URL: 'sqlite::memory:',
    });
    const logger = pino({ level: 'debug' }, { write: (words: string) => void log.push(words) });
    const program = await buildProgram({ config, store, log: logger, now: () => this.clock.now });
    onTestFinished(() => program.linkDoor?.close());
    return program;
  }

  /** Where bots connect to. */
  get url(): string {
    return `${addressOf(this.server, 'ws')}/simulator/openws`;
  }

  after(ms: number): void {
    this.clock.now = new Date(this.clock.now.getTime() + ms);
  }

  /** Says something, in the group unless told otherwise; resolves once the first answer is there. */
  async says(userid: string, text: string, more: object = {}): Promise<void> {
    await this.post('/simulator/say', { userid, chat: 'group', text, ...more });
  }

  async opensPrivateChat(userid: string): Promise<void> {
    await this.post('/simulator/enter', { userid });
  }

  async presses(userid: string, entry: Entry, words: string): Promise<void> {
    const { card } = entry.content;
    const option = card?.checkbox?.option_list.find(one => one.text === words);
    const button = card?.button_list?.find(one => one.text === words)?.key ?? card?.submit_button?.key;
    const options = option && card?.checkbox ? { [card.checkbox.question_key]: [option.id] } : {};
    await this.post('/simulator/press', { userid, card: entry.id, button, options });
  }

  /** The newest entry of which something holds; waits until there is one. */
  async entry(holds: (entry: Entry) => boolean): Promise<Entry> {
    for (;;) {
      const found = this.seen.findLast(holds);
      if (found) return found;
      await new Promise<void>(resolve => this.looking.push(resolve));
    }
  }

  async answer(words: string): Promise<Entry> {
    return this.entry(({ content }) => content.kind === 'answer' && content.text.includes(words));
  }

  async push(words: string): Promise<Entry> {
    return this.entry(({ content }) => content.kind === 'push' && content.text.includes(words));
  }

  async inUnit<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const cause = { by: 'operator', at: this.clock.now, messageId: 'by hand', tell };
    return this.store.inUnit(async open => {
      const grid = await open.grids.byCode(sample.code);
      if (!grid) throw new Error('there is no grid');
      return work(await open.within(grid));
    }, cause);
  }

  /** A callback as WeChat Work sends it, for those that the page cannot make. */
  callback(userid: string, text: string, msgid: string = randomUUID()): object {
    const place = { chatid: sample.chatId, chattype: 'group', from: { userid } };
    return { msgid, aibotid: bot.botId, ...place, msgtype: 'text', text: { content: `@${sample.botName} ${text}` } };
  }

  private async post(path: string, body: object): Promise<void> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, addressOf(this.server, 'http')), init);
    if (!response.ok) throw new Error(await response.text());
  }

  /** Follows the page's stream of events. */
  private async watch(signal: AbortSignal): Promise<void> {
    const response = await fetch(`${addressOf(this.server, 'http')}/simulator/events`, { signal }).catch(() => null);
    let text = '';
    try {
      for await (const chunk of response?.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          this.take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } catch {
      // The test is over.
    }
  }

  private take(block: string): void {
    if (!block.includes('event: entry')) return;
    this.seen.push(JSON.parse(block.slice(block.indexOf('data: ') + 6)) as Entry);
    for (const look of this.looking.splice(0)) look();
  }
}

function addressOf(server: Server, protocol: 'http' | 'ws'): string {
  return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

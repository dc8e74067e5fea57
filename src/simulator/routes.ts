import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type Koa from 'koa';
import { Router } from 'koa-router';
import { BotLine } from './bot-line.js';
import { ChatLog } from './chat-log.js';
import { chatRoutes } from './chat-routes.js';
import { clockRoutes } from './clock-routes.js';
import { Conversation } from './conversation.js';
import { EventStream } from './event-stream.js';
import { dayInShanghai, inShanghai } from './moments.js';
import { servePageFile } from './page-files.js';
import { KeptChats } from './kept-chats.js';
import { OpenWs } from './open-ws.js';
import { Pictures } from './pictures.js';
import { showPush } from './pushes.js';
import { type PhoneRouteParts, leavePhone, phoneRoutes } from './phone-routes.js';
import { Phones, type TrialApp } from './phones.js';
import { qyapiRoutes } from './qyapi.js';
import { BadRequest } from './request.js';
import { TaskIds, Tickets } from './tickets.js';
import type { Hint, World } from './world.js';

export type { Grid, Hint, World } from './world.js';

export interface SimulatorOptions {
  /** Where the bot takes WeChat Work's callbacks. */
  readonly callbackUrl: string;
  /** How the addresses begin that the simulator hands to the bot. */
  readonly publicUrl: string;
  readonly token: string;
  readonly encodingAesKey: string;
  /** Set when the bot comes by the long connection; then nothing is posted to `callbackUrl`. */
  readonly connection?: { readonly botId: string; readonly secret: string } | null;
  readonly botName: string;
  now(): Date;
  world(): Promise<World>;
  /** Moves the clock forward, and does in order what falls due on the way. */
  moveClock(to: Date): Promise<void>;
  guide(): Promise<readonly Hint[]>;
  /** Where the chats are kept over a restart; left out, they are not. */
  readonly folder?: string | undefined;
  /** Empties trial mode and begins anew; resolves when it has. */
  again?(): Promise<void>;
  nextPollEnd?(): Promise<Date | null>;
  /** A link that opens the desk once for a member; null for whom it does not open. */
  deskLink?(userid: string): Promise<string | null>;
  /** The 自建应用, and where its callbacks go; without it nobody has personal WeChat here. */
  readonly app?: (TrialApp & { readonly callbackUrl: string }) | null;
  /** Where a QR code into 微信客服 leads. */
  codeOf?(what: 'board' | 'card', id: string): Promise<string | null>;
  readonly fetch?: typeof fetch;
  /** Waits between two refreshes of an unfinished answer. */
  pause?(ms: number): Promise<void>;
  /** How long the bot may take to answer; WeChat Work waits five seconds. */
  readonly timeoutMs?: number;
}

interface Simulator {
  readonly router: Router;
  /** WeChat Work's end of the long connection, where the bot comes by it. */
  readonly openWs: OpenWs | null;
  /** The phones of residents with personal WeChat, where the bot has a 自建应用. */
  readonly phones: Phones | null;
  close(): void;
}

/** The simulated WeChat Work of trial mode: its page, its callbacks, and a stand-in of its HTTP API. */
export function simulatorRoutes(options: SimulatorOptions): Simulator {
  const { callbackUrl, token, encodingAesKey, botName, timeoutMs = 5000, fetch: send = fetch } = options;
  const publicUrl = options.publicUrl.replace(/(?<!\/)\/+$/, '');
  const now = (): Date => options.now();
  const world = (): Promise<World> => options.world();
  // Ids of another run must not come back: the bot remembers every message id.
  const newId = (): string => randomBytes(12).toString('hex');
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const pause =
    options.pause ?? ((ms: number) => sleep(ms, undefined, { signal: stopped, ref: false }).catch(() => undefined));

  const kept = options.folder === undefined ? null : new KeptChats(options.folder);
  const log = new ChatLog(() => inShanghai(now()), 500, kept?.entries());
  if (kept) log.listen(entry => kept.add(entry));
  const pictures = new Pictures({ publicUrl, encodingAesKey, now, newId, cellar: kept });
  const tickets = new Tickets();
  const openWs = options.connection
    ? new OpenWs({
        ...options.connection,
        mediaKey: Buffer.from(encodingAesKey, 'base64').toString('base64'),
        now,
        newId,
        timeoutMs,
        heard: {
          later: (place, answer) => conversation.show(place, answer),
          push: async (chatid, isGroup, pushed) => showPush({ log, pictures, world }, chatid, isGroup, pushed),
          isUsed: taskId => taskIds.has(taskId),
        },
      })
    : null;
  const line = openWs ?? new BotLine({ callbackUrl, token, encodingAesKey, now, fetch: send, timeoutMs, stopped });
  const responseUrl = (code: string): string =>
    `${publicUrl}/simulator/qyapi/cgi-bin/aibot/response?response_code=${code}`;
  const taskIds = new TaskIds();
  const conversation = new Conversation({
    line,
    log,
    pictures,
    tickets,
    taskIds,
    now,
    today: () => dayInShanghai(now()),
    newId,
    responseUrl,
    botName,
    pause,
    stopped,
  });
  const events = new EventStream(log, newId());
  const phones = options.app ? new Phones({ ...options.app, log, pictures, now, fetch: send, world }) : null;

  const router = new Router();
  router.use(sayFaults);
  const parts = [
    ...phoneParts(phones, options),
    qyapiRoutes({ log, pictures, tickets, conversation, now, newId, world }),
    clockRoutes({ now, moveClock: to => options.moveClock(to), onMoved: moment => events.clock(moment) }),
    chatRoutes({ log, pictures, conversation, world }),
  ];
  for (const part of parts) router.use(part.routes());
  addPage(router, { options, events, now, kept });

  return {
    router,
    openWs,
    phones,
    close() {
      openWs?.close();
      stopping.abort();
      events.close();
    },
  };
}

function phoneParts(phones: Phones | null, options: SimulatorOptions): Router[] {
  const code: PhoneRouteParts['code'] = async (what, id) => (await options.codeOf?.(what, id)) ?? null;
  return phones ? [phoneRoutes({ phones, world: () => options.world(), code })] : [];
}

interface PageParts {
  readonly options: SimulatorOptions;
  readonly events: EventStream;
  readonly now: () => Date;
  readonly kept: KeptChats | null;
}

/** The page of the simulator, and what it asks for by itself. */
function addPage(router: Router, { options, events, now, kept }: PageParts): void {
  const { botName } = options;
  router.get('/simulator/events', ctx => events.serve(ctx, { botName, now: inShanghai(now()) }));
  router.get('/simulator/guide', async ctx => {
    const end = (await options.nextPollEnd?.()) ?? null;
    ctx.body = { hints: await options.guide(), pollEnd: end && inShanghai(end) };
  });
  router.get('/simulator/desk', async ctx => {
    const { userid } = ctx.query;
    const link = typeof userid === 'string' ? await options.deskLink?.(userid) : null;
    if (!link) throw new BadRequest(404, '没有这位住户，或者他还没有绑定住户：/simulator/world 里有可以扮演的人。');
    leavePhone(ctx);
    ctx.redirect(link);
  });
  router.put('/simulator/again', async ctx => {
    if (!options.again) throw new BadRequest(404, '这里不能重新开始。');
    kept?.empty();
    await options.again();
    ctx.body = {};
  });
  router.get('/', ctx => ctx.redirect('/simulator'));
  router.get('/simulator', ctx => servePageFile(ctx, 'index.html'));
  router.get('/simulator/:file', ctx => servePageFile(ctx, ctx.params['file'] ?? ''));
}

async function sayFaults(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    ctx.status = error.status;
    ctx.body = { error: error.message };
  }
}

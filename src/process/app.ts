import { randomBytes, randomUUID } from 'node:crypto';
import Koa from 'koa';
import type { Logger } from 'pino';
import { askedRoutes } from '../web/asked.js';
import { boardRoutes } from '../web/board.js';
import { helpRoutes } from '../web/help.js';
import { iconRoutes } from '../web/icon.js';
import { helpLines } from './help-lines.js';
import { cardRoutes } from '../web/cards.js';
import { paperFormRoutes } from '../web/paper-forms.js';
import { countyRoutes } from '../web/county.js';
import { deskRoutes } from '../web/desk.js';
import { Trusted, reading } from '../web/reader.js';
import { Health, type Loop } from './health.js';
import { operatorRoutes } from './operator-routes.js';
import type { Config } from './config.js';
import { createDispatch } from '../talk/dispatch.js';
import { pageWords } from '../talk/form/on-page.js';
import { createUnderstanding } from '../language/reading/understand.js';
import type { Message } from '../talk/message.js';
import { AppDoors, type AppDoorsParts, verifyFileRoutes } from './app-doors.js';
import { Metrics } from './metrics.js';
import { createModel } from './model.js';
import { streamId } from '../wecom/robot/answer.js';
import { loadIntents, loadJobs, phrasesOf } from './registry.js';
import type { AnyIntent } from '../talk/intent.js';
import type { Reply } from '../talk/reply.js';
import { RateLimit } from '../domain/rate-limit.js';
import { Scheduler } from '../clock/scheduler.js';
import { fetching, takePicture } from './sent-files.js';
import { Sender } from '../outbox/sender.js';
import type { LinkDoor, LinkDoorParts } from './long-connection-door.js';
import { tellingBy } from '../operations/notice/tell-fact.js';
import { tellers } from '../publish/tellers.js';
import { secretOf } from '../store/engine/secrets.js';
import type { Store } from '../store/engine/store.js';
import { type Client, createClient } from '../wecom/robot/client.js';
import { keySeal } from '../wecom/faces/key-seal.js';
import { callbackRoutes } from '../wecom/robot/routes.js';
import type { Fault } from '../wecom/received.js';

export interface Program {
  readonly app: Koa;
  readonly answer: (message: Message) => Promise<Reply>;
  readonly scheduler: Scheduler;
  readonly sender: Sender;
  /** The long connection, where the bot goes by that door. */
  readonly linkDoor: LinkDoor | null;
  /** The doors of the 自建应用, where there is one. */
  readonly appDoors: AppDoors | null;
}

interface ProgramParts {
  readonly config: Config;
  readonly store: Store;
  /** A replica of the record, from which the notice board is read. */
  readonly replica?: Store | null;
  readonly log: Logger;
  readonly now: () => Date;
  readonly fetch?: typeof fetch;
}

const tooFast = {
  member: '您发得太快了，这一条没有记。请过一分钟再说。',
  group: '群里的消息太多了，这一条没有记。请过一分钟再说。',
};

/** How long WeChat Work may take to answer a call of ours. */
const timeoutMs = 10_000;
const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms).unref());
/** How long it waits for a model's opinion before it is given unfinished. */
const modelMs = 3500;

/** Builds the whole program and hands back a Koa app; it never listens. */
export async function buildProgram(parts: ProgramParts): Promise<Program> {
  const { config, store, log, now, fetch: send = fetch } = parts;
  const [language, jobs] = await Promise.all([loadLanguage(), loadJobs()]);
  const metrics = new Metrics();
  const told = toldBy(config);
  const cardKeys = keySeal(await secretOf(store, 'cards', randomBytes));
  const client = createClient({ apiBase: config.apiBase, fetch: send, timeoutMs });
  const onFault = (fault: Fault, error?: unknown): void => {
    metrics.faults.inc({ fault });
    log.warn({ fault, err: error }, 'a callback was not accepted');
  };
  const linkDoor =
    config.connection &&
    (await openLinkDoor({
      credentials: config.connection,
      store,
      answer: message => answer(message),
      keys: cardKeys,
      now,
      log,
      onQueued: () => onQueued(),
      clockMs,
      metrics,
      onFault,
    }));
  const loops: Loop[] = ['outbox', 'clock', ...(config.app?.openKfId ? (['kf'] as const) : [])];
  const health = new Health({ store, clockMs, connectionDownSince: () => linkDoor?.downSinceMs ?? null, loops });
  const appDoors = openAppDoors(parts, {
    metrics,
    keys: cardKeys,
    intents: language.intents,
    answer: message => answer(message),
    onFault,
    onRound: () => health.went('kf'),
  });
  const sender = new Sender({
    chance: Math.random,
    store,
    client,
    link: linkDoor,
    members: appDoors?.members ?? null,
    now,
    log,
    onSent: outcome => metrics.posts.inc({ outcome }),
    onPushed: outcome => appDoors?.pushed(outcome),
    onRound: () => health.went('outbox'),
  });
  // What the deed decided is sent after it has been kept, and nobody waits for it.
  const onQueued = (): void => void setImmediate(() => void sender.sendDue());
  const [afterRound, onLook] = [() => sender.sendDue(), () => health.went('clock')];
  const scheduler = new Scheduler({ ...parts, ...told, jobs, afterRound, onLook });
  const isConnected = linkDoor !== null;
  const answer = answering(parts, { ...language, ...told, metrics, client, appDoors, isConnected, onQueued });

  const app = new Koa();
  // The callback and the long connection of one bot are never open at once. Callbacks come first: what most of the work is passes none of the pages.
  if (!linkDoor) {
    const wecom = callbackRoutes({
      token: config.token,
      encodingAesKey: config.encodingAesKey,
      answer,
      keys: cardKeys,
      followUp: client.answerByUrl,
      now,
      // Trial mode's clock may have been moved ahead, while another program still tells the real time.
      clocks: () => [now(), new Date()],
      onFault,
    });
    app.use(wecom.routes());
  }
  mountPages(app, parts, { ...language, ...told, metrics, health, appDoors, answer });
  appDoors?.mount(app);
  return { app, answer, scheduler, sender, linkDoor, appDoors };
}

/** The deeds by name, and the reader of what is said for them. */
async function loadLanguage() {
  const intents = await loadIntents();
  return { intents, understand: createUnderstanding(phrasesOf(intents)) };
}

/** Milliseconds that only go forward: the clock of trial mode stands still and leaps. */
const clockMs = (): number => performance.now();

/** Where a grid's board stands, and what a fact is told by. */
function toldBy({ publicUrl }: Config) {
  const boardUrl = (grid: string, no?: number): string =>
    `${publicUrl}/board/${grid}${no === undefined ? '' : `/${no}`}`;
  return { boardUrl, tell: tellingBy(tellers, boardUrl) };
}

type Told = ReturnType<typeof toldBy>;

interface Answering {
  readonly intents: ReadonlyMap<string, AnyIntent>;
  readonly understand: ReturnType<typeof createUnderstanding>;
  readonly boardUrl: Told['boardUrl'];
  readonly metrics: Metrics;
  readonly client: Client;
  readonly appDoors: AppDoors | null;
  /** True where the bot goes by the long connection. */
  readonly isConnected: boolean;
  readonly onQueued: () => void;
}

/** How a message is answered: within the pace that one member and one group may keep. */
function answering(
  { config, store, log, now, fetch: send = fetch }: ProgramParts,
  { intents, understand, boardUrl, metrics, client, appDoors, isConnected, onQueued }: Answering,
): (message: Message) => Promise<Reply> {
  const onRefusal = (code: string): void => metrics.refusals.inc({ code });
  const model =
    config.model &&
    createModel({ config: config.model, now, log, onCall: outcome => metrics.model.inc({ outcome }), fetch: send });
  const dispatch = createDispatch({
    random: randomBytes,
    model,
    patience: {
      // Over the long connection nobody asks for the rest: the answer follows when it is there.
      streamOf: isConnected ? null : streamId,
      patienceMs: modelMs,
      wait,
    },
    store,
    intents,
    understand,
    now,
    boardUrl,
    log,
    ...fetching(client, appDoors, config, log),
    onRefusal,
    onQueued,
  });
  const limit = new RateLimit({ perMember: config.memberRate, perGroup: config.groupRate });
  return async message => {
    const stop = metrics.answers.startTimer();
    const tooMany = limit.tooMany(message.userid, message.chat.kind === 'group' ? message.chat.id : null, now());
    if (tooMany) {
      onRefusal(`rate.${tooMany}`);
      return { text: tooFast[tooMany] };
    }
    try {
      return await dispatch(message);
    } finally {
      stop();
    }
  };
}

/** The pages, beside the callbacks. */
function mountPages(
  app: Koa,
  { config, store, replica = null, log, now }: ProgramParts,
  {
    intents,
    understand,
    boardUrl,
    tell,
    metrics,
    health,
    appDoors,
    answer,
  }: Pick<Answering, 'intents' | 'understand' | 'metrics' | 'appDoors'> &
    Told & {
      health: Health;
      answer: (message: Message) => Promise<Reply>;
    },
): void {
  const trusted = new Trusted(config.trustedProxies);
  app.use(reading(trusted));
  app.on('error', (error: NodeJS.ErrnoException) => {
    // A browser that leaves in the middle of an answer is no fault of ours, nor are bytes that are no request.
    const isGone = /^(?:ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|EPIPE|HPE_\w+)$/u.test(error.code ?? '');
    log[isGone ? 'debug' : 'error']({ err: error }, 'a request failed');
  });
  if (config.verifyFile) app.use(verifyFileRoutes(config.verifyFile).routes());
  app.use(operatorRoutes({ store, metrics, health, now, trusted, token: config.metricsToken }).routes());
  app.use(boardRoutes({ clockMs, chance: Math.random, store, replica, now, boardUrl }).routes());
  app.use(iconRoutes().routes());
  app.use(helpRoutes({ clockMs, store, now, boardUrl, lines: helpLines(intents) }).routes());
  const isSecure = config.publicUrl.startsWith('https:');
  app.use(countyRoutes({ clockMs, store, now, random: randomBytes, isSecure }).routes());
  const oauth = appDoors?.oauth ?? null;
  const { publicUrl } = config;
  const onPage = pageWords({ intents, understand });
  const desk = { clockMs, store, now, random: randomBytes, isSecure, publicUrl, intents, onPage, answer, oauth, tell };
  app.use(deskRoutes(desk).routes());
  app.use(cardRoutes({ clockMs, store, now, random: randomBytes }).routes());
  app.use(paperFormRoutes({ clockMs, store, now }).routes());
  app.use(askedRoutes({ clockMs, store, now, tell, takePicture }).routes());
}

/** Everything of the 自建应用; null where none is set, and then the program is as it was without it. */
function openAppDoors(
  { config, store, log, now, fetch: send = fetch }: ProgramParts,
  parts: Pick<AppDoorsParts, 'metrics' | 'keys' | 'answer' | 'onFault' | 'onRound'> & Pick<Answering, 'intents'>,
): AppDoors | null {
  if (!config.app) return null;
  return new AppDoors({
    ...parts,
    config: config.app,
    apiBase: config.apiBase,
    publicUrl: config.publicUrl,
    verifyFile: config.verifyFile,
    // In trial mode somebody else plays WeChat, at the same address as the calls.
    oauthBase: config.trial ? config.apiBase : 'https://open.weixin.qq.com',
    store,
    log,
    now,
    fetch: send,
    timeoutMs,
    clockMs,
    wait,
    random: randomBytes,
    // SQLite is for one process: the one that comes after it need not wait for its lease.
    holder: store.isOwn ? 'the only process' : randomUUID(),
    binds: intent => (parts.intents.get(intent)?.binds ?? 'office') !== 'nobody',
  });
}

/** The SDK of the long connection is loaded only where it is used. */
async function openLinkDoor({
  metrics,
  ...parts
}: Omit<LinkDoorParts, 'holder' | 'onState'> & { readonly metrics: Metrics }): Promise<LinkDoor> {
  const { LinkDoor: Door } = await import('./long-connection-door.js');
  const connected = metrics.connection();
  return new Door({ ...parts, holder: randomUUID(), onState: state => connected.set(state === 'up' ? 1 : 0) });
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Koa from 'koa';
import { verify } from '../../src/process/commands/verify.js';
import { AppLine } from '../../src/simulator/app-line.js';
import { appStandInRoutes } from '../../src/simulator/app-routes.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import type { Store } from '../../src/store/engine/store.js';
import { KfAnswer } from '../../src/store/notice/kf-answer.js';
import { KfMessage } from '../../src/store/notice/kf-message.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { keys } from '../bench/wire.js';
import { Bot, chance } from './bot.js';
import { halfDone, prepare, withStore } from './kill.js';

interface KfPlan {
  readonly databaseUrl: string;
  readonly kills: number;
  readonly seed: number;
}

interface KfReport {
  readonly kills: number;
  readonly messages: number;
  /** How often a process died at each kind of call, before it was answered or after. */
  readonly moments: Readonly<Record<string, number>>;
  readonly welcomes: number;
  /** Welcomes whose process died while they were said: each has a row that says so. */
  readonly lostWelcomes: number;
  readonly faults: readonly string[];
}

const corp = { corpId: 'wwDrill', secret: 'drill-secret', agentId: 1_000_002 };
const openKfId = 'wkDrill';
const app = { token: 'DrillApp', encodingAesKey: keys.encodingAesKey };
const settings = {
  WECOM_TOKEN: keys.token,
  WECOM_ENCODING_AES_KEY: keys.encodingAesKey,
  WECOM_CORP_ID: corp.corpId,
  WECOM_AGENT_ID: String(corp.agentId),
  WECOM_APP_SECRET: corp.secret,
  WECOM_APP_TOKEN: app.token,
  WECOM_APP_AES_KEY: app.encodingAesKey,
  WECOM_KF_ID: openKfId,
};
/** The calls between which everything happens that may be cut in two. */
const telling = /^kf\/(?:sync_msg|send_msg|send_msg_on_event|service_state\/trans)$/u;
const atOnce = 6;
/** So many calls may pass before a process dies: a pull, and what its customers are told. */
const mostCalls = 12;
const mostTries = 300;

const residents = sampleResidents();
export const external = (who: number): string => `wmDrill-${who}`;

/**
 * Customers of 微信客服 pledge while the bot is killed at its own calls: before one is heard, or when it was carried out and the answer has
 * not arrived. Each message has one deed and one answer in the end, or a row that says what became of it (docs/wecom-doors.md 22).
 */
export async function kfDrill({ databaseUrl, kills, seed }: KfPlan): Promise<KfReport> {
  const random = chance(seed);
  await withStore(databaseUrl, async store => {
    await prepare(store, 0);
    await known(store, residents.length);
  });
  const world = await openWorld();
  const moments: Record<string, number> = {};
  const said = new Map<string, string>();
  const faults: string[] = [];
  let guests = 0;
  let next = 0;

  for (let kill = 1; kill <= kills; kill += 1) {
    const bot = await world.start(databaseUrl);
    const died = world.dieAt(1 + Math.floor(random() * mostCalls), random() < 0.5 ? 'before' : 'after');
    for (let count = 0; count < atOnce; count += 1) {
      const who = (next += 1) % residents.length;
      said.set(world.app.kf.say(external(who), `1号项目我再出${1 + (next % 9)}元`), external(who));
    }
    if (random() < 0.3) world.app.kf.visit(`wmGuest${(guests += 1)}`);
    // Where fewer calls are made than it was to die at, it dies with the next messages.
    const moment = await Promise.race([died, world.isQuiet(said)]);
    if (moment) moments[moment] = (moments[moment] ?? 0) + 1;
    await bot.kill();
    faults.push(...(await withStore(databaseUrl, store => halfDone(store))));
  }
  const last = await world.start(databaseUrl);
  world.app.kf.visit('wmGuestLast');
  await world.isQuiet(said);
  // What had arrived when a process died is tried once more, and known as said.
  await withStore(databaseUrl, settled);
  await last.stop();
  const end = await withStore(databaseUrl, store => reckon(store, world.app, said));
  await world.close();
  return { kills, messages: said.size, moments, ...end, faults: [...faults, ...end.faults] };
}

/** WeChat Work's side: its calls on a port, its bells to whichever process is there, and death at a call. */
export async function openWorld() {
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => new Date() });
  const koa = new Koa();
  let bot: Bot | undefined;
  let dies: { left: number; when: 'before' | 'after'; done: (moment: string) => void } | undefined;
  koa.use(async (context, next) => {
    const path = context.path.replace('/cgi-bin/', '');
    const isLast = dies && telling.test(path) && (dies.left -= 1) === 0;
    if (!dies || !isLast) return next();
    const { when, done } = dies;
    dies = undefined;
    if (when === 'after') await next();
    await bot?.kill();
    done(`${when} ${path}`);
  });
  koa.use(appStandInRoutes(wire, '').routes());
  const server = await listening(koa);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  wire.kf.onBell = (token, id) => {
    const callbackUrl = `http://127.0.0.1:${bot?.port}/wecom/app`;
    const line = new AppLine({ ...app, corpId: corp.corpId, callbackUrl, now: () => new Date(), fetch });
    if (bot && !bot.isDown) void line.bell(token, id);
  };
  return {
    app: wire,
    async start(databaseUrl: string): Promise<Bot> {
      return (bot = await Bot.start(databaseUrl, address, settings));
    },
    dieAt: (calls: number, when: 'before' | 'after') =>
      new Promise<string>(done => {
        dies = { left: calls, when, done };
      }),
    /** Everything said has its answer, or the process is gone. What is never answered is found when the record is reckoned. */
    async isQuiet(said: ReadonlyMap<string, string>): Promise<null> {
      const asked = bot;
      for (let tries = 0; tries < mostTries; tries += 1) {
        if (bot !== asked || asked?.isDown) return null;
        if (wire.kf.shown.filter(({ isWelcome }) => !isWelcome).length >= said.size) return null;
        await sleep(100);
      }
      return null;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function settled({ dataSource: { manager } }: Store): Promise<void> {
  const isOwed = { state: 'waiting' as const };
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (!(await manager.existsBy(KfMessage, isOwed)) && !(await manager.existsBy(KfAnswer, isOwed))) return;
    await sleep(100);
  }
}

function listening(koa: Koa): Promise<Server> {
  const server = createServer(koa.callback());
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** So many customers of 微信客服 are known as residents of the sample. */
export async function known(store: Store, customers: number): Promise<void> {
  const now = new Date();
  await store.inUnit(async ({ identities }) => {
    for (let who = 0; who < customers; who += 1) {
      const door = { corpId: corp.corpId, kind: 'external' as const, value: external(who) };
      const { userid = '' } = residents[who % residents.length] ?? {};
      await identities.add(userid, door, { proof: 'first', now });
    }
  });
}

/** One deed and one answer for each message; one row and at most one welcome for each visit; and a record that proves itself. */
async function reckon(
  store: Store,
  { kf }: AppStandIn,
  said: ReadonlyMap<string, string>,
): Promise<Pick<KfReport, 'welcomes' | 'lostWelcomes' | 'faults'>> {
  const faults = await halfDone(store);
  const { messages, answers, lines } = await store.inUnit(async ({ manager }) => ({
    messages: await manager.find(KfMessage, { order: { id: 'ASC' } }),
    answers: await manager.find(KfAnswer, { order: { id: 'ASC' } }),
    lines: await manager.find(JournalLine, { where: { deed: 'pledge.money' }, only: ['messageId'] }),
  }));
  const deeds = counted(lines.map(({ messageId }) => messageId ?? ''));
  const shown = counted(kf.shown.map(({ msgid }) => msgid));
  const states = new Map(messages.map(({ msgid, state }) => [msgid, state]));
  for (const msgid of said.keys()) {
    const own = answers.filter(({ inbound }) => inbound === msgid);
    const [answer] = own;
    if (states.get(msgid) !== 'done') faults.push(`${msgid} is ${states.get(msgid) ?? 'lost'}`);
    if (deeds.get(`kf:${msgid}`) !== 1) faults.push(`${msgid} has ${deeds.get(`kf:${msgid}`) ?? 0} deeds`);
    if (own.length !== 1 || answer?.state !== 'sent')
      faults.push(`${msgid} has ${own.length} answers, ${answer?.state}`);
    if (shown.get(answer?.sendId ?? '') !== 1)
      faults.push(`${msgid} was answered ${shown.get(answer?.sendId ?? '') ?? 0} times`);
  }
  const greetings = answers.filter(({ welcomeCode }) => welcomeCode !== null);
  for (const { state, sendId } of greetings) {
    const times = shown.get(sendId) ?? 0;
    if (state === 'waiting' || state === 'sending' || times > 1 || (state === 'sent' && times === 0))
      faults.push(`a welcome is ${state} and was said ${times} times`);
  }
  if (shown.size !== kf.shown.length) faults.push('something was said twice');
  const rows = new Set(answers.map(({ sendId }) => sendId));
  if ([...shown.keys()].some(id => !rows.has(id))) faults.push('something was said of which there is no row');
  const told: string[] = [];
  if (!(await verify(store, line => told.push(line)))) faults.push(...told);
  const lost = greetings.filter(({ state }) => state === 'failed').length;
  return { welcomes: greetings.length, lostWelcomes: lost, faults };
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

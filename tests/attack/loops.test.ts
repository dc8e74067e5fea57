import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Scheduler } from '../../src/clock/scheduler.js';
import { type Program, buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { JobRun } from '../../src/store/engine/job-run.js';
import type { Store } from '../../src/store/engine/store.js';
import { seedTrial } from '../../src/trial/seed.js';
import { corp, openKfId } from '../support/kf.js';
import { LongLine } from '../support/long-line.js';
import { aStore } from '../support/store.js';
import { setC } from '../wecom/vectors.js';

/*
 * What each loop rests on dies once: the record, and WeChat Work. No rejection stays unheard (the runner fails on one), the readiness says
 * what stands still, and the next round does what the dead one could not.
 */

const log = pino({ level: 'silent' });
const config = readConfig({
  WECOM_TOKEN: setC.token,
  WECOM_ENCODING_AES_KEY: setC.encodingAesKey,
  PUBLIC_URL: 'https://hood.example.org',
  WECOM_CORP_ID: corp.corpId,
  WECOM_AGENT_ID: String(corp.agentId),
  WECOM_APP_SECRET: corp.secret,
  WECOM_KF_ID: openKfId,
});

afterEach(() => void vi.restoreAllMocks());

/** A record that can die: while it is dead, every unit of work is refused, as by a database that is away. */
function mortal(store: Store) {
  const life = { isDead: false };
  const proxy = new Proxy(store, {
    get: (target, name) => {
      const isUnit = name === 'inUnit' || name === 'inGrid';
      if (isUnit && life.isDead) return () => Promise.reject(new Error('the database is away'));
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { store: proxy, life };
}

async function aProgram() {
  const clock = { now: new Date('2026-03-02T10:00:00+08:00'), ms: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.ms);
  const standIn = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => clock.now });
  const wire = { isDead: false };
  const send: typeof fetch = (...call) =>
    wire.isDead ? Promise.reject(new TypeError('fetch failed')) : standIn.fetch(...call);
  const own = await aStore();
  await seedTrial(own, clock.now);
  const { store, life } = mortal(own);
  const program = await buildProgram({ config, store, log, now: () => clock.now, fetch: send });
  const server = createServer(program.app.callback());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => closed(server));
  const health = `http://127.0.0.1:${(server.address() as AddressInfo).port}/healthz`;
  /** What stands still half a minute later, when all loops but one have gone on. */
  const because = async (): Promise<string> =>
    ((await (await fetch(health)).json()) as { because?: string }).because ?? '';
  return { clock, standIn, wire, life, store: own, program, because };
}

const closed = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const loops: [string, (program: Program) => Promise<unknown>, string][] = [
  ['outbox', ({ sender }) => sender.sendDue(), 'the outbox stands still'],
  ['clock', ({ scheduler }) => scheduler.runLeft().catch(() => undefined), 'the clock of the jobs stands still'],
  ['微信客服', async ({ appDoors }) => appDoors?.tick(), '微信客服 stands still'],
];

test.each(loops)(
  '%s: a record that is away for a round is told, and the next round goes on',
  async (_, round, words) => {
    const { clock, life, program, because } = await aProgram();

    life.isDead = true;
    await round(program);
    clock.ms += 25_000;
    for (const [, other] of loops) if (other !== round) await alive(life, () => other(program));
    expect(await because()).toBe(`the record does not answer; ${words}`);

    life.isDead = false;
    expect(await because()).toBe(words);
    await round(program);
    expect(await because()).toBe('');
  },
);

/** Does one thing while the record lives. */
async function alive(life: { isDead: boolean }, deed: () => Promise<unknown>): Promise<void> {
  life.isDead = false;
  await deed();
  life.isDead = true;
}

test('自建应用: what WeChat Work does not take while it is away reaches the member afterwards, once', async () => {
  const { clock, standIn, wire, store, program, because } = await aProgram();
  await store.inUnit(async open => {
    const [grid] = await open.grids.open();
    if (grid) await (await open.within(grid)).posts.toMember('r022', '您家的认捐快到期了', clock.now);
  });

  wire.isDead = true;
  await program.sender.sendDue();
  expect(standIn.messages).toEqual([]);
  // The outbox goes round: what is away is WeChat Work, and its posts wait.
  expect(await because()).toBe('');

  wire.isDead = false;
  for (let minute = 0; minute < 3; minute += 1) {
    clock.now = new Date(clock.now.getTime() + 60_000);
    await program.sender.sendDue();
  }
  expect(standIn.messages).toHaveLength(1);
});

test('微信客服: a list that WeChat Work does not give is fetched with a later round', async () => {
  const { clock, standIn, wire, program } = await aProgram();
  standIn.kf.say('wm-r022', '帮助');

  wire.isDead = true;
  await program.appDoors?.tick();
  wire.isDead = false;
  clock.now = new Date(clock.now.getTime() + 60_000);
  await program.appDoors?.tick();

  expect(standIn.kf.shownTo('wm-r022').length).toBeGreaterThan(0);
});

test('the long connection: a record that is away for a while ends nothing, and the connection comes up afterwards', async () => {
  const line = await LongLine.open();
  const { store, life } = mortal(line.store);
  const program = await line.bot({}, [], store);

  life.isDead = true;
  await program.linkDoor?.tick();
  expect(program.linkDoor?.isUp).toBe(false);

  life.isDead = false;
  await program.linkDoor?.tick();
  await line.far.connected();
  life.isDead = true;
  line.after(20_000);
  await program.linkDoor?.tick();
  // Nobody knows who holds the lease: the connection is given up, and the bot is not ready until it has it again.
  expect(program.linkDoor?.isUp).toBe(false);
  expect(program.linkDoor?.downSinceMs).not.toBeNull();

  life.isDead = false;
  await program.linkDoor?.tick();
  await vi.waitFor(() => expect(program.linkDoor?.isUp).toBe(true));
  expect(program.linkDoor?.downSinceMs).toBeNull();
});

test('a job whose minute came while the record was away is run as soon as it answers, once', async () => {
  const own = await aStore();
  const { store, life } = mortal(own);
  const now = new Date('2026-03-02T17:59:30+08:00');
  await seedTrial(own, now);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now });
  onTestFinished(() => void vi.useRealTimers());
  let runs = 0;
  const job = { cron: '0 18 * * *', about: '', run: async () => void (runs += 1) };
  const scheduler = new Scheduler({
    store,
    jobs: new Map([['report', job]]),
    now: () => vi.getMockedSystemTime() ?? now,
    boardUrl: () => '',
    tell: async () => [],
    log,
    afterRound: async () => undefined,
  });
  scheduler.start();

  life.isDead = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toBe(0);
  life.isDead = false;
  await vi.advanceTimersByTimeAsync(30_000);
  await scheduler.stop();

  expect(runs).toBe(1);
  expect(await own.dataSource.manager.countBy(JobRun, {})).toBe(1);
});

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Middleware } from 'koa';
import type { Program } from '../process/app.js';
import type { Config } from '../process/config.js';
import { type RoleId, roles } from '../domain/permissions.js';
import { isOutsider } from '../domain/people/identity.js';
import { nextDigest } from '../process/groups-door.js';
import { type Grid, type SimulatorOptions, type World, simulatorRoutes } from '../simulator/routes.js';
import { asOnPhone } from '../simulator/phone-routes.js';
import type { Outsider } from '../simulator/world.js';
import { JournalLine } from '../store/engine/journal-line.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';
import { MovableClock } from './clock.js';
import { nextHints } from './guide.js';
import { SampleCodes } from './sample-codes.js';
import { sample, sampleOutsiders } from './sample-grid.js';
import type { Household } from '../store/people/household.js';
import { seedTrial } from './seed.js';
import { deskEntry } from '../publish/people/desk-frame.js';
import { offerDesk } from '../operations/people/desk-login.js';
import { Refusal } from '../domain/refusal.js';

interface Trial {
  readonly now: () => Date;
  /** The simulator's routes, once the program that it plays with is there. */
  routes(program: Program): Middleware;
  /** Takes the bot's long connection, if that is its door. */
  attach(server: Server): void;
  /** A browser that is the phone of a resident says so by itself. */
  asOnPhone(request: IncomingMessage): void;
  /** What stands in WeChat Work before anything happens there: the customer group. */
  found(): Promise<void>;
  close(): void;
}

interface TrialParts {
  readonly config: Config;
  readonly store: Store;
  /** Empties the record and starts the program anew. */
  readonly again: () => Promise<void>;
}

/** Trial mode: the sample grid, a clock that can be moved, and the simulated WeChat Work. */
export async function createTrial({ config, store, again }: TrialParts): Promise<Trial> {
  const clock = new MovableClock(() => new Date());
  clock.moveTo(await lastDeed(store));
  if (config.trialSeed) await seedTrial(store, clock.now());
  let close = (): void => undefined;
  let attach = (_server: Server): void => undefined;
  let found = async (): Promise<void> => undefined;

  return {
    now: clock.now,
    routes(program) {
      const local = `http://127.0.0.1:${config.port}`;
      const codes = new SampleCodes({ store, now: clock.now });
      const simulator = simulatorRoutes({
        callbackUrl: `${local}/wecom/callback`,
        publicUrl: local,
        token: config.token,
        encodingAesKey: config.encodingAesKey,
        connection: config.connection,
        botName: sample.botName,
        now: clock.now,
        world: () => worldOf(store),
        moveClock: to => moveClock(program, clock, to),
        folder: chatsBeside(config.databaseUrl),
        again,
        guide: () => inFirstGrid(store, unit => nextHints(unit, clock.now()), []),
        deskLink: userid => deskLink(store, userid, clock.now()),
        app: simulatedApp(config.app, local),
        codeOf: async (what, id) => {
          await program.appDoors?.tick();
          return what === 'card' ? codes.ofCard(id) : codes.ofBoard();
        },
        nextPollEnd: () =>
          inFirstGrid(
            store,
            async unit => (await unit.polls.open()).map(poll => poll.closesAt).toSorted(byTime)[0] ?? null,
            null,
          ),
      });
      close = simulator.close;
      attach = server => simulator.openWs?.attach(server);
      found = async () => simulator.phones?.found();
      return simulator.router.routes() as unknown as Middleware;
    },
    attach: server => attach(server),
    asOnPhone: ({ headers }) => asOnPhone(headers),
    found: () => found(),
    close: () => close(),
  };
}

/** How the simulator plays the other side of the app. */
function simulatedApp(app: Config['app'], local: string): SimulatorOptions['app'] {
  if (!app?.callback || app.openKfId === null) return null;
  const { corpId, agentId, secret, callback, openKfId } = app;
  return { corpId, agentId, secret, ...callback, openKfId, callbackUrl: `${local}/wecom/app` };
}

/** The folder of the chats, beside a record that is a file; others keep no chats. */
function chatsBeside(databaseUrl: string): string | undefined {
  const [, file] = /^sqlite:(?!:memory:)(.+)$/u.exec(databaseUrl) ?? [];
  return file && `${file}.chats`;
}

/** Moves the clock, and on the way runs in order everything that falls due: jobs, and posts that waited for their time. */
async function moveClock({ scheduler, sender, appDoors }: Program, clock: MovableClock, to: Date): Promise<void> {
  for (;;) {
    const wake = await scheduler.nextWake(clock.now());
    const post = await sender.nextDue();
    const digest = appDoors ? nextDigest(clock.now()) : null;
    const next = [wake?.at, post, digest].filter(at => at instanceof Date && at > clock.now()).toSorted(byTime)[0];
    if (!next || next > to) break;
    clock.moveTo(next);
    if (wake && wake.at.getTime() === next.getTime()) await scheduler.runAll(wake.names);
    await sender.sendDue();
    if (digest && next.getTime() === digest.getTime()) await appDoors?.tick();
  }
  clock.moveTo(to);
  await sender.sendDue();
  await appDoors?.tick();
}

/** A trial goes on where its record ends, even when its clock had been moved ahead of the real one. */
async function lastDeed(store: Store): Promise<Date> {
  const [last] = await store.inUnit(open => open.manager.find(JournalLine, { order: { at: 'DESC' }, take: 1 }));
  return last?.at ?? new Date(0);
}

async function inFirstGrid<T>(store: Store, read: (unit: Unit) => Promise<T>, otherwise: T): Promise<T> {
  const [grid] = await store.inUnit(open => open.grids.all());
  return grid ? store.inGrid(grid, read) : otherwise;
}

/** What the bot would give a member who asks for the desk; null for whom it would give none. */
async function deskLink(store: Store, userid: string, now: Date): Promise<string | null> {
  const grid = await store.inUnit(open => open.grids.byUser(userid));
  if (!grid) return null;
  const secret = randomBytes(32).toString('base64url');
  try {
    const offer = async (unit: Unit): Promise<Date> =>
      offerDesk(unit, { member: await unit.members.view(userid), secret });
    await store.inGrid(grid, offer, { by: userid, at: now, messageId: null });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  return deskEntry(secret);
}

/** Who may be played: every member of every grid, with roles by their ids (docs/domain.md 2.1). */
async function worldOf(store: Store): Promise<World> {
  const grids = await store.inUnit(open => open.grids.all());
  return { grids: await Promise.all(grids.map(grid => store.inGrid(grid, gridOfWorld))) };
}

async function gridOfWorld(unit: Unit): Promise<Grid> {
  const households = new Map((await unit.members.households()).map(household => [household.id, household]));
  const held = await unit.members.roles();
  // Who has no account in the company is nobody to be played in its group.
  const members = (await unit.members.all()).filter(({ userid }) => !isOutsider(userid));
  return {
    code: unit.grid.code,
    name: unit.grid.name,
    chatId: (await unit.members.chatId()) ?? '',
    webhookKey: unit.grid.webhookKey ?? '',
    outside: unit.grid.code === sample.code ? outsideOf([...households.values()]) : [],
    members: members.map(({ userid, name, householdId }) => {
      const home = householdId === null ? undefined : households.get(householdId);
      const mine = held.filter(role => role.userid === userid && role.role in roles).map(role => role.role as RoleId);
      return {
        userid,
        name,
        roles: mine,
        titles: mine.map(role => roles[role]),
        building: home ? numbered(home.building) : null,
        unit: home ? numbered(home.unit || '0') : null,
        room: home?.room ?? null,
      };
    }),
  };
}

/** Those of the sample without an account, as far as their homes stand in the record. */
function outsideOf(households: readonly Household[]): Outsider[] {
  return sampleOutsiders()
    .filter(one =>
      households.some(home => home.building === one.building && home.unit === one.unit && home.room === one.room),
    )
    .map(one => ({ ...one, building: numbered(one.building), unit: numbered(one.unit) }));
}

/** A name of digits as the number that it is: who plays a resident may reckon with it. */
function numbered(label: string): number | string {
  return /^\d{1,6}$/u.test(label) ? Number(label) : label;
}

function byTime(a: Date | null | undefined, b: Date | null | undefined): number {
  return (a?.getTime() ?? 0) - (b?.getTime() ?? 0);
}

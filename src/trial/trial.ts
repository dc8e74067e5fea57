import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Middleware } from 'koa';
import type { Program } from '../process/app.js';
import type { Config } from '../process/config.js';
import { type RoleId, roles } from '../domain/permissions.js';
import { type Grid, type World, simulatorRoutes } from '../simulator/routes.js';
import { JournalLine } from '../store/engine/journal-line.js';
import type { Store, Unit } from '../store/engine/unit.js';
import { MovableClock } from './clock.js';
import { nextHints } from './guide.js';
import { sample } from './sample-grid.js';
import { seedTrial } from './seed.js';
import { deskEntry } from '../publish/people/desk-frame.js';
import { offerDesk } from '../operations/people/desk-login.js';
import { Refusal } from '../domain/refusal.js';

export interface Trial {
  readonly now: () => Date;
  /** The simulator's routes, once the program that it plays with is there. */
  routes(program: Program): Middleware;
  /** Takes the bot's long connection, if that is its door. */
  attach(server: Server): void;
  close(): void;
}

export interface TrialParts {
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

  return {
    now: clock.now,
    routes(program) {
      const local = `http://127.0.0.1:${config.port}`;
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
        nextPollEnd: () =>
          inFirstGrid(
            store,
            async unit => (await unit.polls.open()).map(poll => poll.closesAt).toSorted(byTime)[0] ?? null,
            null,
          ),
      });
      close = simulator.close;
      attach = server => simulator.openWs?.attach(server);
      return simulator.router.routes() as unknown as Middleware;
    },
    attach: server => attach(server),
    close: () => close(),
  };
}

/** The folder of the chats, beside a record that is a file; others keep no chats. */
function chatsBeside(databaseUrl: string): string | undefined {
  const [, file] = /^sqlite:(?!:memory:)(.+)$/u.exec(databaseUrl) ?? [];
  return file && `${file}.chats`;
}

/** Moves the clock, and on the way runs in order everything that falls due: jobs, and posts that waited for their time. */
async function moveClock({ scheduler, sender }: Program, clock: MovableClock, to: Date): Promise<void> {
  for (;;) {
    const wake = await scheduler.nextWake(clock.now());
    const post = await sender.nextDue();
    const next = [wake?.at, post].filter(at => at instanceof Date && at > clock.now()).toSorted(byTime)[0];
    if (!next || next > to) break;
    clock.moveTo(next);
    if (wake && wake.at.getTime() === next.getTime()) for (const name of wake.names) await scheduler.run(name);
    await sender.sendDue();
  }
  clock.moveTo(to);
  await sender.sendDue();
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
    await store.inGrid(grid, async unit => offerDesk(unit, { member: await unit.members.view(userid), secret, now }));
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
  const members = await unit.members.all();
  return {
    code: unit.grid.code,
    name: unit.grid.name,
    chatId: (await unit.members.chatId()) ?? '',
    webhookKey: unit.grid.webhookKey ?? '',
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

/** A name of digits as the number that it is: who plays a resident may reckon with it. */
function numbered(label: string): number | string {
  return /^\d{1,6}$/u.test(label) ? Number(label) : label;
}

function byTime(a: Date | null | undefined, b: Date | null | undefined): number {
  return (a?.getTime() ?? 0) - (b?.getTime() ?? 0);
}

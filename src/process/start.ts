import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ormconfig } from '../../ormconfig.js';
import { buildProgram } from './app.js';
import type { Config } from './config.js';
import { dayMs } from '../domain/calendar.js';
import { unknownWords, yearUnknown } from '../domain/holidays.js';
import { dropLinks } from './kf-links.js';
import { splitPost } from '../outbox/sender.js';
import { openReplica, openStore } from '../store/engine/open.js';
import type { Store } from '../store/engine/store.js';

const resendEveryMs = 1000;
/** A third of the time for which the lease on the long connection is had. */
const renewEveryMs = 5000;
/** A bell that another process heard is noticed so soon: a welcome is due within twenty seconds. */
const listenEveryMs = 3000;

/**
 * Starts the bot: migrations, listener, what fell due while it was away, scheduler. Rejects when the database or the
 * port cannot be had. The answer stops it in order: nothing new is taken, what was taken is finished.
 */
export async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  let running = await opened(config, log, again);
  const server = createServer((request, response) => running.serve(request, response));
  running.attach(server);
  await listening(server, config.port, config.host);
  log.info({ host: config.host, port: config.port }, 'listening; doing what fell due meanwhile');
  await running.work();

  /** Trial mode begins anew: the record is emptied, and another program takes the place of this one at the same port. */
  async function again(): Promise<void> {
    await running.rest();
    await running.close({ isEmptied: true });
    running = await opened(config, log, again);
    running.attach(server);
    await running.work();
  }

  return async () => {
    await running.rest();
    server.closeIdleConnections();
    await new Promise(resolve => server.close(resolve));
    await running.close();
  };
}

/** A program over its record, before it listens. */
interface Running {
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Takes the bot's long connection, in trial mode. */
  attach(server: Server): void;
  /** Does what fell due while it was away, then all that comes by itself. */
  work(): Promise<void>;
  /** Begins nothing new. */
  rest(): Promise<void>;
  close(how?: { isEmptied: boolean }): Promise<void>;
}

async function opened(config: Config, log: Logger, again: () => Promise<void>): Promise<Running> {
  log.info('opening the record and bringing its tables up to date');
  const store = await openStore(ormconfig(config.databaseUrl), splitPost);
  const trial = config.trial ? await (await import('../trial/trial.js')).createTrial({ config, store, again }) : null;
  const replica = await replicaOf(config, log);
  const now = trial?.now ?? (() => new Date());
  const program = await buildProgram({ config, store, replica, log, now });
  if (trial) program.app.use(trial.routes(program));
  const serve = program.app.callback();
  const timers: NodeJS.Timeout[] = [];
  return {
    serve: (request, response) => {
      if (trial) trial.asOnPhone(request);
      void serve(request, response);
    },
    attach: server => trial?.attach(server),
    async work() {
      // A full disk or a database that is away must not leave a bot that answers but never again does what falls due.
      const goOn = (error: unknown): void =>
        log.error({ err: error }, 'what fell due is not done yet; the next run tries');
      if (store.isOwn) await program.sender.takeOver().catch(goOn);
      warnOfHolidays(log, now());
      await program.scheduler.catchUp().catch(goOn);
      program.scheduler.start();
      await program.linkDoor?.tick();
      await trial?.found();
      if (program.appDoors) void program.appDoors.begin().catch(goOn);
      if (!config.app?.openKfId) await dropLinks(store).catch(goOn);
      timers.push(
        setInterval(() => void program.linkDoor?.tick(), renewEveryMs),
        setInterval(() => void program.appDoors?.tick(), listenEveryMs),
        setInterval(() => void program.sender.sendDue(), resendEveryMs),
        setInterval(() => warnOfHolidays(log, now()), dayMs),
      );
    },
    async rest() {
      for (const timer of timers) clearInterval(timer);
      trial?.close();
      await program.scheduler.stop();
    },
    async close({ isEmptied } = { isEmptied: false }) {
      await program.sender.sendDue();
      await program.linkDoor?.close();
      await program.appDoors?.close();
      await replica?.dataSource.destroy();
      if (isEmptied) await store.dataSource.dropDatabase();
      await store.dataSource.destroy();
    },
  };
}

/**
 * What the notice board is read from: a replica where there is one, and on SQLite a connection that cannot write. Without either the
 * bot starts all the same: the record itself has every page.
 */
async function replicaOf({ readUrl, databaseUrl }: Config, log: Logger): Promise<Store | null> {
  const isFile = /^sqlite:(?!:memory:)/u.test(databaseUrl);
  if (readUrl === null && !isFile) return null;
  try {
    return await openReplica(readUrl === null ? ormconfig(databaseUrl, { readOnly: true }) : ormconfig(readUrl));
  } catch (error) {
    log.warn({ err: error }, 'what the board is read from does not answer; it is read from the record');
    return null;
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function warnOfHolidays(log: Logger, now: Date): void {
  const year = yearUnknown(now);
  if (year !== null) log.warn({ year }, unknownWords(year).en);
}

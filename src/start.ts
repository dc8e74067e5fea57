import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { ormconfig } from '../ormconfig.js';
import { buildProgram } from './app.js';
import type { Config } from './config.js';
import { splitPost } from './sender.js';
import { openStore } from './store/open.js';

const resendEveryMs = 1000;
/** A third of the time for which the lease on the long connection is had. */
const renewEveryMs = 5000;

/**
 * Starts the bot: migrations, listener, what fell due while it was away, scheduler. Rejects when the database or the
 * port cannot be had. The answer stops it in order: nothing new is taken, what was taken is finished.
 */
export async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  const store = await openStore(ormconfig(config.databaseUrl), splitPost);
  const trial = config.trial ? await (await import('./trial/trial.js')).createTrial({ config, store }) : null;
  const program = await buildProgram({ config, store, log, now: trial?.now ?? (() => new Date()) });
  if (trial) program.app.use(trial.routes(program));

  const server = createServer(program.app.callback());
  trial?.attach(server);
  await listening(server, config.port, config.host);
  if (store.isOwn) await program.sender.takeOver();
  await program.scheduler.catchUp();
  program.scheduler.start();
  await program.secondDoor?.tick();
  const renew = setInterval(() => void program.secondDoor?.tick(), renewEveryMs);
  const resend = setInterval(() => void program.sender.sendDue(), resendEveryMs);

  return async () => {
    clearInterval(renew);
    clearInterval(resend);
    trial?.close();
    await program.scheduler.stop();
    server.closeIdleConnections();
    await new Promise(resolve => server.close(resolve));
    await program.sender.sendDue();
    await program.secondDoor?.close();
    await store.dataSource.destroy();
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

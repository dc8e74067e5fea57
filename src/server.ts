import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { ormconfig } from '../ormconfig.js';
import { buildProgram } from './app.js';
import { ConfigError, readConfig } from './config.js';
import { splitPost } from './sender.js';
import { openStore } from './store/open.js';
import { createTrial } from './trial/trial.js';

/** The process: config, migrations, listen, scheduler, orderly shutdown. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const store = await openStore(ormconfig(config.databaseUrl), splitPost);
  const trial = config.trial ? await createTrial({ config, store }) : null;
  const program = await buildProgram({ config, store, log, now: trial?.now ?? (() => new Date()) });
  if (trial) program.app.use(trial.routes(program));

  const server = createServer(program.app.callback());
  await listening(server, config.port, config.host);
  await program.scheduler.catchUp();
  program.scheduler.start();
  const resend = setInterval(() => void program.sender.sendDue(), 1000);
  log.info({ host: config.host, port: config.port, trial: config.trial }, 'ready');
  if (trial) process.stdout.write(`众议众筹机器人（试用）：打开 ${config.publicUrl}/simulator\n`);

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    clearInterval(resend);
    trial?.close();
    await program.scheduler.stop();
    server.closeIdleConnections();
    await new Promise(resolve => server.close(resolve));
    await program.sender.sendDue();
    await store.dataSource.destroy();
    log.info('stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

try {
  await main();
} catch (error) {
  const sentence =
    error instanceof ConfigError
      ? error.message
      : `The bot could not start: ${error instanceof Error ? error.message : String(error)}`;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

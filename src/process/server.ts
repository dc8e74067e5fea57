import { pino } from 'pino';
import { ConfigError, readConfig } from './config.js';

/** The process: reads the environment, starts the bot, stops it on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  // Said before the program's parts are loaded, so that whoever started it is not left in the dark.
  log.info({ trial: config.trial }, 'starting');
  const { start } = await import('./start.js');
  const stop = await start(config, log);
  log.info({ host: config.host, port: config.port, trial: config.trial }, 'ready');
  const opens = config.trial ? '/simulator' : '/healthz';
  process.stdout.write(`众议众筹机器人${config.trial ? '（试用）' : ''}：打开 ${config.publicUrl}${opens}\n`);

  const stopOn = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    await stop();
    log.info('stopped');
  };
  // Whatever was not caught is a fault of the program; it is told loudly, and ends nobody's service.
  process.on('unhandledRejection', error => log.error({ err: error }, 'a failure that nobody heard'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopOn(signal));
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

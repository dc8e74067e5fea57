import { pino } from 'pino';
import { ConfigError, readConfig } from './config.js';
import { start } from './start.js';

/** The process: reads the environment, starts the bot, stops it on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const stop = await start(config, log);
  log.info({ host: config.host, port: config.port, trial: config.trial }, 'ready');
  if (config.trial) process.stdout.write(`众议众筹机器人（试用）：打开 ${config.publicUrl}/simulator\n`);

  const stopOn = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    await stop();
    log.info('stopped');
  };
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

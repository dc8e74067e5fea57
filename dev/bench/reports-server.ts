import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { ormconfig } from '../../ormconfig.js';
import { buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { openStore } from '../../src/store/engine/open.js';
import { splitPost } from '../../src/outbox/sender.js';

/** A bot whose clock says 18:00 of BENCH_DAY, and that runs the daily reports when it is asked to. */
const config = readConfig(process.env);
const now = (): Date => new Date(`${process.env['BENCH_DAY']}T18:00:00+08:00`);
const store = await openStore(ormconfig(config.databaseUrl), splitPost);
const program = await buildProgram({ config, store, log: pino({ level: 'error' }), now });
program.app.use(async (context, next) => {
  if (context.path !== '/bench/reports') return next();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await program.scheduler.run('post-progress-reports');
  const tookMs = performance.now() - started;
  delay.disable();
  const posts = await store.inUnit(open => open.grids.outbox());
  context.body = { tookMs, blockedMs: delay.max / 1e6, queued: posts.queued };
});
const server = createServer(program.app.callback());
server.listen(config.port, '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => process.exit(0));

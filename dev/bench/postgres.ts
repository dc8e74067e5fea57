import pg from 'pg';
import { startPostgres } from '../drill/postgres.js';
import { botSettings, pledges } from './callback.js';
import type { Figure } from './figure.js';
import { openRound } from './round.js';
import { fullLoad, served } from './served.js';
import { load } from './wire.js';

const count = 3000;
const connections = 10;

/** Pledges on PostgreSQL with one process and with two, against what the database itself commits in a second. */
export async function benchPostgres(): Promise<Figure[]> {
  const server = await startPostgres({ careless: false });
  try {
    const commits = await commitRate(server.url);
    const settings = botSettings(server.url);
    const [one, two] = await served('../../bundle/server.js', 3912, settings, async first => {
      const round = await openRound(first.port);
      const alone = await fullLoad(first, pledges(round, count));
      const both = await served('../../bundle/server.js', 3913, settings, async second => {
        const started = performance.now();
        const halves = [first, second].map(({ port }) => load(port, pledges(round, count / 2), 16));
        await Promise.all(halves);
        return count / ((performance.now() - started) / 1000);
      });
      return [alone.perSecond, both] as const;
    });
    return [
      { name: 'postgres.floor', value: commits, unit: `commits/s of one row over ${connections} connections` },
      { name: 'postgres.one', value: one, unit: 'messages/s, one process, one grid' },
      { name: 'postgres.two', value: two, unit: 'messages/s, two processes, one grid' },
      { name: 'postgres.ratio', value: one / commits, unit: 'of the floor' },
    ];
  } finally {
    await server.stop();
  }
}

async function commitRate(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query('CREATE TABLE bench_floor (id serial PRIMARY KEY, words text)');
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let index = 0; index < 300; index += 1) await pool.query("INSERT INTO bench_floor (words) VALUES ('认捐')");
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const perSecond = (connections * 300) / ((performance.now() - started) / 1000);
  await pool.query('DROP TABLE bench_floor');
  await pool.end();
  return perSecond;
}

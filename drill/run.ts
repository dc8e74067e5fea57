import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killDrill } from './kill.js';
import { startPostgres } from './postgres.js';

/** `npm run drill [-- --full] [--seed N] `: kills the bot while members play, on SQLite and on three processes of PostgreSQL, and reckons up. */
const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? 20_261_124);
const kills = values.full ? 200 : 10;
const proposals = values.full ? 60 : 15;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'zhongyi-drill-'));

async function drill(name: string, databaseUrl: string, processes: number): Promise<void> {
  const { faults, ...report } = await killDrill({ databaseUrl, processes, kills, proposals, seed, say });
  say(`${name}, ${processes === 1 ? 'one process' : `${processes} processes`}, seed ${seed}`);
  for (const [figure, value] of Object.entries(report)) say(`  ${figure.padEnd(16)}${value}`);
  for (const fault of faults.slice(0, 20)) say(`  FAULT ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

await drill('SQLite', `sqlite:${join(folder, 'drill.sqlite')}`, 1);
const server = await startPostgres({ careless: false });
await drill('PostgreSQL', server.url, 3).finally(server.stop);
rmSync(folder, { recursive: true });

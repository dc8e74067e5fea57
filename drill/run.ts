import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultDrill } from './faults.js';
import { fuzzDrill } from './fuzz.js';
import { killDrill } from './kill.js';
import { startPostgres } from './postgres.js';

/** `npm run drill [-- --full] [--seed N] `: failing calls, forged callbacks, and the bot killed while
 * members play, on SQLite and on three processes of PostgreSQL. */
const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? 20_261_124);
const kills = values.full ? 200 : 10;
const proposals = values.full ? 60 : 15;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'zhongyi-drill-'));

function report(name: string, { faults, ...figures }: { readonly faults: readonly string[] }): void {
  say(`${name}, seed ${seed}`);
  for (const [figure, value] of Object.entries(figures)) say(`  ${figure.padEnd(16)}${JSON.stringify(value)}`);
  for (const fault of faults.slice(0, 20)) say(`  FAULT ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

report('Faults of WeChat Work', await faultDrill({ minutes: values.full ? 43_200 : 1440, seed }));
report('Fuzz', await fuzzDrill({ callbacks: values.full ? 200_000 : 4000, seed }));

const plan = { kills, proposals, seed, say };
const databaseUrl = `sqlite:${join(folder, 'drill.sqlite')}`;
report('Kills, SQLite, one process', await killDrill({ ...plan, databaseUrl, processes: 1 }));
const server = await startPostgres({ careless: false });
const onPostgres = killDrill({ ...plan, databaseUrl: server.url, processes: 3 });
report('Kills, PostgreSQL, three processes', await onPostgres.finally(server.stop));
rmSync(folder, { recursive: true });

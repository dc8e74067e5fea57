import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killDrill } from './kill.js';

/** `npm run drill [-- --full] [--seed N] [--database postgres://…]`: kills the bot while members play, and reckons up. */
const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, seed: { type: 'string' }, database: { type: 'string' } },
});
const seed = Number(values.seed ?? 20_261_124);
const kills = values.full ? 200 : 10;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'zhongyi-drill-'));

const plan = values.database
  ? { databaseUrl: values.database, processes: 3 }
  : { databaseUrl: `sqlite:${join(folder, 'drill.sqlite')}`, processes: 1 };
const { faults, ...report } = await killDrill({ ...plan, kills, seed, say });
rmSync(folder, { recursive: true });

say(`${values.database ? 'PostgreSQL, three processes' : 'SQLite, one process'}, seed ${seed}`);
for (const [name, value] of Object.entries(report)) say(`${name.padEnd(16)}${value}`);
for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

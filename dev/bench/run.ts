import type { Figure } from './figure.js';
import { benchStart } from './start.js';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCallback, benchMixed } from './callback.js';
import { benchBoard } from './board.js';
import { benchDesk } from './desk.js';
import { benchGrowth } from './growth.js';
import { benchKf } from './kf.js';
import { benchParse } from './parse.js';
import { benchPostgres } from './postgres.js';
import { benchReports } from './reports.js';

const benches: Readonly<Record<string, (full: boolean) => Promise<Figure[]>>> = {
  parse: benchParse,
  callback: benchCallback,
  mixed: benchMixed,
  kf: benchKf,
  start: benchStart,
  board: benchBoard,
  desk: benchDesk,
  reports: benchReports,
  growth: benchGrowth,
  postgres: benchPostgres,
};

/**
 * `npm run bench [-- NAME …] [--full] [--json FILE]`: all benches, or the ones named; ratios are taken within this one run.
 * `--full` adds ten million entries and 14 200 grids: some 4 GB of disk and a quarter of an hour.
 */
const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, full: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter(name => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.\n`);
  process.exit(1);
}

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const figure of await bench(values.full)) {
    figures.push(figure);
    process.stdout.write(`${figure.name.padEnd(24)}${figure.value.toFixed(2).padStart(14)} ${figure.unit}\n`);
  }
}
if (values.json) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ node: process.version, processors: cpus().length, figures }, null, 2)}\n`,
  );
}

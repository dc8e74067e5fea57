import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/engine/open.js';
import { countyDrill } from './county/run.js';
import { expressionsDrill } from './expressions.js';
import { faultDrill } from './faults.js';
import { fuzzDrill } from './fuzz.js';
import { kfDrill } from './kf.js';
import { killDrill } from './kill.js';
import { tablesDrill } from './tables.js';
import { livesDrill } from './lives.js';
import { startPostgres } from './postgres.js';
import { walkDrill } from './walk.js';
import { yearDrill } from './year.js';

/** `npm run drill [-- --full] [--only NAMES] [--year] [--county [--grids N] [--pages FOLDER]] [--lives N] [--walk LIVES] [--kf KILLS] [--seed N]`: failing calls, forged callbacks, the bot killed
 * while members play, on SQLite and on three processes of PostgreSQL, and a year of money that must prove itself. `--only faults,fuzz` drills these alone, of the names below; `--year` runs that alone,
 * whole; `--lives N` lives N random lives of projects against the model of the rules (20 000 with `--full`); `--kf N` kills the bot so often while customers of 微信客服 are answered; `--walk N` plays so many lives by people who do only what the bot offers; `--county` plays a county's year alone, of 142 grids or so many, and `--pages` keeps pictures of its pages. */
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    year: { type: 'boolean', default: false },
    county: { type: 'boolean', default: false },
    grids: { type: 'string', default: '142' },
    pages: { type: 'string' },
    only: { type: 'string' },
    lives: { type: 'string' },
    walk: { type: 'string' },
    kf: { type: 'string' },
    seed: { type: 'string' },
  },
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

/** 355 projects and 100 000 entries: what the county books in a year. */
async function year(): Promise<void> {
  const size = values.full || values.year ? { projects: 355, entries: 100_000 } : { projects: 20, entries: 5000 };
  const store = await openStore(ormconfig(`sqlite:${join(folder, 'year.sqlite')}`));
  const seconds = (): number => Math.round(performance.now() / 1000);
  report('A year of money', await yearDrill({ ...size, store, seed, seconds }));
  await store.dataSource.destroy();
}

/** Random lives of projects, deed by deed against the model of the rules. */
async function manyLives(count: number): Promise<void> {
  const file = (batch: number): string => join(folder, `lives-${batch}.sqlite`);
  report('Lives of projects', await livesDrill({ count, seed, file, say }));
}

/** Matters brought to their end by people who do only what they are offered. */
async function walk(): Promise<void> {
  const lives = values.walk === undefined ? (values.full ? 1000 : 20) : Number(values.walk);
  const freshStore = () => openStore(ormconfig('sqlite::memory:'));
  report('Walks, by what is offered', await walkDrill({ lives, seed, freshStore }));
}

/** 142 grids with 17 040 households and 355 projects, as many as the county had. */
async function county(): Promise<void> {
  const grids = Number(values.grids);
  const size = { grids, projects: Math.round(grids * 2.5) };
  const store = await openStore(ormconfig(`sqlite:${join(folder, 'county.sqlite')}`));
  // A made-up county needs no protection from a power cut.
  await store.dataSource.query('PRAGMA synchronous = OFF');
  const seconds = (): number => Math.round(performance.now() / 1000);
  const pages = values.pages === undefined ? {} : { pages: { folder: values.pages } };
  report('A county’s year', await countyDrill({ ...size, ...pages, store, seed, seconds, say }));
  await store.dataSource.destroy();
}

/** Customers of 微信客服 are answered by a bot that dies at its own calls. */
async function kf(): Promise<void> {
  const databaseUrl = `sqlite:${join(folder, 'kf.sqlite')}`;
  report(
    'Kills, 微信客服',
    await kfDrill({ databaseUrl, kills: values.kf === undefined ? kills : Number(values.kf), seed }),
  );
}

/** What is drilled without being asked for by name, in this order. */
const drills: Readonly<Record<string, () => Promise<void>>> = {
  faults: async () => report('Faults of WeChat Work', await faultDrill({ minutes: values.full ? 43_200 : 1440, seed })),
  walk,
  fuzz: async () => report('Fuzz', await fuzzDrill({ callbacks: values.full ? 200_000 : 4000, seed })),
  tables: async () => report('Tables', await tablesDrill({ files: values.full ? 4000 : 200, seed })),
  ...(values.full && { expressions: async () => report('Expressions', expressionsDrill(process.cwd())) }),
  kf,
  kills: async () => {
    const databaseUrl = `sqlite:${join(folder, 'drill.sqlite')}`;
    const plan = { kills, proposals, seed, say, databaseUrl, processes: 1 };
    report('Kills, SQLite, one process', await killDrill(plan));
  },
  postgres: async () => {
    const server = await startPostgres({ careless: false });
    const plan = { kills, proposals, seed, say, databaseUrl: server.url, processes: 3 };
    report('Kills, PostgreSQL, three processes', await killDrill(plan).finally(server.stop));
  },
  lives: () => manyLives(values.lives === undefined ? (values.full ? 20_000 : 100) : Number(values.lives)),
  year,
};

/** Those that the words name; `--county` is asked for alone. */
function chosen(): string[] {
  const named = values.only?.split(',') ?? [];
  const unknown = named.find(name => !Object.hasOwn(drills, name));
  if (unknown !== undefined)
    throw new Error(`There is no drill ${unknown}; there are ${Object.keys(drills).join(', ')}.`);
  if (named.length > 0) return named;
  const [alone] = (['kf', 'lives', 'walk', 'year'] as const).filter(name => values[name]);
  return alone ? [alone] : Object.keys(drills);
}

if (values.county) await county();
else for (const name of chosen()) await drills[name]?.();
rmSync(folder, { recursive: true });

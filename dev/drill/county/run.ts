import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCounty } from '../../../src/process/commands/county-grids.js';
import { verify } from '../../../src/process/commands/verify.js';
import { mergeGrid, splitGrid } from '../../../src/operations/county/part-grids.js';
import { statesUnderWay } from '../../../src/domain/lifecycle.js';
import { verdictOn } from '../../../src/store/county/standing.js';
import type { Store } from '../../../src/store/engine/store.js';
import { wrongColours } from '../colour-vectors.js';
import { writeBook } from './book.js';
import { type ContestReport, playContest } from './contest.js';
import type { LookedAt } from './pages.js';
import { countyPlan, type GridPlan } from './people.js';
import { openSite } from './site.js';
import { summaryOf } from './summary.js';
import { Bot, Town, yearEnd } from './town.js';
import { playYear } from './year.js';

interface CountyReport {
  readonly grids: number;
  readonly workbook: readonly string[];
  readonly contest: Omit<ContestReport, 'faults'>;
  /** What became of the grid that was split and joined again. */
  readonly part: string;
  /** How many messages the bot answered, ballots and receipts included. */
  readonly messages: number;
  readonly figures: Readonly<Record<string, string>>;
  readonly playedInS: number;
  readonly verifiedInS: number;
  readonly checks: readonly string[];
  readonly pages?: string;
  readonly faults: readonly string[];
}

const workbookAt = new Date('2026-01-04T09:00:00+08:00');

/**
 * A county's year: its grids from one workbook, their projects from the first word to the archive or wherever December finds
 * them, with supervision, wall chart, dispatch, market and contest. Then the record must prove itself, and every colour be what the rule says.
 */
export async function countyDrill({
  store,
  grids,
  projects,
  seed,
  seconds,
  pages,
  say = () => undefined,
}: {
  store: Store;
  grids: number;
  projects: number;
  seed: number;
  /** A clock to time the drill with. */
  seconds: () => number;
  /** Opens the pages in Chromium, too; with a folder, keeps what they look like there. */
  pages?: { readonly folder?: string };
  /** Told now and then how far it is. */
  say?: (line: string) => void;
}): Promise<CountyReport> {
  const beganAt = seconds();
  const plans = countyPlan(grids);
  const workbook = await takeOver(store, plans);
  const bot = await Bot.of(store, seed);
  const towns: Town[] = [];
  for (const [index, plan] of plans.entries()) {
    const grid = await store.inUnit(open => open.grids.byCode(plan.code));
    assert(grid, 'the workbook was taken over');
    const many = Math.floor((projects * (index + 1)) / grids) - Math.floor((projects * index) / grids);
    const town = new Town(bot, grid, plan);
    towns.push(town);
    await playYear(town, many);
    if ((index + 1) % 20 === 0) say(`  played ${index + 1} of ${grids} grids, ${seconds() - beganAt} s`);
  }
  const figures = await summaryOf(store, yearEnd);
  const colours = await otherColours(store);
  bot.now = yearEnd;
  const looked = pages ? [await lookAt(store, bot, { ...pages, of: 'yearPages' })] : [];
  const { faults: unlike, ...contest } = await playContest(towns);
  if (pages) looked.push(await lookAt(store, bot, { ...pages, of: 'contestPages' }));
  const part = await partAndJoin(store, bot.now);
  const playedAt = seconds();
  const checks: string[] = [];
  const holds = await verify(store, line => checks.push(line));
  const faults = [
    ...looked.flatMap(one => one.faults),
    ...(holds ? [] : checks.slice(-1)),
    ...wrongColours(),
    ...colours,
    ...unlike,
  ];
  return {
    grids,
    workbook,
    contest,
    part,
    messages: bot.messages,
    figures,
    playedInS: playedAt - beganAt,
    verifiedInS: seconds() - playedAt,
    checks,
    ...(pages ? { pages: `${sum(looked, 'pages')} pages and ${sum(looked, 'sheets')} sheets looked at` } : {}),
    faults,
  };
}

/** Writes the workbook and takes the county over from it, as an operator does; what the command says of it. */
async function takeOver(store: Store, plans: readonly GridPlan[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-county-'));
  const lines: string[] = [];
  const file = join(folder, 'county.xlsx');
  await writeBook(file, plans);
  await importCounty(store, file, workbookAt, line => lines.push(typeof line === 'string' ? line : line.en));
  rmSync(folder, { recursive: true });
  return lines.slice(0, 4);
}

/** One building of a grid whose projects are over becomes a grid of its own, and goes back: nothing of its history is lost. */
async function partAndJoin(store: Store, now: Date): Promise<string> {
  for (const { code } of await store.inUnit(open => open.grids.open())) {
    const parted = await store.inUnit(async open => {
      const grid = await open.grids.byCode(code);
      assert(grid, 'the grid is there');
      const made = { code: `${code}-4`, name: '四号楼网格', buildings: ['4'], now };
      return splitGrid(open, await open.within(grid), made);
    });
    // Votes and money of a project under way bind its households.
    if ('en' in parted) continue;
    const joined = await store.inUnit(async open => {
      const [from, into] = [await open.grids.byCode(`${code}-4`), await open.grids.byCode(code)];
      assert(from && into, 'both grids are there');
      return mergeGrid(await open.within(from), await open.within(into), { renumber: new Map(), now });
    });
    assert('households' in joined && joined.households === parted.households, 'all come back');
    return `${code}: ${parted.households} households left for a grid of their own and came back`;
  }
  return 'no grid could be split: every one has a project that binds its households';
}

async function lookAt(
  store: Store,
  bot: Bot,
  { folder, of }: { readonly folder?: string; readonly of: 'yearPages' | 'contestPages' },
): Promise<LookedAt> {
  // Only who looks at the pages needs a browser.
  const { lookAtPages, [of]: addresses } = await import('./pages.js');
  const site = await openSite({ store, bot });
  return lookAtPages(site, addresses, folder).finally(site.close);
}

function sum(looked: readonly LookedAt[], what: 'pages' | 'sheets'): number {
  return looked.reduce((all, one) => all + one[what], 0);
}

/** The projects whose last evaluated colour is another than the rule finds now. */
async function otherColours(store: Store): Promise<string[]> {
  const wrong: string[] = [];
  for (const grid of await store.inUnit(open => open.grids.open()))
    await store.inGrid(grid, async unit => {
      for (const project of await unit.projects.inStates(statesUnderWay)) {
        const { colour } = await verdictOn(unit, project, yearEnd, { byHand: false });
        const kept = (await unit.watch.marks(project.id)).findLast(({ kind }) => kind === 'rule')?.colour;
        if (kept !== colour && (kept !== undefined || colour === 'red' || colour === 'yellow'))
          wrong.push(`${grid.code}: project ${project.no} is marked ${kept ?? 'not at all'}, the rule finds ${colour}`);
      }
    });
  return wrong;
}

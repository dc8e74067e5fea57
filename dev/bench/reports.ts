import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ormconfig } from '../../ormconfig.js';
import { openStore } from '../../src/store/engine/open.js';
import { sample } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { botSettings } from './callback.js';
import type { Figure } from './figure.js';
import { fillGrids } from './fill.js';
import { served, type Served } from './served.js';
import { halfLoad, type Load, post, type Sealed, sealed } from './wire.js';

const day = '2026-03-10';
const sizes = [142, 1420];
const fullSizes = [...sizes, 14_200];
/** Callbacks that come meanwhile, a second. */
const pace = 100;

/** The 18:00 run: computed, drawn and queued for every grid, while neighbours go on talking. */
export async function benchReports(full: boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  const perGrid: number[] = [];
  for (const grids of full ? fullSizes : sizes) {
    const { tookMs, blockedMs, quiet, busy } = await eveningOf(grids);
    perGrid.push(tookMs / grids);
    figures.push(
      { name: `reports.${grids}`, value: tookMs / 1000, unit: grids === 142 ? 's (goal 5)' : 's' },
      { name: `reports.${grids}.blocked`, value: blockedMs, unit: 'ms the event loop stood still at most (goal 50)' },
      { name: `reports.${grids}.p99`, value: busy.p99Ms, unit: 'ms, callbacks meanwhile' },
      { name: `reports.${grids}.p99.before`, value: quiet.p99Ms, unit: 'ms, callbacks before' },
    );
  }
  const [first = 1] = perGrid;
  return [
    ...figures,
    {
      name: 'reports.linear',
      value: (perGrid.at(-1) ?? 0) / first,
      unit: 'a grid of many against one of few (1 is linear)',
    },
  ];
}

interface Evening {
  readonly tookMs: number;
  readonly blockedMs: number;
  readonly quiet: Load;
  readonly busy: Load;
}

async function eveningOf(grids: number): Promise<Evening> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const file = join(folder, 'bench.sqlite');
  const at = new Date(`${day}T10:00:00+08:00`);
  const store = await openStore(ormconfig(`sqlite:${file}`));
  await seedTrial(store, at);
  await store.dataSource.destroy();
  fillGrids(file, grids, new Date(`${day}T17:00:00+08:00`));
  const settings = { ...botSettings(`sqlite:${file}`), BENCH_DAY: day, GROUP_RATE: '100000', MEMBER_RATE: '100000' };
  const evening = await served('reports-server.js', 3912, settings, async server => {
    await halfLoad(server.port, talk(pace), pace);
    const quiet = await halfLoad(server.port, talk(3 * pace), pace);
    const run = reportsOf(server);
    const busy = await halfLoad(server.port, talk(3 * pace), pace);
    return { ...(await run), quiet, busy };
  });
  rmSync(folder, { recursive: true, force: true });
  if (evening.queued < 2 * grids) throw new Error(`only ${evening.queued} posts were queued for ${grids} grids`);
  return evening;
}

async function reportsOf({ port }: Served): Promise<{ tookMs: number; blockedMs: number; queued: number }> {
  const agent = new Agent();
  const answer = await post(agent, port, { path: '/bench/reports', body: '', from: '10.0.0.1' });
  agent.destroy();
  return JSON.parse(answer) as { tookMs: number; blockedMs: number; queued: number };
}

function talk(many: number): Sealed[] {
  return Array.from({ length: many }, (_, index) =>
    sealed(`r0${10 + (index % 80)}`, index % 2 === 0 ? '进度' : '今晚谁家做饭这么香', sample.chatId),
  );
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botSettings, evening, pledges } from './callback.js';
import type { Figure } from './figure.js';
import { fillEntries } from './fill.js';
import { openPolls, openRound } from './round.js';
import { fullLoad, served } from './served.js';

const sizes = [
  { entries: 1000, projects: 355 },
  { entries: 100_000, projects: 355 },
];
const fullSizes = [...sizes, { entries: 10_000_000, projects: 35_500 }];
const count = 4000;

/** The benches callback and mixed on one record that grows: ten million entries must be as quick as a thousand. */
export async function benchGrowth(full: boolean): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const file = join(folder, 'bench.sqlite');
  const settings = botSettings(`sqlite:${file}`);
  const { round, polls } = await served('../../bundle/server.js', 3912, settings, async ({ port }) => ({
    round: await openRound(port),
    polls: await openPolls(port, 10),
  }));
  const figures: Figure[] = [];
  const reached: { pledges: number; evening: number }[] = [];
  for (const size of full ? fullSizes : sizes) {
    fillEntries(file, size, new Date());
    const [pledged, mixed] = await served('../../bundle/server.js', 3912, settings, async server => [
      await fullLoad(server, pledges(round, count)),
      await fullLoad(server, evening(round, polls, count)),
    ]);
    if (!pledged || !mixed) continue;
    reached.push({ pledges: pledged.cpuMicros, evening: mixed.cpuMicros });
    figures.push(
      { name: `growth.${size.entries}.callback`, value: pledged.perSecond, unit: 'messages/s' },
      { name: `growth.${size.entries}.callback.cpu`, value: pledged.cpuMicros, unit: 'µs of processor a message' },
      { name: `growth.${size.entries}.mixed`, value: mixed.perSecond, unit: 'messages/s' },
      { name: `growth.${size.entries}.mixed.cpu`, value: mixed.cpuMicros, unit: 'µs of processor a message' },
    );
  }
  rmSync(folder, { recursive: true, force: true });
  const [small] = reached;
  const large = reached.at(-1);
  if (!small || !large) return figures;
  return [
    ...figures,
    {
      name: 'growth.callback.ratio',
      value: small.pledges / large.pledges,
      unit: 'of the smallest, by processor (goal 0.85)',
    },
    {
      name: 'growth.mixed.ratio',
      value: small.evening / large.evening,
      unit: 'of the smallest, by processor (goal 0.85)',
    },
  ];
}

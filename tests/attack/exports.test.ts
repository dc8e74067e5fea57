import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonical, digestOfLine } from '../../src/domain/journal.js';
import { digestOfEntry } from '../../src/domain/funds/ledger-chain.js';
import { sealed } from '../../src/store/engine/entities.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Secret } from '../../src/store/engine/secret.js';
import { Grid } from '../../src/store/people/grid.js';
import { Household } from '../../src/store/people/household.js';
import { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import { allThatLeaves, dossierOf1 } from '../support/all-that-leaves.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { theStory } from '../support/twenty-households.js';
import { aProject } from '../support/works.js';

test(
  'who knows every row but the salts finds no digest of one in the dossier, nor a person beside a choice or sum',
  { timeout: 300_000 },
  async () => {
    const grid = await theStory();
    const { manager } = grid.store.dataSource;
    const text = [...(await dossierOf1(grid)).values()].join('\n');
    const bare = (row: object): string => createHash('sha256').update(canonical(row)).digest('hex');

    const tried: string[] = [];
    for (const entity of sealed) for (const row of await manager.find(entity as typeof Grid)) tried.push(bare(row));
    for (const line of await manager.find(JournalLine)) tried.push(digestOfLine(line));
    for (const entry of await manager.find(LedgerEntry)) tried.push(digestOfEntry(entry));
    expect(tried.length).toBeGreaterThan(800);
    const base64 = tried.map(hex => Buffer.from(hex, 'hex').toString('base64url'));
    expect([...tried, ...base64].filter(digest => text.includes(digest))).toEqual([]);

    for (const { value } of await manager.find(Secret)) expect(text).not.toContain(value);
    const lines = (text.match(/^\{.*"deed".*\}$/gmu) ?? []).map(line => JSON.parse(line) as JournalLine);
    expect(lines.length).toBeGreaterThan(10);
    for (const { deed, rows } of lines) {
      expect(deed).not.toMatch(
        /^(?:poll\.(?:vote|undo)|pledge\.(?:money|cancel|fulfil)|plan\.exempt|funds\.(?:receive|reconcile)|paper\.)/u,
      );
      expect(Object.keys(rows).join()).not.toMatch(/ballot|exemption|ledger_entry|offer|rating|support/u);
    }
    expect(text).not.toContain('"householdId"');
  },
);

/** An owners' poll on a project: `says` tells what the voters of that number say, all others of the first eighty agree. */
async function aPoll(says: ReadonlyMap<number, string>, { isClosed }: { isClosed: boolean }): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  // Flats as different as they are: each area stands for one household.
  await grid.inUnit(async unit => {
    for (const home of await unit.members.households())
      await unit.rows.keep(Household, Object.assign(home, { areaCentiM2: 6_000 + home.id * 37 }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  for (let who = 0; who < 90; who += 1) await grid.resident(who).says(says.get(who) ?? '1号同意');
  if (isClosed) await grid.until('2026-03-30T09:00:00+08:00');
  return grid;
}

test.each([
  ['while it is open, whatever one household chooses', false, [[50, '1号反对']], [[50, '1号弃权']]],
  [
    'when it is closed, whichever two of ninety were against',
    true,
    [
      [50, '1号反对'],
      [51, '1号反对'],
    ],
    [
      [60, '1号反对'],
      [77, '1号反对'],
    ],
  ],
] as const)('all that leaves a poll is the same %s', { timeout: 240_000 }, async (_, isClosed, one, other) => {
  const worlds = [];
  for (const said of [one, other]) {
    const grid = await aPoll(new Map(said), { isClosed });
    worlds.push(await allThatLeaves(grid));
  }

  expect(worlds[0]).toEqual(worlds[1]);
});

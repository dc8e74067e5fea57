import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asked } from '../support/all-that-leaves.js';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { aSecretLife, twoWorlds } from '../support/secret-lives.js';

/** More of them, seen by more people, by hand: SECRET_LIVES=50 SEED=7. */
const few = 12;
const count = Number(process.env['SECRET_LIVES'] ?? few);
const seed = Number(process.env['SEED'] ?? 20_261_129);

/** A neighbour and the office ask; by hand also the team and a leader of the building, in private and in the group. */
function onlookers(grid: Neighbourhood): Asked {
  const askers = [grid.resident(45), grid.role('grid_secretary')];
  if (count <= few) return { askers, chats: ['single'] };
  return { askers: [...askers, grid.role('supervisor'), grid.role('building_leader')], chats: ['group', 'single'] };
}

test(
  `${count} lives by chance look the same to who knows everything but the salts, whichever of three households did what (seed ${seed})`,
  { timeout: 3_000_000 },
  async () => {
    const tried = { lives: 0, deeds: 0, looks: 0, told: 0 };
    await fc.assert(
      fc.asyncProperty(aSecretLife, async life => {
        const [one, other] = await twoWorlds(life, onlookers);

        expect(other.shown).toEqual(one.shown);
        tried.lives += 1;
        tried.deeds += one.answers.length;
        tried.looks += one.shown.length;
        tried.told += new Set(one.shown.map(shown => shown.join('\n'))).size - 1;
      }),
      { numRuns: count, seed, endOnFailure: true },
    );

    // What is done shows in what is published, or the test would look at nothing.
    expect(tried.told).toBeGreaterThan(count / 2);
    if (count > few) process.stdout.write(`${JSON.stringify(tried)}\n`);
  },
);

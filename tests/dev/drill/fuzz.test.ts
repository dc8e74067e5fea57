import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzDrill } from '../../../dev/drill/fuzz.js';
import { readRoster } from '../../../src/language/tables/roster.js';
import { TableTrouble } from '../../../src/language/tables/trouble.js';
import { readHere } from '../../support/tables.js';

/** The short form of `npm run drill -- --full`, which throws 200 000. */
test('of 4 000 mutated callbacks none that is not signed is heard, and none stops the bot', async () => {
  const { faults, statuses } = await fuzzDrill({ callbacks: 4000, seed: 7 });

  expect(faults).toEqual([]);
  expect(statuses[200]).toBe(1000);
});

test('whatever bytes a roster file holds, it is read or refused in words', async () => {
  const roster = Buffer.from(
    '楼号,单元,房号,面积,业主,企业微信账号,电话\n3,2,301,89.5,王阿姨;李叔,wang;li,13800001111\n',
  );
  const damage = fc.array(fc.record({ at: fc.nat(roster.length - 1), byte: fc.nat(255) }), { maxLength: 8 });

  await fc.assert(
    fc.asyncProperty(damage, fc.nat(roster.length), async (changes, length) => {
      const bytes = Buffer.from(roster);
      for (const { at, byte } of changes) bytes[at] = byte;
      try {
        const book = await readHere(bytes.subarray(0, length));
        for (const row of readRoster(book).rows) expect(row.areaCentiM2).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(TableTrouble);
      }
    }),
    { numRuns: 2000, seed: 7 },
  );
});

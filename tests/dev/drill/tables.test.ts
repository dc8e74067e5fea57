import { expect, test } from 'vitest';
import { tablesDrill } from '../../../dev/drill/tables.js';

/** The short form of `npm run drill -- --full`, which makes 4 000, half of them workbooks. */
test('of 200 rosters and lists made at random just what was meant comes out', async () => {
  const { faults, payments, households } = await tablesDrill({ files: 200, seed: 7 });

  expect(faults).toEqual([]);
  expect(payments).toBeGreaterThan(200);
  expect(households).toBeGreaterThan(400);
});

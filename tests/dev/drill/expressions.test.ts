import { expect, test } from 'vitest';
import { madeExpressions } from '../../../dev/drill/expressions.js';

/** Each is tried on long texts by `npm run drill -- --full`, which measures the processor and so runs alone. */
test('no expression that the program makes when it runs escapes the drill of long texts', () => {
  const { made, faults } = madeExpressions(process.cwd());

  expect(faults).toEqual([]);
  expect(made.length).toBeGreaterThan(150);
});

import { expect, test } from 'vitest';
import { learn, seen } from '../../../dev/reading/learn.js';
import { usualPace } from '../../../dev/reading/learn-intents.js';
import { corpusLines } from '../../../dev/reading/lines.js';

test('the same lines give the same file, byte for byte', () => {
  const lines = corpusLines()
    .filter((_, at) => at % 100 === 0)
    .map(seen);
  const [one, other] = [learn(lines, { ...usualPace, orders: 2 }), learn(lines, { ...usualPace, orders: 2 })];

  expect(one.equals(other)).toBe(true);
});

import { expect, test } from 'vitest';
import { lastAt } from '../../src/domain/calendar.js';

test.each([
  ['2026-03-02T18:00:00+08:00', '2026-03-02T18:00:00+08:00'],
  ['2026-03-02T17:59:59+08:00', '2026-03-01T18:00:00+08:00'],
  ['2026-03-03T00:00:00+08:00', '2026-03-02T18:00:00+08:00'],
  // In Shanghai it is already the next year.
  ['2025-12-31T17:00:00Z', '2025-12-31T18:00:00+08:00'],
])('at %s it was last six in the evening at %s', (now, last) => {
  expect(lastAt({ hour: 18, minute: 0 }, new Date(now))).toEqual(new Date(last));
});

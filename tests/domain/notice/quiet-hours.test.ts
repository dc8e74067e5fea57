import { expect, test } from 'vitest';
import { afterQuietHours } from '../../../src/domain/notice/quiet-hours.js';

test.each([
  ['2026-03-02T20:59:59+08:00', '2026-03-02T20:59:59+08:00'],
  ['2026-03-02T21:00:00+08:00', '2026-03-03T07:30:00+08:00'],
  ['2026-03-02T23:59:00+08:00', '2026-03-03T07:30:00+08:00'],
  ['2026-03-03T00:00:00+08:00', '2026-03-03T07:30:00+08:00'],
  ['2026-03-03T07:29:59+08:00', '2026-03-03T07:30:00+08:00'],
  ['2026-03-03T07:30:00+08:00', '2026-03-03T07:30:00+08:00'],
])('what the clock has to tell at %s is told at %s', (at, told) => {
  expect(afterQuietHours(new Date(at))).toEqual(new Date(told));
});

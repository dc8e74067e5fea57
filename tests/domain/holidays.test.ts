import { expect, test } from 'vitest';
import { holidays, yearUnknown } from '../../src/domain/holidays.js';

const newest = Math.max(...Object.keys(holidays).map(Number));
const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`);

test('a month before a year whose holidays are not known its number is said, and from then on', () => {
  expect(yearUnknown(at(`${newest}-11-30`))).toBeNull();
  expect(yearUnknown(at(`${newest}-12-01`))).toBe(newest + 1);
  expect(yearUnknown(at(`${newest + 1}-06-01`))).toBe(newest + 1);
});

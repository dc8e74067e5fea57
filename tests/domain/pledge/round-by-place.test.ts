import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundByPlace } from '../../../src/domain/pledge/round-by-place.js';

const homes = (building: string, unit: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ building, unit, room: String(101 + index) }));

test.each([
  [
    'entrances that have enough stand by themselves',
    [...homes('1', '1', 6), ...homes('1', '2', 5)],
    ['1-1 6', '1-2 5'],
  ],
  ['an entrance with too few makes its building one row', [...homes('1', '1', 6), ...homes('1', '2', 2)], ['1- 8']],
  [
    'what is left joins the smallest row',
    [...homes('1', '1', 9), ...homes('2', '1', 6), ...homes('3', '1', 2)],
    ['1-1 9', 'rest 8'],
  ],
  ['fewer than five are no row', homes('1', '1', 4), []],
])('%s', (_, taking, rows) => {
  const shown = roundByPlace(taking, 5).map(({ at, count }) => `${at ? `${at.building}-${at.unit}` : 'rest'} ${count}`);
  expect(shown).toEqual(rows);
});

test('no row, and no difference between the rows and the total, is of fewer than five households', () => {
  const place = fc.record({
    building: fc.constantFrom('1', '2', '3', 'A'),
    unit: fc.constantFrom('', '1', '2', '3'),
    room: fc.constant('101'),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 5, maxLength: 60 }), taking => {
      const rows = roundByPlace(taking, 5);
      expect(rows.every(({ count }) => count >= 5)).toBe(true);
      expect(rows.reduce((all, { count }) => all + count, 0)).toBe(taking.length);
    }),
  );
});

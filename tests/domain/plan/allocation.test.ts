import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Allocation, type Sharer, sharesOf } from '../../../src/domain/plan/allocation.js';
import { allocate } from '../../../src/domain/money.js';

/** Flats of one entrance, one a floor, with their areas in 0.01 m². */
function flats(areas: readonly number[]): Sharer[] {
  return areas.map((areaCentiM2, index) => ({
    id: 100 - index,
    building: '1',
    unit: '1',
    room: `${index + 1}01`,
    areaCentiM2,
  }));
}

function figures(amountFen: number, allocation: Allocation, homes: readonly Sharer[]): number[] {
  const shares = sharesOf(amountFen, allocation, homes);
  return homes.map(({ id }) => shares.get(id) ?? 0);
}

// docs/domain.md 19.
test.each([
  ['1 000 yuan over 3', 100_000, 'equal', [9000, 9000, 9000], [33_334, 33_333, 33_333]],
  ['10 000 yuan by area', 1_000_000, 'by_area', [8950, 12_030, 6620], [324_275, 435_870, 239_855]],
] as const)('%s', (_, amountFen, method, areas, shares) => {
  expect(figures(amountFen, { method }, flats(areas))).toEqual(shares);
});

test('100 000 yuan over 118 households: 90 give 847.46 and 28 give 847.45', () => {
  const shares = figures(10_000_000, { method: 'equal' }, flats(Array.from({ length: 118 }, () => 9000)));

  expect(shares.filter(fen => fen === 84_746)).toHaveLength(90);
  expect(shares.filter(fen => fen === 84_745)).toHaveLength(28);
  expect(shares.slice(0, 90).every(fen => fen === 84_746)).toBe(true);
});

test('a surplus of 1 234.57 goes back in proportion to what was paid', () => {
  expect(allocate(123_457, [30_000, 30_000, 45_000, 15_000])).toEqual([30_864, 30_864, 46_297, 15_432]);
});

test('by floor: what is not named weighs one, and who weighs nothing bears nothing', () => {
  const floors = [
    { floor: 1, weight: 0 },
    { floor: 2, weight: 50 },
  ];

  expect(figures(25_000, { method: 'by_coefficient', floors }, flats([1, 1, 1, 1]))).toEqual([0, 5000, 10_000, 10_000]);
});

test('only the entrances that benefit bear a part; where none does it is refused', () => {
  const homes = [...flats([1, 1]), { id: 7, building: '2', unit: '3', room: '101', areaCentiM2: 1 }];

  expect(figures(1000, { method: 'by_beneficiary', scope: [{ building: '2', unit: '3' }] }, homes)).toEqual([
    0, 0, 1000,
  ]);
  expect(() => sharesOf(1000, { method: 'by_beneficiary', scope: [{ building: '9' }] }, homes)).toThrow(
    'allocation.nobody',
  );
});

test('where everybody gives what they like there are no shares', () => {
  expect(sharesOf(1000, { method: 'free' }, flats([1, 1]))).toEqual(new Map());
});

test('the sum is exact, nobody is more than a fen from the exact share, and equal parts differ in the order of the roster only', () => {
  const homes = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 60 }).map(flats);
  const amounts = fc.integer({ min: 1, max: 1_000_000_000 });
  fc.assert(
    fc.property(amounts, homes, fc.constantFrom('equal' as const, 'by_area' as const), (amountFen, all, method) => {
      const shares = figures(amountFen, { method }, all);
      const weights = all.map(({ areaCentiM2 }) => (method === 'equal' ? 1 : areaCentiM2));
      const total = weights.reduce((sum, one) => sum + one, 0);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(amountFen);
      for (const [index, fen] of shares.entries())
        expect(Math.abs(fen - (amountFen * (weights[index] ?? 0)) / total)).toBeLessThan(1.000_001);
      if (method === 'equal') expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      // The order in which the roster is handed over changes nothing.
      expect(sharesOf(amountFen, { method }, all.toReversed())).toEqual(sharesOf(amountFen, { method }, all));
    }),
  );
});

test.each([
  ['301', 3],
  ['1203', 12],
  ['901', 9],
  ['01', 1],
])('room %s is on floor %i, and pays by it', (room, floor) => {
  const place = { building: '1', unit: '1', areaCentiM2: 1 };
  const homes = [{ ...place, id: 1, room }, { ...place, id: 2, room: '501' }]; // prettier-ignore

  expect(figures(300, { method: 'by_coefficient', floors: [{ floor, weight: 200 }] }, homes)).toEqual([200, 100]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditRulesAt, type Earning, levelOf, places, pointsFor } from '../../../src/domain/credit/credit.js';
import { creditScore, expiryOf, spend, spendable } from '../../../src/domain/credit/credit-balance.js';

const now = new Date('2025-10-17T20:00:00+08:00');
const nothing = { today: 0, thisYear: 0 };
const earnings = Object.keys(creditRulesAt(now).lines) as Earning[];

describe('earning', () => {
  test.each<[Earning, number, number]>([
    ['vote', 0, 1],
    ['topic', 0, 3],
    ['lead', 0, 20],
    ['supervise', 0, 2],
    ['donate', 9_999, 0],
    ['donate', 10_000, 1],
    ['donate', 59_999, 5],
    ['donate', 100_000_000, 10],
    ['volunteer', 1, 0],
    ['volunteer', 5, 2],
    ['volunteer', 16, 4],
    ['goods', 0, 2],
    ['goods', 3, 3],
    ['goods', 99, 5],
    ['suggestion', 0, 5],
  ])('%s of %i (fen, half hours, points set) earns %i', (behaviour, amount, points) => {
    expect(pointsFor(behaviour, nothing, now, amount)).toBe(points);
  });

  test.each<[Earning, number, number, number]>([
    ['vote', 0, 9, 1],
    ['vote', 0, 10, 0],
    ['topic', 0, 13, 2],
    ['lead', 0, 40, 0],
    ['supervise', 2, 2, 0],
    ['supervise', 0, 60, 0],
    ['supervise', 1, 59, 1],
    ['donate', 0, 8, 2],
  ])('%s after %i today and %i this year earns %i', (behaviour, today, thisYear, points) => {
    expect(pointsFor(behaviour, { today, thisYear }, now, 1_000_000)).toBe(points);
  });

  test('no sequence of deeds goes above a cap, and none takes points away', () => {
    const deed = fc.record({
      behaviour: fc.constantFrom(...earnings),
      amountFen: fc.nat(2_000_000),
      nextDay: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 200 }), deeds => {
        const earned = Object.fromEntries(earnings.map(behaviour => [behaviour, { today: 0, thisYear: 0 }]));
        for (const { behaviour, amountFen, nextDay } of deeds) {
          if (nextDay) for (const each of Object.values(earned)) each.today = 0;
          const sofar = earned[behaviour] ?? { today: 0, thisYear: 0 };
          const points = pointsFor(behaviour, sofar, now, amountFen);
          sofar.today += points;
          sofar.thisYear += points;

          const { perDay = Number.POSITIVE_INFINITY, perYear } = creditRulesAt(now).lines[behaviour];
          expect(points).toBeGreaterThanOrEqual(0);
          expect(sofar.today).toBeLessThanOrEqual(perDay);
          expect(sofar.thisYear).toBeLessThanOrEqual(perYear);
        }
      }),
    );
  });

  test('points above the cap of an older table are kept, not taken back', () => {
    expect(pointsFor('vote', { today: 0, thisYear: 99 }, now)).toBe(0);
  });
});

describe('spending', () => {
  const in2024 = new Date('2024-05-01T09:00:00+08:00');
  const in2025 = new Date('2025-05-01T09:00:00+08:00');

  test.each([
    ['2025-12-31T23:59:59+08:00', 5],
    ['2026-01-01T00:00:00+08:00', 0],
  ])('points of 2024 at %s: %i', (at, points) => {
    expect(spendable([{ points: 5, at: in2024 }], new Date(at)).points).toBe(points);
  });

  test('the year ends at midnight in Shanghai', () => {
    expect(expiryOf(new Date('2024-12-31T16:00:00Z')).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  test('the oldest points are spent first', () => {
    const entries = [
      { points: 5, at: in2024 },
      { points: 7, at: in2025 },
      { points: -6, at: new Date('2025-06-01T09:00:00+08:00') },
    ];

    expect(spendable(entries, now).lots).toEqual([{ points: 6, expiresAt: new Date('2027-01-01T00:00:00+08:00') }]);
    expect(spendable(entries, new Date('2026-02-01T09:00:00+08:00')).points).toBe(6);
  });

  test('more than there is cannot have been spent', () => {
    expect(() => spendable([{ points: -1, at: in2025 }], now)).toThrow('more points were spent');
  });

  test('whatever is earned and spent, the balance is what was earned, less what was spent, less what expired', () => {
    const step = fc.record({ points: fc.integer({ min: 1, max: 50 }), isUse: fc.boolean(), days: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const entries: { points: number; at: Date }[] = [];
        let at = in2024.getTime();
        for (const { points, isUse, days } of steps) {
          at += days * 86_400_000;
          const before = spendable(entries, new Date(at)).points;
          const change = isUse ? -Math.min(points, before) : points;
          if (change === 0) continue;
          entries.push({ points: change, at: new Date(at) });
          expect(spendable(entries, new Date(at)).points).toBe(before + change);
        }
        const { points, lots } = spendable(entries, new Date(at));
        expect(points).toBeGreaterThanOrEqual(0);
        expect(
          lots.every((lot, index) => index === 0 || lot.expiresAt > (lots[index - 1]?.expiresAt ?? lot.expiresAt)),
        ).toBe(true);
        expect(spendable(entries, new Date(at + 3 * 366 * 86_400_000)).points).toBe(0);
      }),
    );
  });

  test('points that come back expire when they would have anyway, and are spent in that order', () => {
    const back = new Date('2026-01-01T00:00:00+08:00');
    const entries = [
      { points: 5, at: in2024 },
      { points: 7, at: in2025 },
      { points: -6, score: 0, at: in2025 },
      { points: 5, score: 0, expiresAt: back, at: now },
    ];

    expect(spendable(entries, now).lots).toEqual([
      { points: 5, expiresAt: back },
      { points: 6, expiresAt: new Date('2027-01-01T00:00:00+08:00') },
    ]);
    expect(spend(spendable(entries, now).lots, 6).taken.map(({ points }) => points)).toEqual([5, 1]);
  });

  test('neither spending nor its return moves the score', () => {
    const entries = [
      { points: 60, at: in2025 },
      { points: -50, at: now },
      { points: 50, score: 0, at: now },
    ];

    expect(creditScore(entries, now)).toBe(1060);
  });

  test('on 1 January half of what is above the base falls away, in whole points, year by year', () => {
    const entries = [
      { points: 61, score: 61, at: in2024 },
      { points: 10, score: 10, at: in2025 },
    ];

    expect(creditScore(entries.slice(0, 1), new Date('2024-12-31T23:59:00+08:00'))).toBe(1061);
    expect(creditScore(entries, new Date('2025-12-31T23:59:00+08:00'))).toBe(1040);
    expect(creditScore(entries, new Date('2027-01-01T00:00:00+08:00'))).toBe(1010);
  });

  test('no award that is taken back brings the score below the base', () => {
    const entries = [
      { points: 20, score: 20, at: in2024 },
      { points: -20, score: -20, at: new Date('2025-01-02T00:00:00+08:00') },
    ];

    expect(creditScore(entries, now)).toBe(1000);
  });
});

test.each([
  [1000, null, { name: 'AAA', from: 1050 }],
  [1049, null, { name: 'AAA', from: 1050 }],
  [1050, 'AAA', null],
])('the score %i stands at level %s', (score, name, next) => {
  expect(levelOf(score, creditRulesAt(now))).toEqual({ name, next });
});

test('equal points share a place', () => {
  expect(places([9, 7, 7, 3])).toEqual([1, 2, 2, 4]);
});

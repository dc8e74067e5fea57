import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  periodsOf,
  periodWords,
  type PeriodStanding,
  rateWords,
  shareDueFen,
  standPeriod,
} from '../../../src/domain/market/market.js';
import { periodSaid } from '../../../src/language/values/time/period-said.js';
import { rateOf } from '../../../src/language/values/percent.js';

test.each([
  ['0%', 0],
  ['8%', 800],
  ['８％', 800],
  ['8', 800],
  ['8.25%', 825],
  ['8.250%', 825],
  ['12.5%', 1250],
  ['百分之8', 800],
  ['100%', 10_000],
  ['100.00%', 10_000],
  ['100.01%', null],
  ['101%', null],
  ['999%', null],
  ['1000%', null],
  ['-8%', null],
  ['8.255%', null],
  ['8.%', null],
  ['%', null],
  ['八成', null],
])('a rate of %s is %s basis points', (said, rateBp) => {
  expect(rateOf(said)).toBe(rateBp);
});

test.each([
  // Half a fen is rounded up, less than half is dropped.
  { baseFen: 1_200_000, rateBp: 800, minFen: 0, due: 96_000 },
  { baseFen: 50, rateBp: 100, minFen: 0, due: 1 },
  { baseFen: 49, rateBp: 100, minFen: 0, due: 0 },
  { baseFen: 333, rateBp: 3333, minFen: 0, due: 111 },
  { baseFen: 1_000_000_000, rateBp: 9_999, minFen: 0, due: 999_900_000 },
  // Never less than what is guaranteed; a fixed sum is taken of nothing.
  { baseFen: 100_000, rateBp: 800, minFen: 20_000, due: 20_000 },
  { baseFen: 0, rateBp: 800, minFen: 20_000, due: 20_000 },
  { baseFen: 0, rateBp: 0, minFen: 30_000, due: 30_000 },
  { baseFen: 0, rateBp: 800, minFen: 0, due: 0 },
])('$baseFen fen at $rateBp basis points, at least $minFen: $due', ({ baseFen, rateBp, minFen, due }) => {
  expect(shareDueFen({ rateBp, minFen }, baseFen)).toBe(due);
});

const anyBase = fc.integer({ min: 0, max: 1_000_000_000 });
const anyRate = fc.integer({ min: 0, max: 10_000 });
const anyLeast = fc.integer({ min: 0, max: 1_000_000 });

test('a share is whole fen, nearest to the exact product with half a fen rounded up, never above the base without a guarantee', () => {
  fc.assert(
    fc.property(anyBase, anyRate, (baseFen, rateBp) => {
      const due = shareDueFen({ rateBp, minFen: 0 }, baseFen);
      expect(Number.isSafeInteger(due)).toBe(true);
      expect(due).toBeLessThanOrEqual(baseFen);
      // −½ fen < due − exact ≤ ½ fen, in whole numbers.
      const off = BigInt(due) * 10_000n - BigInt(baseFen) * BigInt(rateBp);
      expect(off > -5000n && off <= 5000n).toBe(true);
    }),
  );
});

test('a guarantee is never undercut, more turnover and a higher rate never make a share smaller, and a rate reads as it is told', () => {
  fc.assert(
    fc.property(anyBase, anyBase, anyRate, anyRate, anyLeast, (a, b, rateA, rateB, minFen) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const [slow, steep] = rateA < rateB ? [rateA, rateB] : [rateB, rateA];
      const least = shareDueFen({ rateBp: slow, minFen }, low);
      expect(least).toBeGreaterThanOrEqual(minFen);
      expect(shareDueFen({ rateBp: slow, minFen }, high)).toBeGreaterThanOrEqual(least);
      expect(shareDueFen({ rateBp: steep, minFen }, low)).toBeGreaterThanOrEqual(least);
      expect(rateOf(rateWords(rateA))).toBe(rateA);
    }),
  );
});

test('the periods of an agreement are calendar months or quarters, cut at both ends', () => {
  const months = periodsOf({ cycle: 'month', startsOn: '2025-12-15', endsOn: '2026-02-10' });
  expect(months).toEqual([
    { key: '2025-12', first: '2025-12-15', last: '2025-12-31' },
    { key: '2026-01', first: '2026-01-01', last: '2026-01-31' },
    { key: '2026-02', first: '2026-02-01', last: '2026-02-10' },
  ]);
  const quarters = periodsOf({ cycle: 'quarter', startsOn: '2025-11-01', endsOn: '2026-04-30' });
  expect(quarters).toEqual([
    { key: '2025-Q4', first: '2025-11-01', last: '2025-12-31' },
    { key: '2026-Q1', first: '2026-01-01', last: '2026-03-31' },
    { key: '2026-Q2', first: '2026-04-01', last: '2026-04-30' },
  ]);
});

test('every day of an agreement lies in exactly one of its periods', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 900 }), fc.constantFrom('month', 'quarter'), (from, days, cycle) => {
      const startsOn = from.toISOString().slice(0, 10);
      const endsOn = new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
      const periods = periodsOf({ cycle: cycle as 'month', startsOn, endsOn });
      expect(periods[0]?.first).toBe(startsOn);
      expect(periods.at(-1)?.last).toBe(endsOn);
      for (const [index, { last }] of periods.slice(0, -1).entries()) {
        const next = new Date(new Date(`${last}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10);
        expect(periods[index + 1]?.first).toBe(next);
      }
    }),
  );
});

const year = periodsOf({ cycle: 'month', startsOn: '2025-03-01', endsOn: '2027-02-28' });

test.each([
  ['3月', '2026-03'],
  ['03月份', '2026-03'],
  ['３月', '2026-03'],
  // Not yet begun this year, so last year's is meant.
  ['12月', '2025-12'],
  ['2025年3月', '2025-03'],
  ['2025年12月份', '2025-12'],
  ['2026年12月', null],
  ['13月', null],
  ['1季度', null],
])('in April 2026 “%s” is %s', (said, key) => {
  expect(periodSaid(year, said, '2026-04-05')?.key ?? null).toBe(key);
});

test.each(['2季度', '第二季度', '2026年2季度'])('“%s” is a quarter', said => {
  const quarters = periodsOf({ cycle: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' });
  expect(periodSaid(quarters, said, '2026-07-05')?.key).toBe('2026-Q2');
  expect(periodWords('2026-Q2')).toBe('2026年2季度');
});

test.each<readonly [string, number | null, number, PeriodStanding['state']]>([
  ['2026-03-31', null, 0, 'running'],
  ['2026-04-01', null, 0, 'undeclared'],
  ['2026-04-10', null, 0, 'undeclared'],
  ['2026-04-11', null, 0, 'undeclared_late'],
  ['2026-04-11', 96_000, 0, 'due'],
  ['2026-04-20', 96_000, 95_999, 'due'],
  ['2026-04-21', 96_000, 95_999, 'overdue'],
  ['2026-04-21', 96_000, 96_000, 'received'],
  ['2026-04-01', 0, 0, 'received'],
])('on %s, with %s fen due and %s received, March is %s', (today, dueFen, receivedFen, state) => {
  const march = { key: '2026-03', first: '2026-03-01', last: '2026-03-31' };
  const rules = { marketDeclareDays: 10, marketPayDays: 20 };
  expect(standPeriod(march, { dueFen, receivedFen, recordedFen: receivedFen }, { today, rules }).state).toBe(state);
});

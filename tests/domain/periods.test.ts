import { expect, test } from 'vitest';
import { effectiveAt, isWorkday, opensAfterFullDays, periodEnd, workdaysEnd } from '../../src/domain/periods.js';

const at = (text: string): Date => new Date(`${text}+08:00`);

test('a notice takes effect at the later of its two postings', () => {
  expect(effectiveAt([at('2026-03-02T10:00'), at('2026-03-02T15:30')])).toEqual(at('2026-03-02T15:30'));
});

test.each([
  ['2026-03-02T15:30', 7, '2026-03-10T00:00'], // Monday 03-09, 24:00
  ['2026-03-01T09:00', 7, '2026-03-10T00:00'], // the last day is a Sunday: Monday 24:00
  ['2026-02-07T09:00', 7, '2026-02-15T00:00'], // Saturday 02-14 is worked
  ['2026-02-08T09:00', 7, '2026-02-25T00:00'], // into Spring Festival: the first workday is 02-24
  ['2025-09-24T09:00', 7, '2025-10-10T00:00'],
])('a period from %s of %i days ends at %s', (from, days, end) => {
  expect(periodEnd(at(from), days)).toEqual(at(end));
});

test('a voting deadline moves for no holiday', () => {
  expect(periodEnd(at('2026-03-01T09:00'), 7, { movesOffRestDays: false })).toEqual(at('2026-03-09T00:00'));
});

test('fifteen full days lie between the posting and the opening', () => {
  expect(opensAfterFullDays(at('2026-03-02T15:30'), 15)).toEqual(at('2026-03-18T00:00'));
});

test.each([
  ['2026-03-06T10:00', 3, '2026-03-12T00:00'], // Friday: Monday, Tuesday, Wednesday
  ['2026-02-13T10:00', 2, '2026-02-25T00:00'], // the worked Saturday, then the first day after the festival
])('from %s %i workdays end at %s', (from, days, end) => expect(workdaysEnd(at(from), days)).toEqual(at(end)));

test.each([
  ['2026-10-10', true],
  ['2026-10-07', false],
  ['2027-01-02', false],
  ['2027-01-04', true],
])('%s is a workday: %s', (day, works) => expect(isWorkday(at(`${day}T12:00`))).toBe(works));

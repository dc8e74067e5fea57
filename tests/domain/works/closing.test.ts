import { expect, test } from 'vitest';
import { closesFrom, ratingEndsAt } from '../../../src/domain/works/closing.js';

const at = (day: string): Date => new Date(`2026-${day}:00+08:00`);

// 2 March 2026 is a Monday. The day itself is not counted, and a period that would end on a rest day ends with the next workday.
test.each([
  ['03-02T09:00', '03-10T00:00'],
  ['03-02T23:59', '03-10T00:00'],
  ['03-01T09:00', '03-10T00:00'],
  ['09-24T09:00', '10-09T00:00'],
])('what was accepted on %s is rated until %s', (acceptedAt, until) => {
  expect(ratingEndsAt({ acceptedAt: at(acceptedAt) })).toEqual(at(until));
});

test('the archive waits for the later of accounts and rating, and for both', () => {
  expect(closesFrom({ acceptedAt: at('03-02T10:00'), settledAt: at('03-03T09:00') })).toEqual(at('03-11T00:00'));
  expect(closesFrom({ acceptedAt: at('03-02T10:00'), settledAt: null })).toBeNull();
  expect(closesFrom({ acceptedAt: null, settledAt: null })).toBeNull();
});

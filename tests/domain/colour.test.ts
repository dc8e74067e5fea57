import { expect, test } from 'vitest';
import { type Colour, colourOf } from '../../src/domain/colour.js';
import type { ProjectState } from '../../src/domain/lifecycle.js';

const now = new Date('2026-03-20T18:00:00+08:00');
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test.each<[ProjectState, Colour]>([
  ['issue_reported', 'grey'],
  ['plan_published', 'green'],
  ['voting', 'green'],
  ['quorum_failed', 'yellow'],
  ['collecting', 'green'],
  ['rectification', 'yellow'],
  ['accepted', 'blue'],
  ['closed', 'blue'],
  ['withdrawn', 'stopped'],
  ['cancelled', 'stopped'],
])('a project that is %s is %s', (state, colour) => {
  expect(colourOf({ state, stateSince: ago(1), pledgeClosesAt: null, reportedAt: null }, now)).toBe(colour);
});

test.each<[number, Colour]>([
  [0, 'green'],
  [6.9, 'green'],
  [7.1, 'yellow'],
  [13.9, 'yellow'],
  [14.1, 'red'],
])('works last reported on %d days ago are %s', (days, colour) => {
  expect(
    colourOf({ state: 'in_progress', stateSince: ago(90), pledgeClosesAt: null, reportedAt: ago(days) }, now),
  ).toBe(colour);
  expect(colourOf({ state: 'in_progress', stateSince: ago(days), pledgeClosesAt: null, reportedAt: null }, now)).toBe(
    colour,
  );
});

test.each<[number, Colour]>([
  [-10, 'green'],
  [-2, 'yellow'],
  [3, 'yellow'],
  [8, 'red'],
])('pledges whose round ended %d days ago are %s', (days, colour) => {
  expect(colourOf({ state: 'pledging', stateSince: ago(30), pledgeClosesAt: ago(days), reportedAt: null }, now)).toBe(
    colour,
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weighedPercent } from '../../../src/domain/works/milestones.js';

const done = new Date('2026-03-20T10:00:00+08:00');

test.each([
  ['no milestones', [], null],
  [
    'nothing done',
    [
      { doneAt: null, weight: 40, percent: null },
      { doneAt: null, weight: 60, percent: null },
    ],
    0,
  ],
  [
    'one done',
    [
      { doneAt: done, weight: 40, percent: null },
      { doneAt: null, weight: 60, percent: null },
    ],
    40,
  ],
  [
    'one done, half of the other',
    [
      { doneAt: done, weight: 40, percent: null },
      { doneAt: null, weight: 60, percent: 50 },
    ],
    70,
  ],
  [
    'without weights all count the same',
    [
      { doneAt: done, weight: null, percent: null },
      { doneAt: null, weight: null, percent: null },
      { doneAt: null, weight: null, percent: null },
    ],
    33,
  ],
])('progress by weights: %s', (_what, milestones, percent) => {
  expect(weighedPercent(milestones)).toBe(percent);
});

test('progress is 100 only when every milestone is done or fully reported, and never falls when one is finished', () => {
  const milestone = fc.record({
    doneAt: fc.constantFrom(null, done),
    weight: fc.integer({ min: 1, max: 100 }),
    percent: fc.option(fc.integer({ min: 0, max: 99 })),
  });
  fc.assert(
    fc.property(fc.array(milestone, { minLength: 1, maxLength: 12 }), milestones => {
      const percent = weighedPercent(milestones) ?? -1;
      expect(percent === 100).toBe(milestones.every(({ doneAt }) => doneAt));
      const finished = milestones.map((one, index) => (index === 0 ? { ...one, doneAt: done } : one));
      expect(weighedPercent(finished)).toBeGreaterThanOrEqual(percent);
    }),
  );
});

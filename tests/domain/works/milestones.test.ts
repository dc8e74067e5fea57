import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMilestones, weighedPercent } from '../../../src/domain/works/milestones.js';

const now = new Date('2026-03-20T10:00:00+08:00');

test.each<[string, [string, string | null, string, number | null][]]>([
  [
    '拆旧4月10日，装管4月25日',
    [
      ['拆旧', null, '2026-04-10', null],
      ['装管', null, '2026-04-25', null],
    ],
  ],
  [
    '开工4月1日，拆旧4月10日',
    [
      ['开工', '2026-04-01', '2026-04-01', null],
      ['拆旧', null, '2026-04-10', null],
    ],
  ],
  [
    '挖沟下月5号，立杆下个月的15号',
    [
      ['挖沟', null, '2026-04-05', null],
      ['立杆', null, '2026-04-15', null],
    ],
  ],
  ['装管4月11日至4月25日', [['装管', '2026-04-11', '2026-04-25', null]]],
  [
    '拆旧4月10日20%，装管4月25日（50%）、试压5月5日 占30％',
    [
      ['拆旧', null, '2026-04-10', 20],
      ['装管', null, '2026-04-25', 50],
      ['试压', null, '2026-05-05', 30],
    ],
  ],
])('%s', (text, planned) => {
  expect(
    readMilestones(text, now).map(({ name, startsOn, plannedOn, weight }) => [name, startsOn, plannedOn, weight]),
  ).toEqual(planned);
});

test.each([
  ['拆旧4月10日20%，装管4月25日', 'schedule.weights'],
  ['拆旧4月10日20%，装管4月25日70%', 'schedule.weights'],
  ['拆旧4月10日0%，装管4月25日100%', 'schedule.unclear'],
  ['装管4月25日至4月11日', 'schedule.unclear'],
  ['装管2月30日', 'schedule.unclear'],
])('%s is refused: %s', (text, code) => {
  expect(() => readMilestones(text, now)).toThrow(expect.objectContaining({ code }));
});

const done = now;

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

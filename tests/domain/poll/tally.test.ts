import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent, tally, type Vote } from '../../../src/domain/poll/tally.js';

const votes = (agree: number, others: number): Vote[] =>
  Array.from({ length: agree + others }, (_, householdId) => ({
    householdId,
    choice: householdId < agree ? 'agree' : 'abstain',
  }));

test.each([
  [31, 29, 'residents_meeting', true, true], // 60 of 118: 60 > 59, 31 > 30
  [30, 30, 'residents_meeting', true, false],
  [59, 0, 'residents_meeting', false, false], // exactly half take part
  [118, 0, 'unanimous', true, true],
  [117, 0, 'unanimous', false, false],
  [117, 1, 'unanimous', true, false],
  [1, 0, 'advisory', true, null],
] as const)('of 118 households %i agree and %i abstain: %s', (agree, others, track, quorum, passed) => {
  expect(tally(votes(agree, others), 118, track)).toMatchObject({ quorum, passed });
});

test('of a household’s ballots the last one counts, whoever else votes in between', () => {
  const ballots = fc.array(
    fc.record({ householdId: fc.nat(9), choice: fc.constantFrom('agree', 'disagree', 'abstain') }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(ballots, cast => {
      const last = new Map(cast.map(({ householdId, choice }) => [householdId, choice]));
      const { counts, voted } = tally(cast, 10, 'residents_meeting');
      expect(voted).toBe(last.size);
      expect(counts['agree'] ?? 0).toBe([...last.values()].filter(choice => choice === 'agree').length);
    }),
  );
});

test.each([
  [2, 3, '66.66%'],
  [1, 3, '33.33%'],
  [1, 1, '100%'],
  [0, 0, '0%'],
  [199, 200, '99.50%'],
])('%i of %i is %s: truncated, never rounded up', (part, whole, said) => expect(percent(part, whole)).toBe(said));

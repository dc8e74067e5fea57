import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBallots, type Countable } from '../../../src/domain/ballot/count-ballots.js';
import type { CastBallot } from '../../../src/domain/ballot/voices.js';

/** Owners `p0`, `p1` … of one or two units each; unit ids count on. */
function owners(areas: readonly (readonly number[])[], track: 'owners_ordinary' | 'owners_major'): Countable {
  let id = 0;
  const electorate = areas.map((units, index) => ({
    key: `p${index}`,
    parts: units.map(() => (id += 1)),
    areaCentiM2: units.reduce((sum, area) => sum + area, 0),
  }));
  return { track, householdCount: electorate.length, electorate };
}

const areas = fc.array(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 20,
});
const tracks = fc.constantFrom('owners_ordinary' as const, 'owners_major' as const);
const choice = fc.constantFrom('agree', 'disagree', 'abstain');

/** Ballots of the units there are, each by one or two members of the unit, on any door. */
function ballotsOf(poll: Countable): fc.Arbitrary<CastBallot[]> {
  const units = (poll.electorate ?? []).flatMap(({ parts }) => parts);
  return fc
    .array(
      fc.record({
        householdId: fc.constantFrom(...units),
        memberId: fc.integer({ min: 1, max: 2 }),
        choice: fc.oneof(choice, fc.constant('withdrawn')),
        channel: fc.constantFrom(null, null, null, 'proxy' as const, 'paper' as const),
      }),
      { maxLength: 60 },
    )
    .map(ballots =>
      ballots.map(ballot => ({
        ...ballot,
        choice: ballot.channel === 'paper' && ballot.choice === 'withdrawn' ? 'agree' : ballot.choice,
      })),
    );
}

const polls = fc.tuple(areas, tracks).map(([units, track]) => owners(units, track));
const votes = polls.chain(poll => fc.tuple(fc.constant(poll), ballotsOf(poll)));

describe('always', () => {
  test('the order of ballots of different voters does not matter', () => {
    fc.assert(
      fc.property(votes, ([poll, ballots]) => {
        const personOf = (id: number): string => poll.electorate?.find(({ parts }) => parts.includes(id))?.key ?? '';
        // Grouped by voter, each voter's own order kept: another order of different voters.
        const grouped = ballots.toSorted((a, b) =>
          personOf(a.householdId) < personOf(b.householdId)
            ? -1
            : personOf(a.householdId) > personOf(b.householdId)
              ? 1
              : 0,
        );
        expect(countBallots(poll, { ballots: grouped })).toEqual(countBallots(poll, { ballots }));
      }),
    );
  });

  test('a recast never changes who takes part', () => {
    fc.assert(
      fc.property(polls, fc.array(choice, { minLength: 1, maxLength: 5 }), choice, (poll, words, last) => {
        const cast = (said: string): CastBallot => ({ householdId: 1, memberId: 1, choice: said, channel: null });
        const before = countBallots(poll, { ballots: words.map(cast) });
        const after = countBallots(poll, { ballots: [...words, last].map(cast) });
        expect(after.voted).toBe(before.voted);
        expect(after.area?.took).toBe(before.area?.took);
      }),
    );
  });

  test('no more heads and area take part than there are, and every head stands in one place', () => {
    fc.assert(
      fc.property(votes, ([poll, ballots]) => {
        const { households, voted, silent, invalid = 0, area, channels } = countBallots(poll, { ballots });
        expect(voted + silent + invalid).toBe(households);
        expect((area?.took ?? 0) + (area?.invalid ?? 0)).toBeLessThanOrEqual(area?.whole ?? 0);
        expect((channels?.chat ?? 0) + (channels?.paper ?? 0) + (channels?.proxy ?? 0)).toBe(voted);
      }),
    );
  });

  test('one more who agrees never turns passed into failed', () => {
    fc.assert(
      fc.property(votes, ([poll, ballots]) => {
        const silent = poll.electorate?.find(
          ({ parts }) => !ballots.some(({ householdId }) => parts.includes(householdId)),
        );
        fc.pre(silent !== undefined);
        const before = countBallots(poll, { ballots });
        const one = { householdId: silent?.parts[0] ?? 0, memberId: 9, choice: 'agree', channel: null };
        if (before.passed) expect(countBallots(poll, { ballots: [...ballots, one] }).passed).toBe(true);
      }),
    );
  });

  test('silence is counted only where adopted rules say so, and never for the major items', () => {
    const counted = (track: 'owners_ordinary' | 'owners_major', silence?: 'follow_majority' | 'not_counted') =>
      countBallots({ ...owners([[9000], [9000]], track), ...(silence && { adopted: { silence } }) }, { ballots: [] });

    expect(counted('owners_ordinary').withSilent).toBeUndefined();
    expect(counted('owners_ordinary', 'not_counted').withSilent).toBeUndefined();
    expect(counted('owners_ordinary', 'follow_majority').withSilent).toMatchObject({ silence: 'follow_majority' });
    expect(counted('owners_major', 'follow_majority').withSilent).toBeUndefined();
  });

  test('with nobody silent the two tallies agree', () => {
    fc.assert(
      fc.property(
        areas,
        fc.array(choice, { minLength: 20, maxLength: 20 }),
        fc.constantFrom('deemed_abstain' as const, 'follow_majority' as const),
        (units, words, silence) => {
          const poll = { ...owners(units, 'owners_ordinary'), adopted: { silence } };
          const ballots = (poll.electorate ?? []).map(({ parts: [householdId = 0] }, index) => ({
            householdId,
            memberId: 1,
            choice: words[index] ?? 'agree',
            channel: null,
          }));
          const { withSilent, voted, counts, area, passed } = countBallots(poll, {
            ballots,
            served: new Set([1, 2, 3]),
          });
          expect(withSilent).toMatchObject({
            voted,
            agree: counts['agree'],
            areaTook: area?.took,
            areaAgree: area?.agree,
            passed,
          });
        },
      ),
    );
  });
});

const one = owners([[9000], [8000], [7000]], 'owners_ordinary');
const said = (memberId: number, words: string, channel: CastBallot['channel'] = null): CastBallot => ({
  householdId: 1,
  memberId,
  choice: words,
  channel,
});

test.each([
  ['the last word of one member counts', [said(1, 'agree'), said(1, 'disagree')], { disagree: 1 }],
  ['co-owners who differ count for nothing', [said(1, 'agree'), said(2, 'disagree')], {}],
  ['co-owners who agree are one voice', [said(1, 'agree'), said(2, 'agree')], { agree: 1 }],
  [
    'who takes back the own word leaves it to the other',
    [said(1, 'agree'), said(2, 'disagree'), said(2, 'withdrawn')],
    { agree: 1 },
  ],
  ['paper goes before chat, whenever it came', [said(8, 'agree', 'paper'), said(1, 'disagree')], { agree: 1 }],
  ['the own word goes before the agent’s', [said(1, 'agree'), said(7, 'disagree', 'proxy')], { agree: 1 }],
  ['the agent speaks for who is silent', [said(7, 'disagree', 'proxy')], { disagree: 1 }],
  ['a vote that was undone is none', [said(1, 'agree'), said(1, 'withdrawn')], {}],
])('%s', (_, ballots, counts) => {
  expect(countBallots(one, { ballots }).counts).toEqual({ agree: 0, disagree: 0, abstain: 0, ...counts });
});

test('of co-owners the one named in writing speaks', () => {
  const ballots = [said(1, 'agree'), said(2, 'disagree')];

  expect(countBallots(one, { ballots, representatives: new Map([[1, 2]]) }).counts).toMatchObject({ disagree: 1 });
});

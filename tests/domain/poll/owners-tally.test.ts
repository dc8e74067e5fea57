import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownersOf, type VotingPerson } from '../../../src/domain/poll/electorate.js';
import { type Choice, type OwnersTrack, gapOf, tallyOwners } from '../../../src/domain/poll/owners-tally.js';

/** Persons of equal area, but for the first `big`, whose areas are given. */
function people(heads: number, areaCentiM2: number, big: readonly number[] = []): VotingPerson[] {
  const rest = heads - big.length;
  const share = (areaCentiM2 - big.reduce((sum, area) => sum + area, 0)) / rest;
  return Array.from({ length: heads }, (_, index) => ({
    key: `p${index}`,
    parts: [index],
    areaCentiM2: big[index] ?? share,
  }));
}

function voting(persons: readonly VotingPerson[], agree: number, took: number, from = 0): Map<string, Choice> {
  const chosen = persons.slice(from, from + took);
  return new Map(chosen.map(({ key }, index) => [key, index < agree ? 'agree' : 'disagree']));
}

describe('the vectors of domain.md 19', () => {
  test.each([
    [1, 41, 80, 'owners_ordinary', true, true], // exactly two thirds take part
    [2, 40, 80, 'owners_ordinary', true, false], // exactly half agree
    [3, 79, 79, 'owners_ordinary', false, false],
    [4, 60, 80, 'owners_major', true, true], // exactly three quarters
    [5, 59, 80, 'owners_major', true, false],
  ] as const)('vector %i', (_, agree, took, track, quorum, passed) => {
    const persons = people(120, 960_000);

    expect(tallyOwners({ persons, choices: voting(persons, agree, took) }, track)).toMatchObject({ quorum, passed });
  });

  // 99 flats of 90.00 m² with different owners, and one person who owns three shops of 4 000.00 m² in total.
  const mixed = people(100, 1_291_000, [400_000]);

  test('vector 6: heads 70 %, area 48.79 %', () => {
    const choices = voting(mixed, 70, 70, 1);
    expect(tallyOwners({ persons: mixed, choices }, 'owners_ordinary')).toMatchObject({
      took: { heads: 70, areaCentiM2: 630_000 },
      quorum: false,
      passed: false,
    });
  });

  test.each([
    [7, 'owners_ordinary', true],
    [8, 'owners_major', false], // area 61.16 % < 75 %
  ] as const)('vector %i: the shops vote no', (_, track, passed) => {
    const choices = voting(mixed, 70, 70, 1).set('p0', 'disagree');
    expect(tallyOwners({ persons: mixed, choices }, track)).toMatchObject({
      took: { heads: 71, areaCentiM2: 1_030_000 },
      counts: { agree: { heads: 70, areaCentiM2: 630_000 } },
      quorum: true,
      passed,
    });
  });

  test('silent votes: every tally that applies, side by side', () => {
    const persons = people(1291, 1_291_000);
    const choices = new Map(
      persons
        .slice(0, 703)
        .map(({ key }, index) => [key, index < 417 ? 'agree' : index < 695 ? 'disagree' : 'abstain'] as const),
    );
    const served = new Set(persons.slice(0, 1287).map(({ key }) => key));
    const ballots = { persons, choices, served };

    expect(tallyOwners(ballots, 'owners_ordinary')).toMatchObject({
      took: { heads: 703 },
      quorum: false,
      passed: false,
    });
    expect(tallyOwners(ballots, 'owners_ordinary', 'deemed_abstain')).toMatchObject({
      took: { heads: 1287 },
      counts: { agree: { heads: 417 } },
      passed: false,
    });
    expect(tallyOwners(ballots, 'owners_ordinary', 'follow_majority')).toMatchObject({
      counts: { agree: { heads: 1001 } },
      passed: true,
    });
  });

  test('heads by owner sets: A, B with C, the developer, D, D with E', () => {
    const unit = (id: number, owners: string[], userids: string[]) => ({
      id,
      room: String(id),
      areaCentiM2: 9000,
      owners,
      userids,
      phone: null,
    });
    const of = (id: number, ...userids: string[]) =>
      unit(
        id,
        userids.map(userid => `业主${userid}`),
        userids,
      );
    const unsold = (id: number) => unit(id, ['开发商'], []);
    const persons = ownersOf([
      of(101, 'A'), of(102, 'A'), of(103, 'B', 'C'), unsold(201), unsold(202), unsold(203), of(301, 'D'), of(302, 'E', 'D'),
    ]); // prettier-ignore

    expect(persons.map(({ parts }) => parts)).toEqual([[101, 102], [103], [201, 202, 203], [301], [302]]);
    expect(persons.reduce((sum, { areaCentiM2 }) => sum + areaCentiM2, 0)).toBe(8 * 9000);
  });

  type Row = readonly [owners: string, userids: string, phone?: string];
  test.each<readonly [string, readonly Row[], number[][]]>([
    [
      'E has no account: D, and D with E',
      [
        ['D', 'd'],
        ['D E', 'd'],
      ],
      [[1], [2]],
    ],
    [
      'a couple with a flat each, both accounts on both',
      [
        ['张三', 'a b'],
        ['李四', 'a b'],
      ],
      [[1], [2]],
    ],
    [
      'one owner, bound to one flat, by the telephone',
      [
        ['张三', 'a', '138'],
        ['张三', '', '138'],
      ],
      [[1, 2]],
    ],
    [
      'one owner, with family in one of the flats',
      [
        ['张三', 'a b'],
        ['张三', 'a'],
      ],
      [[1, 2]],
    ],
    [
      'two neighbours of one name',
      [
        ['张伟', 'a', '138'],
        ['张伟', 'b', '139'],
      ],
      [[1], [2]],
    ],
    [
      'a name alone',
      [
        ['张三', ''],
        ['张三', ''],
      ],
      [[1], [2]],
    ],
    [
      'the same owners in any order',
      [
        ['张三 李四', 'a'],
        ['李四 张三', 'a'],
      ],
      [[1, 2]],
    ],
    [
      'a third flat that joins two',
      [
        ['张三', 'a'],
        ['张三', '', '138'],
        ['张三', 'a', '138'],
      ],
      [[1, 3, 2]],
    ],
    [
      'accounts without a name',
      [
        ['', 'a'],
        ['', 'a'],
        ['', 'a b'],
      ],
      [[1, 2], [3]],
    ],
  ])('heads where not everybody has an account: %s', (_, rows, expected) => {
    const words = (said: string): string[] => said.split(' ').filter(Boolean);
    const parts = rows.map(([owners, userids, phone = null], index) => ({
      id: index + 1,
      room: '101',
      areaCentiM2: 9000,
      owners: words(owners),
      userids: words(userids),
      phone,
    }));

    expect(ownersOf(parts).map(person => person.parts)).toEqual(expected);
  });
});

describe('what is missing', () => {
  test('says heads and area, each to its own share', () => {
    const persons = people(120, 960_000);
    const tally = tallyOwners({ persons, choices: voting(persons, 20, 40) }, 'owners_ordinary');

    expect(gapOf(tally, 'owners_ordinary')).toEqual({
      quorum: { heads: 40, areaCentiM2: 320_000 },
      pass: { heads: 1, areaCentiM2: 1 },
    });
  });
});

const choice = fc.constantFrom<Choice | 'silent'>('agree', 'disagree', 'abstain', 'silent');
const rosters = fc.array(fc.tuple(fc.integer({ min: 1, max: 30_000 }), choice), { minLength: 1, maxLength: 60 });
const tracks = fc.constantFrom<OwnersTrack>('owners_ordinary', 'owners_major');

function ballotsOf(rows: readonly (readonly [number, Choice | 'silent'])[]): {
  persons: VotingPerson[];
  choices: Map<string, Choice>;
} {
  const persons = rows.map(([areaCentiM2], index) => ({
    key: `p${index}`,
    parts: [index],
    areaCentiM2,
  }));
  const choices = new Map(
    rows.flatMap(([, chosen], index) => (chosen === 'silent' ? [] : [[`p${index}`, chosen] as const])),
  );
  return { persons, choices };
}

describe('always', () => {
  test('no more heads and area take part than there are', () => {
    fc.assert(
      fc.property(rosters, tracks, (rows, track) => {
        const { took, electorate } = tallyOwners(ballotsOf(rows), track);
        expect(took.heads).toBeLessThanOrEqual(electorate.heads);
        expect(took.areaCentiM2).toBeLessThanOrEqual(electorate.areaCentiM2);
      }),
    );
  });

  test('the order of ballots of different voters does not matter', () => {
    fc.assert(
      fc.property(rosters, tracks, (rows, track) => {
        const ballots = ballotsOf(rows);
        const turned = { ...ballots, choices: new Map([...ballots.choices].toReversed()) };
        expect(tallyOwners(turned, track)).toEqual(tallyOwners(ballots, track));
      }),
    );
  });

  test('a changed vote changes no participation', () => {
    fc.assert(
      fc.property(rosters, tracks, fc.constantFrom<Choice>('agree', 'disagree', 'abstain'), (rows, track, other) => {
        const ballots = ballotsOf(rows);
        const recast = new Map(
          [...ballots.choices].map(([key], index) => [key, index === 0 ? other : (ballots.choices.get(key) ?? other)]),
        );
        expect(tallyOwners({ ...ballots, choices: recast }, track).took).toEqual(tallyOwners(ballots, track).took);
      }),
    );
  });

  test('one more who agrees never turns passed into failed', () => {
    fc.assert(
      fc.property(rosters, tracks, (rows, track) => {
        const ballots = ballotsOf(rows);
        const before = tallyOwners(ballots, track);
        const silent = ballots.persons.find(({ key }) => !ballots.choices.has(key));
        fc.pre(before.passed && silent !== undefined);
        const more = new Map(ballots.choices).set(silent?.key ?? '', 'agree');
        expect(tallyOwners({ ...ballots, choices: more }, track).passed).toBe(true);
      }),
    );
  });

  test('the gap, once filled, is a quorum', () => {
    fc.assert(
      fc.property(rosters, tracks, (rows, track) => {
        const tally = tallyOwners(ballotsOf(rows), track);
        const { quorum } = gapOf(tally, track);
        expect(tally.quorum).toBe(quorum.heads === 0 && quorum.areaCentiM2 === 0);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Candidate,
  type ContestSheet,
  type Figure,
  standingsOf,
  winners,
} from '../../../src/domain/contest/contest.js';
import { contestFile, readContestFile, recomputeContest } from '../../../src/domain/contest/contest-file.js';
import { contestRulesAt, criteria, ensureQuotas, listNames } from '../../../src/domain/contest/contest-rules.js';
import { figureWords, pointsWords } from '../../../src/domain/contest/contest-words.js';
import { readOpening } from '../../../src/language/values/opening-said.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { say } from '../../../src/talk/refusals/say.js';

const rules = contestRulesAt(new Date('2026-06-01T10:00:00+08:00'));

/** A sheet of grids with one criterion of 100 points, so that the arithmetic can be seen. */
function sheet(figures: readonly (Partial<Candidate> & { figure: Figure })[], quota = 15): ContestSheet {
  return {
    quotas: { grid: quota, grid_member: 50, leader: 200 },
    criteria: { ...rules.criteria, grid: [{ id: 'key', weight: 100, by: 'record' }] },
    bands: rules.bands,
    candidates: figures.map(({ figure, ...more }, index) => ({
      no: index + 1,
      list: 'grid',
      households: 50,
      figures: { key: figure },
      ratings: 0,
      punctual: [0, 0],
      votes: 0,
      vetoes: [],
      ...more,
    })),
  };
}

const listOf = (given: ContestSheet): number[] => winners(standingsOf(given)).grid;
const pointsOf = (given: ContestSheet): Record<number, string> =>
  Object.fromEntries(standingsOf(given).grid.map(({ no, centi }) => [no, pointsWords(centi)]));

test('each figure is measured by the best of its size band, in whole numbers, half up to hundredths', () => {
  const given = sheet([
    { figure: [2, 3] },
    { figure: [1, 3] },
    { figure: [1, 7] },
    { figure: [40, 100], households: 118 },
    { figure: [0, 0] },
    { figure: [20, 100], households: 300 },
    { figure: [20, 100], households: 301 },
  ]);

  // 1/7 of 2/3 is 3/14 = 21.428…
  expect(pointsOf(given)).toEqual({
    1: '100.00分',
    2: '50.00分',
    3: '21.43分',
    4: '100.00分',
    5: '0.00分',
    6: '50.00分',
    7: '100.00分',
  });
});

test('sums of money that no floating number holds are scored exactly', () => {
  const most = Number.MAX_SAFE_INTEGER;

  expect(pointsOf(sheet([{ figure: [most, most] }, { figure: [most - 1, most] }]))).toEqual({
    1: '100.00分',
    2: '100.00分',
  });
  expect(pointsOf(sheet([{ figure: [1, 1] }, { figure: [199, 200_000] }]))[2]).toBe('0.10分');
});

test.each([
  ['more resident ratings', [{ ratings: 3 }, { ratings: 4 }], [2]],
  ['then notices more often in time', [{ punctual: [2, 3] }, { punctual: [3, 4] }], [2]],
  ['then judges’ votes', [{ votes: 2 }, { votes: 1 }], [1]],
  ['and who is still level for too few places gets none', [{}, {}], []],
] as const)('ties at the last place: %s', (_, level, listed) => {
  expect(
    listOf(
      sheet(
        level.map(more => ({
          ...more,
          punctual: [...(('punctual' in more && more.punctual) || [1, 2])] as [number, number],
          figure: [1, 2] as const,
        })),
        1,
      ),
    ),
  ).toEqual(listed);
});

test('a tie away from the last place leaves everybody their place', () => {
  expect(listOf(sheet([{ figure: [1, 2] }, { figure: [1, 2] }, { figure: [1, 4] }], 2))).toEqual([1, 2]);
});

test('a red line keeps off the list, and its figures are nobody’s measure; who has no points has no place', () => {
  const given = sheet([{ figure: [9, 10], vetoes: ['false_data'] }, { figure: [1, 2] }, { figure: [0, 10] }]);

  expect(listOf(given)).toEqual([2]);
  expect(pointsOf(given)[2]).toBe('100.00分');
  expect(standingsOf(given).grid.map(({ outcome }) => outcome)).toEqual(['vetoed', 'listed', 'below']);
});

test('of 250 leaders 200 get a place, of level ones on the edge none', () => {
  const leaders = (ratings: (index: number) => number): ContestSheet => ({
    ...sheet([]),
    candidates: Array.from({ length: 250 }, (_, index) => ({
      no: index + 1,
      list: 'leader' as const,
      households: 50,
      figures: { led: [1, 1] as const },
      ratings: ratings(index),
      punctual: [0, 0] as const,
      votes: 0,
      vetoes: [],
    })),
  });
  const listed = (given: ContestSheet): number => winners(standingsOf(given)).leader.length;

  expect(listed(leaders(index => index))).toBe(200);
  expect(listed(leaders(index => Math.floor(index / 3)))).toBe(199);
  expect(listed(leaders(() => 0))).toBe(0);
});

test('201 leaders are refused in a sentence, 200 are not', () => {
  const asked = (leader: number) => () => ensureQuotas({ ...rules.quotas, leader }, rules.quotas);

  expect(asked(200)).not.toThrow();
  expect(asked(201)).toThrow(Refusal);
  const refusal = new Refusal('contest.quota', { list: '优秀楼长单元长', asked: 201, most: 200 });
  expect(say(refusal)).toBe('优秀楼长单元长最多200个名额，您写的是201个，不能超。请改成1到200再发。');
});

test.each([
  ['1月1日到5月31日', '2026-01-01', '2026-05-31', {}],
  ['2026年1月1日至2026年5月31日,楼长150名,红旗网格10个', '2026-01-01', '2026-05-31', { leader: 150, grid: 10 }],
  ['1月1号到5月31号，楼长取150名，网格员选30个', '2026-01-01', '2026-05-31', { leader: 150, grid_member: 30 }],
  ['2月30日到5月31日，网格员30名', null, '2026-05-31', { grid_member: 30 }],
  ['1月1日到5月31日，楼长名额150名', '2026-01-01', '2026-05-31', { leader: 150 }],
  ['1月1日到5月31日，优秀楼长、单元长名额为150个', '2026-01-01', '2026-05-31', { leader: 150 }],
  ['一月一日到五月三十一日，楼长名额一百五十名', '2026-01-01', '2026-05-31', { leader: 150 }],
  ['五月', null, null, {}],
])('%s is read', (said, fromDay, untilDay, places) => {
  expect(readOpening(said, new Date('2026-06-01T10:00:00+08:00'))).toEqual({ fromDay, untilDay, places });
});

test.each([
  // Said in August and December of the half-year that is over, in January of the one before.
  ['2026-08-03', '1月1日到6月30日', '2026-01-01', '2026-06-30'],
  ['2026-10-20', '2月1日到7月31日', '2026-02-01', '2026-07-31'],
  ['2027-01-05', '7月1日到12月31日', '2026-07-01', '2026-12-31'],
  ['2026-03-10', '11月1日到3月31日', '2025-11-01', '2026-03-31'],
  // An end before the beginning stays one.
  ['2026-06-01', '6月30日到1月1日', '2026-06-30', '2026-01-01'],
])('on %s %s is from %s to %s', (today, said, fromDay, untilDay) => {
  expect(readOpening(said, new Date(`${today}T10:00:00+08:00`))).toEqual({ fromDay, untilDay, places: {} });
});

test.each(['1月1日到5月31日，楼长若干名', '1月1日到5月31日，网格员名额另定'])(
  'a list whose number cannot be read is not opened with the usual one: %s',
  said => {
    expect(() => readOpening(said, new Date('2026-06-01T10:00:00+08:00'))).toThrow(Refusal);
  },
);

test.each([
  ['funding', [120_050, 240_000], '1,200.50元/2,400元'],
  ['hours', [25, 1], '12.5小时'],
  ['led', [2, 1], '2个'],
  ['satisfaction', [18, 20], '18/20星'],
  ['participation', [0, 0], '没有记录'],
] as const)('%s %j is said as %s', (id, figure, said) => {
  expect(figureWords(id, figure)).toBe(said);
});

const figure = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([a, b]): [number, number] => (a > b ? [b, a] : [a, b]));
const candidates = fc
  .array(
    fc.record({
      list: fc.constantFrom(...listNames),
      households: fc.integer({ min: 1, max: 400 }),
      values: fc.array(figure, { minLength: 12, maxLength: 12 }),
      ratings: fc.nat({ max: 2 }),
      punctual: figure,
      votes: fc.nat({ max: 1 }),
      vetoes: fc.nat({ max: 9 }).map((chance): string[] => (chance === 0 ? ['false_data'] : [])),
    }),
    { maxLength: 40 },
  )
  .map(all =>
    all.map(({ values, ...rest }, index) => ({
      no: index + 1,
      grid: null,
      ...rest,
      figures: Object.fromEntries(Object.keys(criteria).map((id, place) => [id, values[place] ?? [0, 0]])),
    })),
  );
const quotas = fc.record({
  grid: fc.integer({ min: 1, max: 15 }),
  grid_member: fc.integer({ min: 1, max: 50 }),
  leader: fc.integer({ min: 1, max: 200 }),
});
const open = fc.record({ candidates, quotas }).map(({ candidates: all, quotas: places }) => ({
  edition: 1,
  from: '2026-01-01',
  until: '2026-05-31',
  version: rules.version,
  quotas: places,
  most: rules.quotas,
  judgesMost: [...rules.judgesMost] as [number, number],
  criteria: {
    grid: [...rules.criteria.grid],
    grid_member: [...rules.criteria.grid_member],
    leader: [...rules.criteria.leader],
  },
  bands: [...rules.bands],
  candidates: all,
}));

test('whatever the figures: no list is longer than its quota, no red line is on it, scores stay within 100, the order read does not matter', () => {
  fc.assert(
    fc.property(open, fc.integer(), (given, seed) => {
      const standings = standingsOf(given);
      const lists = winners(standings);
      for (const list of listNames) {
        expect(lists[list].length).toBeLessThanOrEqual(given.quotas[list]);
        for (const no of lists[list]) expect(given.candidates[no - 1]?.vetoes).toEqual([]);
        const wrong = standings[list].filter(
          ({ centi, lines }) => centi > 10_000 || lines.reduce((sum, line) => sum + line.centi, 0) !== centi,
        );
        expect(wrong).toEqual([]);
      }
      const shuffled = given.candidates.toSorted((a, b) => ((a.no * 7919 + seed) % 61) - ((b.no * 7919 + seed) % 61));
      expect(standingsOf({ ...given, candidates: shuffled })).toEqual(standings);
      expect(contestFile({ ...given, candidates: shuffled }).digest).toBe(contestFile(given).digest);
    }),
    { numRuns: 50 },
  );
});

test('from the file alone the same lists come again, and a file that was changed does not hold', () => {
  fc.assert(
    fc.property(open, given => {
      const file = contestFile(given);
      const read = readContestFile(JSON.stringify(file));
      if (typeof read === 'string') throw new Error(read);
      expect(recomputeContest(read)).toEqual({ faults: [], lists: file.lists });
      expect(recomputeContest({ ...read, edition: 2 }).faults).toEqual(['the digest is not that of the file']);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['{', 'It is not JSON'],
  ['{"format":"zhongyi-poll-1"}', 'It is no contest: format'],
])('%s is told to be no contest', (text, said) => {
  expect(readContestFile(text)).toContain(said);
});

test('a file with 201 leaders, or with a list of its own making, fails by name', () => {
  const file = contestFile({
    ...fc.sample(open, { numRuns: 1, seed: 1 })[0]!,
    quotas: { ...rules.quotas, leader: 201 },
  });

  expect(recomputeContest(file).faults).toEqual(['优秀楼长单元长: 201 places, and the most are 200']);
  const made = { ...file, quotas: rules.quotas, lists: { ...file.lists, grid: [99_999] } };
  expect(recomputeContest(made).faults.join()).toContain('grid: the list is not what the figures give (place 1');
});

import { strict as assert } from 'node:assert';
import { type ContestList, type Criterion, type CriterionId, listNames } from './contest-rules.js';

/** A part and its whole, both counted in the record: whole numbers. */
export type Figure = readonly [part: number, whole: number];

/** A candidate as the record knows it: what everybody needs to compute the score again. */
export interface Candidate {
  /** The number that the candidate has in the contest. */
  readonly no: number;
  readonly list: ContestList;
  /** How many households the candidate's grid has: what band it stands in. */
  readonly households: number;
  readonly figures: Readonly<Partial<Record<CriterionId, Figure>>>;
  /** For ties: how many residents rated, notices in time of those due, judges who voted for the candidate. */
  readonly ratings: number;
  readonly punctual: Figure;
  readonly votes: number;
  /** The red lines that are not settled. */
  readonly vetoes: readonly string[];
}

export interface ContestSheet {
  readonly quotas: Readonly<Record<ContestList, number>>;
  readonly criteria: Readonly<Record<ContestList, readonly Criterion[]>>;
  readonly bands: readonly number[];
  readonly candidates: readonly Candidate[];
}

/** One line of a score: its source figures, the best of the band that they are measured by, and the points. */
export interface ScoreLine extends Criterion {
  readonly figure: Figure;
  /** The best figure of the band; null where the judges' figure is taken as it is. */
  readonly best: Figure | null;
  /** Hundredths of a point. */
  readonly centi: number;
}

/**
 * `listed` has a place; `tied` stands level with others for the last places, which stay empty until judges have voted;
 * `vetoed` has crossed a red line; `below` is behind the last place, or has no points at all.
 */
type Outcome = 'listed' | 'tied' | 'vetoed' | 'below';

export interface Standing {
  readonly no: number;
  readonly band: number;
  readonly lines: readonly ScoreLine[];
  /** Hundredths of a point, of 10 000. */
  readonly centi: number;
  readonly outcome: Outcome;
}

type Standings = Readonly<Record<ContestList, readonly Standing[]>>;

/**
 * Scores all candidates and fills the lists (docs/domain.md 12). Each criterion gives its weight times the candidate's figure over
 * the best figure of the same size band, so that small grids are not punished; the judges' figure is taken as it is. Rounded half
 * up to hundredths, line by line, in whole numbers only. Where scores are level: more resident ratings, then notices more
 * often in time, then more judges' votes; who is still level for too few places gets none.
 */
export function standingsOf(sheet: ContestSheet): Standings {
  const of = (list: ContestList): Standing[] => filled(sheet, list);
  return { grid: of('grid'), grid_member: of('grid_member'), leader: of('leader') };
}

function filled(sheet: ContestSheet, list: ContestList): Standing[] {
  const quota = sheet.quotas[list];
  const own = sheet.candidates.filter(candidate => candidate.list === list);
  const bests = bestFigures(sheet, list, own);
  const scored = own.map(candidate => score(sheet, candidate, bests)).toSorted(ranking);
  const running = scored.filter(({ candidate, centi }) => candidate.vetoes.length === 0 && centi > 0);
  // Of those who stand level across the last place nobody gets one.
  const [last, next] = [running[quota - 1], running[quota]];
  const level = last && next && compare(last, next) === 0 ? last : null;
  const outcomeOf = (one: Scored): Outcome => {
    if (one.candidate.vetoes.length > 0) return 'vetoed';
    if (level && one.centi > 0 && compare(one, level) === 0) return 'tied';
    const place = running.indexOf(one);
    return place >= 0 && place < quota ? 'listed' : 'below';
  };
  const standings = scored.map(one => ({
    no: one.candidate.no,
    band: one.band,
    lines: one.lines,
    centi: one.centi,
    outcome: outcomeOf(one),
  }));
  assert(standings.filter(({ outcome }) => outcome === 'listed').length <= quota, 'a list is longer than its quota');
  return standings;
}

/** Who is on each list, best first, by number. */
export function winners(standings: Standings): Record<ContestList, number[]> {
  const of = (list: ContestList): number[] =>
    standings[list].filter(({ outcome }) => outcome === 'listed').map(({ no }) => no);
  return Object.fromEntries(listNames.map(list => [list, of(list)])) as Record<ContestList, number[]>;
}

interface Scored {
  readonly candidate: Candidate;
  readonly band: number;
  readonly lines: readonly ScoreLine[];
  readonly centi: number;
}

/** 0 for the smallest grids. */
function bandOf(households: number, bands: readonly number[]): number {
  const found = bands.findIndex(most => households <= most);
  return found === -1 ? bands.length : found;
}

type Bests = ReadonlyMap<string, Figure>;

function bestFigures(
  { criteria, bands }: ContestSheet,
  list: ContestList,
  candidates: readonly Candidate[],
): Map<string, Figure> {
  const bests = new Map<string, Figure>();
  for (const { figures, households, vetoes } of candidates) {
    // Figures that may be false are nobody's measure.
    if (vetoes.length > 0) continue;
    for (const { id } of criteria[list]) {
      const key = `${bandOf(households, bands)} ${id}`;
      const figure = figures[id] ?? none;
      const best = bests.get(key);
      if (!best || compareFigures(figure, best) > 0) bests.set(key, reduced(figure));
    }
  }
  return bests;
}

const none: Figure = [0, 0];

function score({ criteria, bands }: ContestSheet, candidate: Candidate, bests: Bests): Scored {
  const band = bandOf(candidate.households, bands);
  const lines = criteria[candidate.list].map((criterion): ScoreLine => {
    const figure = candidate.figures[criterion.id] ?? none;
    const best = criterion.by === 'judges' ? null : (bests.get(`${band} ${criterion.id}`) ?? none);
    return { ...criterion, figure, best, centi: pointsOf(criterion.weight, figure, best ?? [1, 1]) };
  });
  return { candidate, band, lines, centi: lines.reduce((sum, { centi }) => sum + centi, 0) };
}

/** Weight × figure ÷ best, in hundredths, half up, never above the weight. */
function pointsOf(weight: number, [part, whole]: Figure, [bestPart, bestWhole]: Figure): number {
  if (whole === 0 || bestPart === 0 || bestWhole === 0) return 0;
  const above = BigInt(weight) * 100n * BigInt(part) * BigInt(bestWhole);
  const below = BigInt(whole) * BigInt(bestPart);
  return Math.min(weight * 100, Number((above * 2n + below) / (below * 2n)));
}

/** Equal fractions look the same, whoever has them: the sheet does not depend on the order of candidates. */
function reduced([part, whole]: Figure): Figure {
  let [a, b] = [part, whole];
  while (b !== 0) [a, b] = [b, a % b];
  return a === 0 || whole === 0 ? none : [part / a, whole / a];
}

/** Above 0 when the first fraction is the larger one; nothing of nothing is 0. */
export function compareFigures(a: Figure, b: Figure): number {
  const [left, right] = [BigInt(a[0]) * BigInt(b[1] || 1), BigInt(b[0]) * BigInt(a[1] || 1)];
  return left > right ? 1 : left < right ? -1 : 0;
}

/** Below 0 when the first stands before the second; 0 when nothing that was published parts them. */
function compare(a: Scored, b: Scored): number {
  return (
    b.centi - a.centi ||
    b.candidate.ratings - a.candidate.ratings ||
    compareFigures(b.candidate.punctual, a.candidate.punctual) ||
    b.candidate.votes - a.candidate.votes
  );
}

/** The order on the sheet: those who stand level by their numbers. */
function ranking(a: Scored, b: Scored): number {
  return compare(a, b) || a.candidate.no - b.candidate.no;
}

import { categoryOf } from './categories.js';

/** What became of a matter that has ended, with nothing of any person (案例库, docs/domain.md 4.1, 13). */
export interface PrecedentFacts {
  readonly category: string;
  readonly title: string;
  /** The households that it was for. */
  readonly households: number;
  readonly costFen: number;
  readonly budgetFen: number | null;
  /** Whole days that each of the four steps took; null where it is not known. */
  readonly stepDays: readonly (number | null)[];
  /** What was objected, in the words of the board; never more than three. */
  readonly objections: readonly string[];
  /** `2026-05-06`, in Shanghai. */
  readonly endedOn: string;
  /** Where it can be read: a path of this site, or the address of another. */
  readonly source: string;
}

/** What is to be compared. */
interface Sought {
  readonly title: string;
  /** Null where nobody said for how many it is. */
  readonly households: number | null;
}

/** So much of the words has to be shared where the kind is another one. */
const alike = 0.3;

/** The precedents nearest to a matter: by kind first, then by words and size; those of another kind only where the words are alike. */
export function nearest<P extends PrecedentFacts>(sought: Sought, all: readonly P[], most = 3): P[] {
  const category = categoryOf(sought.title).id;
  return all
    .map(one => {
      const words = overlap(pairs(sought.title), pairs(one.title));
      const isKind = category !== 'other' && one.category === category;
      const size = sought.households === null ? 0 : ratio(sought.households, one.households);
      return { one, fits: isKind || words >= alike, score: (isKind ? 2 : 0) + words + size / 2 };
    })
    .filter(({ fits }) => fits)
    .toSorted((a, b) => b.score - a.score || (a.one.endedOn < b.one.endedOn ? 1 : -1))
    .slice(0, most)
    .map(({ one }) => one);
}

function ratio(a: number, b: number): number {
  return Math.min(a, b) / Math.max(a, b, 1);
}

/** The pairs of neighbouring signs of a title, which for Chinese say nearly as much as its words. */
function pairs(text: string): Set<string> {
  const signs = [...text.replaceAll(/[^\p{L}]/gu, '')];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter(pair => other.has(pair)).length;
  const all = new Set([...one, ...other]).size;
  return all === 0 ? 0 : shared / all;
}

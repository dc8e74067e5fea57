import { plainKinds } from './choices.js';
import { sum } from '../sum.js';
import { leastVoters } from '../ballot/count-sheet.js';
import type { Tally } from './tally.js';

/** One line of a result as it may be shown. */
export interface ShownPart {
  readonly choices: readonly string[];
  readonly heads: number;
  /** In 0.01 m²; null where it is not told, or no area counts. */
  readonly areaCentiM2: number | null;
}

/**
 * What a closed poll's result may be broken down to (docs/domain.md 13.4): choices that fewer than five took are joined. Where they are
 * still fewer than five no area stands beside any choice: beside the public roster a few areas added up name whose they are, and
 * what is missing to the whole would tell it too.
 */
export function shownParts({ counts, area }: Pick<Tally, 'counts' | 'area'>, choices: readonly string[]): ShownPart[] {
  const heads = (choice: string): number => counts[choice] ?? 0;
  const isSmall = (choice: string): boolean => heads(choice) < leastVoters;
  const small = choices.some(choice => isSmall(choice) && heads(choice) > 0) ? choices.filter(isSmall) : [];
  // Still too few: with the next smallest they are enough. Those who agree stay by themselves, the rule asks for them.
  const others = choices.filter(choice => !small.includes(choice) && choice !== 'agree');
  const next = others.toSorted((a, b) => heads(a) - heads(b))[0];
  if (next !== undefined && hasFew([sum(small.map(heads))])) small.push(next);
  const joined = small.length > 1 ? [small] : small.map(choice => [choice]);
  const groups = [...choices.filter(choice => !small.includes(choice)).map(choice => [choice]), ...joined];
  const showsArea = area !== undefined && !hasFew(groups.map(group => sum(group.map(heads))));
  const areaOf = (choice: string): number =>
    choice === 'agree' || choice === 'disagree' || choice === 'abstain' ? (area?.[choice] ?? 0) : 0;
  return groups.map(group => ({
    choices: group,
    heads: sum(group.map(heads)),
    areaCentiM2: showsArea ? sum(group.map(areaOf)) : null,
  }));
}

/** True where areas may stand beside the choices of a yes-or-no poll. */
export function showsAreas(tally: Pick<Tally, 'counts' | 'area'>): boolean {
  return shownParts(tally, plainKinds).every(({ areaCentiM2 }) => areaCentiM2 !== null);
}

/** The step in which missing area is told while a poll is open, in 0.01 m²: several flats, so that no one vote moves it. */
const stepCentiM2 = 50_000;

/** An area that is missing, rounded up so that no flat can be told from it. */
export function roughlyMissing(centiM2: number): number {
  return Math.ceil(centiM2 / stepCentiM2) * stepCentiM2;
}

function hasFew(groups: readonly number[]): boolean {
  return groups.some(heads => heads > 0 && heads < leastVoters);
}

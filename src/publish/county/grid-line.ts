import { percentWords } from '../../domain/county/county-figures.js';
import { rulesAt } from '../../domain/rules.js';
import { sum } from '../../domain/sum.js';
import { asSought } from '../../domain/plain-text.js';
import type { Grid } from '../../store/people/grid.js';
import type { GridFigures } from './county-figures.js';

/** A grid of an overview, with its figures. */
export interface GridLine extends GridFigures {
  readonly grid: Grid;
}

/** The grids whose own name, community or subdistrict holds what is looked for; nothing looked for finds all. */
export function linesFound(lines: readonly GridLine[], q: string): readonly GridLine[] {
  const sought = asSought(q);
  return lines.filter(({ grid: { subdistrict, community, name } }) =>
    asSought(`${subdistrict ?? ''}${community}${name}`).includes(sought),
  );
}

export function receivedFen({ figures }: GridLine): number {
  return sum(Object.values(figures.receivedBySource));
}

/** A share in percent; nothing is said of fewer than the least number that may be broken down. */
export function rate(part: number, whole: number, now: Date): string {
  return whole < rulesAt(now).breakdownMin ? '—' : percentWords(part, whole);
}

/** A count of what people got; below the least number that may be told, only that it is below. */
export function few(count: number, now: Date, unit: string, shown = count): string {
  const least = rulesAt(now).breakdownMin;
  return count === 0 ? `0${unit}` : count < least ? `少于${least}${unit}` : `${shown}${unit}`;
}

import { onlyOne } from '../only-one.js';

export interface Planned {
  readonly name: string;
  /** A day in Shanghai, `2026-04-10`. */
  readonly plannedOn: string;
  /** When it is to begin; null where only its end was said. */
  readonly startsOn: string | null;
  /** Its share of the whole, in percent; null where the plan gives none, and all weigh the same. */
  readonly weight: number | null;
}

/**
 * How much of a plan is done, in whole percent rounded down: the weights of what is finished, and of what is begun the part
 * that was reported (docs/domain.md 11). Without weights every milestone counts the same. Null for a plan without milestones.
 */
export function weighedPercent(
  milestones: readonly {
    readonly doneAt: Date | null;
    readonly weight: number | null;
    readonly percent: number | null;
  }[],
): number | null {
  if (milestones.length === 0) return null;
  const weightOf = (weight: number | null): number => weight ?? 1;
  const whole = milestones.reduce((sum, { weight }) => sum + weightOf(weight), 0);
  const done = milestones.reduce(
    (sum, { doneAt, weight, percent }) => sum + weightOf(weight) * (doneAt ? 100 : (percent ?? 0)),
    0,
  );
  return Math.floor(done / whole);
}

/** The milestone that somebody means: by its name, by words that contain it, or by the part of it that only one has. */
export function milestoneSaid<One extends { readonly name: string }>(
  milestones: readonly One[],
  said: string,
): One | undefined {
  const only = onlyOne(milestones.filter(({ name }) => name.includes(said)));
  return milestones.find(({ name }) => name === said) ?? milestones.find(({ name }) => said.includes(name)) ?? only;
}

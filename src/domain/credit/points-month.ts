import type { Behaviour } from './credit.js';

/** What was earned in one month: everybody's total, and what the supervisors check. */
export interface MonthOfPoints {
  /** `2026-03`. */
  readonly month: string;
  /** Totals only, highest first: what they are for would tell who voted and who gave. */
  readonly totals: readonly { readonly name: string; readonly isNamed: boolean; readonly points: number }[];
  /** The part of the awards that is drawn for the supervisors, and all those of pairs that confirm each other too often. */
  readonly sample: readonly SampledAward[];
}

interface SampledAward {
  readonly entry: { readonly id: number; readonly at: Date; readonly behaviour: Behaviour; readonly points: number };
  readonly name: string;
  readonly isFlagged: boolean;
}

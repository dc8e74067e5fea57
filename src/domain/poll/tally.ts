import { strict as assert } from 'node:assert';
import { type Track, reaches, trackRules } from './tracks.js';

/** The tracks on which households vote, one voice each. */
type HouseholdTrack = Exclude<Track, 'owners_ordinary' | 'owners_major'>;

export interface Vote {
  readonly householdId: number;
  /** `agree`, `disagree`, `abstain`, an option's label, or several of them, a line each. */
  readonly choice: string;
}

export interface Tally {
  readonly households: number;
  /** Households that voted. Those that abstain take part. */
  readonly voted: number;
  readonly silent: number;
  /** Those whose ballots count for nothing, such as co-owners who disagree; they do not take part. */
  readonly invalid?: number;
  /** Of those who took part, how many by which door. */
  readonly channels?: Readonly<Record<Channel, number>>;
  /** Paper ballots that nobody had checked when the poll closed; they do not take part. */
  readonly unchecked?: number;
  /** Where adopted rules count silence: the same vote with the silent ones, published beside the one without. */
  readonly withSilent?: SilentTally;
  /** How many households chose what; a choice that nobody took is absent. */
  readonly counts: Readonly<Record<string, number>>;
  /** Enough households took part for the result to be valid. */
  readonly quorum: boolean;
  /** Null for a question that binds nobody. */
  readonly passed: boolean | null;
  /** Owners' votes only: the same in 0.01 m². Then the numbers above are heads of owners, not households. */
  readonly area?: AreaTally;
}

/** By which door a ballot came: typed or pressed in chat, on paper, by an agent with a written mandate. */
export type Channel = 'chat' | 'paper' | 'proxy';

export interface SilentTally {
  readonly silence: 'deemed_abstain' | 'follow_majority';
  readonly served: number;
  readonly voted: number;
  readonly agree: number;
  readonly areaTook: number;
  readonly areaAgree: number;
  readonly quorum: boolean;
  readonly passed: boolean;
}

export interface AreaTally {
  readonly whole: number;
  readonly invalid: number;
  readonly took: number;
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
}

/**
 * Counts a poll of households.
 *
 * A household speaks with one voice: of its ballots the last one counts. 过半数 is more than half, in whole numbers:
 * 60 of 118 households are a quorum and 59 are not; 31 of 60 pass and 30 do not (民法典 Art. 1259; docs/domain.md 7.4, 19).
 */
export function tally(votes: readonly Vote[], households: number, track: HouseholdTrack): Tally {
  assert(Number.isSafeInteger(households) && households > 0, 'a poll without households');
  const voices = new Map(votes.map(({ householdId, choice }) => [householdId, choice]));
  const voted = voices.size;
  assert(voted <= households, 'more households voted than there are');

  const counts: Record<string, number> = {};
  for (const chosen of voices.values())
    for (const choice of chosen.split('\n')) counts[choice] = (counts[choice] ?? 0) + 1;
  const quorum = hasQuorum(voted, households, track);
  return {
    households,
    voted,
    silent: households - voted,
    counts,
    quorum,
    passed: passes(counts['agree'] ?? 0, { voted, quorum }, track),
  };
}

function hasQuorum(voted: number, households: number, track: HouseholdTrack): boolean {
  const { quorum } = trackRules[track];
  return quorum === null || reaches(voted, households, quorum);
}

function passes(
  agree: number,
  { voted, quorum }: Pick<Tally, 'voted' | 'quorum'>,
  track: HouseholdTrack,
): boolean | null {
  const { pass } = trackRules[track];
  return pass === null ? null : quorum && reaches(agree, voted, pass);
}

/** A share in per cent, truncated to two decimals and never rounded up: 2 of 3 is `66.66%`. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const hundredths = Math.floor((part * 10_000) / whole);
  const rest = hundredths % 100;
  return `${Math.floor(hundredths / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}%`;
}

/** `62.50㎡`, from 0.01 m². */
export function squareMetres(centiM2: number): string {
  return `${Math.floor(centiM2 / 100)}.${String(centiM2 % 100).padStart(2, '0')}㎡`;
}

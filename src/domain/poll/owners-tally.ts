import { strict as assert } from 'node:assert';
import type { VotingPerson } from './electorate.js';
import type { Tally } from './tally.js';
import { type Track, type TrackRule, missingTo, reaches, trackRules } from './tracks.js';

export type OwnersTrack = 'owners_ordinary' | 'owners_major';
export type Choice = 'agree' | 'disagree' | 'abstain';

/** Heads and area in 0.01 m²: an owners' decision needs both (民法典 Art. 278). */
interface Weight {
  readonly heads: number;
  readonly areaCentiM2: number;
}

/** What becomes of those who were reached and said nothing (docs/domain.md 7.5). */
export type SilentPolicy = 'not_counted' | 'deemed_abstain' | 'follow_majority';

interface OwnersTally {
  readonly policy: SilentPolicy;
  readonly electorate: Weight;
  readonly took: Weight;
  readonly counts: Readonly<Record<Choice, Weight>>;
  /** Ballots that count for nothing: not as participation, not as agreement. */
  readonly invalid: Weight;
  readonly quorum: boolean;
  readonly passed: boolean;
}

export interface OwnersBallots {
  readonly persons: readonly VotingPerson[];
  /** By the key of the person; whoever is absent said nothing. */
  readonly choices: ReadonlyMap<string, Choice | 'invalid'>;
  /** The persons who were verifiably reached; needed only when silence is to count. */
  readonly served?: ReadonlySet<string>;
}

const nothing: Weight = { heads: 0, areaCentiM2: 0 };

/** Counts an owners' vote by heads and by area, in whole numbers; both must reach the shares of the track. */
export function tallyOwners(
  ballots: OwnersBallots,
  track: OwnersTrack,
  policy: SilentPolicy = 'not_counted',
): OwnersTally {
  const { persons, choices, served = new Set<string>() } = ballots;
  const known = new Set(persons.map(({ key }) => key));
  for (const key of choices.keys()) assert(known.has(key), `a ballot of somebody outside the electorate: ${key}`);

  const sumOf = (fits: (person: VotingPerson) => boolean): Weight => persons.filter(fits).reduce(add, nothing);
  const cast = {
    agree: sumOf(({ key }) => choices.get(key) === 'agree'),
    disagree: sumOf(({ key }) => choices.get(key) === 'disagree'),
    abstain: sumOf(({ key }) => choices.get(key) === 'abstain'),
  };
  const silent = sumOf(({ key }) => !choices.has(key) && served.has(key));
  const counts = withSilent(cast, silent, policy);
  const took = [counts.agree, counts.disagree, counts.abstain].reduce(plus, nothing);
  const electorate = persons.reduce(add, nothing);
  const { quorum, pass } = trackRules[track];
  const isQuorate = electorate.heads > 0 && both(took, electorate, quorum);
  return {
    policy,
    electorate,
    took,
    counts,
    invalid: sumOf(({ key }) => choices.get(key) === 'invalid'),
    quorum: isQuorate,
    passed: isQuorate && both(counts.agree, took, pass),
  };
}

/** The tally as polls keep it: heads where household polls count households, and beside them the area. */
export function asTally({ electorate, took, counts, invalid, quorum, passed }: OwnersTally): Tally {
  const { agree, disagree, abstain } = counts;
  return {
    households: electorate.heads,
    voted: took.heads,
    silent: electorate.heads - took.heads - invalid.heads,
    invalid: invalid.heads,
    counts: { agree: agree.heads, disagree: disagree.heads, abstain: abstain.heads },
    quorum,
    passed,
    area: {
      whole: electorate.areaCentiM2,
      invalid: invalid.areaCentiM2,
      took: took.areaCentiM2,
      agree: agree.areaCentiM2,
      disagree: disagree.areaCentiM2,
      abstain: abstain.areaCentiM2,
    },
  };
}

/** What is still missing to the quorum and to a majority of those who took part, in heads and 0.01 m². */
export function gapOf({ took, electorate, counts }: OwnersTally, track: OwnersTrack): { quorum: Weight; pass: Weight } {
  const { quorum, pass } = trackRules[track];
  const gap = (part: Weight, whole: Weight, share: NonNullable<TrackRule['quorum']>): Weight => ({
    heads: missingTo(part.heads, whole.heads, share),
    areaCentiM2: missingTo(part.areaCentiM2, whole.areaCentiM2, share),
  });
  return { quorum: gap(took, electorate, quorum), pass: gap(counts.agree, took, pass) };
}

/** True where the owners decide, by heads and by areas. */
export function isOwnersTrack(track: Track): track is OwnersTrack {
  return trackRules[track].electorate === 'owners';
}

function withSilent(cast: Record<Choice, Weight>, silent: Weight, policy: SilentPolicy): Record<Choice, Weight> {
  if (policy === 'not_counted') return cast;
  if (policy === 'deemed_abstain') return { ...cast, abstain: plus(cast.abstain, silent) };
  // 从多: with the side that more ballots, by heads, are on; with neither when they are level.
  if (cast.agree.heads === cast.disagree.heads) return { ...cast, abstain: plus(cast.abstain, silent) };
  const side = cast.agree.heads > cast.disagree.heads ? 'agree' : 'disagree';
  return { ...cast, [side]: plus(cast[side], silent) };
}

function both(part: Weight, whole: Weight, share: NonNullable<TrackRule['quorum']>): boolean {
  return reaches(part.heads, whole.heads, share) && reaches(part.areaCentiM2, whole.areaCentiM2, share);
}

function add(sum: Weight, { areaCentiM2 }: VotingPerson): Weight {
  return { heads: sum.heads + 1, areaCentiM2: sum.areaCentiM2 + areaCentiM2 };
}

function plus(a: Weight, b: Weight): Weight {
  return { heads: a.heads + b.heads, areaCentiM2: a.areaCentiM2 + b.areaCentiM2 };
}

import {
  type Choice,
  type OwnersBallots,
  type SilentPolicy,
  asTally,
  isOwnersTrack,
  tallyOwners,
} from '../poll/owners-tally.js';
import { type Channel, type SilentTally, type Tally, tally } from '../poll/tally.js';
import { type Track, trackRules } from '../poll/tracks.js';
import { countsPaperOnly } from './record-mode.js';
import { type CastBallot, type Voice, voicesOf } from './voices.js';

/** What of a poll its count rests on. */
export interface Countable {
  readonly track: string;
  readonly householdCount: number;
  readonly electorate:
    readonly { readonly key: string; readonly parts: readonly number[]; readonly areaCentiM2: number }[] | null;
  readonly adopted?: { readonly silence: SilentPolicy } | null;
  readonly recordMode?: string | null;
}

/** What was said in a poll, by whom, and who was reached. */
export interface PollFacts {
  /** Every casting in the order of casting; of paper only what was checked and not disputed. */
  readonly ballots: readonly CastBallot[];
  /** Who was named, in writing, to vote for co-owners, by household. */
  readonly representatives?: ReadonlyMap<number, number>;
  /** The households that were verifiably reached. */
  readonly served?: ReadonlySet<number>;
}

/** What each voter said: by household, or by the key of the owner. */
export function voicesIn(poll: Countable, { ballots, representatives = new Map() }: PollFacts): Map<string, Voice> {
  const isOwners = isOwnersTrack(poll.track as Track);
  return voicesOf(ballots, {
    voterOf: voterIn(poll),
    representatives,
    agreeWithin: isOwners,
    paperOnly: countsPaperOnly(poll),
  });
}

/** Of each home whether whoever lives there has said something in this poll that counts. */
export function hasVoice(poll: Countable, facts: PollFacts): (householdId: number) => boolean {
  const voices = voicesIn(poll, facts);
  const voterOf = voterIn(poll);
  return householdId => voices.has(voterOf(householdId));
}

/**
 * Counts a poll: households one voice each, owners by head and by area. Where adopted rules count silence, the tally with
 * the silent ones stands beside the one without and decides; never for the major items (docs/domain.md 7.5).
 */
export function countBallots(poll: Countable, facts: PollFacts): Tally {
  const voices = voicesIn(poll, facts);
  const channels = channelsOf([...voices.values()].filter(({ choice }) => choice !== 'conflict'));
  const track = poll.track as Track;
  if (!isOwnersTrack(track)) {
    const votes = [...voices].map(([voter, { choice }]) => ({ householdId: Number(voter), choice }));
    return { ...tally(votes, poll.householdCount, track), channels };
  }
  const persons = poll.electorate ?? [];
  const choices = new Map(
    [...voices].map(([key, { choice }]) => [key, choice === 'conflict' ? 'invalid' : (choice as Choice)] as const),
  );
  const served = servedPersons(poll, facts.served);
  const plain = asTally(tallyOwners({ persons, choices }, track));
  const silence = poll.adopted?.silence ?? 'not_counted';
  if (silence === 'not_counted' || track === 'owners_major') return { ...plain, channels };
  const withSilent = silentTally({ persons, choices, served }, track, silence);
  return { ...plain, channels, withSilent, quorum: withSilent.quorum, passed: withSilent.passed };
}

function silentTally(
  ballots: OwnersBallots,
  track: 'owners_ordinary',
  silence: Exclude<SilentPolicy, 'not_counted'>,
): SilentTally {
  const { took, counts, quorum, passed } = tallyOwners(ballots, track, silence);
  return {
    silence,
    served: ballots.served?.size ?? 0,
    voted: took.heads,
    agree: counts.agree.heads,
    areaTook: took.areaCentiM2,
    areaAgree: counts.agree.areaCentiM2,
    quorum,
    passed,
  };
}

/** The owners of whom at least one unit was reached. */
function servedPersons({ electorate }: Countable, served: ReadonlySet<number> = new Set()): Set<string> {
  return new Set((electorate ?? []).filter(({ parts }) => parts.some(part => served.has(part))).map(({ key }) => key));
}

/** By which key whoever lives in a home has a voice in this poll. */
function voterIn({ track, electorate }: Countable): (householdId: number) => string {
  if (trackRules[track as Track].electorate !== 'owners') return String;
  const personOf = new Map((electorate ?? []).flatMap(({ key, parts }) => parts.map(part => [part, key] as const)));
  return householdId => {
    const key = personOf.get(householdId);
    if (key === undefined) throw new Error(`household ${householdId} is outside the electorate`);
    return key;
  };
}

function channelsOf(voices: readonly Voice[]): Record<Channel, number> {
  const count = (channel: Channel): number => voices.filter(voice => voice.channel === channel).length;
  return { chat: count('chat'), paper: count('paper'), proxy: count('proxy') };
}

import type { Channel } from '../poll/tally.js';

/** One casting, in the order of casting. */
export interface CastBallot {
  readonly householdId: number;
  readonly memberId: number;
  /** The choice, or `withdrawn` after an undo. */
  readonly choice: string;
  readonly channel: 'paper' | 'proxy' | null;
}

/** What a voter said in the end; several of one unit who differ say nothing until they name one of them. */
export interface Voice {
  readonly choice: string | 'conflict';
  readonly channel: Channel;
}

interface VoiceRules {
  /** The voter that a household belongs to: itself, or the owner of several units. */
  readonly voterOf: (householdId: number) => string;
  /** Owners only: who was named, in writing, to vote for co-owners, by household. */
  readonly representatives: ReadonlyMap<number, number>;
  /** True where co-owners must not differ; in a household the later ballot counts. */
  readonly agreeWithin: boolean;
  /** True where only signed paper is of record. */
  readonly paperOnly: boolean;
}

/**
 * What each voter said, from all ballots. A checked paper ballot goes before electronic ones; the voter's own ballot before
 * that of an agent; of one member's ballots the last one counts (docs/domain.md 7.3, 7.6, 7.8). The order of ballots of different
 * voters does not matter.
 */
export function voicesOf(ballots: readonly CastBallot[], rules: VoiceRules): Map<string, Voice> {
  const byVoter = new Map<string, CastBallot[]>();
  for (const ballot of ballots) {
    const voter = rules.voterOf(ballot.householdId);
    const own = byVoter.get(voter);
    if (own) own.push(ballot);
    else byVoter.set(voter, [ballot]);
  }
  const voices = new Map<string, Voice>();
  for (const [voter, own] of byVoter) {
    const voice = voiceOf(own, rules);
    if (voice) voices.set(voter, voice);
  }
  return voices;
}

function voiceOf(ballots: readonly CastBallot[], rules: VoiceRules): Voice | null {
  const paper = ballots.findLast(({ channel }) => channel === 'paper');
  if (paper) return { choice: paper.choice, channel: 'paper' };
  if (rules.paperOnly) return null;
  const { representatives } = rules;
  const isAllowed = ({ householdId, memberId }: CastBallot): boolean => {
    const named = representatives.get(householdId);
    return named === undefined || named === memberId;
  };
  const allowed = representatives.size === 0 ? ballots : ballots.filter(isAllowed);
  return spoken(allowed, null, rules) ?? spoken(allowed, 'proxy', rules);
}

/** What was said by one door: the last word of each member, and all of them must be one where co-owners must not differ. */
function spoken(ballots: readonly CastBallot[], door: 'proxy' | null, { agreeWithin }: VoiceRules): Voice | null {
  const last = ballots.findLast(ballot => ballot.channel === door)?.choice;
  if (last === undefined) return null;
  const channel = door ?? 'chat';
  if (!agreeWithin) return last === 'withdrawn' ? null : { choice: last, channel };
  const words = new Map<number, string>();
  for (const ballot of ballots) if (ballot.channel === door) words.set(ballot.memberId, ballot.choice);
  const standing = new Set([...words.values()].filter(choice => choice !== 'withdrawn'));
  const [only] = standing;
  if (only === undefined) return null;
  return { choice: standing.size > 1 ? 'conflict' : only, channel };
}

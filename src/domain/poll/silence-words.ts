import type { SilentPolicy } from './owners-tally.js';

/** How silence is counted, in words. */
export const silences: Readonly<Record<SilentPolicy, string>> = {
  not_counted: '没有参加',
  deemed_abstain: '弃权',
  follow_majority: '随多数人的意见',
};

interface Warned {
  readonly track: string;
  readonly adopted: { readonly silence: SilentPolicy } | null;
}

/** True where adopted rules give silence a meaning, as they never do for the major items. */
export function hasSilenceRule<P extends Warned>(poll: P): poll is P & { adopted: NonNullable<Warned['adopted']> } {
  return poll.adopted !== null && poll.track !== 'owners_major';
}

/** What silence means in a vote where adopted rules give it a meaning; every ballot says so (docs/domain.md 7.5). Empty elsewhere. */
export function silenceWords(poll: Warned): string {
  return hasSilenceRule(poll) ? `送达后没有表决的，按${silences[poll.adopted.silence]}处理。` : '';
}

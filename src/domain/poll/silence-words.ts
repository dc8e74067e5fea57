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

/** What silence means in a vote where adopted rules give it a meaning; every ballot says so (docs/domain.md 7.5). Empty elsewhere. */
export function silenceWords({ track, adopted }: Warned): string {
  return adopted && track !== 'owners_major' ? `送达后没有表决的，按${silences[adopted.silence]}处理。` : '';
}

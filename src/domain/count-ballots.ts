import { type Choice, asTally, isOwnersTrack, tallyOwners } from './owners-tally.js';
import { type Tally, tally } from './tally.js';
import type { Track } from './tracks.js';

/** What of a poll its count rests on. */
export interface Countable {
  readonly track: string;
  readonly householdCount: number;
  readonly electorate:
    readonly { readonly key: string; readonly parts: readonly number[]; readonly areaCentiM2: number }[] | null;
}

/**
 * Counts a poll from its ballots in the order of casting: households one voice each, owners by head and by area. The last
 * ballot counts, of a household as of an owner with several units.
 */
export function countBallots(
  { track, householdCount, electorate }: Countable,
  ballots: readonly { readonly householdId: number; readonly choice: string }[],
): Tally {
  const known = track as Track;
  if (!isOwnersTrack(known)) return tally(ballots, householdCount, known);
  const persons = (electorate ?? []).map(person => ({ ...person, owners: [] }));
  const personOf = new Map(persons.flatMap(({ key, parts }) => parts.map(part => [part, key] as const)));
  const choices = new Map<string, Choice>();
  for (const { householdId, choice } of ballots) choices.set(personOf.get(householdId) ?? '', choice as Choice);
  return asTally(tallyOwners({ persons, choices }, known));
}

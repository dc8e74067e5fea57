import { type CountSheet, leastVoters } from '../domain/count-sheet.js';
import type { Tally } from '../domain/tally.js';
import type { Track } from '../domain/tracks.js';
import type { Unit } from '../store/unit.js';

interface Voter {
  readonly key: string;
  readonly areaCentiM2: number | null;
}

/**
 * The count sheet of a closed poll, or a sentence that says why there is none. Voters stand in it in a random order under
 * numbers of this sheet alone; neither time nor household is told.
 */
export async function exportPoll(
  unit: Unit,
  no: number,
  random: () => number = Math.random,
): Promise<CountSheet | string> {
  const poll = await unit.polls.byNo(no);
  if (!poll) return `There is no poll ${no} in this grid.`;
  if (poll.closedAt === null) return `Poll ${no} is still open; its count sheet is made when it has closed.`;
  const track = poll.track as Track;
  const { quorum, passed, voted } = poll.result as unknown as Tally;
  if (voted < leastVoters) return `Fewer than ${leastVoters} voted in poll ${no}; a sheet would show who chose what.`;

  const ballots = await unit.polls.ballots(poll.id);
  const personOf = new Map(
    (poll.electorate ?? []).flatMap(({ key, parts }) => parts.map(part => [part, key] as const)),
  );
  // In the order of casting: the last ballot of a household, or of any unit of one owner, stays.
  const chosen = new Map<string, string>();
  for (const { householdId, choice } of ballots) chosen.set(personOf.get(householdId) ?? String(householdId), choice);
  const all: Voter[] = (poll.electorate ?? [...chosen.keys()].map(key => ({ key, areaCentiM2: null }))).map(
    ({ key, areaCentiM2 }) => ({ key, areaCentiM2 }),
  );
  while (all.length < poll.householdCount) all.push({ key: `silent ${all.length}`, areaCentiM2: null });
  const voters = [...all].map(person => ({ person, at: random() })).toSorted((a, b) => a.at - b.at);
  const name = (index: number): string => `V${String(index + 1).padStart(4, '0')}`;
  return {
    format: 'zhongyi-poll-1',
    no: poll.no,
    question: poll.question,
    track,
    voters: voters.map(({ person }, index) => ({ voter: name(index), areaCentiM2: person.areaCentiM2 })),
    ballots: voters.flatMap(({ person }, index) => {
      const choice = chosen.get(person.key);
      return choice === undefined ? [] : [{ voter: name(index), choice }];
    }),
    result: { quorum, passed },
  };
}

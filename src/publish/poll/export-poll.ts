import { voicesIn } from '../../domain/ballot/count-ballots.js';
import { type CountSheet, leastVoters } from '../../domain/ballot/count-sheet.js';
import { showsAreas } from '../../domain/poll/shown-tally.js';
import type { Track } from '../../domain/poll/tracks.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';

/** Below five voters a sheet would show who chose what (docs/domain.md 13.4). */
export function hasCountSheet({ closedAt, result }: Poll): boolean {
  return closedAt !== null && (result?.voted ?? 0) >= leastVoters;
}

/**
 * The count sheet of a closed poll, or a sentence that says why there is none. Whoever voted stands in it under the code of
 * the own receipt, which nobody else knows; the others under numbers of this sheet alone. The order is by chance; neither
 * time, household, door nor area is told: beside the roster an area would name its owner.
 */
export async function exportPoll(unit: Unit, which: number | Poll, random: () => number): Promise<CountSheet | string> {
  const { polls } = unit;
  const poll = typeof which === 'number' ? ((await polls.decisionByNo(which)) ?? (await polls.byNo(which))) : which;
  if (!poll) return `There is no poll ${String(which)} in this grid.`;
  const { no } = poll;
  if (poll.closedAt === null || !poll.result)
    return `Poll ${no} is still open; its count sheet is made when it has closed.`;
  const { quorum, passed, voted, counts, area, withSilent } = poll.result;
  if (voted < leastVoters) return `Fewer than ${leastVoters} voted in poll ${no}; a sheet would show who chose what.`;

  const facts = await unit.polls.facts(poll);
  const voices = voicesIn(poll, facts);
  const receipts = receiptsOf(poll, facts.ballots);
  const voters = votersOf(poll, [...voices.keys()])
    .map(key => ({ key, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ key }, index) => {
      const code = voices.has(key) ? receipts.get(key) : undefined;
      return { key, name: code ?? `V${String(index + 1).padStart(4, '0')}` };
    });
  return {
    format: 'zhongyi-poll-2',
    no: poll.no,
    question: poll.question,
    track: poll.track as Track,
    silence: poll.adopted?.silence ?? 'not_counted',
    voters: voters.map(({ name }) => ({ voter: name, areaCentiM2: null })),
    // By which door a ballot came is not told: where few voted on paper it would say who.
    ballots: voters.flatMap(({ key, name }) => {
      const voice = voices.get(key);
      return voice ? [{ voter: name, choice: voice.choice, channel: 'chat' as const }] : [];
    }),
    areas: area
      ? { whole: area.whole, took: area.took, agree: showsAreas({ counts, area }) ? area.agree : null }
      : null,
    withSilent: withSilent
      ? {
          voted: withSilent.voted,
          agree: withSilent.agree,
          areaTook: withSilent.areaTook,
          areaAgree: showsAreas({ counts, area }) ? withSilent.areaAgree : null,
        }
      : null,
    result: { quorum, passed },
  };
}

/** The keys of everybody who might vote; of households those that said nothing are told by their number alone. */
function votersOf(poll: Poll, voted: readonly string[]): string[] {
  if (poll.electorate) return poll.electorate.map(({ key }) => key);
  const all = [...voted];
  while (all.length < poll.householdCount) all.push(`silent ${all.length}`);
  return all;
}

/** The code of each voter's last ballot. */
export function receiptsOf(
  { electorate }: Poll,
  ballots: readonly { readonly householdId: number; readonly receipt?: string | null }[],
): Map<string, string> {
  const personOf = new Map((electorate ?? []).flatMap(({ key, parts }) => parts.map(part => [part, key] as const)));
  return new Map(
    ballots.flatMap(({ householdId, receipt }) =>
      receipt ? [[personOf.get(householdId) ?? String(householdId), receipt] as const] : [],
    ),
  );
}

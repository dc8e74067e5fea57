import type { Household } from '../../store/people/household.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Who no longer belongs to a household has no say for it: the vote that they cast for it in a household poll that is still open is taken
 * back, and whoever lives there now may vote. An owners' vote is by the roster as it was frozen, and stays.
 */
export async function endVotes(
  unit: Unit,
  { household, memberId, now }: { household: Pick<Household, 'id'>; memberId: number; now: Date },
): Promise<number[]> {
  const ended: number[] = [];
  for (const poll of await unit.polls.open()) {
    if (poll.electorate || now >= poll.closesAt) continue;
    const last = await unit.polls.ballotOf(poll.id, household.id);
    if (last?.memberId !== memberId || last.channel !== null || last.choice === 'withdrawn') continue;
    const { receipt } = last;
    await unit.polls.cast({
      pollId: poll.id,
      householdId: household.id,
      memberId,
      choice: 'withdrawn',
      castAt: now,
      receipt,
    });
    ended.push(poll.no);
  }
  return ended;
}

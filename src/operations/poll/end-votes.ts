import type { Unit } from '../../store/engine/unit.js';

/**
 * Who no longer belongs to a household has no say for it: the vote that they cast for it in a household poll that is still open is taken
 * back, and whoever lives there now may vote. An owners' vote is by the roster as it was frozen, and stays. Gives the polls' numbers.
 */
export async function endVotes(
  unit: Unit,
  { memberId, householdIds }: { memberId: number; householdIds: readonly number[] },
): Promise<number[]> {
  const { now } = unit;
  const ended = new Set<number>();
  for (const poll of await unit.polls.open()) {
    if (poll.electorate || now >= poll.closesAt) continue;
    for (const householdId of householdIds) {
      const last = await unit.polls.ballotOf(poll.id, householdId);
      if (last?.memberId !== memberId || last.channel !== null || last.choice === 'withdrawn') continue;
      const { receipt } = last;
      await unit.polls.cast({
        pollId: poll.id,
        householdId,
        memberId,
        choice: 'withdrawn',
        castAt: now,
        receipt,
      });
      ended.add(poll.no);
    }
  }
  return [...ended];
}

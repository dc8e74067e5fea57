import type { Ballot } from '../../store/ballot/ballot.js';
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
      // Below a paper that may be taken back too.
      const last = (await unit.polls.ballotsFor(poll.id, householdId)).findLast(({ channel }) => channel === null);
      if (last?.memberId === memberId && (await takeBack(unit, last))) ended.add(poll.no);
    }
  }
  return [...ended];
}

/**
 * A flat that was sold begins anew in household polls that are still open: what was said for it, signed on paper, or given to somebody else to
 * say is taken back, but for what members who stay have said.
 */
export async function endHomeVotes(
  unit: Unit,
  { householdId, staying }: { householdId: number; staying: readonly number[] },
): Promise<void> {
  const { now } = unit;
  const stands = (one: { readonly householdId: number; readonly state: string }): boolean =>
    one.householdId === householdId && (one.state === 'pending' || one.state === 'checked');
  for (const poll of await unit.polls.open()) {
    if (poll.electorate || now >= poll.closesAt) continue;
    for (const paper of (await unit.papers.ballots(poll.id)).filter(stands))
      await unit.papers.keepBallot(Object.assign(paper, { state: 'withdrawn' }));
    for (const mandate of (await unit.papers.mandates(poll.id)).filter(stands))
      await unit.papers.keepMandate(Object.assign(mandate, { state: 'withdrawn' }));
    const cast = await unit.polls.ballotsFor(poll.id, householdId);
    for (const door of [null, 'proxy'] as const) {
      const last = cast.findLast(({ channel }) => channel === door);
      if (last && !(door === null && staying.includes(last.memberId))) await takeBack(unit, last);
    }
  }
}

/** Takes back what was last said by one door; false where it was taken back already. */
async function takeBack(unit: Unit, { choice, ...last }: Ballot): Promise<boolean> {
  if (choice === 'withdrawn') return false;
  const { pollId, householdId, memberId, channel, receipt } = last;
  const taken = { pollId, householdId, memberId, channel, receipt };
  await unit.polls.cast({ ...taken, choice: 'withdrawn', castAt: unit.now });
  return true;
}

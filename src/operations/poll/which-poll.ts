import { countBallots } from '../../domain/ballot/count-ballots.js';
import { isOfDeceased } from '../../domain/poll/electorate.js';
import { Refusal } from '../../domain/refusal.js';
import { isOutsider } from '../../domain/people/identity.js';
import { isWithin, scopeWords } from '../../domain/plan/scope.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

/** The poll that is meant: by its number, or the only one that is open. */
export async function whichPoll(unit: Unit, no: number | undefined): Promise<Poll> {
  if (no !== undefined) {
    const poll = await unit.polls.byNo(no);
    if (!poll) throw new Refusal('poll.unknown', { no });
    return poll;
  }
  const [only, ...others] = await unit.polls.open();
  if (!only) throw new Refusal('poll.none', {});
  if (others.length > 0)
    throw new Refusal('poll.several', {
      choices: [only, ...others].map(poll => ({ no: poll.no, title: poll.question })),
    });
  return only;
}

/** The poll of that number when its deadline is over. */
export async function endedPoll(unit: Unit, no: number | undefined, now: Date): Promise<Poll | null> {
  const poll = no === undefined ? null : await unit.polls.byNo(no);
  return poll && (poll.closedAt !== null || now >= poll.closesAt) ? poll : null;
}

/** Votes are taken until the deadline. */
export function ensureOpen(poll: Poll, now: Date): void {
  if (poll.closedAt !== null || now >= poll.closesAt)
    throw new Refusal('poll.closed', { no: poll.no, closedAt: poll.closesAt });
}

/**
 * Whether a household's ballot may be counted in this poll. Owners' votes are for owners of the frozen roster, in person
 * where a member is given: a tenant may deliberate, not vote; a dead owner's unit waits for its heir (docs/domain.md 1.2, 7.3).
 */
export function ensureMayVote(poll: Poll, household: Household, member: MemberView | null): void {
  const { no, electorate, scope } = poll;
  if (!isWithin(scope, household)) throw new Refusal('poll.outOfScope', { no, scope: scopeWords(scope) });
  if (!electorate) return;
  if (!electorate.some(({ parts }) => parts.includes(household.id))) throw new Refusal('poll.notOwner', { no });
  if (isOfDeceased(household.owners)) throw new Refusal('poll.deceased', { no });
  if (member === null || household.userids.includes(member.userid)) return;
  // Whoever comes from outside the company has told the name themselves: that proves no ownership (docs/domain.md 1.3).
  if (isOutsider(member.userid)) throw new Refusal('poll.unproven', { no });
  if (!household.owners.includes(member.name)) throw new Refusal('poll.tenant', { no });
}

/** How an owner votes is said where nobody else reads it: at the desk or on paper (docs/wecom-doors.md 22.11, 27.4). */
export function ensureUnheard(unit: Unit, { no, electorate }: Poll): void {
  if (electorate && unit.isOverheard) throw new Refusal('poll.overheard', { no });
}

/** Counts a poll as it stands. */
export async function countPoll(unit: Unit, poll: Poll): Promise<Tally> {
  return countBallots(poll, await unit.polls.facts(poll));
}

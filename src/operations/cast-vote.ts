import { strict as assert } from 'node:assert';
import { countBallots } from '../domain/count-ballots.js';
import { Refusal } from '../domain/refusal.js';
import type { Tally } from '../domain/tally.js';
import type { Poll } from '../store/entities/poll.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';
import { award } from './award-points.js';

export interface Cast {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly choice: string;
  readonly reason: string | undefined;
  readonly now: Date;
  readonly messageId: string;
}

/** Records a household's vote. Voting again before the deadline replaces the earlier vote (domain.md 7.12). */
export async function castVote(
  unit: Unit,
  { member, no, choice, reason, now, messageId }: Cast,
): Promise<{ poll: Poll; chosen: string; tally: Tally; changed: boolean }> {
  const { householdId } = member;
  assert(householdId !== null, 'only bound members vote');
  const poll = await whichPoll(unit, no);
  if (poll.closedAt !== null || now >= poll.closesAt)
    throw new Refusal('poll.closed', { no: poll.no, closedAt: poll.closesAt });
  if (poll.electorate && !poll.electorate.some(({ parts }) => parts.includes(householdId)))
    throw new Refusal('poll.notOwner', { no: poll.no });
  const chosen = choiceIn(poll, choice);

  const before = await unit.polls.ballotOf(poll.id, householdId);
  await unit.polls.cast({
    pollId: poll.id,
    householdId,
    memberId: member.id,
    choice: chosen,
    reason: reason ?? null,
    castAt: now,
  });
  await award(unit, { memberId: member.id, behaviour: 'vote', about: `poll:${poll.id}`, now });
  unit.journal.add('poll.vote', {
    by: member.userid,
    at: now,
    messageId,
    facts: { no: poll.no, changed: before !== null },
  });
  if (before && before.memberId !== member.id)
    await tellBoth(unit, { poll, first: before.memberId, second: member.userid, now });
  return { poll, chosen, tally: await countPoll(unit, poll), changed: before !== null };
}

/** Counts a poll as it stands. */
export async function countPoll(unit: Unit, poll: Poll): Promise<Tally> {
  return countBallots(poll, await unit.polls.ballots(poll.id));
}

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

const spoken: Readonly<Record<string, string>> = {
  '1': 'agree',
  '2': 'disagree',
  '3': 'abstain',
  agree: 'agree',
  disagree: 'disagree',
  abstain: 'abstain',
};

/** The choice in the poll's own words; labels may be named by their letter or place, or by a beginning that fits one only. */
function choiceIn({ no, options }: Poll, choice: string): string {
  const said = choice.trim();
  if (!options) {
    const chosen = spoken[said];
    if (!chosen) throw new Refusal('poll.choiceUnknown', { no, choices: ['同意', '反对', '弃权'] });
    return chosen;
  }
  const lower = said.toLowerCase();
  const exact = options.find(option => option.toLowerCase() === lower);
  if (exact) return exact;
  const place = /^[a-t]$/.test(lower) ? lower.charCodeAt(0) - 97 : /^\d{1,2}$/.test(said) ? Number(said) - 1 : -1;
  const near = options.filter(option => option.toLowerCase().startsWith(lower) || lower.includes(option.toLowerCase()));
  const chosen = options[place] ?? (near.length === 1 ? near[0] : undefined);
  if (!chosen) throw new Refusal('poll.choiceUnknown', { no, choices: options });
  return chosen;
}

/** When another of the household votes anew, both are told, and nobody else. */
async function tellBoth(
  unit: Unit,
  { poll, first, second, now }: { poll: Poll; first: number; second: string; now: Date },
): Promise<void> {
  const other = await unit.members.byId(first);
  const text = `您家在${poll.no}号表决的票刚刚由家里另一位改投了，以最后一次为准，截止前还可以改。`;
  for (const userid of [other?.userid, second]) if (userid) await unit.posts.toMember(userid, text, now);
}

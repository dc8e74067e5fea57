import { dayMs } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { type Track, trackRules } from '../../domain/poll/tracks.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { deadlineOf } from './open-poll.js';
import { whichPoll } from './which-poll.js';

/** Whoever opened a poll may say so long afterwards when it ends. */
const movableMs = 10 * 60_000;

interface Moving {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly deadline: Date | undefined;
}

/**
 * Gives a poll that was opened a moment ago another end, and it stays the same poll: by whoever opened it, while nobody has voted in
 * it. Later an end that neighbours rely on is only put off, by the rule of the extension (docs/domain.md 4.1, 7.10).
 */
export async function movePoll(unit: Unit, { member, no, deadline }: Moving): Promise<Poll> {
  const { now } = unit;
  const poll = await whichPoll(unit, no);
  const isOpen = poll.closedAt === null && now < poll.closesAt;
  const isNew = now.getTime() - poll.opensAt.getTime() <= movableMs;
  if (!isOpen || !isNew || poll.openedById !== member.id || (await unit.polls.ballots(poll.id)).length > 0)
    throw new Refusal('poll.notMovable', { no: poll.no, closesAt: poll.closesAt });
  const closesAt = deadlineOf(deadline, now);
  const { ownersPollLeastDays: least } = rulesAt(now);
  if (trackRules[poll.track as Track].electorate === 'owners' && closesAt.getTime() < now.getTime() + least * dayMs)
    throw new Refusal('poll.ownersTooShort', { days: least });
  const moved = await unit.polls.keep(Object.assign(poll, { closesAt, remindedAt: null }));
  unit.journal.add('poll.move', { facts: { no: poll.no, closesAt } });
  await unit.tell('poll.moved', { poll: moved });
  return moved;
}

import { dayMs } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { type Track, trackRules } from '../../domain/poll/tracks.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';
import { countPoll, whichPoll } from './which-poll.js';

interface Extending {
  readonly no: number | undefined;
  /** By how many days; the usual ones when left out. */
  readonly days: number | undefined;
}

/** Moves the deadline of a poll that has no quorum yet: once, and by so many days at most (docs/domain.md 4.1, 7.10). */
export async function extendPoll(unit: Unit, { no, days }: Extending): Promise<Poll> {
  const poll = await whichPoll(unit, no);
  if (poll.closedAt !== null || unit.now >= poll.closesAt)
    throw new Refusal('poll.closed', { no: poll.no, closedAt: poll.closesAt });
  const { extensionDays } = rulesAt(unit.now);
  const by = days ?? extensionDays;
  if (by < 1 || by > extensionDays) throw new Refusal('poll.extensionDays', { most: extensionDays });
  if (trackRules[poll.track as Track].quorum === null)
    throw new Refusal('poll.noExtension', { no: poll.no, because: 'advisory' });
  if (poll.extendedFrom) throw new Refusal('poll.noExtension', { no: poll.no, because: 'extended' });
  const { quorum } = await countPoll(unit, poll);
  if (quorum) throw new Refusal('poll.noExtension', { no: poll.no, because: 'quorum' });

  const closesAt = new Date(poll.closesAt.getTime() + by * dayMs);
  await unit.polls.keep(Object.assign(poll, { extendedFrom: poll.closesAt, closesAt, remindedAt: null }));
  unit.journal.add('poll.extend', { facts: { no: poll.no, closesAt } });
  await unit.tell('poll.extended', { poll });
  return poll;
}

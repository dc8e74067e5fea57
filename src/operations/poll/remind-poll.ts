import { dayMs } from '../../domain/calendar.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';
import { countPoll } from './which-poll.js';

/** Open polls whose group is still to be reminded: once, a day before the end, and not where a poll runs a day or less. */
export async function pollsToRemind(unit: Unit): Promise<{ poll: Poll; dueAt: Date }[]> {
  const waiting = (await unit.polls.open()).filter(
    ({ remindedAt, opensAt, closesAt }) => remindedAt === null && closesAt.getTime() - opensAt.getTime() > dayMs,
  );
  return waiting.map(poll => ({ poll, dueAt: new Date(poll.closesAt.getTime() - dayMs) }));
}

/** Reminds the group of one poll, if a household is missing. */
export async function remindPoll(unit: Unit, { poll }: { poll: Poll }): Promise<Tally> {
  const count = await countPoll(unit, poll);
  if (count.silent > 0) await unit.tell('poll.reminded', { poll, tally: count });
  await unit.polls.keep(Object.assign(poll, { remindedAt: unit.now }));
  unit.journal.add('poll.remind', { facts: { no: poll.no, silent: count.silent } });
  return count;
}

import { endOfDay } from '../domain/calendar.js';
import { rulesAt } from '../domain/rules.js';
import type { Tally } from '../domain/tally.js';
import type { Poll } from '../store/entities/poll.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';
import { countPoll } from './cast-vote.js';

export interface Closing {
  readonly poll: Poll;
  /** When it closes: the deadline, or now when a leader ends it early. */
  readonly at: Date;
  readonly by: string;
  readonly messageId?: string;
}

/** Closes a poll and counts it. An approved plan opens its pledge round at once; a refused one may be put again. */
export async function closePoll(
  unit: Unit,
  { poll, at, by, messageId }: Closing,
): Promise<{ poll: Poll; project: Project | null; tally: Tally }> {
  const result = await countPoll(unit, poll);
  const kept = await unit.polls.keep(Object.assign(poll, { closedAt: at, result: { ...result } }));
  const project = poll.projectId === null ? null : await unit.projects.byId(poll.projectId);
  if (project?.state === 'voting' && result.passed !== null) await moveOn(unit, project, result, at);
  unit.journal.add('poll.close', {
    by,
    at,
    messageId,
    facts: { no: poll.no, voted: result.voted, counts: result.counts, passed: result.passed },
  });
  return { poll: kept, project, tally: result };
}

async function moveOn(unit: Unit, project: Project, { quorum, passed }: Tally, at: Date): Promise<void> {
  if (!passed) {
    await unit.projects.moveTo(project, quorum ? 'not_approved' : 'quorum_failed', at);
    return;
  }
  await unit.projects.moveTo(project, 'approved', at);
  if ((project.budgetFen ?? 0) === 0) await unit.projects.moveTo(project, 'funded', at);
  else await unit.projects.moveTo(project, 'pledging', at, { pledgeClosesAt: endOfDay(at, rulesAt(at).pledgeDays) });
}

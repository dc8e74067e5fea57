import { periodEnd } from '../../domain/periods.js';
import { rulesAt } from '../../domain/rules.js';
import type { Tally } from '../../domain/poll/tally.js';
import { isSecretary } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { MemberView } from '../../store/people/members.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { countPoll, whichPoll } from './which-poll.js';

interface Closing {
  readonly poll: Poll;
  /** When it closes: the deadline, or now when a leader ends it early. */
  readonly at: Date;
}

/**
 * Closes a poll and counts it. What passed takes effect after the review period, in which the result may be objected to;
 * what did not may be put again (docs/domain.md 4.1, 7.10).
 */
export async function closePoll(
  unit: Unit,
  { poll, at }: Closing,
): Promise<{ poll: Poll; project: Project | null; tally: Tally }> {
  const counted = await countPoll(unit, poll);
  const papers = await unit.papers.ballots(poll.id);
  // What nobody had checked by the deadline counts for nothing, and the notice says so.
  const unchecked = papers.filter(({ state }) => state === 'pending').length;
  const result = unchecked > 0 ? { ...counted, unchecked } : counted;
  const kept = await unit.polls.keep(
    Object.assign(poll, {
      closedAt: at,
      result,
      reviewEndsAt: result.passed === null ? null : periodEnd(at, rulesAt(at).reviewDays),
    }),
  );
  const project = poll.projectId === null ? null : await unit.projects.byId(poll.projectId);
  if (project?.state === 'voting' && result.passed !== null) await moveOn(unit, project, result, at);
  unit.journal.add('poll.close', {
    at,
    facts: { no: poll.no, voted: result.voted, counts: result.counts, passed: result.passed },
  });
  await unit.tell('poll.closed', { poll: kept, project, tally: result });
  return { poll: kept, project, tally: result };
}

/**
 * The poll that a member may end before its deadline, with how many have not voted: who opened it, or a secretary. The end of an owners'
 * vote stands on every ballot, so it is moved for nobody who has not voted (docs/domain.md 15).
 */
export async function pollToEnd(
  unit: Unit,
  { member, no: said, now }: { member: MemberView; no: number | undefined; now: Date },
): Promise<{ poll: Poll; silent: number }> {
  const poll = await whichPoll(unit, said);
  const { no, closesAt } = poll;
  if (poll.closedAt !== null || now >= closesAt) throw new Refusal('poll.closed', { no, closedAt: closesAt });
  if (poll.openedById !== member.id && !isSecretary(member)) throw new Refusal('poll.notYours', { no });
  const { silent } = await countPoll(unit, poll);
  if (silent > 0 && poll.electorate) throw new Refusal('poll.fixedEnd', { no, closesAt });
  return { poll, silent };
}

async function moveOn(unit: Unit, project: Project, { quorum, passed }: Tally, at: Date): Promise<void> {
  const next = passed ? 'result_published' : quorum ? 'not_approved' : 'quorum_failed';
  await unit.projects.moveTo(project, next, at);
}

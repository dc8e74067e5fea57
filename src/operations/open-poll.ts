import { dayMs, endOfDay, hourMs } from '../domain/calendar.js';
import { Refusal } from '../domain/refusal.js';
import { rulesAt } from '../domain/rules.js';
import type { Track } from '../domain/tally.js';
import type { Poll } from '../store/entities/poll.js';
import type { Project } from '../store/entities/project.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';
import { whichProject } from './which-project.js';

export interface NewPoll {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly question: string | undefined;
  readonly options: readonly string[] | undefined;
  readonly deadline: Date | undefined;
  readonly now: Date;
  readonly messageId: string;
}

/** An option poll has at least two and at most as many options as a vote card has room for. */
const optionsLeast = 2;
const optionsMost = 20;

/** Opens a poll about a project's plan, or about a question of its own. The households that may vote are counted now. */
export async function openPoll(unit: Unit, poll: NewPoll): Promise<{ poll: Poll; project: Project | null }> {
  const { member, options, now, messageId } = poll;
  if (options && !areOptions(options)) throw new Refusal('poll.options', { least: optionsLeast, most: optionsMost });
  const closesAt = deadlineOf(poll.deadline, now);
  const project = await subject(unit, poll);
  const no = project?.no ?? (await unit.projects.takeNo());
  if ((await unit.polls.open()).some(open => open.no === no)) throw new Refusal('poll.alreadyOpen', { no });
  // 同意 to a project's plan binds; a choice among options, or a question of no project, sounds out.
  const track: Track = project && !options ? 'residents_meeting' : 'advisory';
  const kept = await unit.polls.keep({
    gridId: unit.grid.id,
    no,
    projectId: project?.id ?? null,
    question: poll.question ?? (project ? `是否同意“${project.title}”的方案` : ''),
    options: options ? [...options] : null,
    track,
    ruleVersion: rulesAt(now).version,
    householdCount: await unit.members.householdCount(),
    openedById: member.id,
    opensAt: now,
    closesAt,
    closedAt: null,
    remindedAt: null,
    result: null,
  });
  if (project && track !== 'advisory') await unit.projects.moveTo(project, 'voting', now);
  unit.journal.add('poll.open', {
    by: member.userid,
    at: now,
    messageId,
    facts: { no, track, households: kept.householdCount, closesAt },
  });
  return { poll: kept, project };
}

async function subject(unit: Unit, { no, question, options }: NewPoll): Promise<Project | null> {
  const states = ['plan_published', 'not_approved', 'quorum_failed'] as const;
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    // Which colour, which bench: a project may sound out options at any step.
    if (project && options) return project;
    if (project?.state === 'voting') throw new Refusal('poll.alreadyOpen', { no });
    return whichProject(unit, { no, states, deed: '发起表决' });
  }
  if (question || options) {
    if (!question) throw new Refusal('poll.nothingAsked', {});
    return null;
  }
  const [only, ...others] = await unit.projects.inStates(states);
  if (!only) throw new Refusal('poll.nothingAsked', {});
  return others.length === 0 ? only : whichProject(unit, { no, states, deed: '发起表决' });
}

/** A poll runs to a moment that lies ahead; when none is named, to 20:00 of the last day of the usual window. */
function deadlineOf(deadline: Date | undefined, now: Date): Date {
  const { pollDays, pollMaxDays } = rulesAt(now);
  if (deadline === undefined) return new Date(endOfDay(now, pollDays).getTime() - 4 * hourMs + 60_000);
  if (deadline <= now) throw new Refusal('poll.deadlinePast', {});
  if (deadline.getTime() > now.getTime() + pollMaxDays * dayMs)
    throw new Refusal('poll.deadlineFar', { mostDays: pollMaxDays });
  return deadline;
}

function areOptions(options: readonly string[]): boolean {
  const distinct = new Set(options.map(option => option.trim()));
  return (
    distinct.size === options.length &&
    !distinct.has('') &&
    options.length >= optionsLeast &&
    options.length <= optionsMost
  );
}

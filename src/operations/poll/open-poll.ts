import { dayMs, endOfDay, hourMs } from '../../domain/calendar.js';
import { Refusal } from '../../domain/refusal.js';
import { ownersOf } from '../../domain/poll/electorate.js';
import type { OwnersTrack } from '../../domain/poll/owners-tally.js';
import { opensAfterFullDays, periodEnd } from '../../domain/periods.js';
import { mayAskResidents } from '../../domain/plan/payer-check.js';
import { rulesAt } from '../../domain/rules.js';
import { strictness } from '../../domain/poll/track-selector.js';
import { type Track, trackRules } from '../../domain/poll/tracks.js';
import type { FrozenPerson, Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureAsPublished } from '../plan/plan-facts.js';
import { ensurePosted } from '../notice/post-on-board.js';
import { decidesOf } from '../plan/decision-bounds.js';
import { whichProject } from '../which-project.js';

interface NewPoll {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly question: string | undefined;
  readonly options: readonly string[] | undefined;
  readonly deadline: Date | undefined;
  /** Given for a vote of owners, by head and area; otherwise households vote. */
  readonly track: OwnersTrack | 'unanimous' | undefined;
  /** True when several options may be chosen. */
  readonly many?: true | undefined;
}

/** An option poll has at least two and at most as many options as a vote card has room for. */
const optionsLeast = 2;
const optionsMost = 20;

/** Opens a poll about a project's plan, or about a question of its own. The households that may vote are counted now. */
export async function openPoll(unit: Unit, poll: NewPoll): Promise<{ poll: Poll; project: Project | null }> {
  const { member, options } = poll;
  const { now } = unit;
  if (options && !areOptions(options)) throw new Refusal('poll.options', { least: optionsLeast, most: optionsMost });
  const closesAt = deadlineOf(poll.deadline, now);
  const project = await subject(unit, poll);
  const no = project?.no ?? (await unit.projects.takeNo());
  const same = (await unit.polls.open()).find(open => open.no === no);
  if (same) throw new Refusal('poll.alreadyOpen', { no, options: same.options });
  // 同意 to a project's plan binds; a choice among options, or a question of no project, sounds out.
  const track = trackFor(project, poll);
  if (project && track !== 'advisory') await ensureMayDecide(unit, project, track, now);
  const scope = project?.scope ?? null;
  const isOwners = trackRules[track].electorate === 'owners';
  const electorate = isOwners ? await freeze(unit, project, { closesAt, options, now }) : null;
  const householdCount = electorate ? electorate.length : (await unit.members.electors(scope)).length;
  if (householdCount === 0) throw new Refusal('poll.noElectorate', { no });
  const adopted = isOwners ? await unit.papers.adopted() : null;
  const kept = await unit.polls.keep({
    gridId: unit.grid.id,
    no,
    projectId: project?.id ?? null,
    question: (isOwners ? undefined : asked(poll)) ?? (project ? `是否同意“${project.title}”的方案` : ''),
    options: options ? [...options] : null,
    track,
    ruleVersion: `${rulesAt(now).version}/${trackRules[track].version}`,
    electorate,
    scope,
    many: options && poll.many ? 1 : null,
    adopted: adopted && adopted.silence !== 'not_counted' ? { silence: adopted.silence, text: adopted.text } : null,
    recordMode: adopted?.recordMode ?? null,
    decides: isOwners && project ? decidesOf(project) : null,
    householdCount,
    openedById: member.id,
    opensAt: now,
    closesAt,
    closedAt: null,
    remindedAt: null,
    result: null,
  });
  if (project && track !== 'advisory') await unit.projects.moveTo(project, 'voting', now);
  unit.journal.add('poll.open', { facts: { no, track, households: kept.householdCount, closesAt } });
  await unit.tell('poll.opened', { poll: kept, project });
  return { poll: kept, project };
}

/** The question without the words that say how many options may be chosen. */
function asked({ question, many }: NewPoll): string | undefined {
  return many ? question?.replaceAll(/[，,、（(]?(?:可以?)?(?:多选|选(?:多|几|两|三)个)[）)]?/gu, '') : question;
}

/** A plan is decided on once its notice is over and every objection to it is answered (docs/domain.md 4.1, 5.2). */
async function ensureMayDecide(unit: Unit, project: Project, track: Track, now: Date): Promise<void> {
  const { no, planPublishedAt } = project;
  const days = rulesAt(now).planNoticeDays;
  const opensAt = planPublishedAt && periodEnd(planPublishedAt, days);
  // Owners' votes have their own, longer notice.
  if (trackRules[track].electorate !== 'owners' && opensAt && now < opensAt)
    throw new Refusal('poll.noticeRunning', { no, opensAt, days });
  if ((project.budgetFen ?? 0) > 0 && !mayAskResidents(project.payerCheck))
    throw new Refusal('plan.noPayerCheck', { no });
  await ensureAsPublished(unit, project);
  await ensurePosted(unit, project);
  const open = await unit.objections.open(project.id);
  if (open.length > 0) throw new Refusal('poll.objectionsOpen', { no, open: open.map(objection => objection.no) });
}

/**
 * The owners as they are when their vote opens. It decides a published plan, 15 full days after it was posted, and runs
 * three days at least (物业管理条例 Art. 14; docs/domain.md 7.10).
 */
async function freeze(
  unit: Unit,
  project: Project | null,
  { closesAt, options, now }: { closesAt: Date; options: readonly string[] | undefined; now: Date },
): Promise<FrozenPerson[]> {
  const { ownersNoticeDays, ownersPollLeastDays } = rulesAt(now);
  if (!project?.planPublishedAt || options) throw new Refusal('poll.ownersNeedPlan', {});
  const opensAt = opensAfterFullDays(project.planPublishedAt, ownersNoticeDays);
  if (now < opensAt) throw new Refusal('poll.ownersTooEarly', { no: project.no, opensAt, days: ownersNoticeDays });
  if (closesAt.getTime() < now.getTime() + ownersPollLeastDays * dayMs)
    throw new Refusal('poll.ownersTooShort', { days: ownersPollLeastDays });
  const persons = ownersOf(await unit.members.electors(project.scope));
  return persons.map(({ key, parts, areaCentiM2 }) => ({ key, parts: [...parts], areaCentiM2 }));
}

/**
 * 同意 to a project's plan binds; a choice among options, or a question of no project, sounds out. A project's own track may
 * be made stricter by the leader's word, never laxer.
 */
function trackFor(project: Project | null, { track, options }: NewPoll): Track {
  if (track === undefined) return project && !options ? (project.track ?? 'residents_meeting') : 'advisory';
  if (project?.track && strictness(track) < strictness(project.track))
    throw new Refusal('poll.tooLax', { no: project.no, rule: trackRules[project.track].said });
  return track;
}

async function subject(unit: Unit, { no, question, options }: NewPoll): Promise<Project | null> {
  const states = ['plan_published'] as const;
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    // Which colour, which bench: a project may sound out options at any step.
    if (project && options) return project;
    if (project?.state === 'voting') throw new Refusal('poll.alreadyOpen', { no, options: null });
    if (project && (project.state === 'not_approved' || project.state === 'quorum_failed'))
      throw new Refusal('poll.newNotice', { no });
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
export function deadlineOf(deadline: Date | undefined, now: Date): Date {
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

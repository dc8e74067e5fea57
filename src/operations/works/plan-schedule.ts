import { dayMs, dayOf } from '../../domain/calendar.js';
import { ensureState, planOpen, worksStates } from '../../domain/lifecycle.js';
import { milestoneSaid, type Planned } from '../../domain/works/milestones.js';
import { Refusal } from '../../domain/refusal.js';
import type { Milestone } from '../../store/works/milestone.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureOfTeam } from './mend-finding.js';
import { topics } from '../../store/notice/topics.js';

interface Deed {
  readonly member: MemberView;
  readonly no: number;
}

/** Sets the milestones of a project, and sets them anew while its plan may still be written; what was decided on stands. */
export async function planSchedule(
  unit: Unit,
  { no, planned }: Deed & { readonly planned: readonly Planned[] },
): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, [...planOpen, 'approved', 'pledging', 'collecting', 'funded', 'in_progress'], '定工期');
  const before = await unit.works.milestones(project.id);
  if (before.length > 0 && !planOpen.includes(project.state)) throw new Refusal('schedule.stands', { no });
  for (const one of before) await unit.works.keepMilestone(Object.assign(one, { place: -one.id }));
  for (const [index, milestone] of planned.entries())
    await unit.works.keepMilestone({ gridId: unit.grid.id, projectId: project.id, place: index + 1, ...milestone });
  unit.journal.add('schedule.plan', { facts: { no, milestones: planned.length } });
  return project;
}

/** Notes that a milestone has been reached, today. */
export async function reachMilestone(
  unit: Unit,
  { member, no, name }: Deed & { readonly name: string },
): Promise<{ project: Project; milestone: Milestone; lateDays: number }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, worksStates, '报节点');
  await ensureWorking(unit, project);
  const milestones = await unit.works.milestones(project.id);
  const open = milestones.filter(({ doneAt }) => doneAt === null);
  const milestone = milestoneSaid(open, name);
  if (!milestone) throw new Refusal('schedule.noMilestone', { no, names: open.map(one => one.name) });
  await unit.works.keepMilestone(Object.assign(milestone, { doneAt: unit.now, doneById: member.id }));
  unit.journal.add('schedule.reach', { facts: { no, place: milestone.place } });
  await unit.tell('works.reached', { project, milestone });
  const lateDays = Math.round((Date.parse(dayOf(unit.now)) - Date.parse(milestone.plannedOn)) / dayMs);
  return { project, milestone, lateDays };
}

/** One of the team that watches over the works has looked at a milestone that was reported, and found it done (docs/domain.md 8.4). */
export async function acceptMilestone(
  unit: Unit,
  { member, no, name }: Deed & { readonly name: string },
): Promise<{ project: Project; milestone: Milestone }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, worksStates, '验收节点');
  await ensureOfTeam(unit, project, member);
  const milestones = await unit.works.milestones(project.id);
  const waiting = milestones.filter(({ doneAt, acceptedAt }) => doneAt !== null && acceptedAt === null);
  const milestone = milestoneSaid(waiting, name);
  if (!milestone) throw new Refusal('schedule.noneWaits', { no, names: waiting.map(one => one.name) });
  if (milestone.doneById === member.id) throw new Refusal('schedule.own', { name: milestone.name });
  await unit.works.keepMilestone(Object.assign(milestone, { acceptedById: member.id, acceptedAt: unit.now }));
  await unit.posts.withdraw(topics.milestone(project, milestone));
  const facts = { no, place: milestone.place };
  unit.journal.add('schedule.accept', { facts });
  return { project, milestone };
}

/** While works stand still nothing of them goes on (docs/domain.md 4.1). */
export async function ensureWorking(unit: Unit, { id, no }: Project): Promise<void> {
  const stoppage = await unit.watch.stoppage(id);
  if (stoppage) throw new Refusal('works.stand', { no, by: stoppage.by, reason: stoppage.reason });
}

/** Works are finished, and accepted, when every milestone of their schedule is reached (docs/domain.md 4.1). */
export async function ensureAllReached(unit: Unit, { id, no }: Project): Promise<void> {
  const open = (await unit.works.milestones(id)).filter(({ doneAt }) => doneAt === null);
  if (open.length > 0) throw new Refusal('progress.milestones', { no, names: open.map(({ name }) => name) });
}

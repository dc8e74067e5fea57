import { dayOf } from '../../domain/calendar.js';
import { ensureState, statesUnderWay } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { KeyProject } from '../../store/county/key-project.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { topics } from '../../store/notice/topics.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Place } from '../people/which-household.js';
import { whichMember } from '../people/which-member.js';

interface KeySetting {
  readonly member: MemberView;
  readonly no: number;
  readonly year: number;
  readonly goal: string;
  readonly baseline: string | null;
  /** A day in Shanghai; the last milestone's, else the end of the year, when left out. */
  readonly deadline: string | null;
  /** Who answers for it; whoever sets it when left out. */
  readonly leader: Place | null;
}

/**
 * Makes a project the key project (攻坚项目) of its grid for a year: one per grid and year, this year's or the next one's. Once
 * it is on the wall chart only the community's secretary changes it or its dates (docs/domain.md 2.3, 11).
 */
export async function setKeyProject(
  unit: Unit,
  setting: KeySetting,
): Promise<{ project: Project; key: KeyProject; replaced: number | null }> {
  const { member, no, year, goal, baseline } = setting;
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, statesUnderWay, '定为攻坚项目');
  const thisYear = Number(dayOf(now).slice(0, 4));
  if (year !== thisYear && year !== thisYear + 1) throw new Refusal('key.year', { year: thisYear });
  const last = (await unit.works.milestones(project.id)).at(-1);
  const deadline = setting.deadline ?? last?.plannedOn ?? `${year}-12-31`;
  if (deadline < dayOf(now) || (last && deadline < last.plannedOn))
    throw new Refusal('key.deadline', { last: last?.plannedOn ?? null });

  const standing = await unit.watch.keyProject(year);
  const isCommunity = member.roles.some(({ role }) => role === 'community_secretary');
  if (standing && !isCommunity) {
    const before = await unit.projects.byId(standing.projectId);
    throw new Refusal('key.stands', { no: before?.no ?? 0, year });
  }
  const leader = setting.leader ? await whichMember(unit, setting.leader) : member;
  const replaced = standing && standing.projectId !== project.id ? standing.projectId : null;
  const key = await unit.watch.keepKeyProject({
    ...standing,
    gridId: unit.grid.id,
    year,
    projectId: project.id,
    goal,
    baseline,
    deadline,
    leaderId: leader.id,
    setById: member.id,
    setAt: now,
  });
  await unit.posts.withdraw(topics.key({ year }));
  unit.journal.add('key.set', { facts: { no, year, deadline } });
  return { project, key, replaced };
}

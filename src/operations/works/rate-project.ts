import { strict as assert } from 'node:assert';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { ratingEndsAt } from '../../domain/works/closing.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { whichProject } from '../which-project.js';

interface NewRating {
  readonly member: MemberView;
  readonly no: number | undefined;
  /** 1 to 5. */
  readonly score: number;
}

interface Rated {
  readonly project: Project;
  readonly count: number;
  /** The mean of all scores; null while so few have rated that it would tell whose they are (docs/domain.md 13.4). */
  readonly average: number | null;
}

/** True within the rating days of an accepted project. */
export function mayRate(project: Project, now: Date): boolean {
  const endsAt = ratingEndsAt(project);
  return endsAt !== null && now < endsAt;
}

/** A household rates an accepted project; within the rating days it may change its mind. */
export async function rateProject(unit: Unit, { member, no, score }: NewRating): Promise<Rated> {
  const { now } = unit;
  const { householdId } = member;
  assert(householdId !== null, 'only bound members rate');
  const { breakdownMin } = rulesAt(now);
  const isOpen = (one: Project): boolean => mayRate(one, now);
  const project = await rated(unit, no, isOpen);
  if (!isOpen(project)) throw new Refusal('rate.closed', { no: project.no });

  const ratings = await unit.works.ratings(project.id);
  const own = ratings.find(rating => rating.householdId === householdId);
  await unit.works.keepRating({ ...own, projectId: project.id, householdId, memberId: member.id, score, at: now });
  unit.journal.add('project.rate', { facts: { no: project.no } });

  const scores = [...ratings.filter(rating => rating !== own).map(rating => rating.score), score];
  const sum = scores.reduce((total, one) => total + one, 0);
  return { project, count: scores.length, average: scores.length < breakdownMin ? null : sum / scores.length };
}

async function rated(unit: Unit, no: number | undefined, isOpen: (project: Project) => boolean): Promise<Project> {
  const named = no === undefined ? null : await unit.projects.byNo(no);
  if (named?.state === 'closed') throw new Refusal('rate.closed', { no: named.no });
  return whichProject(unit, { no, states: ['accepted', 'settlement_published'], deed: '评价', fits: isOpen });
}

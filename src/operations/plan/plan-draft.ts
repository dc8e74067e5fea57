import { type DraftPart, draftParts } from '../../domain/plan/draft.js';
import { planOpen } from '../../domain/lifecycle.js';
import { maskName } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import type { MemberView } from '../../store/people/members.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { planFactsOf } from './plan-facts.js';

/** The parts of a project's plan, each with what it says by now. */
export async function planDraft(unit: Unit, project: Project, now: Date): Promise<DraftPart[]> {
  const photos = (await unit.works.issuePhotos(project.id)).length;
  const people = (await unit.supervision.team(project.id))?.memberIds.length ?? 0;
  const standIns = (await teamOf(unit, project.id)).map(({ name }) => maskName(name));
  return draftParts({ plan: project, facts: await planFactsOf(unit, project), photos, people, standIns }, now);
}

/** While a plan may be prepared, its parts for whoever prepares it; null for everybody else. */
export async function draftFor(
  unit: Unit,
  project: Project,
  member: MemberView,
  now: Date,
): Promise<DraftPart[] | null> {
  const isPreparing = planOpen.includes(project.state) && project.state !== 'issue_reported';
  return isPreparing && may(member, 'plan.publish') ? planDraft(unit, project, now) : null;
}

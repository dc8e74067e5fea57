import { type PlanFacts, changesIn, factsOf, materialIn } from '../../domain/plan/facts.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/** What the plan of a project says now, part by part. */
export async function planFactsOf(unit: Unit, project: Project): Promise<PlanFacts> {
  const schedule = await unit.works.milestones(project.id);
  const team = (await teamOf(unit, project.id)).map(({ id }) => id);
  return factsOf(project, { schedule, team });
}

/** True where what everybody decides on is what was on display. */
export async function isAsPublished(unit: Unit, project: Project): Promise<boolean> {
  return (
    materialIn(changesIn(project.planFacts ?? {}, project.planFacts ? await planFactsOf(unit, project) : {})).length ===
    0
  );
}

/** Neighbours decide on what was on display: what was changed since has to be published first. */
export async function ensureAsPublished(unit: Unit, project: Project): Promise<void> {
  if (!project.planFacts) return;
  const changed = materialIn(changesIn(project.planFacts, await planFactsOf(unit, project)));
  if (changed.length > 0) throw new Refusal('plan.changed', { no: project.no, parts: changed.map(({ part }) => part) });
}

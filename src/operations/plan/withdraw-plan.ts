import { ensureState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { ensureSays } from '../../language/values/evidence-said.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { publicWords } from '../people/public-words.js';

/** A secretary takes a plan off display, with the reason: nothing is decided on it, and its days begin anew when it is published again. */
export async function withdrawPlan(unit: Unit, { no, reason: said }: { no: number; reason: string }): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, ['plan_published'], '撤回方案');
  const reason = await publicWords(unit, said);
  ensureSays(reason, '撤回方案的原因');
  await unit.projects.moveTo(project, 'topic_selected', unit.now, { planPublishedAt: null, planFacts: null });
  unit.journal.add('plan.withdraw', { facts: { no, version: project.planVersion, reason } });
  await unit.tell('plan.withdrawn', { project, reason });
  return project;
}

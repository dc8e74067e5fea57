import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { ensureSays } from '../../language/values/evidence-said.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { publicWords } from '../people/public-words.js';

interface Writing {
  readonly no: number;
  readonly text: string;
}

/** Keeps what is to be done, for the plan that is published next (docs/domain.md 4.1: plan_drafted). */
export async function writePlan(unit: Unit, { no, text }: Writing): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '写方案做法');
  ensureSays(text, '方案的做法');
  const kept = await unit.projects.keep(Object.assign(project, { planText: await publicWords(unit, text) }));
  unit.journal.add('plan.text', { facts: { no } });
  return kept;
}

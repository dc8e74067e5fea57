import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { type Scope, scopeWords } from '../../domain/plan/scope.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** A secretary says which buildings and entrances a project is about, before its plan is published; only their households decide. */
export async function setScope(
  unit: Unit,
  { no, scope }: { no: number; scope: Scope | null },
): Promise<{ project: Project; households: number }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '改范围');
  const homes = await unit.members.electors(scope);
  const empty = scope?.filter(
    part => !homes.some(home => home.building === part.building && (part.unit ?? home.unit) === home.unit),
  );
  if (homes.length === 0 || (empty && empty.length > 0))
    throw new Refusal('scope.empty', { scope: scopeWords(empty ?? scope) });
  await unit.projects.keep(Object.assign(project, { scope }));
  unit.journal.add('project.scope', { facts: { no, scope } });
  return { project, households: homes.length };
}

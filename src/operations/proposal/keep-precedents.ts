import type { PrecedentFacts } from '../../domain/proposal/precedent.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** Where everybody can read how a matter went. */
export function sourceOf(unit: Unit, { no }: Project): string {
  return `/board/${unit.grid.code}/${no}`;
}

/** The matters that are archived and stand in no library yet. */
export async function precedentsDue(unit: Unit): Promise<Project[]> {
  const due: Project[] = [];
  for (const project of await unit.projects.inStates(['closed']))
    if (!(await unit.precedents.has(sourceOf(unit, project)))) due.push(project);
  return due;
}

/** Puts an ended matter into the library that all grids read. */
export async function keepPrecedent(unit: Unit, { facts, no }: { facts: PrecedentFacts; no: number }): Promise<void> {
  await unit.precedents.keep(facts);
  unit.journal.add('precedent.keep', { facts: { no, category: facts.category } });
}

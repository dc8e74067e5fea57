import { statesUnderWay } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';

/** The project that is asked about: the numbered one, else the only one under way; asked back where there are several. */
export async function askedProject(unit: Unit, no: number | undefined, deed: string): Promise<Project> {
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    return project;
  }
  const underWay = await unit.projects.inStates(statesUnderWay);
  const [only, ...others] = underWay;
  if (!only) throw new Refusal('project.none', { deed });
  if (others.length > 0) {
    const choices = underWay.slice(0, 10).map(one => ({ no: one.no, title: one.title }));
    throw new Refusal('project.several', { deed, choices });
  }
  return only;
}

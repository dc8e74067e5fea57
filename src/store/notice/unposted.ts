import type { Unit } from '../engine/unit.js';
import type { Project } from '../proposal/project.js';
import type { Disclosure } from './disclosure.js';

/** What was told of the projects under way and does not hang on the board yet, each with its project. */
export async function unposted(unit: Unit): Promise<{ notice: Disclosure; project: Project }[]> {
  const found: { notice: Disclosure; project: Project }[] = [];
  for (const project of await unit.projects.underWay())
    for (const notice of await unit.disclosures.ofProject(project.id))
      if (notice.boardAt === null) found.push({ notice, project });
  return found;
}

import type { Project } from '../store/entities/project.js';
import { teamOf } from '../store/team.js';
import type { Unit } from '../store/unit.js';

/** Whom to tell what the team of a project has to know. */
export async function teamUserids(unit: Unit, { id }: Project): Promise<string[]> {
  return (await teamOf(unit, id)).map(({ userid }) => userid);
}

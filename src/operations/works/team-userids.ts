import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/** Whom to tell what the team of a project has to know. */
export async function teamUserids(unit: Unit, { id }: Project): Promise<string[]> {
  return (await teamOf(unit, id)).map(({ userid }) => userid);
}

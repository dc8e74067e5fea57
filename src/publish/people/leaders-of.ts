import type { Unit } from '../../store/engine/unit.js';

/** Who leads a building; where nobody does, the grid's secretaries. */
export async function leadersOf(unit: Unit, building: string): Promise<string[]> {
  const leaders = await unit.members.withRole('building_leader', building);
  return leaders.length > 0 ? leaders : unit.members.withRole('grid_secretary');
}

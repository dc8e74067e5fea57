import type { Member } from './entities/member.js';
import type { Unit } from './unit.js';

/**
 * Who watches over a project: its own team in the order of their turns; where none was named, whoever supervises the grid.
 */
export async function teamOf(unit: Unit, projectId: number): Promise<Member[]> {
  const own = await unit.supervision.team(projectId);
  if (!own) {
    const userids = await unit.members.withRole('supervisor');
    const members = await unit.members.all();
    return members.filter(({ userid }) => userids.includes(userid));
  }
  const members = new Map((await unit.members.byIds(own.memberIds)).map(member => [member.id, member]));
  return own.memberIds.flatMap(id => members.get(id) ?? []);
}

export async function isOfTeam(unit: Unit, projectId: number, memberId: number): Promise<boolean> {
  return (await teamOf(unit, projectId)).some(({ id }) => id === memberId);
}

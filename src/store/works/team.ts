import type { RoleId } from '../../domain/permissions.js';
import { type Around, type Candidate, standsAgainst } from '../../domain/works/team.js';
import type { Member } from '../people/member.js';
import type { Unit } from '../engine/unit.js';

/**
 * Who watches over a project: its own team in the order of their turns; where none was named, whoever supervises the grid and
 * has no part in the project, nor is near kin of one who has (docs/domain.md 2.2).
 */
export async function teamOf(unit: Unit, projectId: number): Promise<Member[]> {
  const own = await unit.supervision.team(projectId);
  if (!own) {
    const userids = await unit.members.withRole('supervisor');
    const around = await aroundOf(unit, projectId);
    const free: Member[] = [];
    for (const member of await unit.members.all()) {
      if (!userids.includes(member.userid)) continue;
      if (standsAgainst(await candidateOf(unit, member), around) === null) free.push(member);
    }
    return free;
  }
  const members = new Map((await unit.members.byIds(own.memberIds)).map(member => [member.id, member]));
  return own.memberIds.flatMap(id => members.get(id) ?? []);
}

export async function isOfTeam(unit: Unit, projectId: number, memberId: number): Promise<boolean> {
  return (await teamOf(unit, projectId)).some(({ id }) => id === memberId);
}

/** A member with what may stand against their watching over a project. */
export async function candidateOf(unit: Unit, { id, userid, name }: Member): Promise<Candidate> {
  const roles = (await unit.members.roles()).filter(role => role.userid === userid);
  return { id, name, roles: roles.map(({ role }) => role as RoleId), kin: await unit.supervision.kinOf(id) };
}

/** The members who hold a role, and those who lead the project or have handled its money. */
export async function aroundOf(unit: Unit, projectId: number): Promise<Around> {
  const held = await unit.members.roles();
  const others = (await unit.members.all()).map(({ id, userid }) => ({
    id,
    roles: held.filter(role => role.userid === userid).map(({ role }) => role as RoleId),
  }));
  const keyed = await unit.watch.keyYearsOf(projectId);
  const handled = await unit.spending.ofProject(projectId);
  const leads = [
    ...keyed.map(({ leaderId }) => leaderId),
    ...handled.flatMap(({ askedById, checkedById, approvals }) => [askedById, checkedById ?? askedById, ...approvals]),
  ];
  return { others, leads };
}

import { ensureState, statesUnderWay } from '../../domain/lifecycle.js';
import { isOutsider } from '../../domain/people/identity.js';
import { onlyOne } from '../../domain/only-one.js';
import { Refusal } from '../../domain/refusal.js';
import { ensureTeam } from '../../domain/works/team.js';
import type { Member } from '../../store/people/member.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { aroundOf, candidateOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Place } from '../people/which-household.js';
import { whichMember } from '../people/which-member.js';

interface Deed {
  readonly member: MemberView;
}

/** Names the supervision team of a project, or another in its place: bound residents, odd, at least three, without conflict. */
export async function setTeam(
  unit: Unit,
  { member, no, said }: Deed & { readonly no: number; readonly said: readonly Place[] },
): Promise<{ project: Project; team: Member[] }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, statesUnderWay, '定监管小组');
  const team: Member[] = [];
  for (const one of said) team.push(await whichMember(unit, one));

  if (team.some(({ userid }) => isOutsider(userid))) throw new Refusal('role.membersOnly', {});
  // An office may be held by somebody who does not live here.
  const stranger = team.findIndex(({ householdId }) => householdId === null);
  if (stranger >= 0) throw new Refusal('member.unknown', { said: said[stranger]?.said ?? '' });

  const candidates = await Promise.all(team.map(one => candidateOf(unit, one)));
  ensureTeam(candidates, await aroundOf(unit, project.id), unit.now);

  const before = await unit.supervision.team(project.id);
  for (const left of before ? await unit.members.byIds(before.memberIds) : []) await unit.supervision.count(left, -1);
  for (const { id } of team) {
    const joined = await unit.members.byId(id);
    if (joined) await unit.supervision.count(joined, 1);
  }
  const memberIds = team.map(({ id }) => id);
  const row = { gridId: unit.grid.id, projectId: project.id, memberIds, setById: member.id, setAt: unit.now };
  await unit.supervision.keepTeam({ ...before, ...row });
  unit.journal.add('team.set', { facts: { no, members: memberIds.length } });
  await unit.tell('works.team-set', { project, team });
  return { project, team };
}

/** The only one of that name beside everybody who lives here: who holds an office need not. */
async function byName(unit: Unit, said: string): Promise<Member | null> {
  const userids = new Set((await unit.members.roles()).map(({ userid }) => userid));
  // Who went over to another grid is nobody's namesake here.
  const found = (await unit.members.all()).filter(
    ({ userid, name, householdId, leftAt }) =>
      leftAt === null && name === said.trim() && (householdId !== null || userids.has(userid)),
  );
  if (found.length > 1) throw new Refusal('member.several', { said, count: found.length });
  return onlyOne(found) ?? null;
}

/** A member declares near kin, so that neither watches over the other's works or money. */
export async function declareKin(unit: Unit, { member, said }: Deed & { readonly said: Place }): Promise<Member> {
  const kin = (await byName(unit, said.said)) ?? (await whichMember(unit, said));
  if (kin.id === member.id) throw new Refusal('member.unknown', { said: said.said });
  if (!(await unit.supervision.kinOf(member.id)).includes(kin.id)) {
    await unit.supervision.keepKin({ memberId: member.id, kinId: kin.id, at: unit.now });
    unit.journal.add('kin.declare');
  }
  return kin;
}

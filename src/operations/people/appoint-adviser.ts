import { Refusal } from '../../domain/refusal.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from './which-household.js';

/**
 * The community secretary invites an honoured resident as adviser (社区治理顾问, docs/domain.md 2.1), by home and by the name or only
 * the family name, such as 王师傅. Advisers give advice: the role opens no votes, money or personal data.
 */
export async function appointAdviser(unit: Unit, { place, name }: { place: Place; name: string }): Promise<Member> {
  const household = await whichHousehold(unit, place);
  const living = await unit.members.boundTo([household.id]);
  const meant = living.filter(one => one.name === name);
  const [adviser, ...others] = meant.length > 0 ? meant : living.filter(one => one.name[0] === name[0]);
  if (!adviser) throw new Refusal('adviser.unknown', {});
  if (others.length > 0) throw new Refusal('adviser.unclear', {});
  const { userid } = adviser;
  if ((await unit.members.withRole('governance_adviser')).includes(userid)) throw new Refusal('adviser.already', {});
  await unit.members.giveRole({
    gridId: unit.grid.id,
    userid,
    role: 'governance_adviser',
    building: null,
    givenAt: unit.now,
  });
  unit.journal.add('adviser.appoint', { facts: { member: adviser.id } });
  await unit.tell('people.adviser', { adviser });
  return adviser;
}

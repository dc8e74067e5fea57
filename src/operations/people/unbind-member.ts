import { whoAsks } from '../../domain/people/identity.js';
import { placeWords } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import { ensureSays } from '../../domain/plan/said-evidence.js';
import { Refusal } from '../../domain/refusal.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { endVotes } from '../poll/end-votes.js';
import { reaches } from './confirm-binding.js';

/**
 * An account does not belong to its household any more: it moved away, or the flat was sold. A leader of the building or a secretary says so with
 * the reason, or the member of oneself. The account becomes a guest, its vote in open household polls is taken back, and both sides are
 * told: who was bound, and who else is bound to the household. What was decided and paid stays where it was.
 */
export async function unbindMember(
  unit: Unit,
  { member, userid, reason, now }: { member: MemberView; userid: string; reason: string | undefined; now: Date },
): Promise<{ polls: number[] }> {
  const bound = await (userid === member.userid ? unit.members.byUserid(userid) : unit.members.called(userid));
  const household = bound?.householdId ? await unit.members.household(bound.householdId) : null;
  if (!bound || !household) throw new Refusal('member.notBound', { userid });
  const isSelf = bound.userid === member.userid;
  if (!isSelf) {
    if (!reaches(member, household)) throw new Refusal('permission.otherBuilding', { building: household.building });
    ensureSays(reason ?? '', '解除绑定的原因');
  }
  const polls = await endVotes(unit, { household, memberId: bound.id, now });
  await unit.members.keep(Object.assign(bound, { householdId: null, askedHouseholdId: null, boundAt: null }));
  const facts = { building: household.building, isSelf, polls };
  unit.journal.add('member.unbind', { by: member.userid, at: now, facts });

  const why = reason === undefined ? '' : `，原因：${plain(reason, 60)}`;
  const votes = polls.length > 0 ? `在${polls.map(no => `${no}号`).join('、')}投的票不再算，` : '';
  if (!isSelf)
    await unit.posts.toMember(
      bound.userid,
      `您和${placeWords(household)}的绑定已经解除${why}。${votes}不对的话请找楼长或网格书记，重新绑定发送“我是几号楼几单元几室的谁”。`,
      now,
    );
  for (const other of await unit.members.boundTo([household.id]))
    await unit.posts.toMember(
      other.userid,
      `${whoAsks(bound)}和您家的绑定已经解除${why}。${polls.length > 0 ? `${votes}您家可以重新投。` : ''}`,
      now,
    );
  return { polls };
}

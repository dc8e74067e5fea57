import { strict as assert } from 'node:assert';
import { Refusal } from '../../domain/refusal.js';
import type { Redemption } from '../../store/credit/redemption.js';
import type { Reward } from '../../store/credit/reward.js';
import type { MemberView } from '../../store/people/members.js';
import { mostWrong, Tries } from '../../store/people/tries.js';
import type { Unit } from '../../store/engine/unit.js';
import { isOwn } from './award-points.js';
import { giveBack } from './redeem-reward.js';

interface Deed {
  readonly member: MemberView;
}

/**
 * Who is at the counter settles a code when the goods are handed over, once; nobody settles their own. Null for a code that is nobody's,
 * which is counted: after five of them none is looked at for an hour.
 */
export async function settleRedemption(
  unit: Unit,
  { member, code }: Deed & { code: string },
): Promise<{ redemption: Redemption; reward: Reward } | null> {
  const tries = new Tries(unit.manager);
  const counted = [
    [`redemption code ${unit.grid.id} ${member.userid}`, mostWrong.member],
    [`redemption code ${unit.grid.id}`, mostWrong.grid],
  ] as const;
  if (await tries.areSpent(counted, unit.now)) throw new Refusal('redemption.tooManyTries', {});
  const redemption = await unit.credit.redemptionByCode(code);
  if (!redemption) {
    await tries.add(counted, unit.now);
    return null;
  }
  const { state, holdsUntil, rewardId, memberId } = redemption;
  if (state === 'cancelled') throw new Refusal('redemption.over', { state: '已经取消了' });
  if (state === 'lapsed' || (state === 'reserved' && holdsUntil && holdsUntil <= unit.now))
    throw new Refusal('redemption.over', { state: '过了领取的日子，积分退回给本人' });
  if (state !== 'reserved') throw new Refusal('redemption.over', { state: '已经领过了' });
  const owner = await unit.members.byId(memberId);
  if (owner && (await isOwn(unit, member, owner))) throw new Refusal('points.own', {});
  const reward = await unit.credit.reward(rewardId);
  assert(reward, 'a redemption is of a reward');

  await unit.credit.keepRedemption(
    Object.assign(redemption, { state: 'settled', endedAt: unit.now, settledBy: member.userid }),
  );
  unit.journal.add('credit.settle', { facts: { redemption: redemption.id } });
  await unit.tell('credit.collected', { redemption, reward });
  return { redemption, reward };
}

/** A member gives back what they have reserved and not fetched: the newest, or the one of a code. */
export async function cancelRedemption(
  unit: Unit,
  { member, code }: Deed & { code: string | undefined },
): Promise<{ redemption: Redemption; reward: Reward }> {
  const reserved = await unit.credit.reservedBy(member.id);
  const redemption = code === undefined ? reserved.at(-1) : reserved.find(one => one.code === code);
  if (!redemption) throw new Refusal('redemption.none', {});
  const reward = await giveBack(unit, redemption, 'cancelled', unit.now);
  unit.journal.add('credit.cancel', { facts: { redemption: redemption.id } });
  return { redemption, reward };
}

/** What nobody fetched in time goes back: points to the member, goods to the shelf. */
export async function lapseRedemptions(unit: Unit): Promise<void> {
  for (const redemption of await unit.credit.lapsedBy(unit.now)) {
    const reward = await giveBack(unit, redemption, 'lapsed', unit.now);
    unit.journal.add('credit.lapse', { facts: { redemption: redemption.id } });
    await unit.tell('credit.lapsed', { redemption, reward });
  }
}

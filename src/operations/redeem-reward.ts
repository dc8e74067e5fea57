import { strict as assert } from 'node:assert';
import { startOf } from '../domain/calendar.js';
import { spendable } from '../domain/credit.js';
import { digestOf } from '../domain/journal.js';
import { Refusal } from '../domain/refusal.js';
import { namesMeant } from '../domain/reward-names.js';
import type { Redemption } from '../store/entities/redemption.js';
import type { Reward } from '../store/entities/reward.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';

export interface Redeeming {
  readonly member: MemberView;
  /** What the member wants, in the member's words. */
  readonly item: string;
  readonly quantity: number;
  readonly now: Date;
  readonly messageId: string;
}

export interface Redeemed {
  readonly reward: Reward;
  readonly redemption: Redemption;
  /** What the member can still spend. */
  readonly left: number;
}

const mostAtOnce = 99;

/**
 * Exchanges points for something from the catalogue: while it is in stock, within the household's share of the quarter, and
 * with points that have not expired. The member gets a code for the counter.
 */
export async function redeemReward(
  unit: Unit,
  { member, item, quantity, now, messageId }: Redeeming,
): Promise<Redeemed> {
  if (member.householdId === null) throw new Refusal('member.unbound', {});
  if (quantity < 1 || quantity > mostAtOnce) throw new Refusal('reward.quantity', {});

  const reward = await rewardMeant(unit, item);
  if (reward.stock < quantity) throw new Refusal('reward.empty', { item: reward.item, stock: reward.stock });
  await ensureShare(unit, { reward, householdId: member.householdId, quantity, now });

  const balance = spendable(await unit.credit.entries(member.id), now).points;
  const points = reward.pricePoints * quantity;
  if (balance < points) throw new Refusal('reward.points', { item: reward.item, needed: points, balance });

  const code = await freeCode(unit, messageId);
  const redemption = await unit.credit.keepRedemption({
    rewardId: reward.id,
    memberId: member.id,
    householdId: member.householdId,
    quantity,
    points,
    code,
    at: now,
  });
  await unit.credit.add({
    memberId: member.id,
    behaviour: 'redeem',
    points: -points,
    about: `redemption:${redemption.id}`,
    at: now,
  });
  await unit.credit.keepReward({ ...reward, stock: reward.stock - quantity });
  // The code is as good as the goods, so it does not stand in the diary.
  unit.journal.add('credit.redeem', {
    by: member.userid,
    at: now,
    messageId,
    facts: { reward: reward.id, quantity, points },
  });

  return { reward, redemption, left: balance - points };
}

async function rewardMeant(unit: Unit, item: string): Promise<Reward> {
  const rewards = await unit.credit.rewards();
  const offered = rewards.filter(({ pricePoints }) => pricePoints > 0);
  const meant = namesMeant(
    item,
    offered.map(reward => reward.item),
  );
  if (meant.length > 1) throw new Refusal('reward.several', { item, items: meant });
  const reward = offered.find(candidate => candidate.item === meant[0]);
  if (reward) return reward;
  throw new Refusal('reward.unknown', {
    item,
    items: offered.filter(({ stock }) => stock > 0).map(candidate => candidate.item),
  });
}

async function ensureShare(
  unit: Unit,
  { reward, householdId, quantity, now }: { reward: Reward; householdId: number; quantity: number; now: Date },
): Promise<void> {
  const taken = await unit.credit.redemptionsSince(reward.id, householdId, startOf('quarter', now));
  const left = Math.max(0, reward.perQuarter - taken.reduce((sum, redemption) => sum + redemption.quantity, 0));
  if (quantity > left) throw new Refusal('reward.limit', { item: reward.item, perQuarter: reward.perQuarter, left });
}

/** Six characters that cannot be misread, made from the message that asked: chance has no place in the record. */
async function freeCode(unit: Unit, messageId: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const code = codeFrom(digestOf({ grid: unit.grid.id, messageId, attempt }));
    if (!(await unit.credit.hasCode(code))) return code;
  }
  assert.fail('no code for the counter is free');
}

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function codeFrom(digest: string): string {
  return Array.from(
    { length: 6 },
    (_, index) => signs[Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16) % signs.length],
  ).join('');
}

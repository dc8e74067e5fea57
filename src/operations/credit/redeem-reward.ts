import { strict as assert } from 'node:assert';
import { startOf } from '../../domain/calendar.js';
import { creditRulesAt } from '../../domain/credit/credit.js';
import { spend, spendable } from '../../domain/credit/credit-balance.js';
import { digestOf } from '../../domain/journal.js';
import { periodEnd } from '../../domain/periods.js';
import { Refusal } from '../../domain/refusal.js';
import { namesMeant } from '../../domain/credit/reward-names.js';
import type { Redemption } from '../../store/credit/redemption.js';
import type { Reward } from '../../store/credit/reward.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { outdateExpiry } from './warn-expiry.js';

interface Redeeming {
  readonly member: MemberView;
  /** What the member wants, in the member's words. */
  readonly item: string;
  readonly quantity: number;
}

interface Redeemed {
  readonly reward: Reward;
  readonly redemption: Redemption;
  /** What the member can still spend. */
  readonly left: number;
}

const mostAtOnce = 99;

/**
 * Reserves something from the catalogue for points: while it is offered and in stock, within the household's share of the
 * quarter, and with points that have not expired. The member gets a code; goods are handed over for it at the counter.
 */
export async function redeemReward(unit: Unit, { member, item, quantity }: Redeeming): Promise<Redeemed> {
  const { now } = unit;
  if (member.householdId === null) throw new Refusal('member.unbound', {});
  if (quantity < 1 || quantity > mostAtOnce) throw new Refusal('reward.quantity', {});

  const reward = await rewardMeant(unit, item, now);
  if (reward.stock < quantity) throw new Refusal('reward.empty', { item: reward.item, stock: reward.stock });
  await ensureShare(unit, { reward, householdId: member.householdId, quantity, now });

  const { points: balance, lots } = spendable(await unit.credit.entries(member.id), now);
  const points = reward.pricePoints * quantity;
  if (balance < points) throw new Refusal('reward.points', { item: reward.item, needed: points, balance });

  const redemption = await unit.credit.keepRedemption({
    rewardId: reward.id,
    memberId: member.id,
    householdId: member.householdId,
    quantity,
    points,
    code: await freeCode(unit),
    at: now,
    state: 'reserved',
    holdsUntil: periodEnd(now, creditRulesAt(now).reserveDays, { movesOffRestDays: false }),
    taken: spend(lots, points).taken.map(lot => ({ points: lot.points, expiresAt: lot.expiresAt.toISOString() })),
  });
  const about = `redemption:${redemption.id}`;
  await unit.credit.add({ memberId: member.id, behaviour: 'redeem', points: -points, score: 0, about, at: now });
  await unit.credit.keepReward({ ...reward, stock: reward.stock - quantity });
  await outdateExpiry(unit, member.id);
  // The code is as good as the goods, so it does not stand in the diary.
  unit.journal.add('credit.redeem', { facts: { reward: reward.id, quantity, points } });

  return { reward, redemption, left: balance - points };
}

/**
 * Points and goods go back to where they came from: points with the day on which they were to expire, goods on the shelf. The
 * journal line of the deed that ends the reservation seals it.
 */
export async function giveBack(
  unit: Unit,
  redemption: Redemption,
  state: 'cancelled' | 'lapsed',
  now: Date,
): Promise<Reward> {
  const { id, memberId, rewardId, quantity, taken } = redemption;
  await unit.credit.keepRedemption(Object.assign(redemption, { state, endedAt: now }));
  for (const { points, expiresAt } of taken ?? []) {
    const back = { points, score: 0, expiresAt: new Date(expiresAt) };
    await unit.credit.add({ memberId, behaviour: 'return', about: `redemption:${id}`, at: now, ...back });
  }
  await outdateExpiry(unit, memberId);
  const reward = await unit.credit.reward(rewardId);
  assert(reward, 'a redemption is of a reward');
  return unit.credit.keepReward({ ...reward, stock: reward.stock + quantity });
}

/** The reward of the catalogue that the words name. */
export async function rewardMeant(unit: Unit, item: string, now: Date): Promise<Reward> {
  const rewards = await unit.credit.rewards();
  const offered = rewards.filter(reward => isOffered(reward, now));
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

/** True while the reward has a price and its time is not over. */
export function isOffered({ pricePoints, validUntil }: Reward, now: Date): boolean {
  return pricePoints > 0 && (validUntil === null || now < validUntil);
}

async function ensureShare(
  unit: Unit,
  { reward, householdId, quantity, now }: { reward: Reward; householdId: number; quantity: number; now: Date },
): Promise<void> {
  const taken = await unit.credit.redemptionsSince(reward.id, householdId, startOf('quarter', now));
  const left = Math.max(0, reward.perQuarter - taken.reduce((sum, redemption) => sum + redemption.quantity, 0));
  if (quantity > left) throw new Refusal('reward.limit', { item: reward.item, perQuarter: reward.perQuarter, left });
}

/** Six digits, easy to read out, made from the message that asked: chance has no place in the record. */
async function freeCode(unit: Unit): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const code = codeFrom(digestOf({ grid: unit.grid.id, messageId: unit.messageId, attempt }));
    if (!(await unit.credit.hasCode(code))) return code;
  }
  assert.fail('no code for the counter is free');
}

function codeFrom(digest: string): string {
  return String(Number.parseInt(digest.slice(0, 12), 16) % 1_000_000).padStart(6, '0');
}

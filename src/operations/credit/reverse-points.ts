import type { Behaviour } from '../../domain/credit/credit.js';
import { spendable } from '../../domain/credit/credit-balance.js';
import { Refusal } from '../../domain/refusal.js';
import type { Member } from '../../store/people/member.js';
import type { PointEntry } from '../../store/credit/point-entry.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { isOwn } from './award-points.js';
import { outdateExpiry } from './warn-expiry.js';

interface Reversing {
  readonly member: MemberView;
  /** The number of the entry. */
  readonly entry: number;
  readonly reason: string;
}

/** Taking part in a decision is never undone, and a payment only when its receipt is (docs/domain.md 10.7). */
const kept: readonly Behaviour[] = ['vote', 'donate', 'redeem', 'return', 'reverse', 'leave'];

/** Reasons that would punish somebody for using a right. */
const redLine =
  /反对|弃权|不同意|[没未不](?:有|去|肯|愿意?)?(?:投票|投钱|捐|认捐|认筹|出钱|交钱|参加(?:表决|投票))|异议|投诉|上访|信访|举报|申诉|提意见/u;

/**
 * Takes an award back, with a reason that its owner is told: by a second entry, never below what is still unspent. Points for
 * voting or giving are never taken back, nor any points for a vote, for not giving, for an objection or a complaint.
 */
export async function reversePoints(
  unit: Unit,
  { member, entry: id, reason }: Reversing,
): Promise<{ entry: PointEntry; reversed: PointEntry; owner: Member }> {
  const { now } = unit;
  const reversed = await unit.credit.entry(id);
  const owner = reversed && (await unit.members.byId(reversed.memberId));
  if (!reversed || !owner) throw new Refusal('points.unknown', { entry: id });
  if (kept.includes(reversed.behaviour) || redLine.test(reason)) throw new Refusal('points.redLine', {});
  if (await isOwn(unit, member, owner)) throw new Refusal('points.own', {});
  if (await unit.credit.reversalOf(id)) throw new Refusal('points.reversed', { entry: id });

  const entry = await takeBack(unit, { reversed, reason, by: member.userid, now });
  unit.journal.add('credit.reverse', { facts: { entry: id } });
  await unit.tell('credit.reversed', { reversed, owner, reason });
  return { entry, reversed, owner };
}

/** The points of a payment go back with its receipt: the money never came. */
export async function reverseDonation(
  unit: Unit,
  { voucher, by, now }: { voucher: number; by: string; now: Date },
): Promise<void> {
  for (const reversed of await unit.credit.about('donate', `receipt:${voucher}`))
    await takeBack(unit, { reversed, reason: `收款凭证${voucher}冲销`, by, now });
}

async function takeBack(
  unit: Unit,
  { reversed, reason, by, now }: { reversed: PointEntry; reason: string; by: string; now: Date },
): Promise<PointEntry> {
  const { memberId, points, id } = reversed;
  const unspent = spendable(await unit.credit.entries(memberId), now).points;
  await outdateExpiry(unit, memberId);
  return unit.credit.add({
    memberId,
    behaviour: 'reverse',
    points: 0 - Math.min(points, unspent),
    score: 0 - points,
    about: `entry:${id}`,
    at: now,
    reversesId: id,
    reason,
    by,
  });
}

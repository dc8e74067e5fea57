import { creditRulesAt } from '../../domain/credit/credit.js';
import { placeWords } from '../../domain/masking.js';
import { Refusal } from '../../domain/refusal.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award, isOwn } from './award-points.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface Granting {
  readonly member: MemberView;
  readonly place: Place;
  /** What only people can judge: goods that were given, a suggestion that stands in the plan. */
  readonly behaviour: 'goods' | 'suggestion';
  readonly points: number;
  readonly reason: string;
}

/** A secretary awards the points that the committee has set, to a household that takes part; never to their own. */
export async function grantPoints(unit: Unit, deed: Granting): Promise<number> {
  const { member, place, behaviour, points, reason } = deed;
  const { now } = unit;
  const { points: most, least = most, perYear } = creditRulesAt(now).lines[behaviour];
  if (points < least || points > most) throw new Refusal('points.range', { least, most });
  const household = await whichHousehold(unit, place);
  const bound = await unit.members.boundTo([household.id]);
  const receiver = bound.find(({ creditSince }) => creditSince !== null);
  if (!receiver) throw new Refusal('points.notJoined', { place: placeWords(household) });
  if (await isOwn(unit, member, receiver)) throw new Refusal('points.own', {});
  const about = `message:${unit.messageId}`;
  const given = await award(unit, {
    memberId: receiver.id,
    behaviour,
    about,
    amount: points,
    by: member,
    reason,
    now,
  });
  if (given === 0) throw new Refusal('points.full', { most: perYear });
  unit.journal.add('credit.award', { facts: { behaviour, points: given } });
  await unit.tell('credit.awarded', { receiver, points: given, reason });
  return given;
}

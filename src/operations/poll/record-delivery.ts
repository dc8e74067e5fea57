import { isWithin, scopeWords } from '../../domain/plan/scope.js';
import { Refusal } from '../../domain/refusal.js';
import type { DeliveryMethod } from '../../store/poll/delivery.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { ensureOpen, whichPoll } from './which-poll.js';

export const deliveryMethods: Readonly<Record<DeliveryMethod, string>> = {
  hand: '当面',
  door: '两人见证贴门',
  mail: '挂号信',
  sms: '短信',
  chat: '群聊',
  board: '公示栏',
};

/** Records that a ballot reached a household: silence may count only where adopted rules say so, and only of the reached (docs/domain.md 7.5, 7.9). */
export async function recordDelivery(
  unit: Unit,
  {
    member,
    no,
    place,
    method,
  }: {
    member: MemberView;
    no: number | undefined;
    place: Place;
    method: DeliveryMethod;
  },
): Promise<{ poll: Poll; household: Household; reached: number }> {
  const poll = await whichPoll(unit, no);
  ensureOpen(poll, unit.now);
  const household = await whichHousehold(unit, place);
  if (!isWithin(poll.scope, household))
    throw new Refusal('poll.outOfScope', { no: poll.no, scope: scopeWords(poll.scope) });
  const before = await unit.papers.deliveries(poll.id);
  const delivery = {
    gridId: unit.grid.id,
    pollId: poll.id,
    householdId: household.id,
    method,
    byId: member.id,
    at: unit.now,
  };
  await unit.papers.keepDelivery(delivery);
  unit.journal.add('poll.deliver', { facts: { no: poll.no, method } });
  return { poll, household, reached: new Set([...before.map(({ householdId }) => householdId), household.id]).size };
}

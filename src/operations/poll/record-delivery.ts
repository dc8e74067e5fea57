import { isWithin, scopeWords } from '../../domain/plan/scope.js';
import { Refusal } from '../../domain/refusal.js';
import type { DeliveryMethod } from '../../store/poll/delivery.js';
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

/** Records that a ballot reached these households: silence may count only where adopted rules say so, and only of the reached (docs/domain.md 7.5, 7.9). */
export async function recordDelivery(
  unit: Unit,
  {
    member,
    no,
    places,
    method,
  }: {
    member: MemberView;
    no: number | undefined;
    places: readonly Place[];
    method: DeliveryMethod;
  },
): Promise<{ poll: Poll; recorded: number; reached: number }> {
  const poll = await whichPoll(unit, no);
  ensureOpen(poll, unit.now);
  const homes = new Set<number>();
  for (const place of places) {
    const household = await whichHousehold(unit, place);
    if (!isWithin(poll.scope, household))
      throw new Refusal('poll.outOfScope', { no: poll.no, scope: scopeWords(poll.scope) });
    homes.add(household.id);
  }
  const before = await unit.papers.deliveries(poll.id);
  const delivery = { gridId: unit.grid.id, pollId: poll.id, method, byId: member.id, at: unit.now };
  for (const householdId of homes) await unit.papers.keepDelivery({ ...delivery, householdId });
  unit.journal.add('poll.deliver', { facts: { no: poll.no, method } });
  const reached = new Set([...before.map(({ householdId }) => householdId), ...homes]);
  return { poll, recorded: homes.size, reached: reached.size };
}

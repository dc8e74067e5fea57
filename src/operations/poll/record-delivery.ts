import { dayMs } from '../../domain/calendar.js';
import type { Picture } from '../../domain/picture.js';
import { isWithin, scopeWords } from '../../domain/plan/scope.js';
import { hasSilenceRule } from '../../domain/poll/silence-words.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { DeliveryMethod } from '../../store/poll/delivery.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { evidenceFor } from '../evidence-for.js';
import { ensureOpen, whichPoll } from './which-poll.js';

export const deliveryMethods: Readonly<Record<DeliveryMethod, string>> = {
  hand: '当面',
  door: '两人见证贴门',
  mail: '挂号信',
  sms: '短信',
  chat: '群聊',
  board: '公示栏',
};

/** What leaves something that a picture can show. */
const methodsSeen: readonly DeliveryMethod[] = ['door', 'mail', 'board'];

/** Records that a ballot reached these households: silence may count only where adopted rules say so, and only of the reached (docs/domain.md 7.5, 7.9). */
export async function recordDelivery(
  unit: Unit,
  {
    member,
    no,
    places,
    method,
    pictures = [],
  }: {
    member: MemberView;
    no: number | undefined;
    places: readonly Place[];
    method: DeliveryMethod;
    pictures?: readonly Picture[];
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
  const photo = hasSilenceRule(poll) ? await proofOf(unit, poll, { member, method, pictures }) : null;
  const delivery = { gridId: unit.grid.id, pollId: poll.id, method, byId: member.id, at: unit.now, photo };
  for (const householdId of homes) await unit.papers.keepDelivery({ ...delivery, householdId });
  unit.journal.add('poll.deliver', { facts: { no: poll.no, method } });
  const reached = new Set([...before.map(({ householdId }) => householdId), ...homes]);
  return { poll, recorded: homes.size, reached: reached.size };
}

/**
 * Where silence counts, being reached is proved: nobody is reached by a word in a group, nor on the last day, nor by a notice on the
 * board that hangs for less than five days; and what was left at a door, sent or put up is seen on a picture (docs/domain.md 7.5, 7.9).
 */
async function proofOf(
  unit: Unit,
  poll: Poll,
  { member, method, pictures }: { member: MemberView; method: DeliveryMethod; pictures: readonly Picture[] },
): Promise<string | null> {
  const { no, closesAt } = poll;
  if (method === 'chat' || method === 'sms') throw new Refusal('deliver.noProof', { no });
  const { undeliverableDays } = rulesAt(unit.now);
  const until = new Date(closesAt.getTime() - (method === 'board' ? undeliverableDays : 1) * dayMs);
  if (unit.now > until) throw new Refusal('deliver.tooLate', { no, until });
  if (!methodsSeen.includes(method)) return null;
  const what = `${deliveryMethods[method]}的表决票`;
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what, now: unit.now });
  await unit.evidence.use(evidence, `deliver:${no}`);
  return evidence.digest;
}

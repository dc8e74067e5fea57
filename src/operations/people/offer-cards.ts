import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';
import { householdsForCards } from './household-codes.js';

const openMs = 30 * 60_000;

/** A link that prints the cards of a building once, for whoever may; hands back how many. Nothing changes until it is used. */
export async function offerCards(
  unit: Unit,
  given: { member: MemberView; building: string; secret: string },
): Promise<number> {
  const { member, building, secret } = given;
  const { now } = unit;
  const { length } = await householdsForCards(unit, member, building);
  const expiresAt = new Date(now.getTime() + openMs);
  const { userid } = member;
  await unit.identities.offer({
    purpose: 'cards',
    userid,
    gridId: unit.grid.id,
    about: building,
    secret,
    now,
    expiresAt,
  });
  unit.journal.add('member.cardslink', { facts: { building } });
  return length;
}

import { Refusal } from '../../domain/refusal.js';
import type { RoleCard } from '../../store/people/role-card.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';

interface Deed {
  readonly member: MemberView;
}

/** Somebody with a role writes down a promise. New words want a new consent, so the card is hidden until then. */
export async function writePromise(unit: Unit, { member, promise }: Deed & { promise: string }): Promise<RoleCard> {
  const card = (await unit.roleCards.of(member.id)) ?? { memberId: member.id };
  const kept = await unit.roleCards.keep(Object.assign(card, { promise, shownAt: null, namedAt: null }));
  unit.journal.add('role.promise');
  return kept;
}

/** The member agrees to show the card, under the whole name or the masked one (PIPL Arts. 14, 25). */
export async function showCard(unit: Unit, { member, isNamed }: Deed & { isNamed: boolean }): Promise<RoleCard> {
  const card = await cardOf(unit, member);
  await unit.roleCards.keep(Object.assign(card, { shownAt: unit.now, namedAt: isNamed ? unit.now : null }));
  unit.journal.add('role.show');
  return card;
}

/** The consent is taken back: the card is gone from the board at once. */
export async function hideCard(unit: Unit, { member }: Deed): Promise<void> {
  const card = await cardOf(unit, member);
  await unit.roleCards.keep(Object.assign(card, { shownAt: null, namedAt: null }));
  unit.journal.add('role.hide');
}

async function cardOf(unit: Unit, { id }: MemberView): Promise<RoleCard> {
  const card = await unit.roleCards.of(id);
  if (!card) throw new Refusal('card.none', {});
  return card;
}

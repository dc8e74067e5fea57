import { worksStates } from '../../domain/lifecycle.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';
import type { Offer } from '../../store/pledge/offer.js';
import type { Project } from '../../store/proposal/project.js';
import { whichProject } from '../which-project.js';

/** From the decision to the acceptance. */
const states = ['pledging', 'collecting', 'funded', ...worksStates] as const;

/**
 * Something that a company or a charity gave in kind has come (docs/domain.md 3, 6.2). It has its own record and number, no value in money, and never
 * enters the ledger.
 */
export async function receiveGift(
  unit: Unit,
  gift: { member: MemberView; no: number; what: string; giver: string },
): Promise<{ project: Project; offer: Offer; nth: number }> {
  const { member, no, what, giver } = gift;
  const project = await whichProject(unit, { no, states, deed: '收捐物' });
  const offer = await unit.ledger.keepOffer({
    projectId: project.id,
    householdId: 0,
    giver,
    memberId: member.id,
    kind: 'goods',
    what,
    quantity: null,
    minutes: null,
    at: unit.now,
    cancelledAt: null,
    fulfilledAt: unit.now,
    fulfilledById: member.id,
  });
  const nth = (await unit.ledger.offers(project.id)).length;
  unit.journal.add('gift.receive', { facts: { no, gift: nth, what, giver } });
  await unit.tell('pledge.gift', { project, what, giver, nth });
  return { project, offer, nth };
}

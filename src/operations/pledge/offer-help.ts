import { strict as assert } from 'node:assert';
import { Refusal } from '../../domain/refusal.js';
import { givingStates } from '../../domain/lifecycle.js';
import type { Offer } from '../../store/pledge/offer.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { projectInScope } from '../which-project.js';

interface NewOffer {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly kind: 'goods' | 'labour';
  readonly what: string | undefined;
  readonly quantity?: number;
  readonly minutes?: number;
}

const quantityMost = 100_000;
const minutesMost = 60_000;

/** Records a promise of goods or labour. It gets a record and a thank-you, and never enters the ledger (docs/domain.md 3). */
export async function offerHelp(unit: Unit, offer: NewOffer): Promise<{ project: Project; offer: Offer }> {
  const { member, no, kind, what, quantity, minutes } = offer;
  assert(member.householdId !== null, 'only bound members offer help');
  const isTooMuch =
    (quantity ?? 1) < 1 || (quantity ?? 1) > quantityMost || (minutes ?? 1) < 1 || (minutes ?? 1) > minutesMost;
  if (isTooMuch) throw new Refusal('offer.tooMuch', { what: what ?? '出工' });
  // Help is welcome from the approved plan until the works are done.
  const project = await projectInScope(unit, {
    no,
    states: givingStates,
    deed: kind === 'goods' ? '捐物' : '出工',
    household: member.household,
  });
  const kept = await unit.ledger.keepOffer({
    projectId: project.id,
    householdId: member.householdId,
    memberId: member.id,
    kind,
    what: what ?? null,
    quantity: quantity ?? null,
    minutes: minutes ?? null,
    at: unit.now,
    cancelledAt: null,
  });
  unit.journal.add(`pledge.${kind}`, { facts: { no: project.no, quantity, minutes } });
  return { project, offer: kept };
}

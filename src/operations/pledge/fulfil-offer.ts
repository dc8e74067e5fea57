import { isOwnHome } from '../../domain/people/bond.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { Offer } from '../../store/pledge/offer.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { buildingsOf } from '../poll/list-visits.js';

/** One promise of goods or labour, with the number it goes by within its project. */
interface Numbered {
  readonly nth: number;
  readonly offer: Offer;
  readonly home: Household | null;
}

/** What was promised to a project in goods and labour and not taken back, of the buildings that the asker leads. */
export async function offersToMeet(
  unit: Unit,
  { member, no }: { member: MemberView; no: number },
): Promise<{ project: Project; list: Numbered[]; isOfBuildings: boolean }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const own = buildingsOf(member);
  const homes = new Map((await unit.members.households()).map(home => [home.id, home]));
  const list = (await unit.ledger.offers(project.id))
    .map((offer, index) => ({ nth: index + 1, offer, home: homes.get(offer.householdId) ?? null }))
    .filter(({ offer, home }) => offer.cancelledAt === null && (!own || (home !== null && own.has(home.building))));
  return { project, list, isOfBuildings: own !== null };
}

/**
 * A leader who saw it records that promised goods came or promised work was done (docs/domain.md 8.2). It has its own record and never
 * enters the ledger; afterwards it cannot be taken back. Nobody does so for the own household.
 */
export async function fulfilOffer(
  unit: Unit,
  { member, no, nth }: { member: MemberView; no: number; nth: number },
): Promise<{ project: Project; offer: Offer; left: number }> {
  const { project, list } = await offersToMeet(unit, { member, no });
  const all = await unit.ledger.offers(project.id);
  const found = list.find(one => one.nth === nth);
  if (!found) throw new Refusal(all[nth - 1]?.cancelledAt ? 'offer.fulfilled' : 'offer.unknown', { no, offer: nth });
  const { offer } = found;
  if (offer.fulfilledAt !== null) throw new Refusal('offer.fulfilled', { no, offer: nth });
  if (isOwnHome(member, offer.householdId) || offer.memberId === member.id) throw new Refusal('offer.own', {});
  await unit.ledger.keepOffer(Object.assign(offer, { fulfilledAt: unit.now, fulfilledById: member.id }));
  unit.journal.add('pledge.fulfil', { facts: { no, offer: nth } });
  await unit.tell('pledge.fulfilled', { project, offer });
  const left = all.filter(one => one.cancelledAt === null && one.fulfilledAt === null && one.id !== offer.id).length;
  return { project, offer, left };
}

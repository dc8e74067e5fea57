import { strict as assert } from 'node:assert';
import { Refusal } from '../../domain/refusal.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { Offer } from '../../store/pledge/offer.js';
import type { Project } from '../../store/proposal/project.js';
import { release } from './cancel-pledge.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { checkFunding } from './check-funding.js';
import { saysFor } from './says-for.js';

interface LastPromise {
  readonly member: MemberView;
  readonly no: number;
  /** A sum in fen, or the help that was offered last. */
  readonly what: { readonly amountFen: number } | { readonly offer: Offer };
}

/** Takes back the one promise that a member made last, and leaves what the household promised before (docs/domain.md 8.2). */
export async function undoLastPromise(unit: Unit, { member, no, what }: LastPromise): Promise<Project> {
  const { householdId } = member;
  assert(householdId !== null, 'only bound members have promises');
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  if ('amountFen' in what) {
    await takeBack(unit, { project, householdId, amountFen: what.amountFen });
  } else {
    await unit.ledger.keepOffer(Object.assign(what.offer, { cancelledAt: unit.now }));
  }
  const { turn, summary } = await checkFunding(unit, project, unit.now);
  const facts = { no, amountFen: 'amountFen' in what ? what.amountFen : 0, offers: 'offer' in what ? 1 : 0 };
  unit.journal.add('pledge.cancel', { facts });
  await unit.tell('funds.turned', { project, turn, summary });
  return project;
}

/** So much of what the household promised and has not paid; refused where it stands no more, or was paid. */
async function takeBack(
  unit: Unit,
  what: { readonly project: Project; readonly householdId: number; readonly amountFen: number },
): Promise<void> {
  const { id, no } = what.project;
  const { promisedFen, paidFen } = await unit.ledger.standingOf(id, what.householdId);
  if (promisedFen === 0) throw new Refusal('pledge.none', { no });
  if (promisedFen - paidFen < what.amountFen) throw new Refusal('pledge.paid', { no });
  await release(unit, what);
}

interface SaidFor extends Pick<LastPromise, 'member' | 'no'> {
  readonly home: Place;
  readonly amountFen: number;
}

/**
 * Takes back the one promise that a leader said for a home just before, and nothing that the home promised itself. It hears of it. Null where
 * this member says nothing for that home: who gives for a neighbour promises for the own one.
 */
export async function undoSaidFor(
  unit: Unit,
  { member, no, home: place, amountFen }: SaidFor,
): Promise<Household | null> {
  const home = await whichHousehold(unit, place);
  if (!saysFor(member, home)) return null;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  await takeBack(unit, { project, householdId: home.id, amountFen });
  const { turn, summary } = await checkFunding(unit, project, unit.now);
  unit.journal.add('pledge.cancel', { facts: { no, amountFen, offers: 0, proxy: true } });
  await unit.tell('pledge.withdrawn', { project, beneficiaries: [home.id] });
  await unit.tell('funds.turned', { project, turn, summary });
  return home;
}

/** The help that a member offered last in a project and that has neither come nor been taken back. */
export async function lastOffer(
  unit: Unit,
  member: MemberView,
  no: number,
  kind: Offer['kind'],
): Promise<Offer | null> {
  const project = await unit.projects.byNo(no);
  if (!project) return null;
  const own = await ownOffers(unit, member, project.id);
  return own.findLast(offer => offer.kind === kind) ?? null;
}

/** Takes back the help of that name that a member offered in a project; what has come stays. */
export async function undoOffer(
  unit: Unit,
  { member, no, offered }: { readonly member: MemberView; readonly no: number; readonly offered: string },
): Promise<Offer> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const offer = (await ownOffers(unit, member, project.id)).findLast(({ what }) => (what ?? '出工') === offered);
  if (!offer) throw new Refusal('pledge.none', { no });
  await undoLastPromise(unit, { member, no, what: { offer } });
  return offer;
}

async function ownOffers(unit: Unit, member: MemberView, projectId: number): Promise<Offer[]> {
  return (await unit.ledger.offers(projectId)).filter(
    offer => offer.memberId === member.id && !offer.cancelledAt && !offer.fulfilledAt,
  );
}

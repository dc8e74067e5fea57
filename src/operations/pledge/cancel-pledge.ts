import { strict as assert } from 'node:assert';
import { movedTo, paidIn } from '../../domain/funds/ledger.js';
import { cancelPostings } from '../../domain/funds/postings.js';
import { Refusal } from '../../domain/refusal.js';
import { givingStates } from '../../domain/lifecycle.js';
import type { Household } from '../../store/people/household.js';
import type { Offer } from '../../store/pledge/offer.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { outdateNotices } from './waiting-notices.js';
import { checkFunding } from './check-funding.js';
import { saysFor } from './says-for.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface Cancelling {
  readonly member: MemberView;
  readonly no: number | undefined;
  /** The household for which a leader said it; of everybody else it is the own promise. */
  readonly beneficiary?: Place | undefined;
}

interface Cancelled {
  readonly project: Project;
  readonly amountFen: number;
  readonly offers: readonly Offer[];
  /** The household for which a leader took it back; null where it is the own one. */
  readonly saidFor: Household | null;
}

interface Standing extends Omit<Cancelled, 'saidFor'> {
  readonly paidFen: number;
}

/** Takes back what a household promised and has not paid. Voluntary promises may be withdrawn until paid (docs/domain.md 8.2). */
export async function cancelPledge(unit: Unit, { member, no, beneficiary }: Cancelling): Promise<Cancelled> {
  const home = beneficiary ? await whichHousehold(unit, beneficiary) : null;
  const saidFor = home && saysFor(member, home) ? home : null;
  const householdId = saidFor?.id ?? member.householdId;
  assert(householdId !== null, 'only bound members have pledges');
  const { project, amountFen, offers, paidFen } = await whichStanding(unit, householdId, no);
  if (amountFen === 0 && offers.length === 0) {
    throw paidFen > 0 ? new Refusal('pledge.paid', { no: project.no }) : new Refusal('pledge.none', { no: project.no });
  }
  if (amountFen > 0) await release(unit, { project, householdId, amountFen });
  for (const offer of offers) await unit.ledger.keepOffer(Object.assign(offer, { cancelledAt: unit.now }));
  const beneficiaries = amountFen > 0 ? await beneficiariesOf(unit, project, householdId) : [];
  if (saidFor) beneficiaries.push(saidFor.id);
  const { turn, summary } = await checkFunding(unit, project, unit.now);
  unit.journal.add('pledge.cancel', {
    facts: { no: project.no, amountFen, offers: offers.length, ...(saidFor ? { proxy: true } : {}) },
  });
  if (beneficiaries.length > 0) await unit.tell('pledge.withdrawn', { project, beneficiaries });
  await unit.tell('funds.turned', { project, turn, summary });
  return { project, amountFen, offers, saidFor };
}

/** The households that a promise stood for besides the own one. */
export async function beneficiariesOf(unit: Unit, { id }: Project, householdId: number): Promise<number[]> {
  const notes = await unit.ledger.notesOf(id, householdId);
  return [...new Set(notes.flatMap(({ beneficiaryId }) => (beneficiaryId === null ? [] : [beneficiaryId])))];
}

interface Release {
  readonly project: Project;
  readonly householdId: number;
  readonly amountFen: number;
  /** Said only where it is somebody else than who began the unit of work. */
  readonly by?: string;
}

/** Posts a promise back, and lets no reminder of it wait. The entry is linked to the household's latest pledge. */
export async function release(unit: Unit, { project, householdId, amountFen, by }: Release): Promise<void> {
  const pledges = (await unit.ledger.entriesOf(project.id, householdId)).filter(({ kind }) => kind === 'pledge');
  await unit.ledger.post({
    projectId: project.id,
    kind: 'pledge.cancel',
    postings: cancelPostings(amountFen),
    why: '撤回认捐',
    ...(by === undefined ? {} : { by }),
    householdId,
    reversesId: pledges.at(-1)?.id ?? null,
  });
  await outdateNotices(unit, project.id, [householdId]);
}

async function whichStanding(unit: Unit, householdId: number, no: number | undefined): Promise<Standing> {
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    return standingIn(unit, project, householdId);
  }
  const projects = await unit.projects.inStates(givingStates);
  const standing: Standing[] = [];
  for (const project of projects) standing.push(await standingIn(unit, project, householdId));
  const [only, ...others] = standing.filter(({ amountFen, offers }) => amountFen > 0 || offers.length > 0);
  if (others.length > 0 && only) {
    throw new Refusal('project.several', {
      deed: '撤回认捐',
      choices: [only, ...others].map(({ project }) => ({ no: project.no, title: project.title })),
    });
  }
  const paid = standing.find(({ paidFen }) => paidFen > 0);
  if (!only && !paid) throw new Refusal('project.none', { deed: '撤回认捐' });
  return (only ?? paid) as Standing;
}

/** What a household can still take back: money promised and not yet paid, and help neither given yet nor taken back. */
async function standingIn(unit: Unit, project: Project, householdId: number): Promise<Standing> {
  const entries = await unit.ledger.entriesOf(project.id, householdId);
  const paidFen = paidIn(entries);
  const amountFen = Math.max(0, movedTo('promised', entries) - paidFen);
  const offers = (await unit.ledger.offers(project.id)).filter(
    offer => offer.householdId === householdId && offer.cancelledAt === null && offer.fulfilledAt === null,
  );
  return { project, amountFen, offers, paidFen };
}

import { type FundingTurn, type Source, type Summary, receiptPostings } from '../domain/ledger.js';
import { mostFen } from '../domain/money.js';
import { Refusal } from '../domain/refusal.js';
import type { Household } from '../store/entities/household.js';
import type { LedgerEntry } from '../store/entities/ledger-entry.js';
import type { Project } from '../store/entities/project.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';
import { checkFunding } from './check-funding.js';
import { whichProject } from './which-project.js';

export interface NewReceipt {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly amountFen: number;
  /** What is known of the household that paid; none for money of another source. */
  readonly payer: Payer | undefined;
  readonly source: Source | undefined;
  readonly now: Date;
  readonly messageId: string;
}

export interface Payer {
  /** As the cashier said it. */
  readonly said: string;
  readonly building?: number;
  readonly unit?: number;
  readonly room?: string;
  readonly name?: string;
}

export interface Received {
  readonly project: Project;
  readonly entry: LedgerEntry;
  readonly source: Source;
  readonly household: Household | null;
  /** The payer's accounts, to be told in private. */
  readonly payers: readonly string[];
  readonly summary: Summary;
  readonly turn: FundingTurn;
}

/** Money that came in must be recordable from the pledge round to the settlement. */
const states = [
  'pledging',
  'collecting',
  'funded',
  'in_progress',
  'completed_pending_acceptance',
  'rectification',
  'accepted',
] as const;

/** The cashier records money that came in: from a household of the roster, or from a named source (domain.md 8.3). */
export async function recordReceipt(unit: Unit, receipt: NewReceipt): Promise<Received> {
  const { member, no, amountFen, payer, now, messageId } = receipt;
  if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const project = await whichProject(unit, { no, states, deed: '收款' });
  if (!payer && !receipt.source) throw new Refusal('money.whoseMoney', {});
  const source = receipt.source ?? 'residents';
  const household = payer && source === 'residents' ? await payingHousehold(unit, payer) : null;

  if (source === 'carried') await ensureHandedOn(unit, amountFen);
  const entry = await unit.ledger.post({
    projectId: project.id,
    kind: 'receipt',
    postings: receiptPostings(source, amountFen),
    why: '收款',
    by: member.userid,
    at: now,
    householdId: household?.id ?? null,
    reversesId: null,
    messageId,
  });
  const payers = household ? await unit.members.boundTo([household.id]) : [];
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('funds.receive', {
    by: member.userid,
    at: now,
    messageId,
    facts: { no: project.no, voucher: entry.no, source, amountFen },
  });
  return { project, entry, source, household, payers: payers.map(({ userid }) => userid), summary, turn };
}

/** A project takes over no more than others of the grid have handed on to the next one (domain.md 8.6). */
async function ensureHandedOn(unit: Unit, amountFen: number): Promise<void> {
  const leftFen = await unit.ledger.handedOn();
  if (amountFen > leftFen) throw new Refusal('carried.tooMuch', { leftFen });
}

/** The one household of the roster that fits what was said: its address, or a name that only one household has. */
async function payingHousehold(unit: Unit, { said, building, unit: entrance, room, name }: Payer): Promise<Household> {
  const address = { ...(entrance === undefined ? {} : { unit: entrance }), ...(room === undefined ? {} : { room }) };
  const there =
    building === undefined ? await unit.members.present() : await unit.members.householdsAt({ building, ...address });
  const fitting = name === undefined ? there : await namedSo(unit, there, name);
  const [only, ...others] = room === undefined && name === undefined ? [] : fitting;
  if (others.length > 0) throw new Refusal('money.payerSeveral', { payer: said });
  if (!only) throw new Refusal('money.payerUnknown', { payer: said });
  return only;
}

async function namedSo(unit: Unit, households: readonly Household[], name: string): Promise<Household[]> {
  const members = await unit.members.boundTo(households.map(({ id }) => id));
  const theirs = new Set(members.filter(member => member.name === name).map(({ householdId }) => householdId));
  return households.filter(household => household.owners.includes(name) || theirs.has(household.id));
}

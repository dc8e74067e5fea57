import { speaksFor } from '../../domain/people/bond.js';
import { isCommitted, preconditions } from '../../domain/plan/funding-plan.js';
import { type Source, type Summary, movedTo, sources, summaryOf } from '../../domain/funds/ledger.js';
import { pledgePostings, receiptPostings } from '../../domain/funds/postings.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { mostFen } from '../../domain/money.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { Refusal } from '../../domain/refusal.js';
import { isWithin } from '../../domain/plan/scope.js';
import type { Household } from '../../store/people/household.js';
import type { ReceiptFacts } from '../../store/notice/fact-parts.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureWithinDecision } from '../plan/decision-bounds.js';
import { release } from '../pledge/cancel-pledge.js';
import { checkFunding } from '../pledge/check-funding.js';
import { ensureNotPastFund } from '../market/grant-money.js';
import { note } from '../pledge/pledge-money.js';
import { outdateNotices } from '../pledge/waiting-notices.js';
import { whichProject } from '../which-project.js';

interface NewReceipt {
  readonly no: number | undefined;
  readonly amountFen: number;
  /** What is known of the household that paid; none for money of another source. */
  readonly payer: Payer | undefined;
  /** The household that it was paid for, where it is another one than the payer's. */
  readonly beneficiary?: Payer | undefined;
  readonly source: Source | undefined;
}

export interface Payer {
  /** As the cashier said it. */
  readonly said: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
  readonly name?: string;
}

export interface Received extends ReceiptFacts {
  readonly source: Source;
  readonly summary: Summary;
  /** Why it should be looked at again before it is kept; empty where nothing is odd. */
  readonly doubts: readonly ReceiptDoubt[];
}

/** The same money within minutes or once all that was promised is paid, or money of a household that the project does not concern and that promised nothing. */
type ReceiptDoubt =
  | { readonly kind: 'again'; readonly voucher: number; /** Where it was not just now. */ readonly at?: Date }
  | { readonly kind: 'outside' };

/** A receipt that is typed twice is typed twice soon. */
const againMs = 10 * 60_000;

/** The cashier records money that came in: from a household of the roster, or from a named source (docs/domain.md 8.3). */
export async function recordReceipt(unit: Unit, receipt: NewReceipt): Promise<Received> {
  const { no, amountFen, payer } = receipt;
  const { now } = unit;
  if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const project = await whichProject(unit, { no, states: moneyStates, deed: '收款' });
  if (!payer && !receipt.source) throw new Refusal('money.whoseMoney', {});
  const source = receipt.source ?? 'residents';
  const household = payer && source === 'residents' ? await payingHousehold(unit, payer) : null;
  const other = household && receipt.beneficiary ? await payingHousehold(unit, receipt.beneficiary) : null;
  const beneficiary = other?.id === household?.id ? null : other;
  if (source === 'residents') await ensureCollecting(unit, project);
  else await ensureUsable(unit, project, { source, amountFen });
  await ensureNotPastFund(unit, project.no, source);
  if (household && beneficiary) await takeOver(unit, { ...receipt, project, household, beneficiary });

  if (source === 'carried') await ensureHandedOn(unit, amountFen);
  const doubts = await doubtsOf(unit, { project, household, source, amountFen, now });
  const entry = await unit.ledger.post({
    projectId: project.id,
    kind: 'receipt',
    postings: receiptPostings(source, amountFen),
    why: '收款',
    householdId: household?.id ?? null,
  });
  if (household) await outdateNotices(unit, project.id, [household.id]);
  const payers = household ? await unit.members.boundTo([household.id]) : [];
  if (household && beneficiary)
    await note(unit, { project, entry, householdId: household.id, beneficiaryId: beneficiary.id, unnamed: false, now });
  const notes = household ? await unit.ledger.notesOf(project.id, household.id) : [];
  const unnamed = notes.some(one => one.unnamed === 1);
  const standing = household ? await unit.ledger.standingOf(project.id, household.id) : null;
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('funds.receive', { facts: { no: project.no, voucher: entry.no, source, amountFen } });
  const people = payers.map(({ userid }) => userid);
  const facts = { project, entry, amountFen, household, beneficiary, standing, unnamed, payers: people };
  await unit.tell('funds.received', facts);
  await unit.tell('funds.turned', { project, turn, summary });
  return { ...facts, source, summary, doubts };
}

/** What the cashier is asked about before it is kept. */
async function doubtsOf(
  unit: Unit,
  {
    project,
    household,
    source,
    amountFen,
    now,
  }: { project: Project; household: Household | null; source: Source; amountFen: number; now: Date },
): Promise<ReceiptDoubt[]> {
  const doubts: ReceiptDoubt[] = [];
  const earlier = household
    ? await unit.ledger.entriesOf(project.id, household.id)
    : await unit.ledger.entries(project.id, ['receipt', 'reverse']);
  const reversed = new Set(earlier.map(({ reversesId }) => reversesId));
  const again = earlier.findLast(
    one =>
      one.kind === 'receipt' &&
      movedTo(`received/${source}`, [one]) === amountFen &&
      one.householdId === (household?.id ?? null) &&
      !reversed.has(one.id),
  );
  const isNow = again !== undefined && now.getTime() - again.at.getTime() <= againMs;
  const isOutside = household !== null && !isWithin(project.scope, household);
  const wants = household && ((again && !isNow) || isOutside);
  const { promisedFen, paidFen } = wants
    ? await unit.ledger.standingOf(project.id, household.id)
    : { promisedFen: 0, paidFen: 0 };
  const isPaidUp = promisedFen > 0 && paidFen >= promisedFen;
  if (again && (isNow || isPaidUp))
    doubts.push({ kind: 'again', voucher: again.no, ...(isNow ? {} : { at: again.at }) });
  if (isOutside && promisedFen === 0) doubts.push({ kind: 'outside' });
  return doubts;
}

/**
 * Nothing is collected from residents before their promises reach what was asked for (docs/domain.md 4.1). Where their money has come in
 * already and a promise was taken back later, what comes in is still recorded.
 */
export async function ensureCollecting(unit: Unit, project: Project): Promise<void> {
  if (project.state !== 'pledging') return;
  const balances = await unit.ledger.balances(project.id);
  if ((balances['outside/residents'] ?? 0) < 0) return;
  const summary = summaryOf(balances);
  const { toTarget } = missingFen(project, summary);
  const { pledgedFen } = summary;
  throw new Refusal('receipt.tooEarly', { no: project.no, pledgedFen, targetFen: pledgedFen + toTarget });
}

/** Owners' money is used only when the owners have decided so, and no decided money beyond its decision (docs/domain.md 6.3). */
async function ensureUsable(
  unit: Unit,
  project: Project,
  { source, amountFen }: { source: Source; amountFen: number },
): Promise<void> {
  const { id, no, fundingPlan, emergency } = project;
  // Danger and urgent repair: the fund may be used before any vote, within what was declared (淄博市物业管理条例 Arts. 66-67).
  if (source === 'maintenance_fund' && emergency?.startedAt) {
    const balances = await unit.ledger.balances(id);
    if (amountFen - (balances['outside/maintenance_fund'] ?? 0) > emergency.capFen)
      throw new Refusal('emergency.overCap', { no, capFen: emergency.capFen });
    return;
  }
  const needsVote = preconditions[source].needs === 'vote';
  if (needsVote && !(fundingPlan && isCommitted(fundingPlan, source)))
    throw new Refusal('funding.notCommitted', { no, source: sources[source] });
  await ensureWithinDecision(unit, project, { source, amountFen });
}

/**
 * Who pays for a household that has promised itself takes its promise over, so that the money is the payer's, and goes back to the
 * payer, while the promise is kept (docs/domain.md 8.3). A promise of the payer's own stays as open as it was: the money was said to be for
 * the other household.
 */
async function takeOver(
  unit: Unit,
  deed: {
    project: Project;
    household: Household;
    beneficiary: Household;
    amountFen: number;
  },
): Promise<void> {
  const { project, household, beneficiary, amountFen } = deed;
  const theirs = await unit.ledger.standingOf(project.id, beneficiary.id);
  const movedFen = Math.min(amountFen, theirs.promisedFen - theirs.paidFen);
  if (movedFen <= 0) return;
  await release(unit, { project, householdId: beneficiary.id, amountFen: movedFen });
  await unit.ledger.post({
    projectId: project.id,
    kind: 'pledge',
    postings: pledgePostings(movedFen),
    why: '代另一户认捐',
    householdId: household.id,
  });
}

/** A project takes over no more than others of the grid have handed on to the next one (docs/domain.md 8.6). */
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
  const called = members.filter(member => member.name === name);
  return households.filter(
    household => household.owners.includes(name) || called.some(member => speaksFor(member, household)),
  );
}

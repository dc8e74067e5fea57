import { type Summary, summaryOf } from '../../domain/funds/ledger.js';
import { reconcilePostings } from '../../domain/funds/postings.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { checkFunding } from '../pledge/check-funding.js';
import { rewardReceipts } from '../credit/reward-receipts.js';
import { whichProject } from '../which-project.js';

/** Money that came in may wait for the bookkeeper at any of these steps. */
const states = [...moneyStates, 'settlement_published', 'cancelled', 'funding_failed'] as const;

/** What the cashier recorded and the bookkeeper has not yet held against the bank's list, oldest first. */
export async function pendingReceipts(unit: Unit, project: Pick<Project, 'id'>): Promise<LedgerEntry[]> {
  const entries = await unit.ledger.entries(project.id, ['receipt', 'reconcile', 'reverse']);
  const done = new Set(entries.flatMap(({ covers }) => covers ?? []));
  const reversed = new Set(entries.flatMap(({ kind, reversesId }) => (kind === 'reverse' ? [reversesId] : [])));
  return entries.filter(
    ({ kind, no, id, postings }) =>
      kind === 'receipt' && !done.has(no) && !reversed.has(id) && postings.some(({ to }) => to.startsWith('received/')),
  );
}

interface Reconciling {
  readonly member: MemberView;
  readonly no: number | undefined;
  /** The sum that the bookkeeper found on the bank's list, in fen. */
  readonly amountFen: number;
}

/**
 * The bookkeeper confirms that what was recorded is there, by naming the sum. Only then does it count as received
 * (docs/domain.md 8.3); who recorded it cannot confirm it (会计法 Art. 35).
 */
export async function reconcileReceipts(
  unit: Unit,
  { member, no, amountFen }: Reconciling,
): Promise<{ project: Project; entry: LedgerEntry; count: number; summary: Summary }> {
  const { now } = unit;
  const project = await whichProject(unit, { no, states, deed: '对账' });
  const { no: named } = project;
  const { entry, pending } = await confirmPending(unit, project.id, { member, amountFen }, pendingFen =>
    pendingFen === 0
      ? new Refusal('receipt.nothingPending', { no: named })
      : new Refusal('receipt.differs', { no: named, saidFen: amountFen, pendingFen }),
  );
  await rewardReceipts(unit, { receipts: pending, by: member, now });
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('funds.reconcile', {
    facts: { no: project.no, voucher: entry.no, amountFen, count: pending.length },
  });
  await unit.tell('funds.turned', { project, turn, summary });
  return { project, entry, count: pending.length, summary };
}

/**
 * Confirms all that waits in a book, a project's or the fund's, by the sum of it; `refused` says why another sum, or none, is not
 * confirmed.
 */
export async function confirmPending(
  unit: Unit,
  book: number,
  { member, amountFen }: Pick<Reconciling, 'member' | 'amountFen'>,
  refused: (pendingFen: number) => Refusal,
): Promise<{ entry: LedgerEntry; pending: LedgerEntry[] }> {
  const pending = await pendingReceipts(unit, { id: book });
  const balances = await unit.ledger.balances(book);
  const { pendingFen } = summaryOf(balances);
  if (pendingFen === 0 || amountFen !== pendingFen) throw refused(pendingFen);
  if (pending.some(({ by }) => by === member.userid)) throw new Refusal('receipt.samePerson', {});
  const entry = await unit.ledger.post({
    projectId: book,
    kind: 'reconcile',
    postings: reconcilePostings(balances),
    why: '对账',
    covers: pending.map(({ no: voucher }) => voucher),
  });
  return { entry, pending };
}

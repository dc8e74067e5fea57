import { strict as assert } from 'node:assert';
import { fundBook, paidIn, type Source } from '../../domain/funds/ledger.js';
import { reversePostings } from '../../domain/funds/postings.js';
import { Refusal } from '../../domain/refusal.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { checkFunding } from '../pledge/check-funding.js';
import { backToFund } from '../market/grant-money.js';
import { fallAway } from './refuse-spending.js';
import { outdateNotices } from '../pledge/waiting-notices.js';
import { pendingReceipts } from './reconcile-receipts.js';
import { reverseDonation } from '../credit/reverse-points.js';
import { topics } from '../../store/notice/topics.js';

/**
 * Takes a receipt, of a project or of the fund, or a payment back by a second entry that is linked to it; nothing is edited (docs/domain.md 8.1). A receipt that
 * was reconciled leaves the cash it had become; refused where an account would fall below zero.
 */
export async function reverseEntry(
  unit: Unit,
  { member, voucher, reason }: { member: MemberView; voucher: number; reason: string },
): Promise<{ project: Project | null; entry: LedgerEntry; reversed: LedgerEntry; isDisclosed: boolean }> {
  const { now } = unit;
  const reversed = await unit.ledger.byNo(voucher);
  if (!reversed) throw new Refusal('entry.unknown', { voucher });
  if (reversed.kind === 'reverse' || (await unit.ledger.reversalOf(reversed.id)))
    throw new Refusal('entry.reversed', { voucher });
  if (reversed.kind !== 'receipt' && reversed.kind !== 'spend') throw new Refusal('entry.notReversible', { voucher });
  const request = reversed.kind === 'spend' ? await unit.spending.byVoucher(voucher) : null;
  // What was kept back has been paid out since: the payment is over.
  if (request && request.releasedNo !== null) throw new Refusal('entry.notReversible', { voucher });
  const project = await unit.projects.byId(reversed.projectId);
  const { projectId: book } = reversed;
  assert(project || book === fundBook(unit.grid.id), 'an entry belongs to a project or to the fund');

  // What the final accounts said came in and was spent stays so.
  if (project && (project.state === 'closed' || project.settledAt !== null))
    throw new Refusal('entry.settled', { voucher, no: project.no, kind: reversed.kind });
  // What a project handed to the fund is the other end of the project's own entry.
  if (!project && reversed.covers) throw new Refusal('entry.notReversible', { voucher });
  const pending = await pendingReceipts(unit, { id: book });
  const isCash = reversed.kind === 'receipt' && !pending.some(({ id }) => id === reversed.id);
  const postings = reversePostings(reversed.postings)
    // Of older receipts, and of reconciled ones, the money has become cash.
    .map(posting =>
      isCash && posting.from.startsWith('received/') ? { ...posting, from: cashOf(posting.from) } : posting,
    );
  const balances = await unit.ledger.balances(book);
  // What a household was given back cannot be said to have never come.
  const { householdId } = reversed;
  const isBack = householdId && (await unit.ledger.standingOf(book, householdId)).paidFen < paidIn([reversed]);
  if (isBack) throw new Refusal('entry.notReversible', { voucher });
  const short = postings.some(
    ({ from, amountFen }) => /^(?:cash|received|retained)\//.test(from) && (balances[from] ?? 0) < amountFen,
  );
  if (short) throw new Refusal('entry.notReversible', { voucher });

  const entry = await unit.ledger.post({
    projectId: book,
    kind: 'reverse',
    postings,
    why: `冲销第${voucher}号：${reason}`,
    householdId: reversed.householdId,
    reversesId: reversed.id,
  });
  if (householdId !== null && reversed.kind === 'receipt') {
    await outdateNotices(unit, book, [householdId]);
    await unit.posts.withdraw(topics.receipt({ id: book }, { no: voucher }));
  }
  if (reversed.kind === 'receipt') await reverseDonation(unit, { voucher, by: member.userid, now });
  // A payment that is taken back was not made: its request waits for the cashier again, or falls away with a project that was given up.
  if (request) await unit.spending.keep(Object.assign(request, { state: 'approved', entryNo: null }));
  if (request && project?.state === 'cancelled') await fallAway(unit, request, '项目终止');
  for (const { from, amountFen } of reversed.kind === 'receipt' ? reversed.postings : [])
    if (from.startsWith('outside/'))
      await backToFund(unit, entry, { source: from.slice('outside/'.length) as Source, amountFen });
  if (project) await checkFunding(unit, project, now);
  unit.journal.add('funds.reverse', { facts: { ...(project ? { no: project.no } : {}), voucher, by: entry.no } });
  const told = project ? await unit.tell('funds.reversed', { project, entry, reversed, reason }) : [];
  return { project, entry, reversed, isDisclosed: told.length > 0 };
}

function cashOf(account: string): `cash/residents` {
  return account.replace('received/', 'cash/') as `cash/residents`;
}

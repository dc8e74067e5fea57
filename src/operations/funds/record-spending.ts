import { type Summary, spendPostings, summaryOf } from '../../domain/funds/ledger.js';
import { Refusal } from '../../domain/refusal.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureAllowed, payableRequest, spendable } from './request-spending.js';
import { whichProject } from '../which-project.js';

export interface NewSpending {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly amountFen: number;
  readonly purpose: string;
  readonly now: Date;
  readonly messageId: string;
}

/**
 * The cashier records money that went out, for a request that others asked for, checked and approved (domain.md 8.4). Never
 * more than there is, per project and per source (domain.md 8.5).
 */
export async function recordSpending(
  unit: Unit,
  spending: NewSpending,
): Promise<{ project: Project; entry: LedgerEntry; request: SpendRequest; summary: Summary }> {
  const { member, no, amountFen, purpose, now, messageId } = spending;
  const project = await whichProject(unit, { no, states: spendable, deed: '支出' });
  const balances = await unit.ledger.balances(project.id);
  const { freeFen } = summaryOf(balances);
  if (amountFen > freeFen) throw new Refusal('money.short', { no: project.no, balanceFen: freeFen });

  const request = await payableRequest(unit, { project, member, amountFen, now });
  ensureAllowed(project, request.line, { amountFen, balances });
  const entry = await unit.ledger.post({
    projectId: project.id,
    kind: 'spend',
    postings: spendPostings(balances, amountFen, {
      line: request.line,
      earmarks: project.earmarks,
      retainedFen: request.retainedFen ?? 0,
    }),
    why: purpose,
    by: member.userid,
    at: now,
    messageId,
    evidence: request.photo,
  });
  await unit.spending.keep(Object.assign(request, { state: 'paid', entryNo: entry.no }));
  unit.journal.add('funds.spend', {
    by: member.userid,
    at: now,
    messageId,
    facts: { no: project.no, voucher: entry.no, request: request.no, amountFen },
  });
  return { project, entry, request, summary: summaryOf(await unit.ledger.balances(project.id)) };
}

import { strict as assert } from 'node:assert';
import { dayOf } from '../../domain/calendar.js';
import { ensureNotOwn } from '../../domain/funds/own-interest.js';
import { releasePostings } from '../../domain/funds/postings.js';
import { Refusal } from '../../domain/refusal.js';
import { ensureSeparate } from '../../domain/funds/spending.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { doerOf, payeeOf } from './own-interest.js';
import { ensureNothingStops } from './payment-stops.js';

/** The cashier pays out what was kept back of a payment, once the warranty is over (docs/domain.md 8.4). */
export async function releaseRetention(
  unit: Unit,
  { member, request: no }: { member: MemberView; request: number },
): Promise<{ project: Project; entry: LedgerEntry; request: SpendRequest; keptFen: number }> {
  const request = await unit.spending.byNo(no);
  if (!request) throw new Refusal('spend.unknown', { request: no });
  const { retainedFen: keptFen, warrantyOn, line } = request;
  if (request.state !== 'paid' || keptFen === null || warrantyOn === null || request.releasedNo !== null)
    throw new Refusal('retention.none', { request: no });
  if (dayOf(unit.now) <= warrantyOn) throw new Refusal('retention.early', { request: no, on: warrantyOn });
  ensureSeparate(
    'pay',
    member.id,
    member.roles.map(({ role }) => role),
    request,
  );
  ensureNotOwn(payeeOf(request), await doerOf(unit, member));
  const project = await unit.projects.byId(request.projectId);
  const payment = await unit.ledger.byNo(request.entryNo ?? 0);
  assert(project && payment, 'what was paid has a project and a voucher');
  await ensureNothingStops(unit, project, request);

  const entry = await unit.ledger.post({
    projectId: project.id,
    kind: 'release',
    postings: releasePostings(payment.postings, line),
    why: `付质保金（第${request.entryNo ?? 0}号凭证）`,
    evidence: request.photo,
  });
  await unit.spending.keep(Object.assign(request, { releasedNo: entry.no }));
  await unit.posts.withdraw(topics.retention(request));
  unit.journal.add('funds.release', { facts: { no: project.no, voucher: entry.no, request: no, amountFen: keptFen } });
  await unit.tell('funds.moved', { project, occasion: `entry ${entry.no}` });
  return { project, entry, request, keptFen };
}

/** Once a warranty is over, the secretary is asked to look at the works and the cashier to pay; each is told once. */
export async function remindOfRetention(unit: Unit): Promise<void> {
  const today = dayOf(unit.now);
  for (const request of await unit.spending.retained()) {
    const { no, warrantyOn } = request;
    if (warrantyOn === null || warrantyOn >= today) continue;
    const told = await unit.journal.ofDeed('retention.due', new Date(`${warrantyOn}T00:00:00+08:00`));
    if (told.some(({ facts }) => facts['request'] === no)) continue;
    await unit.tell('funds.retention-due', { project: await unit.projects.byId(request.projectId), request });
    unit.journal.add('retention.due', { facts: { request: no } });
  }
}

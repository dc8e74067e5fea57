import { dayOf } from '../../domain/calendar.js';
import { fundBook } from '../../domain/funds/ledger.js';
import { receiptPostings } from '../../domain/funds/postings.js';
import { type PeriodStanding, shareDueFen, shareGoesTo } from '../../domain/market/market.js';
import { periodSaid } from '../../language/values/time/period-said.js';
import { mostFen } from '../../domain/money.js';
import { isSecretary } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { MarketAgreement } from '../../store/market/market-agreement.js';
import { fundAccount, type FundAccount, marketStanding } from '../../store/market/market-standing.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { agreementOf } from './let-space.js';
import { confirmPending } from '../funds/reconcile-receipts.js';

interface Deed {
  readonly member: MemberView;
}

interface OfPeriod extends Deed {
  readonly agreement: number;
  /** As it was said: `3月`, `2026年1季度`. */
  readonly period: string;
}

/**
 * The operator, or who keeps the papers, declares the revenue or profit of a period; what is due on it is reckoned at once. A figure
 * that was wrong is declared anew, as long as no more was paid than is due then.
 */
export async function declareShare(
  unit: Unit,
  { member, agreement: no, period: said, baseFen }: OfPeriod & { readonly baseFen: number },
): Promise<{ agreement: MarketAgreement; period: PeriodStanding; dueFen: number }> {
  const { now } = unit;
  if (baseFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const agreement = await agreementOf(unit, no);
  if (!keepsPapers(member) && agreement.contactId !== member.id)
    throw new Refusal('agreement.notYours', { agreement: no });
  if (agreement.basis === 'fixed') throw new Refusal('declare.fixed', { agreement: no });
  const period = await periodOf(unit, { agreement, said, now });
  if (period.state === 'running') throw new Refusal('declare.early', { period: period.key, last: period.last });
  const dueFen = shareDueFen(agreement, baseFen);
  if (dueFen < period.recordedFen)
    throw new Refusal('declare.belowPaid', { period: period.key, dueFen, recordedFen: period.recordedFen });
  const { key } = period;
  const declared = {
    agreementId: agreement.id,
    period: key,
    baseFen,
    dueFen,
    declaredById: member.id,
    declaredAt: now,
  };
  await unit.market.declare(declared);
  await unit.posts.withdraw(topics.share(agreement, period));
  unit.journal.add('share.declare', {
    // The base is the operator's secret; it stands in its own table alone.
    facts: { agreement: no, period: key, dueFen },
  });
  return { agreement, period, dueFen };
}

/** The cashier records a share that came in: into the fund's book, for one period of one agreement, and no more than is due. */
export async function receiveShare(
  unit: Unit,
  { member, agreement: no, period: said, amountFen }: OfPeriod & { readonly amountFen: number },
): Promise<{ agreement: MarketAgreement; period: PeriodStanding; entry: LedgerEntry; leftFen: number }> {
  const { now } = unit;
  const agreement = await agreementOf(unit, no);
  const period = await periodOf(unit, { agreement, said, now });
  if (period.dueFen === null) throw new Refusal('share.undeclared', { agreement: no, period: period.key });
  const leftFen = period.dueFen - period.recordedFen;
  if (amountFen > leftFen) throw new Refusal('share.tooMuch', { agreement: no, period: period.key, leftFen });
  const declared = (await unit.market.declarations(agreement.id)).findLast(one => one.period === period.key);
  if (declared?.declaredById === member.id) throw new Refusal('share.separate', {});
  const entry = await unit.ledger.post({
    projectId: fundBook(unit.grid.id),
    kind: 'receipt',
    postings: receiptPostings(shareGoesTo[agreement.destination].source, amountFen),
    why: `公益协议${no}分成`,
  });
  await unit.market.addReceipt({ agreementId: agreement.id, period: period.key, entryNo: entry.no });
  unit.journal.add('share.receive', {
    facts: { agreement: no, period: period.key, voucher: entry.no, amountFen },
  });
  await unit.posts.withdraw(topics.share(agreement, period));
  const stillFen = leftFen - amountFen;
  await unit.tell('market.received', { agreement, period: period.key, amountFen, leftFen: stillFen });
  return { agreement, period, entry, leftFen: stillFen };
}

/** The bookkeeper finds on the fund's bank list what the cashier recorded; only then is a share received (docs/domain.md 8.3). */
export async function reconcileFund(
  unit: Unit,
  { member, amountFen }: Pick<Deed, 'member'> & { readonly amountFen: number },
): Promise<{ entry: LedgerEntry; count: number; fund: FundAccount }> {
  const { entry, pending } = await confirmPending(unit, fundBook(unit.grid.id), { member, amountFen }, pendingFen =>
    pendingFen === 0
      ? new Refusal('fund.nothingPending', {})
      : new Refusal('fund.differs', { saidFen: amountFen, pendingFen }),
  );
  const facts = { voucher: entry.no, amountFen, count: pending.length };
  unit.journal.add('fund.reconcile', { facts });
  return { entry, count: pending.length, fund: await fundAccount(unit) };
}

function keepsPapers(member: MemberView): boolean {
  return isSecretary(member) || member.roles.some(({ role }) => role === 'grid_worker');
}

async function periodOf(
  unit: Unit,
  { agreement, said, now }: { agreement: MarketAgreement; said: string; now: Date },
): Promise<PeriodStanding> {
  const standing = (await marketStanding(unit, now)).find(one => one.agreement.id === agreement.id);
  const periods = standing?.periods ?? [];
  const found = periodSaid(periods, said, dayOf(now));
  const period = periods.find(({ key }) => key === found?.key);
  if (!period)
    throw new Refusal('period.unknown', { agreement: agreement.no, said, periods: periods.map(({ key }) => key) });
  return period;
}

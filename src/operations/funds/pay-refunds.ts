import { destinations, paidIn, summaryOf } from '../../domain/funds/ledger.js';
import { refundPostings } from '../../domain/funds/postings.js';
import { allocate } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import { sum } from '../../domain/sum.js';
import type { Project } from '../../store/proposal/project.js';
import { outdateSurplus } from './outdate-surplus.js';
import type { Unit } from '../../store/engine/unit.js';
import { outdateNotices } from '../pledge/waiting-notices.js';
import { ensureCleared } from '../works/clear-cancelled.js';
import { whichProject } from '../which-project.js';

interface Refunding {
  readonly no: number | undefined;
  /** The whole of what is left of the residents' money, where it was said. */
  readonly amountFen: number | undefined;
}

/** Where money goes back to who gave it: settled, given up, or after a round that failed. */
export const owesBack = ['settlement_published', 'cancelled', 'funding_failed'] as const;

const refundWords: Readonly<Record<string, string>> = { cancelled: '终止退款', funding_failed: '认筹未达标退款' };

/** What each household gets back when residents' money is left over: in proportion to what it paid, exact to the fen. */
export async function refundShares(
  unit: Unit,
  project: Project,
): Promise<{ householdId: number; amountFen: number }[]> {
  const thereFen = (await unit.ledger.balances(project.id))['cash/residents'] ?? 0;
  const paid = new Map<number, number>();
  for (const entry of await unit.ledger.entries(project.id, ['receipt', 'refund', 'pass', 'reverse'])) {
    if (entry.householdId === null) continue;
    // Whoever left their share to the next project has had it.
    if (entry.kind === 'pass') paid.set(entry.householdId, Number.NEGATIVE_INFINITY);
    else paid.set(entry.householdId, (paid.get(entry.householdId) ?? 0) + paidIn([entry]));
  }
  const payers = [...paid].filter(([, fen]) => fen > 0).toSorted(([a], [b]) => a - b);
  // Residents' money that no household is known for is nobody's share.
  const leftFen = Math.min(thereFen, sum(payers.map(([, fen]) => fen)));
  if (leftFen === 0) return [];
  const shares = allocate(
    leftFen,
    payers.map(([, fen]) => fen),
  );
  return payers
    .map(([householdId], index) => ({ householdId, amountFen: shares[index] ?? 0 }))
    .filter(({ amountFen }) => amountFen > 0);
}

/**
 * The cashier has paid back what is left of residents' money, of a project that was settled or given up (docs/domain.md 8.6,
 * `refund_pro_rata`): one entry a household. First the books are closed: what the bookkeeper has not found may still be taken back.
 */
export async function payRefunds(
  unit: Unit,
  { no, amountFen }: Refunding,
): Promise<{ project: Project; shares: { householdId: number; amountFen: number }[]; sumFen: number }> {
  const project = await whichProject(unit, { no, states: owesBack, deed: '退款' });
  if (project.surplusTo !== null && project.state === 'settlement_published')
    throw new Refusal('surplus.passes', { no: project.no, to: destinations[project.surplusTo] });
  await ensureCleared(unit, project);
  const { pendingFen } = summaryOf(await unit.ledger.balances(project.id));
  if (pendingFen > 0) throw new Refusal('refund.pending', { no: project.no, pendingFen });
  const shares = await refundShares(unit, project);
  const surplusFen = sum(shares.map(share => share.amountFen));
  if (surplusFen === 0 || (amountFen ?? surplusFen) !== surplusFen)
    throw new Refusal('refund.exact', { no: project.no, surplusFen });

  for (const share of shares) {
    await unit.ledger.post({
      projectId: project.id,
      kind: 'refund',
      postings: refundPostings(share.amountFen),
      why: refundWords[project.state] ?? '余款退还',
      householdId: share.householdId,
    });
  }
  const paid = shares.map(({ householdId }) => householdId);
  await outdateNotices(unit, project.id, paid);
  unit.journal.add('funds.refund', { facts: { no: project.no, amountFen: surplusFen, households: shares.length } });
  await outdateSurplus(unit, project);
  await unit.tell('funds.refunded', { project, shares });
  await unit.tell('funds.moved', { project, occasion: `refund ${unit.messageId}` });
  return { project, shares, sumFen: surplusFen };
}

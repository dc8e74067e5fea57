import { dayWords } from '../../domain/calendar.js';
import { followTheCent } from '../../domain/funds/follow-the-cent.js';
import { movedTo, paidIn } from '../../domain/funds/ledger.js';
import { usedOf } from '../../domain/funds/use-of-money.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { sum } from '../../domain/sum.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** A payment that stands, and how much of it was residents' money. */
interface Payment {
  readonly entry: LedgerEntry;
  readonly fen: number;
}

/**
 * Where one household's money for a project went: its share of every payment by voucher number, what came back, what is
 * left, what still waits for the bookkeeper; together what it paid, to the fen. Null where it paid nothing.
 */
export async function ownCents(
  unit: Unit,
  { project, householdId, now }: { project: Project; householdId: number; now: Date },
): Promise<string | null> {
  const entries = await unit.ledger.entries(project.id);
  const own = entries.filter(entry => entry.householdId === householdId);
  const paidFen = -movedTo('outside/residents', own);
  if (paidFen === 0) return null;

  const waiting = waitingOf(entries);
  const mine = String(householdId);
  const nets = netsOf(entries, waiting);
  const isPayer = nets.some(({ key }) => key === mine);
  const { parts, leftFen } = isPayer ? followTheCent(nets, paymentsOf(entries), mine) : { parts: [], leftFen: 0 };
  // A refund that waits for the household is its own already.
  const unclaimedFen = movedTo('unclaimed', own);
  const backFen = movedTo('refunded', own) + unclaimedFen;
  const keptFen = keptIn(own);
  const waits = unclaimedFen > 0 ? `（${yuan(unclaimedFen)}没能送到，请找社区出纳领取）` : '';
  const waitingFen = sum(own.filter(({ id }) => waiting.has(id)).map(entry => paidIn([entry])));
  return [
    `${project.no}号 ${plain(project.title, 40)}：您家交了${yuan(paidFen)}`,
    ...parts
      .filter(({ fen }) => fen > 0)
      .map(
        ({ payment: { entry, fen: whole }, fen }) =>
          `- ${dayWords(entry.at, now)} ${plain(entry.why, 30)}（第${entry.no}号凭证，居民的钱付了${yuan(whole)}）：您家的${yuan(fen)}`,
      ),
    ...(backFen > 0 ? [`- 已退给您家：${yuan(backFen)}${waits}`] : []),
    ...(keptFen > 0 ? [`- 您家留给下个项目：${yuan(keptFen)}`] : []),
    ...(waitingFen > 0 ? [`- 出纳已收、会计还没对账：${yuan(waitingFen)}`] : []),
    ...(leftFen > 0 ? [`- 还在账上没花：${yuan(leftFen)}`] : []),
    `合计${yuan(sum(parts.map(({ fen }) => fen)) + backFen + keptFen + waitingFen + leftFen)}，与您家交的一致。`,
  ].join('\n');
}

/** What every household has in the pot, and under one key what came from residents without a household's name. */
function netsOf(entries: readonly LedgerEntry[], waiting: ReadonlySet<number>): { key: string; netFen: number }[] {
  const nets = new Map<string, number>();
  for (const entry of entries) {
    if (waiting.has(entry.id) || isOthers(entry)) continue;
    const key = String(entry.householdId ?? 'unnamed');
    // A share that its household left to the next project has gone out of the pot as if refunded.
    nets.set(key, (nets.get(key) ?? 0) + paidIn([entry]) - keptIn([entry]));
  }
  return [...nets].filter(([, netFen]) => netFen > 0).map(([key, netFen]) => ({ key, netFen }));
}

/** What households left of their own shares to the next project. */
function keptIn(entries: readonly LedgerEntry[]): number {
  return movedTo(
    'passed/next_project',
    entries.filter(({ householdId }) => householdId !== null),
  );
}

/** Not the pot's: money of another source that went back to it, and a refund on its way to its household and back. */
function isOthers({ kind, householdId, postings }: LedgerEntry): boolean {
  if (kind === 'refund.return' || kind === 'refund.claim') return true;
  return kind === 'refund' && householdId === null && postings.every(({ from }) => from !== 'cash/residents');
}

/** The receipts that no reconciliation covers yet. */
function waitingOf(entries: readonly LedgerEntry[]): Set<number> {
  const done = new Set(entries.flatMap(({ covers }) => covers ?? []));
  const reversed = new Set(entries.map(({ kind, reversesId }) => (kind === 'reverse' ? reversesId : null)));
  return new Set(
    entries
      .filter(entry => entry.kind === 'receipt' && !done.has(entry.no) && !reversed.has(entry.id))
      .filter(entry => movedTo('received/residents', [entry]) > 0)
      .map(({ id }) => id),
  );
}

/** The payments that stand, and what was handed on of a surplus, by what they took of the residents' money. */
function paymentsOf(entries: readonly LedgerEntry[]): Payment[] {
  const reversed = new Set(entries.map(({ kind, reversesId }) => (kind === 'reverse' ? reversesId : null)));
  return entries
    .filter(({ kind, id, householdId }) => {
      const isPayment = kind === 'spend' || kind === 'release' || (kind === 'pass' && householdId === null);
      return isPayment && !reversed.has(id);
    })
    .map(entry => ({ entry, fen: usedOf('residents', entry) }))
    .filter(({ fen }) => fen > 0);
}

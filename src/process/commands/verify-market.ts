import { type EntityManager, LessThan } from 'typeorm';
import { fundBook, movedTo } from '../../domain/funds/ledger.js';
import { periodsOf, shareDueFen, shareGoesTo, wholeRateBp } from '../../domain/market/market.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { MarketAgreement } from '../../store/market/market-agreement.js';
import { MarketDeclaration } from '../../store/market/market-declaration.js';
import { MarketReceipt } from '../../store/market/market-receipt.js';
import { MarketSpace } from '../../store/market/market-space.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { Broken } from './broken.js';

/** What stands in the funds' books, and the projects' entries that they point at. */
interface FundBooks {
  /** Shares that came in and stand, by grid and voucher. */
  readonly shares: Map<string, LedgerEntry>;
  /** Grants, what came back of them and what projects had left over, by grid and the voucher of the project's entry. */
  readonly moves: Map<string, LedgerEntry>;
}

/**
 * The public-welfare market: nothing is let without an owner's consent, every share is what its agreement makes of what was declared,
 * the shares received are all that the fund got, and what it gave is what projects got.
 */
export async function checkMarket({ dataSource: { manager } }: Store): Promise<string> {
  const agreements = await agreementsOf(manager);
  const due = await dueByPeriod(manager, agreements);
  const { shares, moves } = await fundBooks(manager);
  await checkMoves(manager, moves);
  const sums = new Map<string, number>();
  let receivedFen = 0;
  for await (const receipt of inBatches(manager, MarketReceipt)) {
    const name = `market_receipt#${receipt.id}`;
    const agreement = agreements.get(receipt.agreementId);
    const period = agreement && periodsOf(agreement).find(({ key }) => key === receipt.period);
    if (!agreement || !period) throw new Broken(`${name}: there is no such period of an agreement`);
    const key = `${receipt.gridId}/${receipt.entryNo}`;
    const share = shares.get(key);
    // A receipt that was taken back stays, and counts for nothing.
    const takenBack = share === undefined && (await isTakenBack(manager, receipt));
    if (takenBack) continue;
    const fen = share ? -movedTo(`outside/${shareGoesTo[agreement.destination].source}`, [share]) : 0;
    if (fen <= 0) throw new Broken(`${name}: no entry of the fund's book stands behind it`);
    shares.delete(key);
    receivedFen += fen;
    const of = `${receipt.agreementId}/${receipt.period}`;
    sums.set(of, (sums.get(of) ?? 0) + fen);
    const dueFen = due.get(of) ?? (agreement.basis === 'fixed' ? agreement.minFen : 0);
    if ((sums.get(of) ?? 0) > dueFen) throw new Broken(`${name}: more came in than is due for the period`);
  }
  for (const { id } of shares.values()) throw new Broken(`ledger_entry#${id}: the fund got it for no agreement`);
  return `market: ${agreements.size} agreements, ${receivedFen} fen of shares are what the fund got`;
}

/** Every agreement, each on a space whose owner is known and allowed it. */
async function agreementsOf(manager: EntityManager): Promise<Map<number, MarketAgreement>> {
  const spaces = new Map<number, MarketSpace>();
  for await (const space of inBatches(manager, MarketSpace)) spaces.set(space.id, space);
  const agreements = new Map<number, MarketAgreement>();
  for await (const agreement of inBatches(manager, MarketAgreement)) {
    const name = `market_agreement#${agreement.id}`;
    const space = spaces.get(agreement.spaceId);
    if (!space?.ownership || space.consent === null || space.gridId !== agreement.gridId)
      throw new Broken(`${name}: its space has no owner who allowed it`);
    if (space.ownership === 'owners' && agreement.destination === 'fund' && agreement.consent === null)
      throw new Broken(`${name}: the owners' income goes to the fund without their vote`);
    const { rateBp, minFen } = agreement;
    if (!Number.isInteger(rateBp) || rateBp < 0 || rateBp > wholeRateBp || minFen < 0)
      throw new Broken(`${name}: a rate of ${rateBp} basis points, at least ${minFen} fen`);
    agreements.set(agreement.id, agreement);
  }
  return agreements;
}

/** What is due by the newest declaration of each period, in fen. */
async function dueByPeriod(
  manager: EntityManager,
  agreements: ReadonlyMap<number, MarketAgreement>,
): Promise<Map<string, number>> {
  const due = new Map<string, number>();
  for await (const { id, agreementId, period, baseFen, dueFen } of inBatches(manager, MarketDeclaration)) {
    const agreement = agreements.get(agreementId);
    if (!agreement || baseFen < 0 || dueFen !== shareDueFen(agreement, baseFen))
      throw new Broken(`market_declaration#${id}: ${dueFen} fen are not what its agreement makes of what was declared`);
    due.set(`${agreementId}/${period}`, dueFen);
  }
  return due;
}

async function fundBooks(manager: EntityManager): Promise<FundBooks> {
  const shares = new Map<string, LedgerEntry>();
  const byId = new Map<number, string>();
  const moves = new Map<string, LedgerEntry>();
  const booked = await manager.find(LedgerEntry, { where: { projectId: LessThan(0) }, order: { id: 'ASC' } });
  for (const entry of booked) {
    const key = `${entry.gridId}/${entry.no}`;
    if (entry.projectId !== fundBook(entry.gridId))
      throw new Broken(`ledger_entry#${entry.id}: it stands in another grid's fund`);
    if (entry.kind === 'receipt' && entry.covers === null) {
      shares.set(key, entry);
      byId.set(entry.id, key);
    } else if (entry.kind === 'reverse') {
      shares.delete(byId.get(entry.reversesId ?? 0) ?? '');
    } else if (entry.kind === 'receipt' || entry.kind === 'grant' || entry.kind === 'grant.back') {
      const [no] = entry.covers ?? [];
      if (no === undefined || moves.has(`${entry.gridId}/${no}`))
        throw new Broken(`ledger_entry#${entry.id}: it belongs to no one entry of a project`);
      moves.set(`${entry.gridId}/${no}`, entry);
    } else if (entry.kind !== 'reconcile') {
      throw new Broken(`ledger_entry#${entry.id}: no ${entry.kind} belongs in the fund's book`);
    }
  }
  return { shares, moves };
}

/** Every grant is a receipt of a project by the same sum; what came back, or was left over, a project has given. */
async function checkMoves(manager: EntityManager, moves: ReadonlyMap<string, LedgerEntry>): Promise<void> {
  for (const [key, move] of moves) {
    const [gridId, no] = key.split('/').map(Number);
    const entry = await manager.findOneBy(LedgerEntry, { gridId: gridId ?? 0, no: no ?? 0 });
    const moved = movedTo('granted', [move]);
    const name = `ledger_entry#${move.id}`;
    if (!entry || entry.projectId <= 0) throw new Broken(`${name}: no project's entry stands beside it`);
    const sources = Object.values(shareGoesTo).map(({ intoProject }) => intoProject);
    const inFen = sources.reduce((sum, source) => sum - movedTo(`outside/${source}`, [entry]), 0);
    const holds = {
      grant: entry.kind === 'receipt' && inFen === moved,
      'grant.back': outOf(entry) >= -moved,
      receipt: movedTo('passed/charity_fund', [entry]) === -movedTo('outside/residents', [move]),
    }[move.kind as 'grant' | 'grant.back' | 'receipt'];
    if (!holds) throw new Broken(`${name}: voucher ${entry.no} of the project is of another sum`);
  }
}

function outOf({ kind, postings }: LedgerEntry): number {
  return kind === 'reverse' || kind === 'refund' ? postings.reduce((sum, { amountFen }) => sum + amountFen, 0) : 0;
}

async function isTakenBack(manager: EntityManager, { gridId, entryNo }: MarketReceipt): Promise<boolean> {
  const entry = await manager.findOneBy(LedgerEntry, { gridId, no: entryNo });
  if (entry?.projectId !== fundBook(gridId) || entry.kind !== 'receipt') return false;
  return manager.existsBy(LedgerEntry, { gridId, kind: 'reverse', reversesId: entry.id });
}

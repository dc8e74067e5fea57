import { dayOf } from '../../domain/calendar.js';
import { fundBook, type Source, type Summary, summaryOf } from '../../domain/funds/ledger.js';
import { type PeriodStanding, periodsOf, shareGoesTo, standPeriod } from '../../domain/market/market.js';
import { rulesAt } from '../../domain/rules.js';
import type { MarketAgreement } from './market-agreement.js';
import type { MarketSpace } from './market-space.js';
import type { Unit } from '../engine/unit.js';

/** An agreement with its space, and how each of its periods that has begun stands. */
export interface AgreementStanding {
  readonly agreement: MarketAgreement;
  readonly space: MarketSpace | undefined;
  readonly periods: readonly PeriodStanding[];
}

/** A share that was not declared or paid by its day. */
export interface LateShare {
  readonly agreement: MarketAgreement;
  readonly period: PeriodStanding;
}

/** Every agreement of the grid as it stands now, from the declarations and the fund's book. */
export async function marketStanding(unit: Unit, now: Date): Promise<AgreementStanding[]> {
  const agreements = await unit.market.agreements();
  if (agreements.length === 0) return [];
  const spaces = new Map((await unit.market.spaces()).map(space => [space.id, space]));
  const money = await moneyByPeriod(unit);
  const standings: AgreementStanding[] = [];
  for (const agreement of agreements) {
    const declared = new Map((await unit.market.declarations(agreement.id)).map(one => [one.period, one.dueFen]));
    const periods = periodsOf(agreement)
      .filter(({ first }) => first <= dayOf(now))
      .map(period => {
        const fixedFen = agreement.basis === 'fixed' ? agreement.minFen : null;
        const dueFen = declared.get(period.key) ?? fixedFen;
        const { recordedFen = 0, receivedFen = 0 } = money.get(`${agreement.id}/${period.key}`) ?? {};
        return standPeriod(period, { dueFen, recordedFen, receivedFen }, { today: dayOf(now), rules: rulesAt(now) });
      });
    standings.push({ agreement, space: spaces.get(agreement.spaceId), periods });
  }
  return standings;
}

/** What the fund's book holds, in fen: the fund's own money, and the owners' common income apart from it. */
export interface FundAccount extends Summary {
  readonly fundFen: number;
  readonly ownersFen: number;
}

export async function fundAccount(unit: Unit): Promise<FundAccount> {
  const balances = await unit.ledger.balances(fundBook(unit.grid.id));
  const sum = (held: readonly Source[]): number =>
    held.reduce((fen, source) => fen + (balances[`cash/${source}`] ?? 0), 0);
  return {
    ...summaryOf(balances),
    fundFen: sum(shareGoesTo.fund.held),
    ownersFen: sum(shareGoesTo.owners.held),
  };
}

/** What came in for each period, in fen: all that stands, and of it what was reconciled. */
async function moneyByPeriod(unit: Unit): Promise<Map<string, { recordedFen: number; receivedFen: number }>> {
  const entries = await unit.ledger.entries(fundBook(unit.grid.id), ['receipt', 'reconcile', 'reverse']);
  const covered = new Set(entries.flatMap(({ kind, covers }) => (kind === 'reconcile' ? (covers ?? []) : [])));
  const reversed = new Set(entries.flatMap(({ kind, reversesId }) => (kind === 'reverse' ? [reversesId] : [])));
  const standing = new Map(entries.filter(({ id }) => !reversed.has(id)).map(entry => [entry.no, entry]));
  const money = new Map<string, { recordedFen: number; receivedFen: number }>();
  for (const { agreementId, period, entryNo } of await unit.market.receipts()) {
    const fen = standing.get(entryNo)?.postings.reduce((sum, { amountFen }) => sum + amountFen, 0) ?? 0;
    const key = `${agreementId}/${period}`;
    const sum = money.get(key) ?? { recordedFen: 0, receivedFen: 0 };
    money.set(key, {
      recordedFen: sum.recordedFen + fen,
      receivedFen: sum.receivedFen + (covered.has(entryNo) ? fen : 0),
    });
  }
  return money;
}

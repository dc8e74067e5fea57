import { fundBook } from '../../src/domain/funds/ledger.js';
import { grantPostings, receiptPostings } from '../../src/domain/funds/postings.js';
import type { Terms } from '../../src/domain/market/market.js';
import type { MarketAgreement } from '../../src/store/market/market-agreement.js';
import type { Unit } from '../../src/store/engine/unit.js';
import type { Neighbourhood } from './neighbourhood.js';

/** A room of the residents' committee, let for a year by the month for eight percent of the revenue, or as a test needs it. */
export async function letIn(
  unit: Unit,
  at: Date,
  changes: Partial<Terms & Pick<MarketAgreement, 'operator' | 'contactId'>> = {},
): Promise<MarketAgreement> {
  const by = { setById: 1, setAt: at };
  const space = await unit.market.addSpace({
    name: '邻里驿站东间',
    ownership: 'committee',
    consent: '居委会2月3日会议决定',
    ...by,
  });
  return unit.market.addAgreement({
    spaceId: space.id,
    operator: '惠民理发店',
    basis: 'revenue',
    rateBp: 800,
    minFen: 20_000,
    cycle: 'month',
    destination: 'fund',
    startsOn: '2026-03-01',
    endsOn: '2027-02-28',
    agreedById: 1,
    agreedAt: at,
    ...changes,
  });
}

export async function anAgreement(
  grid: Neighbourhood,
  changes: Parameters<typeof letIn>[2] = {},
): Promise<MarketAgreement> {
  return grid.inUnit(async unit => {
    const agreement = await letIn(unit, grid.now, changes);
    unit.journal.add('story', { by: 'operator', at: grid.now });
    return agreement;
  });
}

/** A share that was declared, came in and was reconciled. */
export async function aShare(grid: Neighbourhood, period: string, fen: number): Promise<void> {
  const declared = await grid.role('grid_worker').says(`公益协议1申报${period}收入${fen / 8}元`, { chat: 'single' });
  if (!declared.includes('已申报')) throw new Error(declared);
  await grid.role('cashier').says(`公益协议1的${period}分成到账${fen / 100}元`);
  const done = await grid.role('bookkeeper').says(`慈善基金对账无误，共${fen / 100}元`);
  if (!done.includes('对账完成')) throw new Error(done);
}

/** A market in which periods stand in every way there is, and a second space with a long name that is empty. */
export async function aMarket(unit: Unit, at: Date): Promise<void> {
  const { id: agreementId } = await letIn(unit, at, { startsOn: '2025-10-10', endsOn: '2026-12-31' });
  const months = [
    ['2025-10', 96_000, 96_000],
    ['2025-11', 12_345_678, 2_000],
    ['2026-01', 80_001, 0],
  ] as const;
  for (const [period, dueFen, fen] of months) {
    const figures = { agreementId, period, baseFen: Math.round(dueFen * 12.5), dueFen };
    await unit.market.declare({ ...figures, declaredById: 1, declaredAt: at });
    if (fen === 0) continue;
    const about = { projectId: fundBook(unit.grid.id), why: '公益协议1分成', by: 'r004', at };
    const { no } = await unit.ledger.post({
      ...about,
      kind: 'receipt',
      postings: receiptPostings('market_share', fen),
    });
    await unit.market.addReceipt({ agreementId, period, entryNo: no });
    const postings = [{ from: 'received/market_share', to: 'cash/market_share', amountFen: fen }] as const;
    await unit.ledger.post({ ...about, kind: 'reconcile', postings: [...postings], covers: [no] });
  }
  await unit.market.addSpace({ name: '很长的名字'.repeat(8), setById: 1, setAt: at });
  const [project] = await unit.projects.all();
  if (!project) return;
  const about = { why: '慈善基金拨付', by: 'r004', at };
  const receipt = receiptPostings('charity_fund', 50_000);
  const { no } = await unit.ledger.post({ ...about, projectId: project.id, kind: 'receipt', postings: receipt });
  const granted = grantPostings({ 'cash/market_share': 50_000 }, ['market_share'], 50_000);
  const book = fundBook(unit.grid.id);
  await unit.ledger.post({ ...about, projectId: book, kind: 'grant', postings: granted, covers: [no] });
}

import type { Terms } from '../../src/domain/market.js';
import type { MarketAgreement } from '../../src/store/entities/market-agreement.js';
import type { Unit } from '../../src/store/unit.js';
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

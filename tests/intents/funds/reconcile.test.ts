import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { alsoHolds } from '../../support/offices.js';
import { aProject, fundsAre, reconciles, theProject } from '../../support/works.js';

/** A round of 1 000 yuan that is covered, and 400 and 600 recorded by the cashier. */
async function aCollection(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, {
    state: 'collecting',
    budgetFen: 100_000,
    fundingPlan: {
      sources: [
        { source: 'residents', plannedFen: 40_000, evidence: null },
        { source: 'subsidy', plannedFen: 60_000, evidence: null },
      ],
    },
    pledgeClosesAt: new Date('2026-03-20T10:00:00+08:00'),
  });
  await grid.resident(20).says('1号我出400元');
  await grid.role('cashier').says('1号收到1号楼3单元101 400元');
  await grid.role('cashier').says('1号奖补资金到账600元');
  return grid;
}

test('what the cashier recorded counts once the bookkeeper has named its sum', async () => {
  const grid = await aCollection();
  const bookkeeper = grid.role('bookkeeper');
  expect(await fundsAre(grid, 1)).toContain('实收0元');

  expect(await bookkeeper.says('1号对账')).toContain('等待对账2笔，共1,000元');
  expect(bookkeeper.last.text).not.toContain('单元');
  const list = await bookkeeper.says('1号对账', { chat: 'single' });
  expect(list).toContain('1号楼3单元101 400元');
  expect(list).toContain('政策奖补 600元');
  expect(await bookkeeper.says('1号对账无误，共999元')).toContain('等待对账的是1,000元');
  expect(await bookkeeper.says('1号对账无误，共1000元')).toContain('实收1,000元');
  expect((await theProject(grid, 1)).state).toBe('funded');
  expect(await bookkeeper.says('1号对账无误，共1000元')).toContain('没有等待对账');
});

test('who recorded the money does not confirm it', async () => {
  const grid = await aCollection();
  const cashier = grid.role('cashier');
  expect(await cashier.says('1号对账无误，共1000元')).toContain('会计');

  await alsoHolds(grid, cashier, 'bookkeeper');
  expect(await cashier.says('1号对账无误，共1000元')).toContain('不能自己对账');
});

test('a mistake is taken back by a second voucher, once; both stay', async () => {
  const grid = await aCollection();
  const cashier = grid.role('cashier');
  const voucher = async (words: string): Promise<string> => {
    const entries = await grid.inUnit(unit => unit.ledger.entries(1));
    return String(entries.find(({ postings }) => postings.some(({ from }) => from === words))?.no);
  };
  const no = await voucher('outside/residents');

  expect(await cashier.says('冲销凭证99：没有')).toContain('没有第99号凭证');
  expect(await cashier.says(`冲销凭证${no}：重复登记`)).toContain(`已冲销第${no}号凭证400元`);
  expect(await cashier.says(`冲销凭证${no}：重复登记`)).toContain('已经冲销过');
  expect(await reconciles(grid, 1)).toContain('1笔，共600元');
  expect(await grid.resident(20).says('1号收支', { chat: 'single' })).toContain('已交0元');

  // A reconciled one leaves the cash that it had become.
  const subsidy = await voucher('outside/subsidy');
  expect(await cashier.says(`冲销凭证${subsidy}：拨错了`)).toContain('已冲销');
  expect(await fundsAre(grid, 1)).toContain('实收0元');
  expect(await fundsAre(grid, 1)).toContain('结余0元');
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('a pledge is not a voucher that is reversed, and a resident reverses nothing', async () => {
  const grid = await aCollection();

  expect(await grid.role('cashier').says('冲销凭证1：试试')).toContain('不能直接冲销');
  expect(await grid.resident(40).says('冲销凭证2：试试')).toContain('会计');
});

test('the entries are a chain: one that was changed and sealed again in the journal still betrays itself', async () => {
  const grid = await aCollection();
  await grid.inUnit(async unit => {
    const entry = await unit.ledger.byNo(2);
    if (entry) await unit.rows.keep(LedgerEntry, Object.assign(entry, { why: '改过' }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line))).toBe(false);
  expect(lines.at(-1)).toMatch(/ledger_entry#\d+: it was changed after it was written/u);
});

import { expect, test } from 'vitest';
import { aDesk, atDesk, words } from '../../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const head = '交易日期,收入金额,支出金额,对方户名,摘要';
const privately = { chat: 'single' } as const;

/** A round for which 20 has promised 400 yuan and paid it, as a bank's list of the first day says. */
async function aPayment(): Promise<{ grid: Neighbourhood; cashier: Person; paid: string; payer: string }> {
  const grid = await aNeighbourhood({ households: 40 });
  await aProject(grid, {
    state: 'pledging',
    budgetFen: 40_000,
    pledgeClosesAt: new Date('2026-03-20T10:00:00+08:00'),
  });
  const resident = grid.resident(20);
  await resident.says('1号我出400元');
  const { building, unit, room } = resident.known ?? {};
  const payer = resident.name;
  return { grid, cashier: grid.role('cashier'), payer, paid: `2026-03-01,400,,${payer},${building}-${unit}-${room}` };
}

const list = (...rows: string[]): string => [head, ...rows].join('\n');

test.each([
  ['a return alone', (payer: string) => [`2026-03-02,,400,${payer},退汇`], 2],
  ['a reversal alone', (payer: string) => [`2026-03-02,-400,,${payer},冲正`], 2],
  [
    'the payment once more, and its return',
    (payer: string, paid: string) => [paid, `2026-03-02,,400,${payer},退回`],
    3,
  ],
  ['a part of it', (payer: string, paid: string) => [paid, `2026-03-02,,100,${payer},退款`], 3],
])('a later list with %s names the voucher that has to be reversed', async (_, rows, row) => {
  const { grid, cashier, paid, payer } = await aPayment();
  await cashier.sendsFile(list(paid));
  expect(await cashier.says('1号流水1入账')).toContain('1笔，共400元');

  const named = new RegExp(`第${row}行冲正或退回了(?:400|100)元，可能是流水1第2行已记的凭证\\d+：请核对`, 'u');
  expect(await cashier.sendsFile(list(...rows(payer, paid)))).toMatch(named);
  expect(await cashier.says('1号流水2', privately)).toMatch(named);
  const desk = await atDesk(await aDesk(grid), cashier);
  expect(words((await desk.read('/desk/receipts/1/list/2')).text)).toMatch(named);
});

test('what another list says went back, and is not booked yet, is booked only if a person says so', async () => {
  const { cashier, paid, payer } = await aPayment();
  await cashier.sendsFile(list(paid));
  await cashier.sendsFile(list(`2026-03-02,,400,${payer},退汇`));

  const screen = await cashier.says('1号流水1', privately);
  expect(screen).toContain('确定0笔');
  expect(screen).toContain('流水2第2行冲正或退回了400元');
});

test('a reversed voucher, another payer’s return and spending are not told of', async () => {
  const { cashier, paid, payer } = await aPayment();
  await cashier.sendsFile(list(paid));
  await cashier.says('1号流水1入账');

  expect(await cashier.sendsFile(list('2026-03-02,,400,别的人,退汇', `2026-03-02,,300,${payer},退汇`))).not.toContain(
    '凭证',
  );
  expect(await cashier.sendsFile(list('2026-03-02,,400,五金店,灯具'))).not.toContain('凭证');

  const [, voucher = ''] = /凭证(\d+)/u.exec(await cashier.sendsFile(list(`2026-03-02,,400,${payer},退汇`))) ?? [];
  expect(await cashier.says(`冲销凭证${voucher}：银行退汇`)).toContain('已冲销');
  expect(await cashier.says('1号流水4', privately)).not.toContain('凭证');
});

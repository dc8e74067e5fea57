import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { aDesk, atDesk, words } from '../../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const privately = { chat: 'single' } as const;

/** A round of 1 200 yuan, for which three homes have promised 400 each. */
async function aRound(): Promise<{ grid: Neighbourhood; cashier: Person; homes: string[] }> {
  const grid = await aNeighbourhood({ households: 40 });
  const pledgeClosesAt = new Date('2026-03-20T10:00:00+08:00');
  await aProject(grid, { state: 'pledging', budgetFen: 120_000, pledgeClosesAt });
  const residents = [20, 21, 22].map(who => grid.resident(who));
  for (const resident of residents) await resident.says('1号我出400元');
  const homes = residents.map(({ known }) => `${known?.building}-${known?.unit}-${known?.room}`);
  return { grid, cashier: grid.role('cashier'), homes };
}

test('a voucher number of noughts is no number: another household’s payment of the same sum is booked from the next list', async () => {
  const { cashier, homes } = await aRound();
  const list = (day: string, home = ''): string =>
    [
      '凭证号,交易时间,借/贷,借方发生额,贷方发生额,摘要,用途,对方单位名称',
      `0,${day} 09:10:00,贷,0.00,400.00,转账,${home},`,
    ].join('\n');

  await cashier.sendsFile(list('2026-03-01', homes[0]));
  expect(await cashier.says('1号流水1入账')).toContain('1笔，共400元');
  await cashier.sendsFile(list('2026-03-02', homes[1]));

  expect(await cashier.says('1号流水2', privately)).not.toContain('已经入过账');
  expect(await cashier.says('1号流水2入账')).toContain('1笔，共400元');
});

/** A workbook with a sheet for each month; each has one payment that names a home, and the second one that names two. */
function twoSheets(homes: readonly string[]): Buffer {
  const head = ['交易日期', '收入金额', '对方户名', '摘要'];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([head, ['2026-02-27', '400', '', homes[0]]]), '二月');
  const march = [head, ['2026-03-01', '400', '', homes[1]], ['2026-03-02', '350', '', homes[2]]];
  utils.book_append_sheet(book, utils.aoa_to_sheet(march), '三月');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('a row of a second sheet is ticked by its number in chat, and is told by its sheet', async () => {
  const { cashier, homes } = await aRound();
  await cashier.sendsFile(twoSheets(homes));

  expect(await cashier.says('1号流水1', privately)).toMatch(/第10003行（三月第3行） .*350元 → .*比认捐少50\.00元/u);
  expect(await cashier.says('1号流水1第3行入账')).toContain('第3行没有对上的住户');
  expect(await cashier.says('1号流水1第10003行入账')).toContain('1笔，共350元');
  expect(await cashier.says('1号流水1全部确定的入账')).toContain('2笔，共800元');
});

test('a row of a second sheet is ticked on the desk', async () => {
  const { grid, cashier, homes } = await aRound();
  await cashier.sendsFile(twoSheets(homes));
  const desk = await atDesk(await aDesk(grid), cashier);
  const page = (await desk.read('/desk/receipts/1/list/1')).text;
  const key = /name="_key" value="([\w-]+)"/u.exec(page)?.[1] ?? '';

  expect(words(page)).toContain('第10003行（三月第3行）');
  const { text } = await desk.post('/desk/receipts/1/list/1', { _key: key, row: ['2', '10003'] });
  expect(words(text)).toContain('2笔，共750元');
});

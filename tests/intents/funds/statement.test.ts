import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, onTestFinished, test } from 'vitest';
import { type Balances } from '../../../src/domain/funds/ledger.js';
import { receiptPostings, refundPostings, spendPostings } from '../../../src/domain/funds/postings.js';
import { monthOf, statementOf } from '../../../src/domain/funds/statement.js';
import { readMonth } from '../../../src/language/values/time/month.js';
import { monthlySheet, statementCsv, statementXlsx } from '../../../src/publish/funds/funds-statement.js';
import { statementRoutes } from '../../../src/web/statements.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received } from '../../support/works.js';

/** 1 000 yuan in February; in March 500 of subsidy, and two payments, one worded like a formula. */
async function accounts(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-02-05T10:00:00+08:00', households: 30 });
  const project = await aProject(grid, { budgetFen: 150_000 });
  const home = await grid.inUnit(async unit => (await unit.members.view(grid.resident(20).userid)).householdId ?? 0);
  await received(grid, project, { fen: 1000_00, householdId: home });
  grid.now = new Date('2026-03-01T00:00:00+08:00');
  await received(grid, project, { fen: 500_00, source: 'subsidy' });
  grid.now = new Date('2026-03-31T23:59:59+08:00');
  await paid(grid, project, { fen: 847_46, why: '=1+1"电缆", 三相' });
  grid.now = new Date('2026-04-01T00:00:00+08:00');
  await paid(grid, project, { fen: 10_00, why: '灯泡' });
  return grid;
}

async function sheetOf(grid: Neighbourhood, month: string) {
  const sheet = await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    return project && monthlySheet(unit, project, month);
  });
  if (!sheet) throw new Error('there is no such sheet');
  return sheet;
}

test.each([
  ['1号3月收支明细', '上月结余1,000元｜这个月收了500元｜花了847.46元｜**还剩652.54元**'],
  ['1号上月收支明细', '还剩652.54元'],
  ['看看1号二月份的账单', '这个月没有支出'],
  ['1号2026年4月收支明细', '上月结余652.54元｜这个月收了0元｜花了10元'],
  ['1号13月收支明细', '请说一个已经开始了的月份'],
  ['1号2026年5月收支明细', '请说一个已经开始了的月份'],
  ['9号3月收支明细', '没有9号项目'],
])('“%s”', async (said, sentence) => {
  const grid = await accounts();

  expect(await grid.resident(3).says(said)).toContain(sentence);
});

test('the summary leads to both tables, which say the same to the fen and hold no formula', async () => {
  const grid = await accounts();
  expect(await grid.resident(3).says('1号3月收支明细')).toMatch(/\/1\/2026-03\.xlsx\).*\/1\/2026-03\.csv\)/);

  const sheet = await sheetOf(grid, '2026-03');
  const csv = statementCsv(sheet);
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true });
  const cells = await readSheet(await statementXlsx(sheet), '2026-03');

  expect(csv.startsWith('\uFEFF')).toBe(true);
  const [payment] = rows.filter(row => row[2]?.includes('电缆'));
  expect(payment?.slice(2, 6)).toEqual(['\'=1+1"电缆", 三相', '', '847.46', '652.54']);
  expect(cells.find(row => String(row[2]).includes('电缆'))?.slice(2, 6)).toEqual([
    '=1+1"电缆", 三相',
    null,
    847.46,
    652.54,
  ]);
  expect(cells.find(row => row[2] === '本月合计')?.slice(3, 6)).toEqual([500, 847.46, 652.54]);
  expect(rows.flat().some(cell => /^[=+@]/u.test(cell))).toBe(false);
});

test('the table names the line of the budget and who was paid, a person masked; whom to ask and room to sign stand below', async () => {
  const grid = await accounts();
  await grid.inUnit(async unit => {
    const [first, second] = await unit.spending.ofProject(1);
    if (first) await unit.spending.keep(Object.assign(first, { line: '材料', payee: '张记五金' }));
    const purpose = '灯泡，白条，证明人张三丰、李四';
    if (second) await unit.spending.keep(Object.assign(second, { payee: '李大明', purpose }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const march = (await sheetOf(grid, '2026-03')).rows;
  const april = (await sheetOf(grid, '2026-04')).rows;
  const payment = march.find(row => String(row[2]).includes('电缆'));

  expect(payment?.slice(6, 9)).toEqual(['政策奖补、居民众筹', '材料', '张记五金']);
  const slip = april.find(row => row[2] === '灯泡') ?? [];
  expect([slip[8], slip[10]]).toEqual(['李＊＊', '张＊＊、李＊']);
  const text = march.flat().join('|');
  for (const words of ['账户：', '银行账户余额', '差额和原因', '审批人：|监管小组：|监管小组：', '7天内找社区会计'])
    expect(text).toContain(words);
});

test('the first sheet is one page for the board whose numbers add up from the first day on', async () => {
  const grid = await accounts();
  const cells = await readSheet(await statementXlsx(await sheetOf(grid, '2026-04')), '一页看懂');
  const said = Object.fromEntries(cells.map(row => [String(row[0]), row[1]]));

  expect(said).toMatchObject({
    '一共收了多少（元）': 1500,
    '花了多少（元）': 857.46,
    '还剩多少（元）': 642.54,
    '灯泡（第4号凭证）': 10,
    谁在监督: '监管小组0人',
    有疑问找谁: '社区会计、楼长、网格书记',
  });
});

test('whatever words and amounts: read back, no cell is a formula, every amount is a number and the sums are the same to the fen', async () => {
  const sheet = await sheetOf(await accounts(), '2026-03');
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '\r=', ' =', '"='), fc.string({ maxLength: 10 }))
      .map(parts => parts.join('')),
  );
  const row = fc.tuple(word, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async made => {
      const rows = made.map(([text, fen]) => [`x${text}`, text, { fen }]);
      const sumFen = made.reduce((sum, [, fen]) => sum + fen, 0);
      const read: string[][] = parse(statementCsv({ ...sheet, rows }), { bom: true });
      const cells = await readSheet(await statementXlsx({ ...sheet, rows }), sheet.month);

      for (const [, text = ''] of read) expect(text).not.toMatch(/^\s*[=+\-@]/u);
      expect(read.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0)).toBe(sumFen);
      for (const [, text, amount] of cells) {
        expect(typeof amount).toBe('number');
        expect(text === null || typeof text === 'string').toBe(true);
      }
      expect(cells.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0)).toBe(sumFen);
    }),
    { numRuns: 40 },
  );
});

test('what was published for a month says the same later, and no payer stands in it', async () => {
  const grid = await accounts();
  const before = await sheetOf(grid, '2026-02');
  const home = grid.resident(20).known;

  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    await unit.ledger.post({
      projectId: project?.id ?? 0,
      kind: 'spend',
      postings: spendPostings(await unit.ledger.balances(project?.id ?? 0), 1_00),
      why: '螺丝',
      by: 'r004',
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const after = await sheetOf(grid, '2026-02');

  expect(after.digest).toBe(before.digest);
  expect(statementCsv(after)).not.toContain(home?.name);
  expect(statementCsv(after)).not.toContain(home?.room);
});

test('months of any history join without a gap, and the last closes on the balance of the accounts', () => {
  const deed = fc.record({
    kind: fc.constantFrom('residents', 'subsidy', 'spend', 'refund'),
    fen: fc.integer({ min: 1, max: 1_000_000 }),
    day: fc.integer({ min: 0, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), deeds => {
      const balances: Record<string, number> = {};
      const entries = deeds
        .toSorted((a, b) => a.day - b.day)
        .flatMap(({ kind, fen, day }, index) => {
          const postings = postingsOf(kind, fen, balances);
          for (const { from, to, amountFen } of postings) {
            balances[from] = (balances[from] ?? 0) - amountFen;
            balances[to] = (balances[to] ?? 0) + amountFen;
          }
          const at = new Date(Date.UTC(2026, 0, 1 + day));
          return postings.length === 0 ? [] : [{ no: index + 1, at, why: 'x', postings }];
        });
      let closing = 0;
      for (const month of ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05']) {
        const period = monthOf(month);
        if (!period) throw new Error('a month');
        const statement = statementOf(entries, period);
        expect(statement.openingFen).toBe(closing);
        closing = statement.closingFen;
      }
      expect(closing).toBe((balances['cash/residents'] ?? 0) + (balances['cash/subsidy'] ?? 0));
    }),
  );
});

test('the tables are served beside the board, for months that have begun', async () => {
  const grid = await accounts();
  const app = new Koa();
  app.use(statementRoutes({ store: grid.store, now: () => grid.now }).routes());
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const code = await grid.inUnit(async unit => unit.grid.code);
  const get = (path: string): Promise<{ status: number; type: string; length: number }> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, response => {
        let length = 0;
        response.on('data', (part: Buffer) => (length += part.length));
        const type = String(response.headers['content-type']);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, type, length }));
      })
        .on('error', reject)
        .end();
    });

  expect(await get(`/board/${code}/1/2026-03.csv`)).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
  const workbook = await get(`/board/${code}/1/2026-03.xlsx`);
  expect(workbook).toMatchObject({ status: 200, type: expect.stringContaining('spreadsheetml') as string });
  expect(workbook.length).toBeGreaterThan(1000);
  for (const path of [`${code}/1/2026-05.csv`, `${code}/9/2026-03.csv`, `${code}/1/2026-13.csv`, 'other/1/2026-03.csv'])
    expect((await get(`/board/${path}`)).status).toBe(404);
});

test.each([
  ['3月', '2026-03'],
  ['三月份', '2026-03'],
  ['12月', '2025-12'],
  ['十一月', '2025-11'],
  ['去年3月', '2025-03'],
  ['本月', '2026-04'],
  ['上个月', '2026-03'],
  ['2026年5月', undefined],
  ['0月', undefined],
  ['十三月', undefined],
])('%s is %s', (said, month) => {
  expect(readMonth(said, '2026-04-10')).toBe(month);
});

function postingsOf(kind: string, fen: number, balances: Balances) {
  if (kind === 'residents' || kind === 'subsidy')
    return [...receiptPostings(kind, fen), { from: `received/${kind}`, to: `cash/${kind}`, amountFen: fen } as const];
  const residents = balances['cash/residents'] ?? 0;
  const all = residents + (balances['cash/subsidy'] ?? 0);
  if (kind === 'spend') return fen <= all ? spendPostings(balances, fen) : [];
  return fen <= residents ? refundPostings(fen) : [];
}

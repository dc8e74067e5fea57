import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { bookOf } from '../../../src/language/tables/book.js';
import { readPayments } from '../../../src/language/tables/payments.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, fundsAre, reconciles, theProject } from '../../support/works.js';

/** A round of 1 000 yuan: 20 has promised 400, 21 300, 22 300. */
async function aCollection(): Promise<{ grid: Neighbourhood; cashier: Person }> {
  // Few enough that no two households share a name.
  const grid = await aNeighbourhood({ households: 40 });
  const pledgeClosesAt = new Date('2026-03-20T10:00:00+08:00');
  await aProject(grid, { state: 'pledging', budgetFen: 100_000, pledgeClosesAt });
  for (const [who, sum] of [
    [20, 400],
    [21, 300],
    [22, 300],
  ] as const)
    await grid.resident(who).says(`1号我出${sum}元`);
  return { grid, cashier: grid.role('cashier') };
}

function home({ known }: Person): string {
  return `${known?.building}-${known?.unit}-${known?.room}`;
}

/** A bank's list: preamble, one sure by memo and one likely by name, one of too much, one unknown, money out, a broken row, a total. */
function bankList(grid: Neighbourhood, by: 'name' | 'address' = 'address'): string {
  return [
    '中国某某银行活期账户明细,,,,,',
    '账号:,"6222********0001",,户名:花园社区居委会,,',
    '',
    '交易日期,摘要,收入金额(元),支出金额(元),对方户名,附言',
    `20260301,转账,400.00,,王大妈,${home(grid.resident(20))} 电路款`,
    `2026-03-01,转账,"300.00",,${grid.resident(21).name},${by === 'name' ? '' : home(grid.resident(21))}`,
    '20260230,转账,300.00,,张三,',
    '2026/3/2,转账,300.005,,张三,',
    `2026/3/2,转账,350,,${grid.resident(22).name},`,
    '2026/3/2,转账,66.60,,不知名,谢谢',
    '2026/3/2,付款,,860.00,五金店,电缆',
    '合计,,1116.60,860.00,,',
  ].join('\r\n');
}

test('a statement is booked while defects are mended, as a single receipt is', async () => {
  const grid = await aNeighbourhood({ households: 40 });
  await aProject(grid, { state: 'rectification', budgetFen: 100_000 });
  const cashier = grid.role('cashier');
  await cashier.sendsFile(iconv.encode(bankList(grid), 'gb18030'));

  expect(await cashier.says('1号流水1入账，加第6行', { chat: 'single' })).toContain('已入账：1号流水1的');
});

test('a statement of the bank is read past its preamble, matched, and booked in one go', async () => {
  const { grid, cashier } = await aCollection();

  const taken = await cashier.sendsFile(iconv.encode(bankList(grid), 'gb18030'));
  expect(taken).toContain('流水1收到了：收入4笔，共1,116.60元');
  expect(taken).toContain('第7行没有读：日期“20260230”读不出');
  expect(taken).toContain('第8行没有读：金额“300.005”读不出');

  const screen = await cashier.says('1号流水1', { chat: 'single' });
  expect(screen).toContain('确定2笔，共700元');
  expect(screen).toMatch(/第9行 .*350元 → .*比认捐多50\.00元/);
  expect(screen).toMatch(/第10行 03-02 不知名 66\.60元：附言没有房号/);
  // What is not booked stands there with its row and its reason, too.
  expect(screen).toContain('第7行没有读：日期“20260230”读不出');
  expect(screen).toContain('第11行：支出');

  expect(await cashier.says('1号流水1入账')).toContain('2笔，共700元');
  expect(await grid.postsTo(grid.resident(20).userid)).toContainEqual(
    expect.stringContaining('收到您家给1号交的400元'),
  );
  // Only what the bookkeeper has reconciled counts.
  expect(await fundsAre(grid, 1)).toContain('实收0元');
  await reconciles(grid, 1);
  expect(await fundsAre(grid, 1)).toContain('实收700元');
});

test('the same file twice, and the same payments in another file, change nothing', async () => {
  const { grid, cashier } = await aCollection();
  await cashier.sendsFile(bankList(grid));
  await cashier.says('1号流水1入账');
  const entries = await grid.inUnit(unit => unit.ledger.entries(1));

  expect(await cashier.sendsFile(bankList(grid))).toContain('之前收过，是流水1');
  expect(await cashier.says('1号流水1入账')).toContain('没有可以直接入账的');
  expect(await cashier.sendsFile(`导出时间 2026-03-02\r\n${bankList(grid)}`)).toContain('流水2收到了');
  expect(await cashier.says('1号流水2', { chat: 'single' })).toContain('已经入过账的2笔');
  expect(await cashier.says('1号流水2入账')).toContain('没有可以直接入账的');
  expect(await grid.inUnit(unit => unit.ledger.entries(1))).toEqual(entries);
});

test('a payment that was looked at is added by its row; one of nobody is not', async () => {
  const { grid, cashier } = await aCollection();
  await cashier.sendsFile(bankList(grid));

  expect(await cashier.says('1号流水1入账，加第10行')).toContain('第10行没有对上的住户');
  expect(await cashier.says('1号流水1入账，加第9行')).toContain('3笔，共1,050元');
  await reconciles(grid, 1);
  expect((await theProject(grid, 1)).state).toBe('funded');
});

test('a name and a sum alone are likely, not sure; ticked by its row the payment is booked, and nothing else is', async () => {
  const { grid, cashier } = await aCollection();
  await cashier.sendsFile(bankList(grid, 'name'));

  const screen = await cashier.says('1号流水1', { chat: 'single' });
  expect(screen).toContain('确定1笔，共400元');
  expect(screen).toMatch(/第6行 .*300元 → .*只有户名和金额对得上/);
  expect(await cashier.says('1号流水1第6行入账')).toContain('1笔，共300元');
  expect(await cashier.says('1号流水1全部确定的入账')).toContain('1笔，共400元');
});

test('a workbook of WeChat Pay says the same', async () => {
  const { grid, cashier } = await aCollection();
  const heads = ['交易时间', '交易类型', '交易对方', '商品', '收/支', '金额(元)', '当前状态', '交易单号'];
  const line = (name: string, goods: string, side: string, sum: string, status: string, serial: string): string[] => [
    '2026-03-02 09:00:01',
    '转账',
    name,
    goods,
    side,
    sum,
    status,
    serial,
  ];
  const rows = [
    ['微信支付账单明细'],
    heads,
    line(grid.resident(21).name, home(grid.resident(21)), '收入', '¥300.00', '已收钱', '1000001'),
    line('五金店', '电缆', '支出', '¥860.00', '支付成功', '1000002'),
    line(grid.resident(22).name, '/', '收入', '¥300.00', '已全额退款', '1000003'),
  ];
  const book = await writeExcelFile(rows).toBuffer();

  expect(await cashier.sendsFile(book)).toMatch(/收入1笔，共300元[^]*第5行：状态是“已全额退款”，这一笔已经退款/);
  expect(await cashier.says('1号流水1', { chat: 'single' })).toContain('确定1笔');
});

test('names of payers are told in private, to the cashier, and stay out of what is published', async () => {
  const { grid, cashier } = await aCollection();
  await cashier.sendsFile(bankList(grid));

  expect(await cashier.says('1号流水1')).toContain('只在私聊里看');
  expect(await grid.resident(30).says('1号流水1', { chat: 'single' })).toContain('出纳');
  expect(await grid.resident(30).sendsFile(bankList(grid))).toContain('文件我用不上');
  await cashier.says('1号流水1入账');
  const whys = (await grid.inUnit(unit => unit.ledger.entries(1, ['receipt']))).map(({ why }) => why);
  expect(whys).toEqual(['收款（流水1第5行，他人代付）', '收款（流水1第6行）']);
});

test.each([
  ['no table at all', Buffer.from([0, 1, 2, 3]), '不是表格'],
  ['an empty file', Buffer.alloc(0), '是空的'],
  ['a zip that is no workbook', Buffer.from('PK\u0003\u0004nothing'), '另存为xlsx'],
  ['a table of something else', Buffer.from('姓名,电话\n李芳,138'), '没有找到流水的表头'],
  ['too large', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), '超过5MB'],
])('%s is refused in a sentence', async (_, bytes, sentence) => {
  const { grid, cashier } = await aCollection();
  const deeds = await grid.journal();

  expect(await cashier.sendsFile(bytes)).toContain(sentence);
  expect(await cashier.says('1号流水1', { chat: 'single' })).toContain('没有流水1');
  expect(await grid.journal()).toEqual(deeds);
});

test('a quote that is never closed spoils its own row only', async () => {
  const { grid, cashier } = await aCollection();
  const rows = [
    '日期,收入金额,对方户名,附言',
    `2026-03-01,"300,张三,`,
    `2026-03-01,300,${grid.resident(21).name},${home(grid.resident(21))}`,
  ];

  await cashier.sendsFile(rows.join('\n'));

  expect(await cashier.says('1号流水1', { chat: 'single' })).toContain('确定1笔，共300元');
});

test.each([
  ['2026-03-01', '1,847.46', 184_746],
  ['2026年3月1日', '¥0.10', 10],
  ['2026/03/01 10:20:30', '200.10元', 20_010],
  ['2026-02-29', '5', '日期'],
  ['2026-03-03', '5', '还没到'],
  ['2026-03-01', '10000000.01', '太大'],
  ['2026-03-01', '1¥2', '读不出'],
  ['2026-03-01', '0.001', '读不出'],
  ['2026-03-01', '1e3', '读不出'],
])('%s, %s', (day, amount, expected) => {
  const read = readPayments(
    bookOf([
      ['日期', '收入金额'],
      [day, amount],
    ]),
    '2026-03-02',
  );

  if (typeof expected === 'number') expect(read.rows.map(({ amountFen }) => amountFen)).toEqual([expected]);
  else expect(read.refused).toEqual([{ row: 2, reason: expect.stringContaining(expected) as string }]);
});

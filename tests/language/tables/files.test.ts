import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type WorkSheet, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { bookOf } from '../../../src/language/tables/book.js';
import { readCountyBook } from '../../../src/language/tables/county.js';
import { readRoster } from '../../../src/language/tables/roster.js';
import { paymentsIn, readHere, rosterIn, sampleFile } from '../../support/tables.js';

/** Lists of payments as people have them, and what they say: what came in, what does not count, what was not read. */
const payments: Readonly<Record<string, readonly string[]>> = {
  '01-wechat-neutral.csv': [
    '像是微信支付账单',
    '5 2026-11-20 09:00:01 200.00 王小明|转账备注:1-1-101',
    '6 不计：收支是“/”，不是收入',
    '7 不计：收支是“/”，不是收入',
    '8 不计：收支是“/”，不是收入',
  ],
  '02-wechat-neutral-2025.csv': ['像是微信支付账单', '3 不计：收支是“中性交易”，不是收入'],
  '03-alipay.csv': [
    '像是支付宝账单',
    '7 2026-11-20 09:00:01 200.00 王小明|1-1-101 路灯款',
    '8 不计：收支是“不计收支”，不是收入',
    '9 不计：收支是“不计收支”，不是收入',
    '10 不计：状态是“交易关闭”，钱没有到账',
  ],
  '04-icbc.csv': ['像是工商银行流水', '6 2026-11-20 200.00 王小明|他行汇入'],
  '05-ccb-company.csv': ['像是建设银行企业流水', '2 2026-11-20 18:22:03 200.00 王小明|转账 1-1-101'],
  '07-abc.csv': [
    '像是农业银行流水',
    '2 2026-11-20 12:34:56 200.00 王小明|转存 1-1-101路灯款',
    '3 不计：没有收入的金额',
  ],
  '08-icbc-company-voucher0.csv': [
    '像是工商银行企业流水',
    '3 2026-11-20 09:00:00 200.00 王小明|转账 1-1-101',
    '4 2026-11-20 09:10:00 200.00 李小红|转账 1-1-102',
  ],
  '08b-icbc-next-day.csv': ['像是工商银行企业流水', '2 2026-03-02 09:10:00 200.00 李小红|转账 1-1-102'],
  '09-timestamp14.csv': ['2 2026-11-20 09:00:01 200.00 王小明|1-1-101'],
  '10-tab.xls': ['2 2026-11-20 200.00 王小明|1-1-101'],
  '11-html.xls': ['2 2026-11-20 200.00 王小明|'],
  '12-utf16.csv': ['按UTF-16编码读的', '2 2026-11-20 200.00 王小明|'],
  '13-reversal.csv': ['2 不计：被第3行冲正或退回，互相抵消', '3 不计：冲正或退回第2行，互相抵消'],
  '14-returned.csv': ['2 不计：被第3行冲正或退回，互相抵消', '3 不计：冲正或退回第2行，互相抵消'],
  '15-forms.csv': [
    '2 2026-11-20 200.00 王小明|a',
    '3 2026-11-20 200.00 王小明|b',
    '4 2026-11-20 200.00 王小明|c',
    '5 2026-11-20 200.00 王小明|d',
    '6 2026-11-20 1200.00 王小明|e（金额中间有空格）',
    '7 2026-11-20 200.00 王小明|f（金额是科学计数写法，可能少了尾数）',
    '10 2026-11-20 200.00 王小明|i（第8行又转给同一个人200元，请核对）',
    '11 2026-11-20 200.00 王小明|j',
    '12 2026-11-20 200.00 王小明|k',
    '13 2026-11-20 200.00 王小明|l',
    '15 2026-11-20 09:00:00 200.00 王小明|n',
    '16 2026-11-20 09:00:00 200.00 王小明|o',
    '17 2026-11-20 09:00:00 200.00 王小明|p',
    '8 不计：支出',
    '9 没读：金额“200,00”读不出',
    '14 没读：日期“26/11/20”读不出',
  ],
  '18-wechat-merchant.csv': ['像是微信支付商户账单', '2 2026-11-20 09:00:01 200.00 |路灯款 1-1-101'],
  '19-income-sign-zhang.csv': ['3 2026-11-21 200.00 王小明|1-1-101', '2 不计：支出'],
  '21-numbers.xlsx': [
    '2 2026-11-20 200.00 王小明|serial number day',
    '3 2026-11-20 09:00:00 200.30 王小明|float',
    '4 2026-11-20 200.00 王小明|text',
    '5 2026-11-20 200.00 王小明|number day',
    '6 2026-11-20 00:30:00 300.00 李小红|just after midnight',
    '7 2026-11-20 09:00:00 199.80 王小明|66.6*3',
  ],
  '22-second-sheet.xlsx': [
    '工作表“账户信息”没有流水的表头，没有读',
    '读了工作表“交易明细”',
    '2 2026-11-20 200.00 王小明|',
  ],
};

const rosters: Readonly<Record<string, readonly string[]>> = {
  'r01-title-row.csv': ['1/1/101 89.50 王小明'],
  'r02-merged.csv': ['1/1/101 89.50 王小明', '1/1/102 89.50 李小红', '1/2/101 70.00 赵小刚'],
  'r04-spaced-headers.csv': ['1/1/101 89.50 王小明'],
  'r05-fullwidth.csv': [
    '1/1/101 89.50 王小明',
    '1/1/102 89.50 李小红',
    '1/1/103 1089.50 赵小刚',
    '1/1/104 89.50 孙小兵',
  ],
  'r06-lettered.csv': [
    'A/1/101 89.50 王小明',
    'B/1/102 89.50 李小红',
    '甲1/1/103 89.50 赵小刚',
    '1-2/1/104 89.50 钱小花',
    '1/1/商铺3 45.00 孙小兵',
    '1/1/地下车位12 12.00 周小军',
  ],
  'r07-two-owners.csv': ['101', '102', '103', '104', '105'].map(room => `1/1/${room} 89.50 王小明+李小红`),
  'r08-placeholders.csv': [
    '1/1/101 89.50 王小明',
    '1/1/102 89.50 李小红',
    '4：没有写业主姓名',
    '5：没有写业主姓名',
    '6：没有写业主姓名',
  ],
  'r09-zerowidth.csv': ['1/1/101 89.50 王小明 @wxm 13800000001'],
  'r10-semicolon.csv': ['2：面积“89,5”要写成平方米，最多两位小数，小数点写“.”'],
  'r11-tab.txt': ['1/1/101 89.50 王小明'],
  'r12-utf16.csv': ['按UTF-16编码读的', '1/1/101 89.50 王小明'],
  'r14-same-userid.csv': ['1/1/101 89.50 王小明 @wxm', '1/1/102 120.00 王小明 @wxm'],
  'r15-big5.csv': ['1/1/101 89.50 王小明'],
  'r16-repeated-header.csv': ['1/1/101 89.50 王小明', '1/1/102 89.50 李小红'],
  'r17-quotes.csv': ['1/1/102 89.50 李小红', '2：业主“王小明"明哥"”里有引号或别的记号，请只写姓名'],
  'r18-phone-sci.csv': [
    '1/1/0101 89.50 李小红',
    '2：电话“1.38E+10”被表格软件改成了科学计数，请把这一列设成文本重新写',
    '4：1-1-101 与第3行重复',
  ],
  'r20-two-sheets.xlsx': ['读了工作表“1号楼”、“2号楼”', '1/1/101 89.50 王小明', '2/1/101 70.00 李小红'],
  'r22-merged.xlsx': ['1/1/101 89.50 王小明 13800000001', '1/1/102 89.50 李小红', '1/2/101 70.00 赵小刚'],
  'r23-title.xlsx': ['1/1/101 89.50 王小明'],
  'r24-floats.xlsx': [
    '1/1/101 89.30 王小明',
    '1/1/102 89.55 李小红',
    '1/1/105 89.50 周小军',
    'Sheet4：房号“2026-01-03”被表格软件改成了日期，请把这一格设成文本再写房号',
    'Sheet5：面积“=89+0.5”是公式，请存成数值',
  ],
  'r25-hidden-row.xlsx': ['工作表“Sheet”有1行是隐藏的，没有读：第3行', '1/1/101 89.50 王小明'],
  'r26-hidden-sheet.xlsx': ['读了工作表“新名册”', '工作表“旧名册”是隐藏的，没有读', '1/1/101 89.50 新业主'],
};

test.each(Object.entries(payments))('%s', async (name, expected) => {
  expect(await paymentsIn(sampleFile(name))).toEqual(expected);
});

test.each(Object.entries(rosters))('%s', async (name, expected) => {
  expect(await rosterIn(sampleFile(name))).toEqual(expected);
});

test.each([
  ['c01-title-row.xlsx', ['g1'], []],
  ['c02-sheet-name.xlsx', ['g1'], ['网格3', '网格4']],
])('%s is known by its heads, whatever its sheets are called', async (name, codes, refused) => {
  const book = readCountyBook(await readHere(sampleFile(name)));
  if ('missing' in book) throw new Error(book.missing.zh);

  expect(book.grids.map(({ code }) => code)).toEqual(codes);
  expect([...book.rosters.keys()]).toEqual(codes);
  expect(book.refused.map(({ sheet, row }) => `${sheet}${row}`)).toEqual(refused);
});

test('every file of the folder has its line here', () => {
  const folder = fileURLToPath(new URL('./files/', import.meta.url));
  const told = [...Object.keys(payments), ...Object.keys(rosters), 'c01-title-row.xlsx', 'c02-sheet-name.xlsx'];

  expect(readdirSync(folder).toSorted()).toEqual(told.toSorted());
});

test('owners who each tell a share of one unit are one row; tenants are kept and own nothing', async () => {
  const { rows, refused } = readRoster(
    bookOf([
      ['楼号', '单元', '房号', '面积', '业主', '份额', '租户', '手机'],
      ['1', '1', '101', '90', '王小明', '60%', '赵租客', '13800000001'],
      ['1', '1', '101', '90', '李小红', '2/5', '', '13800000002'],
      ['1', '1', '102', '80', '王小明、李小红', '各50%', '无', ''],
      ['1', '1', '103', '80', '王小明', '50%', '', ''],
      ['1', '1', '104', '80', '王小明、李小红', '共同共有', '', ''],
      ['1', '1', '105', '80', '王小明、李小红', '30%;30%', '', ''],
      ['1', '1', '106', '80', '王小明、李小红、孙小兵', '50%;50%', '', ''],
    ]),
  );

  expect(rows.map(({ room, owners, shares, tenants }) => [room, owners.join('+'), shares, tenants])).toEqual([
    ['101', '王小明+李小红', [6000, 4000], ['赵租客']],
    ['102', '王小明+李小红', [5000, 5000], []],
    ['104', '王小明+李小红', null, []],
  ]);
  expect(refused.map(({ row, reason }) => `${row} ${reason}`).toSorted()).toEqual([
    '5 产权份额加起来是50%，不是100%',
    '7 产权份额加起来是60%，不是100%',
    '8 份额写了2个，业主有3位，请每位写一个',
  ]);
});

test('a county workbook says which sheets, rows and columns were left out', async () => {
  const grids = [
    ['网格代码', '网格名称', '社区'],
    ['a', '甲网格', '花园'],
    ['b', '乙网格', '花园'],
  ];
  const homes = [
    ['网格代码', '楼号', '单元', '房号', '面积', '业主', '电话'],
    ['a', '1', '1', '101', 90, '王小明', '13800000001'],
    ['b', '1', '1', '101', 90, '李雷', '13800000002'],
  ];
  const sheets = {
    网格: utils.aoa_to_sheet(grids),
    住户: utils.aoa_to_sheet(homes),
    旧住户: utils.aoa_to_sheet(homes),
    没有代码: utils.aoa_to_sheet(homes.map(([, ...cells]) => cells)),
    空: utils.aoa_to_sheet([]),
  };
  sheets.网格['!rows'] = [{}, {}, { hidden: true }];
  sheets.住户['!cols'] = [{}, {}, {}, {}, {}, {}, { hidden: true }];
  const names = Object.keys(sheets);
  const Workbook = { Sheets: names.map(name => ({ name, Hidden: name === '旧住户' ? (1 as const) : (0 as const) })) };
  const bytes = write(
    { SheetNames: names, Sheets: sheets, Workbook },
    { type: 'buffer', bookType: 'xlsx', cellStyles: true },
  ) as Buffer;

  const book = readCountyBook(await readHere(bytes));

  expect('notes' in book && book.notes).toEqual([
    '工作表“网格”有1行是隐藏的，没有读：第3行',
    '工作表“住户”隐藏的1列没有读：“电话”',
    '工作表“旧住户”是隐藏的，没有读',
    '工作表“没有代码”没有网格、住户或角色的表头，没有读',
  ]);
});

test('a hidden column is left out and named, in a roster and in a list; what says that a payment does not count is heard', async () => {
  const sheet = utils.aoa_to_sheet([
    ['楼号', '单元', '房号', '面积', '业主', '电话'],
    ['1', '1', '101', 90, '王小明', '13800000001'],
  ]);
  sheet['!cols'] = [{}, {}, {}, {}, {}, { hidden: true }];
  const list = utils.aoa_to_sheet([
    ['交易日期', '收入金额', '对方户名', '附言', '交易状态'],
    ['2026-03-05', 200, '王小明', '1-1-101', '交易关闭'],
  ]);
  list['!cols'] = [{}, {}, {}, { hidden: true }, { hidden: true }];
  const bytes = (one: WorkSheet): Buffer =>
    write(
      { SheetNames: ['表'], Sheets: { 表: one } },
      { type: 'buffer', bookType: 'xlsx', cellStyles: true },
    ) as Buffer;

  expect(await rosterIn(bytes(sheet))).toEqual(['工作表“表”隐藏的1列没有读：“电话”', '1/1/101 90.00 王小明']);
  expect(await paymentsIn(bytes(list))).toEqual([
    '隐藏的1列没有读：“附言”',
    expect.stringMatching(/不计：.*交易关闭/u),
  ]);
});

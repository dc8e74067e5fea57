import { expect, test } from 'vitest';
import { paymentsIn, sampleFile } from '../../support/tables.js';

/** A list in a few lines of text. */
const list = (...lines: readonly string[]): Promise<string[]> => paymentsIn(Buffer.from(`${lines.join('\n')}\n`));

test.each([
  '****0001',
  '***1234',
  '#1',
  '#12',
  '--1',
  '期初缴费',
  '小计算机维修',
  '总务科',
  '共青团支部',
  '承前启后社',
])('a payment whose first cell is %s is one', async first => {
  expect(await list('账户,交易日期,收入金额,对方户名,摘要', `${first},2026-11-20,200,王小明,3-1-101`)).toEqual([
    expect.stringMatching(/^2 2026-11-20 200\.00 王小明\|3-1-101/u),
  ]);
});

test.each([
  '合计',
  '本页合计：',
  '本月小计',
  '总计(3笔)',
  '共3笔记录',
  '期初余额',
  '承前页',
  '过次页',
  '总收入',
  '总交易单数',
  '-----',
  '=====',
  '# 收入合计',
])('%s without a day says nothing; with a day and a sum it is told and is no income', async first => {
  const head = '账户,交易日期,收入金额,对方户名,摘要';
  const payment = '6222,2026-11-20,300,李小红,3-1-102';

  expect(await list(head, `${first},,200,,`, payment)).toEqual(['3 2026-11-20 300.00 李小红|3-1-102']);
  expect(await list(head, `${first},2026-11-20,200,,`, payment)).toEqual([
    '3 2026-11-20 300.00 李小红|3-1-102',
    expect.stringMatching(/^2 不计：“.+”像是合计或说明，没有算收入$/u),
  ]);
});

test('behind the totals of one page the next page is read', async () => {
  expect(
    await list(
      '交易日期,收入金额,对方户名,摘要',
      '2026-11-20,200,王小明,3-1-101',
      '总收入,200,,',
      '总笔数,1,,',
      '交易日期,收入金额,对方户名,摘要',
      '2026-11-21,300,李小红,3-1-102',
      '总收入,500,,',
    ),
  ).toEqual(['2 2026-11-20 200.00 王小明|3-1-101', '6 2026-11-21 300.00 李小红|3-1-102']);
});

test('behind a merchant’s totals the next day’s payments are read, and the numbers below the totals are none', async () => {
  const day = sampleFile('wechat-merchant.csv', 'formats').toString();
  const next = (day.split(/\r?\n/u)[1] ?? '').replaceAll('2026-11-20', '2026-11-21').replaceAll('20261120', '20261121');
  const read = await paymentsIn(Buffer.from(`${day.trimEnd()}\n${next}\n`));

  expect(read.filter(line => !line.includes('不计'))).toEqual([
    '像是微信支付商户账单',
    '2 2026-11-20 09:00:01 200.00 |路灯款 3-1-101',
    '8 2026-11-21 09:00:01 200.00 |路灯款 3-1-101',
  ]);
});

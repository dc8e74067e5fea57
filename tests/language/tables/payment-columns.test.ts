import { expect, test } from 'vitest';
import { paymentsIn } from '../../support/tables.js';

/** A list in a few lines of text. */
const list = (...lines: readonly string[]): Promise<string[]> => paymentsIn(Buffer.from(`${lines.join('\n')}\n`));

test.each(['户名', '账户名称', '姓名', '客户名称'])(
  'beside the payer’s column %s is the name of the account: nobody’s payment is taken back by it',
  async own => {
    expect(
      await list(
        `交易日期,${own},收入金额,支出金额,对方户名,摘要`,
        '2026-11-20,花园社区居委会,200.00,,王小明,3-1-101',
        '2026-11-20,花园社区居委会,200.00,,李小红,3-1-102',
        '2026-11-21,花园社区居委会,-200.00,,王小明,退回',
        '2026-11-22,花园社区居委会,,200.00,五金店,灯具',
        '2026-11-23,花园社区居委会,300.00,,,3-1-103',
      ),
    ).toEqual([
      '3 2026-11-20 200.00 李小红|3-1-102',
      '6 2026-11-23 300.00 |3-1-103',
      '2 不计：被第4行冲正或退回，互相抵消',
      '4 不计：冲正或退回第2行，互相抵消',
      '5 不计：支出',
    ]);
  },
);

test.each(['户名', '姓名'])('alone %s is the payer', async payer => {
  expect(await list(`缴费日期,${payer},缴费金额,房号`, '2026-11-20,王小明,200,3-1-101')).toEqual([
    '2 2026-11-20 200.00 王小明|3-1-101',
  ]);
});

test('one name in every row, in and out, is the account’s own and pays nothing', async () => {
  expect(
    await list(
      '交易日期,户名,收入金额,支出金额,摘要',
      '2026-11-20,花园社区居委会,200.00,,3-1-101',
      '2026-11-21,花园社区居委会,,200.00,灯具',
      '2026-11-22,花园社区居委会,300.00,,3-1-102',
    ),
  ).toEqual([
    '每行都是户名“花园社区居委会”，当作本方，没有当付款人',
    '2 2026-11-20 200.00 |3-1-101',
    '4 2026-11-22 300.00 |3-1-102',
    '3 不计：支出',
  ]);
});

test('what went back to nobody knows whom makes a person look at each payment of its sum', async () => {
  expect(
    await list(
      '交易日期,收入金额,对方户名,摘要',
      '2026-11-20,200.00,,3-1-101',
      '2026-11-20,200.00,,3-1-102',
      '2026-11-20,300.00,,3-1-103',
      '2026-11-21,-200.00,,退汇',
    ),
  ).toEqual([
    '2 2026-11-20 200.00 |3-1-101（第5行冲正或退回了同样的金额，没有写是哪一笔）',
    '3 2026-11-20 200.00 |3-1-102（第5行冲正或退回了同样的金额，没有写是哪一笔）',
    '4 2026-11-20 300.00 |3-1-103',
    '5 不计：冲正或退回，这份里没有找到原来那一笔',
  ]);
});

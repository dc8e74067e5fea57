import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { paymentsIn, sampleFile } from '../../support/tables.js';

/** The exports that are known by name, each with a made-up sample of the columns that its maker or its users have published. */
const formats: Readonly<Record<string, readonly string[]>> = {
  'abc.csv': [
    '像是农业银行流水',
    '4 2026-11-20 09:00:01 200.00 王小明|转存 3-1-101路灯款',
    '5 不计：支出',
    '6 不计：是银行的“结息”',
  ],
  'alipay-personal.csv': [
    '像是支付宝账单',
    '6 2026-11-20 09:00:01 200.00 王小明|3-1-101路灯款',
    '7 不计：支出',
    '8 不计：没有写是收入还是支出',
    '9 不计：收支是“资金转移”，不是收入',
  ],
  'boc-company.csv': [
    '像是中国银行企业流水',
    '3 2026-11-20 09:00:01 200.00 王小明|OBSS 路灯款 3-1-101',
    '4 不计：支出',
  ],
  'boc-personal.csv': ['像是中国银行流水', '4 2026-11-20 09:00:01 200.00 王小明|3-1-101路灯款', '5 不计：支出'],
  'bocom.csv': ['像是交通银行流水', '3 2026-11-20 09:00:01 200.00 王小明|3-1-101路灯款', '4 不计：支出'],
  'ccb-company.csv': ['像是建设银行企业流水', '2 2026-11-20 18:22:03 200.00 王小明|转账 3-1-101', '3 不计：支出'],
  'ccb-personal.csv': ['像是建设银行流水', '3 2026-11-20 200.00 王小明|转账存入 3-1-101路灯款', '4 不计：支出'],
  'cmb-company.csv': [
    '像是招商银行企业流水',
    '3 2026-11-20 09:00:01 200.00 王小明|3-1-101路灯款',
    '4 不计：支出',
    '5 不计：被第6行冲正或退回，互相抵消',
    '6 不计：冲正或退回第5行，互相抵消',
  ],
  'cmb-personal.csv': ['像是招商银行流水', '6 2026-11-20 09:00:01 200.00 |王小明 3-1-101路灯款', '7 不计：支出'],
  'icbc-company.csv': [
    '像是工商银行企业流水',
    '3 2026-11-20 09:00:00 200.00 王小明|转账 3-1-101',
    '5 2026-11-20 11:10:00 300.00 李小红|网银转账 3-1-102 路灯',
    '4 不计：支出',
  ],
  'icbc-personal.csv': ['像是工商银行流水', '7 2026-11-20 200.00 王小明|3-1-101路灯款', '8 不计：支出'],
  'psbc.csv': ['像是邮储银行流水', '3 2026-11-20 09:00:01 200.00 王小明|跨行转入 3-1-101路灯款', '4 不计：支出'],
  'rural-credit.csv': [
    '像是农信社流水',
    '4 2026-11-20 09:00:01 200.00 王小明|3-1-101路灯款',
    '5 不计：支出',
    '6 不计：是银行的“结息”',
  ],
  'wechat-merchant.csv': [
    '像是微信支付商户账单',
    '2 2026-11-20 09:00:01 200.00 |路灯款 3-1-101',
    '3 不计：被第4行冲正或退回，互相抵消',
    '4 不计：冲正或退回第3行，互相抵消',
    '5 不计：状态是“REVOKED”，钱没有到账',
  ],
  'wechat-personal.csv': [
    '像是微信支付账单',
    '15 2026-11-26 09:00:00 150.00 王小明|转账备注:3-1-101 路灯款（第19行冲正或退回了50元，这里是剩下的）',
    '16 2026-11-25 09:00:00 300.00 李小红|收款方备注:二维码收款付款方留言:3号楼1单元102',
    '17 2026-11-24 09:00:00 200.00 赵小刚|',
    '18 不计：支出',
    '19 不计：冲正或退回第15行的一部分',
    '20 不计：收支是“/”，不是收入',
  ],
};

test.each(Object.entries(formats))('%s', async (name, expected) => {
  expect(await paymentsIn(sampleFile(name, 'formats'))).toEqual(expected);
});

test('every sample has its line here', () => {
  const folder = fileURLToPath(new URL('./formats/', import.meta.url));

  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(formats).toSorted());
});

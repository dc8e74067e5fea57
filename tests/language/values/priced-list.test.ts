import { expect, test } from 'vitest';
import { readPricedList } from '../../../src/language/values/priced-list.js';

test.each([
  ['材料1200元，人工800元', { 材料: 120_000, 人工: 80_000 }],
  ['甲公司8,600元、乙公司：9200块；丙公司1万元', { 甲公司: 860_000, 乙公司: 920_000, 丙公司: 1_000_000 }],
  ['电缆 ３５００元', { 电缆: 350_000 }],
])('“%s” is a list of names with prices', (text, expected) => {
  const list = readPricedList(text);

  expect(Object.fromEntries(list?.map(({ name, amountFen }) => [name, amountFen]) ?? [])).toEqual(expected);
});

test.each(['材料，人工800元', '材料1200元，材料800元', '材料几百元', '1200元', '材料-5元', '材料1200元人工800元'])(
  '“%s” is none',
  text => {
    expect(readPricedList(text)).toBeNull();
  },
);

import { expect, test } from 'vitest';
import { homeWords } from '../../../../src/language/values/people/homes.js';
import { paidWithoutSum, readReceipts } from '../../../../src/language/values/money/receipts-said.js';

const said = (text: string): string | null =>
  readReceipts(text)
    ?.map(receipt => `${homeWords(receipt)} ${receipt.fen / 100}`)
    .join(', ') ?? null;

test.each([
  ['今天收了301的200、302的150，501还没给', '301 200, 302 150'],
  ['301交了200，302交了150', '301 200, 302 150'],
  ['12号收了3号楼2单元301的200、302的150', '3号楼2单元301 200, 3号楼2单元302 150'],
  ['收到3号楼2单元301 200元、1单元202 150元', '3号楼2单元301 200, 3号楼1单元202 150'],
  ['3-2-301两百，3-2-302一百五', '3号楼2单元301 200, 3号楼2单元302 150'],
  ['301的100、302的90交了', '301 100, 302 90'],
  ['301、302都交了', null],
  ['301和302都交了，一共350', null],
  ['12号，老王（3号楼2单元301）把对门302的150也捎来了，连他自己的200，一共350', '3号楼2单元302 150, 3号楼2单元301 200'],
  ['孙姐(2-1-102)帮楼上202的100捎来了，还有她自己的300', '2号楼1单元202 100, 2号楼1单元102 300'],
  ['收了301的200、302的150，一共350', '301 200, 302 150'],
  ['收了301的200、302的150，一共360', null],
  ['301交了200', null],
  ['301交了200，302交了150吗', null],
  ['要是301交了200，302交了150呢', null],
  ['301交了200，302交了150，退他们吧', null],
  ['301漏水200，302漏水150', null],
  ['3号楼2单元301 200元', null],
])('“%s” tells of %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each([
  ['301交钱了', '301'],
  ['1202把钱交了', '1202'],
  ['2单元310交了', '2单元310'],
  ['3号楼2单元200交了', '3号楼2单元200'],
  // A figure that is no door is a sum.
  ['200交了', null],
  ['500转了', null],
  ['1000收到了', null],
  ['1000给了', null],
  ['310交了', null],
])('“%s” tells that %s paid and not how much', (text, expected) => {
  const home = paidWithoutSum(text);
  expect(home && homeWords(home)).toBe(expected);
});

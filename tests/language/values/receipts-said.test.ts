import { expect, test } from 'vitest';
import { homeWords } from '../../../src/language/values/homes.js';
import { readReceipts } from '../../../src/language/values/receipts-said.js';

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
  ['301交了200', null],
  ['301交了200，302交了150吗', null],
  ['要是301交了200，302交了150呢', null],
  ['301交了200，302交了150，退他们吧', null],
  ['301漏水200，302漏水150', null],
  ['3号楼2单元301 200元', null],
])('“%s” tells of %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

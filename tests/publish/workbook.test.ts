import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csvOf, workbookOf } from '../../src/publish/workbook.js';

const rows = [
  ['名目', '金额', '得分'],
  ['=HYPERLINK("http://x")', { fen: -123_456 }, { centi: 995 }],
  ['@SUM(1)', null, { centi: 0 }],
];

test('a list leaves with frozen heads, widths, numbers, on A4 across and one page wide', async () => {
  const book = await workbookOf([{ name: '表', rows, widths: [30, 12, 8], head: 1 }]);
  const files = unzipSync(book);
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toMatch(/<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9" orientation="landscape"/);
  expect(sheet).toMatch(/ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('width="30"');
  // Nothing that somebody wrote is reckoned.
  expect(sheet).not.toContain('<f>');
  expect(await readSheet(book, '表')).toEqual([
    ['名目', '金额', '得分'],
    ['=HYPERLINK("http://x")', -1234.56, 9.95],
    ['@SUM(1)', null, 0],
  ]);
});

test('as CSV it begins with the mark of UTF-8, and no text is a formula', () => {
  expect(csvOf(rows)).toBe(
    '\ufeff名目,金额,得分\r\n"\'=HYPERLINK(""http://x"")",-1234.56,9.95\r\n"\'@SUM(1)",,0.00\r\n',
  );
  for (const sign of ['＝', '＋', '－', '＠', ' ＝', '\u3000='])
    expect(csvOf([[`${sign}1`]])).toBe(`\ufeff"'${sign}1"\r\n`);
});

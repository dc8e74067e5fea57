import { deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough, zipSync } from 'fflate';
import { CFB, set_cptable, utils, write } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import iconv from 'iconv-lite';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openBook } from '../../../src/language/tables/book.js';
import { readRoster } from '../../../src/language/tables/roster.js';
import { TableTrouble } from '../../../src/language/tables/trouble.js';
import { sampleFile } from '../../support/tables.js';

set_cptable(codepages);
const head = '楼号,单元,房号,面积,业主';

/** The sentence that a file ends in. */
async function sentence(bytes: Uint8Array, rows?: number): Promise<string> {
  const error = await openBook(bytes, rows === undefined ? {} : { rows }).catch((one: unknown) => one);
  return error instanceof TableTrouble ? error.zh : 'read';
}

/** A part of an archive that is packed by zlib: fflate takes ten times as long for half a gigabyte. */
class Packed extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array, final: boolean): void {
    this.ondata(null, Uint8Array.from(deflateRawSync(chunk, { level: 9 })), final);
  }
}

/** A workbook of one sheet with so many bytes of nothing in it: small packed, large unpacked. */
function bomb(megabytes: number): Uint8Array {
  const text = (words: string) => new TextEncoder().encode(words);
  const parts: Uint8Array[] = [];
  const archive = new Zip((_, part) => void parts.push(part));
  for (const [name, bytes] of [
    ['[Content_Types].xml', text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')],
    ['xl/workbook.xml', text('<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>')],
    ['xl/worksheets/sheet1.xml', new Uint8Array(megabytes * 1024 * 1024).fill(0x20)],
  ] as const) {
    const file = new Packed(name);
    archive.add(file);
    file.push(bytes, true);
  }
  archive.end();
  return Uint8Array.from(Buffer.concat(parts));
}

test('a bomb of half a megabyte ends in a sentence, also when the archive lies about its size', async () => {
  const packed = bomb(500);
  const lying = packed.slice();
  const view = new DataView(lying.buffer);
  // The sizes in the central directory are whatever somebody writes there.
  for (let at = 0; at < lying.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);

  expect(packed.length).toBeLessThan(800_000);
  expect(await sentence(packed)).toContain('超过50MB');
  expect(await sentence(lying)).toContain('超过50MB');
});

test('while a roster of a hundred thousand rows is read, the chat is not held up', async () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => `${1 + (n % 90)},${1 + (n % 4)},${1000 + n},89.5,王小明`);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const begun = process.hrtime.bigint();
  delay.enable();
  const book = await openBook(Buffer.from(`${head}\n${rows.join('\n')}\n`).subarray(0));
  delay.disable();

  expect(book.sheets[0]?.rows.length).toBeGreaterThan(100_000);
  // Taken over a thousand rows at a time: the longest wait is a part of the reading, however slow the machine is.
  expect(delay.percentile(99)).toBeLessThan(Number(process.hrtime.bigint() - begun) / 2);
  expect(readRoster(book).rows).toHaveLength(100_000);
});

test.each([
  ['one row too many', Buffer.from(`${head}\n${'1,1,101,89.5,王\n'.repeat(100_021)}`), '超过100000行'],
  ['too many columns', Buffer.from(`${head}${',x'.repeat(201)}\n`), '超过200列'],
  ['five megabytes and one byte', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), '超过5MB'],
  ['nothing', Buffer.alloc(0), '是空的'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), '不是表格'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004nonsense'), '另存为xlsx'],
  ['a broken old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), '另存为xlsx'],
  ['half a workbook', sampleFile('r22-merged.xlsx').subarray(0, 3000), '另存为xlsx'],
])('%s is refused in a sentence', async (_, bytes, words) => {
  expect(await sentence(bytes)).toContain(words);
});

/** A workbook locked with a password: its parts are one encrypted stream in an old container. */
function locked(): Buffer {
  const container = CFB.utils.cfb_new();
  const info = new Uint8Array(64);
  // The version of agile encryption.
  info.set([4, 0, 4, 0, 0x40, 0, 0, 0]);
  CFB.utils.cfb_add(container, '/EncryptionInfo', info);
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(4096).fill(7));
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

test('a workbook with a password is refused with what to do', async () => {
  expect(await sentence(locked())).toBe('这个文件有打开密码，请去掉密码另存为xlsx再发。');
});

test('a file that takes longer than 20 seconds ends in a sentence, and the next one is read', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const slow = sentence(Buffer.from(`${head}\n1,1,101,89.5,王小明\n`));
  const next = sentence(Buffer.from(`${head}\n1,1,102,89.5,李小红\n`));
  await vi.advanceTimersByTimeAsync(20_000);

  expect(await slow).toContain('20秒还没读完');
  expect(await next).toBe('read');
});

test('fewer rows may be asked for', async () => {
  expect(await sentence(Buffer.from('a,b\n'.repeat(31)), 10)).toContain('超过10行');
});

test.each([
  ['UTF-8', Buffer.from(`\ufeff${head}\n1,1,101,89.5,王小明\n`), '王小明'],
  ['GB18030', iconv.encode(`${head}\n1,1,101,89.5,王小明\n`, 'gb18030'), '王小明'],
  ['UTF-16', iconv.encode(`${head}\n1,1,101,89.5,王小明\n`, 'utf-16le', { addBOM: true }), '王小明'],
  ['UTF-16', iconv.encode(`${head}\n1,1,101,89.5,王小明\n`, 'utf-16be', { addBOM: true }), '王小明'],
  ['UTF-16', iconv.encode(`${head}\n1,1,101,89.5,王小明\n`, 'utf-16le'), '王小明'],
  ['Big5', iconv.encode('樓號,單元,房號,面積,業主\n1,1,101,89.5,陳大文\n', 'big5'), '陳大文'],
])('%s is told', async (encoding, bytes, owner) => {
  const book = await openBook(bytes);

  expect(book.encoding).toBe(encoding);
  expect(readRoster(book).rows.map(({ owners }) => owners)).toEqual([[owner]]);
});

test.each(['biff8', 'xlsb', 'ods', 'xlml'] as const)('an old or foreign workbook (%s) is read', async bookType => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([head.split(','), [1, 1, 101, 89.5, '王小明'], [1, 1, 102, 70, '李小红']]),
    '名册',
  );
  const bytes = write(book, { type: 'buffer', bookType, codepage: 936 }) as Buffer;

  const rows = readRoster(await openBook(bytes)).rows.map(({ room, owners }) => `${room} ${owners.join('+')}`);

  expect(rows).toEqual(['101 王小明', '102 李小红']);
});

test('an archive that is no workbook is none', async () => {
  const other = zipSync({ 'a.txt': new Uint8Array(deflateRawSync(Buffer.from('x'))) });

  expect(await sentence(other)).toContain('另存为xlsx');
});

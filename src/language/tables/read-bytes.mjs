// Turns the bytes of a file into sheets of text cells and judges nothing.
import { parse } from 'csv-parse/sync';
import { Unzip, UnzipInflate } from 'fflate';
import iconv from 'iconv-lite';

class Trouble extends Error {
  constructor(code, details = {}) {
    super(code);
    Object.assign(this, { code, details });
  }
}

/** Throws an error with a `code` of trouble.ts and `details` for what cannot be read. */
export async function readBytes(bytes, { limits, heads }) {
  const book = await bookOf(bytes, { limits, known: new Set(heads) });
  for (const sheet of book.sheets) ensureWithin(sheet, limits);
  return { encoding: null, ...book };
}

async function bookOf(bytes, { limits, known }) {
  if (bytes.length === 0) throw new Trouble('empty');
  if (bytes.length > limits.packedBytes) throw new Trouble('tooLarge');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    ensureNoBomb(bytes, limits);
    return workbook(bytes, { type: 'buffer' }, { kind: 'xlsx', limits });
  }
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return workbook(bytes, { type: 'buffer' }, { kind: 'xls', limits });
  const { text, encoding } = decoded(bytes, known);
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith('<') && /<(?:table|Workbook|html)\b/iu.test(text.slice(0, 20_000)))
    return { ...(await workbook(text, { type: 'string', raw: true }, { kind: 'html', limits })), encoding };
  return {
    sheets: [{ name: '', hidden: false, hiddenRows: [], hiddenColumns: [], merged: [], rows: separated(text, known) }],
    kind: 'text',
    encoding,
  };
}

/** Counts what really comes out; what the archive says of itself may be a lie. */
function ensureNoBomb(bytes, limits) {
  let size = 0;
  const unzip = new Unzip(file => {
    file.ondata = (error, chunk) => {
      if (error) throw error instanceof Trouble ? error : new Trouble('broken');
      size += chunk?.length ?? 0;
      if (size > limits.unpackedBytes) throw new Trouble('bomb');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += 16_384)
      unzip.push(bytes.subarray(from, from + 16_384), from + 16_384 >= bytes.length);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble('broken');
  }
}

async function workbook(data, options, { kind, limits }) {
  // Only here, because to load it takes a quarter of a second, and most lists are text.
  const library = await import('@e965/xlsx');
  if (kind === 'xls') library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  let book;
  try {
    const wanted = { dense: true, cellFormula: true, cellNF: true, cellHTML: false, cellText: false, cellStyles: true };
    book = library.read(data, { ...options, ...wanted, sheetRows: limits.rows + 22 });
  } catch (error) {
    throw new Trouble(/password|encrypt/iu.test(String(error)) && kind === 'xls' ? 'locked' : 'broken');
  }
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet?.['!data']) return [];
    return [
      sheetOf(name, sheet, {
        SSF: library.SSF,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
        date1904: book.Workbook?.WBProps?.date1904 === true,
      }),
    ];
  });
  if (sheets.length === 0) throw new Trouble('broken');
  return { sheets, kind };
}

function sheetOf(name, sheet, { SSF, hidden, date1904 }) {
  const rows = Array.from(sheet['!data'], cells => Array.from(cells ?? [], cell => textIn(cell, { SSF, date1904 })));
  const hiddenRows = [];
  for (const [index, row] of (sheet['!rows'] ?? []).entries()) if (row?.hidden) hiddenRows.push(index + 1);
  const hiddenColumns = [];
  for (const [column, look] of (sheet['!cols'] ?? []).entries()) if (look?.hidden) hiddenColumns.push(column);
  const merged = [];
  // Cells that are merged downwards say the same in each of their rows.
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = rows[s.r]?.[s.c] ?? '';
    if (text === '') continue;
    for (let row = s.r + 1; row <= Math.min(e.r, rows.length - 1); row += 1) {
      while (rows[row].length <= s.c) rows[row].push('');
      rows[row][s.c] = text;
      merged.push(`${row + 1}:${s.c}`);
    }
  }
  return { name, hidden, hiddenRows, hiddenColumns, merged, rows };
}

function textIn(cell, { SSF, date1904 }) {
  if (!cell) return '';
  const { t, v, z, f, w } = cell;
  // A formula that nobody has reckoned has no value; what stands there is said, not guessed.
  if (f !== undefined && (t === 'z' || v === undefined || v === null)) return `=${f}`;
  if (t === 'e') return w ?? '#N/A';
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  if (t !== 'n') return v === undefined || v === null || t === 'z' ? '' : String(v);
  if (typeof z === 'string' && z !== 'General') {
    if (SSF.is_date(z)) return momentIn(v, { SSF, date1904 }) ?? plain(v);
    if (z.includes('%')) return `${plain(v * 100)}%`;
    if (/^0{2,20}$/u.test(z) && Number.isInteger(v) && v >= 0) return plain(v).padStart(z.length, '0');
  }
  return plain(v);
}

/** The fifteen digits that a spreadsheet keeps: 89.55000000000001 was typed as 89.55. */
function plain(value) {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? BigInt(Math.round(value)).toString() : text;
}

function momentIn(serial, { SSF, date1904 }) {
  const at = SSF.parse_date_code(serial, { date1904 });
  if (!at) return null;
  const two = number => String(number).padStart(2, '0');
  const time = `${two(at.H)}:${two(at.M)}:${two(at.S)}`;
  if (serial < 1) return time;
  return `${at.y}-${two(at.m)}-${two(at.d)}${Number.isInteger(serial) ? '' : ` ${time}`}`;
}

function decoded(bytes, known) {
  const start = bytes.subarray(0, 3).toString('hex');
  if (start === 'efbbbf') return { text: bytes.toString('utf8', 3), encoding: 'UTF-8' };
  if (start.startsWith('fffe')) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (start.startsWith('feff')) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'UTF-16' };
  if (bytes.includes(0)) {
    // Without a mark: a line break or a comma has its zero on one side, and the heads have to make sense.
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const text = iconv.decode(bytes, encoding);
      if (headsIn(text, known) >= 2) return { text, encoding: 'UTF-16' };
    }
    throw new Trouble('notTable');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    // Not UTF-8: what Chinese spreadsheets save, unless only Big5 gives heads that anybody knows.
    const text = iconv.decode(bytes, 'gb18030');
    const other = headsIn(text, known) >= 2 ? '' : iconv.decode(bytes, 'big5');
    if (headsIn(other, known) >= 2) return { text: other, encoding: 'Big5' };
    return { text, encoding: 'GB18030' };
  }
}

/** How many known heads the best line has, however it is cut. */
function headsIn(text, known) {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/u, 40);
  return Math.max(0, ...lines.map(line => line.split(/[,\t;；，|]/u).filter(cell => isHead(cell, known)).length));
}

function isHead(cell, known) {
  const name = cell
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff"'`*]/gu, '')
    .toLowerCase();
  return known.has(name) || known.has(name.replaceAll(/[(][^)]{0,40}[)]/gu, ''));
}

/** Every line stays a row, so that rows are numbered as a spreadsheet does. */
function separated(text, known) {
  const delimiter = delimiterOf(text, known);
  const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
  try {
    return parse(text, options);
  } catch {
    // A quote that is never closed spoils its own line only.
    return text.split(/\r\n|\n|\r/u).map(line => {
      try {
        return parse(line, options)[0] ?? [];
      } catch {
        return line.replaceAll('"', '').split(delimiter);
      }
    });
  }
}

/** The sign that cuts a line into the most known heads; where none does, into the most cells. */
function delimiterOf(text, known) {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/u, 40);
  const signs = [',', '\t', ';', '|', '，', '；'];
  const scored = signs.map(sign => {
    const cut = lines.map(line => line.split(sign));
    return {
      sign,
      heads: Math.max(0, ...cut.map(cells => cells.filter(cell => isHead(cell, known)).length)),
      cells: Math.max(0, ...cut.map(cells => cells.length)),
    };
  });
  const [best] = scored.toSorted((a, b) => b.heads - a.heads || b.cells - a.cells);
  return best.heads > 1 || best.cells > 1 ? best.sign : ',';
}

function ensureWithin({ name, rows }, limits) {
  let count = 0;
  for (const cells of rows) {
    if (cells.length > limits.columns && cells.findLastIndex(cell => cell !== '') >= limits.columns)
      throw new Trouble('tooWide', { sheet: name });
    if (cells.some(cell => cell !== '')) count += 1;
  }
  // The head and what stands above it are no rows of the table.
  if (count > limits.rows + 20) throw new Trouble('tooLong', { sheet: name });
}

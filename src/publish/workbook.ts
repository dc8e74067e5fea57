import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Row, SheetData } from 'write-excel-file/node';

/** A cell of a list that leaves the house: text, money in fen, points or m² in hundredths, a count, or nothing. */
export type ListCell =
  string | { readonly fen: number } | { readonly centi: number } | { readonly count: number } | null;

export interface List {
  readonly name: string;
  readonly rows: readonly (readonly ListCell[])[];
  readonly widths: readonly number[];
  /** The row of the heads, counted from 1: it and what is above it stay in sight. None where the list is a page of words. */
  readonly head?: number | undefined;
  readonly fontSize?: number;
}

/** Lists as a workbook for a screen and for A4 paper across, one page wide. Numbers are numbers, all else is text and never a formula. */
export async function workbookOf(lists: readonly List[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = lists.map(({ name, rows, widths, head, fontSize }) => ({
    data: rows.map((row, index) => inRow(row, { fontSize, isHead: index + 1 === head })) as SheetData,
    sheet: name,
    columns: widths.map(width => ({ width })),
    orientation: 'landscape' as const,
    ...(head === undefined ? {} : { stickyRowsCount: head }),
  }));
  return onePageWide(await writeExcelFile(sheets).toBuffer());
}

/** The same as CSV, with the mark that spreadsheets know UTF-8 by. */
export function csvOf(rows: readonly (readonly ListCell[])[]): string {
  return `\uFEFF${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function inRow(row: readonly ListCell[], { fontSize, isHead }: { fontSize: number | undefined; isHead: boolean }): Row {
  const look = { ...(fontSize === undefined ? {} : { fontSize }), ...(isHead ? { fontWeight: 'bold' as const } : {}) };
  return row.map(cell => {
    if (cell === null) return null;
    if (typeof cell === 'string') return { type: String, value: inSheet(cell), ...look };
    const format = 'count' in cell ? '0' : 'fen' in cell ? '#,##0.00' : '0.00';
    return { type: Number, value: Number(decimal(cell)), format, ...look };
  });
}

/** The library knows landscape and not the width of the page: that is said in the sheets themselves. */
function onePageWide(workbook: Buffer): Buffer {
  const files = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/u.test(name)) continue;
    const sheet = strFromU8(bytes)
      .replace(/(?<open><worksheet[^>]*>)/u, '$<open><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
    files[name] = strToU8(sheet);
  }
  return Buffer.from(zipSync(files));
}

/** XML knows no control signs, and a cell holds no more than 32 767. */
function inSheet(text: string): string {
  const clean = text.replaceAll(/(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]/gu, '').slice(0, 32_000);
  // write-excel-file looks texts up in a plain object, where `constructor` and its like are found before they are put there.
  return clean in {} ? `${clean} ` : clean;
}

function csvCell(cell: ListCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return decimal(cell);
  // A text that begins like a formula is told to be a text; spreadsheets of this part of the world take the wide signs for one, too.
  const text = /^\s*[=+\-@＝＋－＠\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 84746 hundredths as `847.46`, exactly. */
function decimal(cell: Exclude<ListCell, string | null>): string {
  if ('count' in cell) return String(cell.count);
  const hundredths = 'fen' in cell ? cell.fen : cell.centi;
  const all = Math.abs(hundredths);
  return `${hundredths < 0 ? '-' : ''}${Math.floor(all / 100)}.${String(all % 100).padStart(2, '0')}`;
}

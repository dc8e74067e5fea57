import { type CellObject, type WorkBook, type WorkSheet, utils, write } from '@e965/xlsx';

type Random = () => number;
type Table = readonly (readonly string[])[];

export interface Styled {
  readonly kind: 'list' | 'roster';
  readonly table: Table;
  /** The row of the head, counted from 0. */
  readonly head: number;
  /** Rows that may stand hidden in the midst of the others, or on a hidden sheet: they must not come out. */
  readonly unseen: Table;
}

/**
 * A table as a workbook as people keep them: numbers as numbers, days as serial ones, cells that stay the same merged, a sheet of
 * last year hidden, a row and a column hidden, a roster on two sheets; as XLSX or as the old XLS.
 */
export function asWorkbook(made: Styled, random: Random): Buffer {
  const { kind, table, head } = made;
  const seen = table.map(cells => [...cells]);
  // The library writes no hidden rows into the old format.
  const bookType = random() < 0.3 ? 'biff8' : 'xlsx';
  const hiddenRow = bookType === 'xlsx' && random() < 0.4 ? hideRow(seen, made) : null;
  const hasHiddenColumn = kind === 'roster' && random() < 0.4;
  if (hasHiddenColumn) addAccounts(seen, head);
  const cut = kind === 'roster' && random() < 0.3 ? secondBegins(seen, head, hiddenRow) : null;
  const parts = cut === null ? [seen] : [seen.slice(0, cut), [...seen.slice(head, head + 1), ...seen.slice(cut)]];
  const book: WorkBook = utils.book_new();
  for (const [index, rows] of parts.entries()) {
    const sheet = sheetOf(rows);
    mergeSame(sheet, rows, index === 0 ? head : 0);
    if (index === 0 && hiddenRow !== null) sheet['!rows'] = rows.map((_, row) => ({ hidden: row === hiddenRow }));
    if (hasHiddenColumn) sheet['!cols'] = Array.from({ length: 7 }, (_, column) => ({ hidden: column === 6 }));
    utils.book_append_sheet(book, sheet, `表${index + 1}`);
  }
  if (random() < 0.4) {
    utils.book_append_sheet(book, sheetOf([table[head] ?? [], ...made.unseen]), '旧表');
    utils.book_set_sheet_visibility(book, '旧表', 1);
  }
  return write(book, { type: 'buffer', bookType, cellStyles: true }) as Buffer;
}

/** At the end, so that no cell above is filled down from it. */
function hideRow(rows: string[][], { head, unseen }: Styled): number | null {
  const [row] = unseen;
  if (!row || rows.length <= head + 1) return null;
  rows.push([...row]);
  return rows.length - 1;
}

/** A column that nobody sees, of a kind that the reader knows. */
function addAccounts(rows: string[][], head: number): void {
  for (const [index, cells] of rows.entries()) {
    if (index < head || cells.length < 6) continue;
    cells[6] = index === head || cells[0] === rows[head]?.[0] ? '企业微信账号' : `hidden${index}`;
  }
}

/** Where a second sheet may begin: at a row that names its own building. */
function secondBegins(rows: readonly (readonly string[])[], head: number, hiddenRow: number | null): number | null {
  const first = rows.findIndex(
    (cells, index) => index > head + 2 && index !== hiddenRow && isHome(cells) && cells[0] !== '' && cells[1] !== '',
  );
  return first === -1 || hiddenRow !== null ? null : first;
}

function isHome(cells: readonly string[]): boolean {
  return cells.length >= 6 && cells[2] !== '' && cells[3] !== '';
}

function sheetOf(rows: Table): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map(cells => [...cells]));
  for (const [row, cells] of rows.entries())
    for (const [column, text] of cells.entries()) {
      if (text === '') continue;
      // Fifteen digits are kept; a telephone number and a date of eight or fourteen digits stay what they were typed as.
      if (!/^(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?$/u.test(text) || text.endsWith('.0')) continue;
      const cell: CellObject = { t: 'n', v: Number(text) };
      if (/^4\d{4}(?:\.375)?$/u.test(text)) cell.z = text.includes('.') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd';
      sheet[utils.encode_cell({ r: row, c: column })] = cell;
    }
  return sheet;
}

/** Buildings and entrances that are left empty below the first are merged with it. */
function mergeSame(sheet: WorkSheet, rows: Table, head: number): void {
  const merges: NonNullable<WorkSheet['!merges']> = [];
  // A head that stands once more in the midst is merged with nothing.
  const mayBegin = (cells: readonly string[] = []): boolean => isHome(cells) && cells[0] !== rows[head]?.[0];
  for (let row = head + 1; row < rows.length; row += 1) {
    let last = row;
    while (isHome(rows[last + 1] ?? []) && rows[last + 1]?.[0] === '' && mayBegin(rows[row])) last += 1;
    if (last > row) for (const column of [0, 1]) merges.push({ s: { r: row, c: column }, e: { r: last, c: column } });
    row = last;
  }
  sheet['!merges'] = merges;
}

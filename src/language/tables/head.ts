import type { Sheet } from './book.js';
import { simplified } from './heads.js';
import { clean } from './values.js';

/** The rows in which a head may stand; a title, a date of export and a block of notes come before it. */
const deepest = 20;

type Names = Readonly<Record<string, readonly string[]>>;

/** Where the columns of a table stand. */
export interface Head<F extends string> {
  /** Its row, counted from 1. */
  readonly row: number;
  readonly places: ReadonlyMap<F, readonly number[]>;
  /** The heads as they are written, by column. */
  readonly written: readonly string[];
  /** Heads that no name stands for. */
  readonly unknown: readonly string[];
  /** Heads of hidden columns, which are left out. */
  readonly hidden: readonly string[];
}

type Cut = Pick<Sheet, 'rows' | 'hiddenColumns'>;

/** Columns that can only say that a payment does not count: hidden or not, they are heard. */
const deciding: readonly string[] = ['direction', 'spent', 'status', 'kind', 'currency', 'refund', 'original'];

/**
 * Finds the head of a table by its content: of the first twenty rows the one in which most columns bear a known name. `asked`
 * says which rows may be one at all. Null where there is none.
 */
export function findHead<N extends Names>(
  sheet: Cut,
  names: N,
  asked: (has: (field: keyof N & string) => boolean) => boolean,
): Head<keyof N & string> | null {
  let best: Head<keyof N & string> | null = null;
  for (const [index, cells] of sheet.rows.slice(0, deepest).entries()) {
    const head = headOf(cells, index + 1, { names, hiddenColumns: sheet.hiddenColumns });
    if (!asked(field => head.places.has(field))) continue;
    if (!best || head.places.size > best.places.size) best = head;
  }
  return best;
}

/** The row with most known names, whatever is lacking, to say what is lacking in it. */
export function nearestHead<N extends Names>(sheet: Cut, names: N): Head<keyof N & string> | null {
  return findHead(sheet, names, has => Object.keys(names).filter(has).length >= 2);
}

function headOf<N extends Names>(
  cells: readonly string[],
  row: number,
  { names, hiddenColumns }: { names: N; hiddenColumns: readonly number[] },
): Head<keyof N & string> {
  const places = new Map<keyof N & string, number[]>();
  const unknown: string[] = [];
  const hidden: string[] = [];
  for (const [column, cell] of cells.entries()) {
    const isHidden = hiddenColumns.includes(column);
    const fields = fieldsOf(cell, names).filter(field => !isHidden || deciding.includes(field));
    if (fields.length === 0 && clean(cell) !== '') (isHidden ? hidden : unknown).push(clean(cell));
    for (const field of fields) places.set(field, [...(places.get(field) ?? []), column]);
  }
  return { row, places, written: cells.map(clean), unknown, hidden };
}

/** What is said of hidden columns that were left out. */
export function hiddenWords({ hidden }: Pick<Head<string>, 'hidden'>): string[] {
  if (hidden.length === 0) return [];
  const named = hidden.slice(0, 10).map(name => `“${name.slice(0, 12)}”`);
  return [`隐藏的${hidden.length}列没有读：${named.join('')}`];
}

/** True for a head that stands once more among the rows, as at the top of a printed page. */
export function isHeadAgain<F extends string>(cells: readonly string[], head: Head<F>): boolean {
  const columns = [...head.places.values()].flat();
  const same = columns.filter(
    column =>
      clean(cells[column] ?? '') !== '' && plainHead(cells[column] ?? '') === plainHead(head.written[column] ?? ''),
  );
  return same.length >= 2 && same.length * 2 >= columns.length;
}

function fieldsOf<N extends Names>(cell: string, names: N): (keyof N & string)[] {
  for (const said of waysOf(cell)) {
    const fields = Object.keys(names).filter(field => names[field]?.includes(said));
    if (fields.length > 0) return fields;
  }
  return [];
}

/** A head whole, without its brackets, and the one tongue of a head in two. */
function waysOf(cell: string): string[] {
  const whole = plainHead(cell);
  if (whole === '' || whole.length > 40) return [];
  const bare = whole.replaceAll(/[([【][^)\]】]{0,40}[)\]】]/gu, '');
  const inside = /[(]([^)]{0,40})[)]/u.exec(whole)?.[1] ?? '';
  // 金额(收入) and 金额(支出) are two things, whatever stands before the brackets.
  if (/^(?:收入|支出|贷方?|借方?|转入|转出|存入|支取)$/u.test(inside)) return [whole, inside];
  const chinese = bare.replaceAll(/[^\p{Script=Han}/()]/gu, '').replaceAll(/^\/+|\/+$/gu, '');
  const latin = bare.replaceAll(/[^a-z/]/gu, '').replaceAll(/^\/+|\/+$/gu, '');
  return [...new Set([whole, bare, chinese, latin, inside])].filter(way => way !== '');
}

function plainHead(cell: string): string {
  return simplified(clean(cell))
    .toLowerCase()
    .replaceAll(/[\s*:：#]/gu, '')
    .replaceAll('帐', '账');
}

/** The cells of one row by the names of its columns, cleaned. */
export function cellsBy<F extends string>(
  cells: readonly string[],
  head: Head<F>,
): { one: (field: F) => string; all: (field: F) => string[] } {
  const all = (field: F): string[] =>
    (head.places.get(field) ?? []).map(column => clean(cells[column] ?? '')).filter(text => text !== '');
  return { all, one: field => all(field)[0] ?? '' };
}

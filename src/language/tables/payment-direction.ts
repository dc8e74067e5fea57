import type { Sheet } from './book.js';
import { type Head, cellsBy, isHeadAgain } from './head.js';
import type { PaymentField } from './heads.js';
import { type Format, directionOf, finalStates, isOneOf, voidStates } from './payment-words.js';
import { TableTrouble } from './trouble.js';
import { clean, isNothing, readSum } from './values.js';

type PaymentHead = Head<PaymentField>;

/** By what a list says which of its rows are income. */
export interface Told {
  /** The head, with the columns that say it whatever they are called. */
  readonly head: PaymentHead;
  /** The sign that says that a sum came in, where no column does: its plus, or that it has no minus. */
  readonly sign: 'plus' | 'no minus' | null;
  /** Columns with words in them that nobody knows. */
  readonly unknown: readonly string[];
}

/**
 * Finds what tells income from expense. A column that says in known words how money moved or how it ended is heard under any
 * name; from then on each of its words has to be known. Where nothing tells, the file is refused with the names of its columns.
 */
export function toldBy(sheet: Sheet, written: PaymentHead, format: Format | undefined): Told {
  const { head, unknown } = heard(sheet, written);
  const sums = textsOf(sheet, head, 'amount');
  const hasPlus = sums.some(isPlus);
  const isTold = head.places.has('income') || head.places.has('direction') || format?.allIncome === true;
  if (isTold) return { head, sign: null, unknown };
  const kinds = textsOf(sheet, head, 'kind');
  if (!format && !hasPlus && kinds.some(word => sideOf(word) !== null))
    return { head: moved(head, 'direction', head.places.get('kind') ?? []), sign: null, unknown };
  if (hasPlus) return { head, sign: 'plus', unknown };
  if (sums.some(text => (readSum(text)?.fen ?? 0) < 0)) return { head, sign: 'no minus', unknown };
  if (kinds.some(isDirection)) return { head, sign: null, unknown };
  const names = head.written
    .filter(name => name !== '')
    .slice(0, 20)
    .map(name => `“${name.slice(0, 12)}”`);
  throw new TableTrouble('noDirection', { names: names.join('') });
}

/** What is said of columns that nobody knows. */
export function unknownWords(unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, 10).map(name => `“${name.slice(0, 12)}”`);
  return [`不认识的${unknown.length}列没有看：${named.join('')}`];
}

/** True for a word of a column for kinds that says which way the money went, beside a column that says the same. */
export function isDirection(word: string): boolean {
  return /^(?:收入|支出|来账|往账|转入|转出|汇入|汇出|存入|支取)$/u.test(word);
}

export function isPlus(text: string): boolean {
  return /^(?:¥|￥|人民币|CNY|RMB)?\s*\+/iu.test(text) && readSum(text) !== null;
}

function heard(sheet: Sheet, written: PaymentHead): Pick<Told, 'head' | 'unknown'> {
  const known = new Set([...written.places.values()].flat());
  let head = written;
  const unknown: string[] = [];
  for (const [column, name] of written.written.entries()) {
    const isHidden = written.hidden.includes(name);
    if (known.has(column) || (!isHidden && !written.unknown.includes(name))) continue;
    const words = bodyOf(sheet, written)
      .map(cells => clean(cells[column] ?? ''))
      .filter(text => !isNothing(text) && /\p{L}/u.test(text));
    const field = saidIn(words);
    if (field) head = moved(head, field, [column]);
    else if (words.length > 0 && !isHidden) unknown.push(name);
  }
  return { head, unknown };
}

/** What a column of words tells: one of them against a payment is enough, else half of them have to speak of it. */
function saidIn(words: readonly string[]): 'direction' | 'status' | null {
  const sides = words.map(sideOf).filter(side => side !== null);
  const final = words.filter(word => isOneOf(finalStates, word));
  const open = words.filter(word => isOneOf(voidStates, word));
  const isAgainst = open.length > 0 || sides.includes('out');
  if (!isAgainst && (sides.length + final.length) * 2 < Math.max(words.length, 1)) return null;
  return sides.length >= final.length + open.length ? 'direction' : 'status';
}

function sideOf(word: string): 'in' | 'out' | null {
  if (!/\p{Script=Han}/u.test(word)) return null;
  const direction = directionOf(word);
  return direction === 'in' || direction === 'out' ? direction : null;
}

function moved(head: PaymentHead, field: PaymentField, columns: readonly number[]): PaymentHead {
  return { ...head, places: new Map([...head.places, [field, [...(head.places.get(field) ?? []), ...columns]]]) };
}

function textsOf(sheet: Sheet, head: PaymentHead, field: PaymentField): string[] {
  return bodyOf(sheet, head).flatMap(cells => cellsBy(cells, head).all(field));
}

function bodyOf(sheet: Sheet, head: PaymentHead): (readonly string[])[] {
  const hidden = new Set(sheet.hiddenRows);
  return sheet.rows.filter((cells, index) => index >= head.row && !hidden.has(index + 1) && !isHeadAgain(cells, head));
}

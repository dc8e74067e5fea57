import { findAmounts } from './money/amounts.js';
import { isoMinute } from './time/clock.js';
import { findAddresses } from './people/household.js';
import { chineseNumerals, readNumber, toNumber } from './numbers.js';
import { findTimes } from './time/times.js';
import { foldWidth } from './width.js';
import { findContacts } from './people/contacts.js';
import { findHours } from './time/hours.js';
import { isMoney } from './money/money-said.js';
import { everyTitled } from './people/people.js';
import { findPercents } from './percent.js';
import { findNumbers } from './project-numbers.js';
import { findQuantities } from './quantity.js';
import type { Span } from './span.js';

/**
 * What a text names, by kind, with the form of its `value`:
 *
 * | kind | value |
 * |---|---|
 * | money | whole fen |
 * | no | the number of a project or poll (12号, #12, 第十二号) |
 * | time | `2025-10-17T20:00+08:00`, the end of a span; a bare day is its 23:59 |
 * | place | the address as it stands (3号楼2单元301) |
 * | person | the name as it stands (王大爷) |
 * | percent | 0 to 100 |
 * | hours | hours of work, 半天 is 4 |
 * | quantity | how many of what is counted; `said` ends with the measure word |
 * | contact | e-mail, telephone, account, mention: as it stands |
 * | number | a number that none of the others explains: a reason to ask, never to act |
 */
type ValueKind = 'money' | 'no' | 'time' | 'place' | 'person' | 'percent' | 'hours' | 'quantity' | 'contact' | 'number';

/** A value with its place in the text that was given. Only an exact one has a `value`; `why` tells what the others lack. */
export type Value = Span & { readonly kind: ValueKind; readonly said: string } & (
    { readonly exact: true; readonly value: number | string } | { readonly exact: false; readonly why: string }
  );

/** `exact` and `value`, or why not. */
type Finding = Span & { readonly value?: number | string | undefined; readonly why?: string; readonly about?: number };

/**
 * Every value of a text, from left to right, none over another. Positions are those of `text` as given: nothing is cut or
 * folded away first. Where two readings compete the one that explains more signs counts: 3号楼 is a place and no number.
 */
export function readValues(text: string, now: Date): Value[] {
  const taken: Value[] = [];
  for (const _ of taking(text, now, taken)) continue;
  return taken.toSorted((a, b) => a.start - b.start);
}

/** The figures of a text that no other reader explains. Most are explained by the first readers, and the others are not asked then. */
export function unexplainedFigures(text: string): Value[] {
  const figures = bareNumbers(foldWidth(text));
  const taken: Value[] = [];
  for (const isTaken of taking(text, new Date(0), taken))
    if (figures.every(({ start, end }) => isTaken.subarray(start, end).includes(1))) break;
  return taken.filter(({ kind }) => kind === 'number');
}

/** Takes what one reader after another finds, and tells after each of them which signs are taken. */
function* taking(text: string, now: Date, taken: Value[]): Generator<Uint8Array> {
  const plain = foldWidth(text);
  // One mark a sign, so that a long list is not held against itself.
  const isTaken = new Uint8Array(text.length);
  const take = (kind: ValueKind, findings: readonly Finding[]): Uint8Array => {
    for (const { start, end, value, why, about } of findings) {
      if (start === end || isTaken.subarray(start, end).includes(1)) continue;
      isTaken.fill(1, start, end);
      const span = { kind, start, end, said: text.slice(start, end) };
      if (value !== undefined) taken.push({ ...span, exact: true, value });
      else taken.push({ ...span, exact: false, why: why ?? 'unclear', ...(about ? { about } : {}) });
    }
    return isTaken;
  };
  const asSaid = (span: Span): Finding => ({ ...span, value: text.slice(span.start, span.end) });

  yield take('contact', findContacts(plain).map(asSaid));
  yield take('place', findAddresses(plain).map(asSaid));
  const numbers = findNumbers(plain);
  const isOther = isTaken.slice();
  for (const { start, end } of numbers) isOther.fill(1, start, end);
  const money = findAmounts(plain).filter(
    amount => !isOther.subarray(amount.start, amount.end).includes(1) && isMoney(plain, amount),
  );
  yield take('money', money.filter(({ named }) => named).map(sumOf)); // prettier-ignore
  yield take(
    'percent',
    findPercents(plain).filter(({ isWord }) => !isWord),
  );
  yield take(
    'no',
    numbers.map(({ no, ...span }) => ({ ...span, value: no })),
  );
  yield take('hours', findHours(plain).filter(({ start, end }) => !aheadOf(plain, end) && start < end).map(({ hours, ...span }) => ({ ...span, value: hours }))); // prettier-ignore
  yield take('time', findTimes(plain, now).map(({ kind, at, ...span }) => ({ ...span, ...(kind === 'at' ? { value: isoMinute(at) } : { why: kind }) }))); // prettier-ignore
  yield take(
    'quantity',
    findQuantities(plain).map(({ count, ...span }) => ({ ...span, value: count })),
  );
  yield take('money', money.map(sumOf));
  yield take('person', [...plain.matchAll(everyTitled)].map(({ index, 0: name }) => asSaid({ start: index, end: index + name.length }))); // prettier-ignore
  yield take('number', bareNumbers(plain));
}

function sumOf({ start, end, kind, fen }: ReturnType<typeof findAmounts>[number]): Finding {
  return kind === 'exact' ? { start, end, value: fen } : { start, end, why: kind, ...(fen > 0 ? { about: fen } : {}) };
}

/** 三天后, 两小时内: a time and no hours of work. */
function aheadOf(text: string, end: number): boolean {
  return /^(?:以?后|之后|过后|之?内|以内|之前|前|为限)/u.test(text.slice(end, end + 3));
}

const bare = new RegExp(`\\d+(?:\\.\\d+)?|[${chineseNumerals}]{2,}`, 'gu');

function bareNumbers(text: string): Finding[] {
  return [...text.matchAll(bare)].map(({ index, 0: said }) => {
    const number = readNumber(said);
    return { start: index, end: index + said.length, value: number ? toNumber(number) : undefined };
  });
}

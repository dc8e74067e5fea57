import type { RefusedRow } from '../../domain/funds/bank-statement.js';
import { yuan } from '../../domain/money.js';
import { backWords } from './payment-words.js';

/** Money that moved, as one row of a list tells it: above nothing it came in, below it went out. */
export interface Movement {
  readonly row: number;
  /** Where the row stands, when the file has more than one table. */
  readonly at?: string;
  readonly day: string;
  readonly time: string;
  readonly fen: number;
  readonly payer: string;
  readonly memo: string;
  readonly account: string;
  /** The bank's number of the payment; empty where there is none. */
  readonly serial: string;
  /** The number of the payment that this one takes back, where it is told. */
  readonly original: string;
  /** True when its words say that money goes back. */
  readonly isBack: boolean;
  /** Why a person has to look at it; none when all is plain. */
  readonly doubt?: string;
}

/**
 * Sets what was taken back against what it takes back: a reversal, a return, a refund in part. What came in and went back in
 * full is left out together with it; of what went back in part the rest is left, for a person to look at.
 */
export function pairBack(moved: readonly Movement[]): {
  rows: Movement[];
  left: RefusedRow[];
  /** What went back, with the payment that it takes back where this list has it. */
  backs: { back: Movement; original: Movement | undefined }[];
} {
  const backs: { back: Movement; original: Movement | undefined }[] = [];
  const standing = new Map(moved.filter(({ fen }) => fen > 0).map(one => [one.row, one]));
  const left: RefusedRow[] = [];
  for (const back of moved) {
    if (back.fen >= 0) continue;
    const original = originalOf(back, [...standing.values()]);
    // Of what went back in parts the list has the whole sum.
    if (back.isBack) backs.push({ back, original: original && moved.find(({ row }) => row === original.row) });
    if (!original) {
      if (back.isBack) doubtAlike(back, standing);
      left.push({ row: back.row, reason: back.isBack ? '冲正或退回，这份里没有找到原来那一笔' : '支出', left: true });
      continue;
    }
    const rest = original.fen + back.fen;
    const word = back.isBack ? '冲正或退回' : '转回给同一个人';
    if (rest > 0) {
      standing.set(original.row, {
        ...original,
        fen: rest,
        doubt: `第${back.row}行${word}了${yuan(0 - back.fen)}，这里是剩下的`,
      });
      left.push({ row: back.row, reason: `${word}第${original.row}行的一部分`, left: true });
    } else if (back.isBack) {
      standing.delete(original.row);
      left.push({ row: original.row, reason: `被第${back.row}行冲正或退回，互相抵消`, left: true });
      left.push({ row: back.row, reason: `冲正或退回第${original.row}行，互相抵消`, left: true });
    } else {
      standing.set(original.row, { ...original, doubt: `第${back.row}行又转给同一个人${yuan(0 - back.fen)}，请核对` });
      left.push({ row: back.row, reason: '支出', left: true });
    }
  }
  return { rows: moved.flatMap(({ row }) => standing.get(row) ?? []), left, backs };
}

/** Money that went back to nobody knows whom may be any payment of its sum that was not told more of: a person looks at those. */
function doubtAlike(back: Movement, standing: Map<number, Movement>): void {
  for (const one of standing.values()) {
    const isMeant = one.payer === '' || back.payer === '';
    if (isMeant && !one.doubt && one.fen === 0 - back.fen && one.day <= back.day)
      standing.set(one.row, { ...one, doubt: `第${back.row}行冲正或退回了同样的金额，没有写是哪一笔` });
  }
}

/** The payment that one takes back: by its number, else of the same person, with the same sum before one with a larger. */
function originalOf(back: Movement, standing: readonly Movement[]): Movement | undefined {
  const fen = 0 - back.fen;
  const near = standing
    .filter(one => one.fen >= fen && one.day <= back.day)
    .toSorted((a, b) => Math.abs(a.row - back.row) - Math.abs(b.row - back.row));
  const numbered = near.find(({ serial }) => serial !== '' && (serial === back.original || serial === back.serial));
  if (numbered) return numbered;
  const own = near.filter(one => isSamePerson(one, back));
  const whole = own.find(one => one.fen === fen && !one.doubt) ?? own.find(one => one.fen === fen);
  return whole ?? (back.isBack ? own[0] : undefined);
}

const eachBackWord = new RegExp(backWords.source, 'gu');

function isSamePerson(one: Movement, back: Movement): boolean {
  if (one.payer !== '' && back.payer !== '') return one.payer === back.payer;
  if (one.account !== '' && one.account === back.account) return true;
  const plain = (memo: string): string => memo.replaceAll(eachBackWord, '').replaceAll(/[\s:：()（）-]/gu, '');
  return back.isBack && plain(one.memo) !== '' && plain(one.memo) === plain(back.memo);
}

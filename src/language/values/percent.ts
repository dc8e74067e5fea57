import { wholeRateBp } from '../../domain/market/market.js';
import { readNumber, toNumber } from './numbers.js';
import type { Span } from './span.js';

/** A share of a hundred in a text; `isWord` where only a word says it (竣工了). */
interface Percent extends Span {
  readonly value: number;
  readonly isWord: boolean;
  /** Said in digits: where a share and a figure stand side by side (完成一半，完成60%) it is the figure that is reported. */
  readonly isFigure: boolean;
}

const n = '[一二两三四五六七八九十百零〇\\d]{1,4}';
const share = new RegExp(
  [
    `(?<![\\d.])(?<figure>\\d{1,3})(?:\\.\\d{1,2})?\\s*%`,
    `百分之(?<spoken>${n})`,
    '(?<below>[二三四五])分之(?<above>[一二三四])',
    '(?<tenths>[一二两三四五六七八九\\d])成(?:(?<half>半|五)(?!号)|(?!立|功|品|本|分|交|果|天|都|为|不|吗))',
    '(?<=完成|进度|[干做弄铺刷到了过概才已经展]|^|[，,\\s])(?:了|到|完|有|大概|约|差不多)?(?<most>一半|过半)',
    '(?<done>全部完工|全部完成|全部竣工|已完工|已竣工|圆满完工|完工了?|竣工了?)(?!日|时间|后|验收|以后|之后|前)',
  ].join('|'),
  'gu',
);

/** Every share of a hundred: 30%, 百分之三十, 八成, 八成半, 一半, 三分之二, 完工了. What is over a hundred is none. */
export function findPercents(text: string): Percent[] {
  if (!/[%成半工完分]/u.test(text)) return [];
  return [...text.matchAll(share)].flatMap(found => {
    const value = valueOf(found.groups ?? {});
    if (!(value >= 0 && value <= 100)) return [];
    const end = found.index + found[0].length;
    return [
      {
        start: found.index,
        end,
        value,
        isWord: found.groups?.done !== undefined,
        isFigure: found.groups?.figure !== undefined,
      },
    ];
  });
}

/** What before a share in its clause says that it is not reached: 还没完工, 离完工还差三天, 预计月底完成70%, 还剩两成. */
const notReached =
  /(?:没|未|离|距|差(?!不多)|剩|不(?:到|足|满)|预计|预期|争取|力争|计划|打算|准备(?!工作)|目标|保证|确保|就要|马上|将|(?<![功智阳性可])能|如果|要是)[^，,。；;！!？?\s]*$/u;
/** A day before 完工, or 快, makes it one that is planned. */
const planned = /(?:[日号底末天周期月年]|快要?)$/u;

/** The share that is reached in a text: a figure goes before a word; what is planned, missing or denied is none. */
export function percentIn(text: string): Percent | undefined {
  const found = findPercents(text).filter(({ start, end, isWord }) => {
    const before = text.slice(0, start);
    if (notReached.test(before)) return false;
    return !isWord || !planned.test(before) || (/[日号天]$/u.test(before) && text.slice(start, end).endsWith('了'));
  });
  return found.find(({ isFigure }) => isFigure) ?? found.find(({ isWord }) => !isWord) ?? found[0];
}

/** `8%`, `8.25%`, `百分之8`, `百分之八` in basis points, exactly; null for what is no rate from 0 to 100 % with two decimals at most. */
export function rateOf(said: string): number | null {
  const spoken = /^百分之(?<words>[零一二三四五六七八九十]{1,4})$/u.exec(said.trim())?.groups?.['words'];
  const figure = spoken === undefined ? said : String(numberOf(spoken));
  const found = /^(?:百分之)?(\d{1,3})(?:\.(\d{1,2})0*)?%?$/u.exec(figure.normalize('NFKC').trim());
  if (!found) return null;
  const [, whole = '', decimals = ''] = found;
  const rateBp = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return rateBp <= wholeRateBp ? rateBp : null;
}

function valueOf({
  figure,
  spoken,
  below,
  above,
  tenths,
  half,
  most,
}: Readonly<Record<string, string | undefined>>): number {
  if (figure !== undefined) return Number(figure);
  if (spoken !== undefined) return spoken === '百' ? 100 : numberOf(spoken);
  if (below !== undefined) return Math.round((numberOf(above ?? '') / numberOf(below)) * 100);
  if (tenths !== undefined) return numberOf(tenths) * 10 + (half ? 5 : 0);
  return most === undefined ? 100 : 50;
}

function numberOf(word: string): number {
  return toNumber(readNumber(word) ?? { units: Number.NaN, places: 0 });
}

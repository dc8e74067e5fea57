import { findAmounts, type AmountMention } from '../values/money/amounts.js';
import { findAddresses, type Address } from '../values/people/household.js';
import { normalise } from '../values/normalise.js';
import { isMoney } from '../values/money/money-said.js';
import { findNumbers } from '../values/project-numbers.js';
import { covering, type Span } from '../values/span.js';

/**
 * A message as the rules read it.
 *
 * In `plain`, what has been understood is one sign: № a project's number, ₥ an exact sum of money, ¿ a vague or foreign
 * one, ⌂ an address. So a rule says `我出₥` and need not know the hundred ways to say two hundred.
 */
export interface Sentence {
  readonly said: string;
  readonly text: string;
  readonly plain: string;
  /** Where each sign of `plain` stands in `text`; one more for the end. */
  readonly places: readonly number[];
  readonly no?: number;
  readonly nos: readonly number[];
  /** Where the numbers stand. */
  readonly numbers: readonly Span[];
  readonly amounts: readonly AmountMention[];
  readonly addresses: readonly Address[];
  readonly laughs: boolean;
  readonly noise: boolean;
}

/** A figure of any kind; a lone 一 (一下, 一起) is none. */
const numeral =
  /[\d#零〇二两三四五六七八九十百千万几半壹贰叁肆伍陆柒捌玖拾]|数[十百千万]|一(?=[百千万亿十号栋块元毛角分单#楼])/u;

/** 收到张三两百: the numeral of a name, before a sum. 老马三百 is a sum, and 周三 a day. */
const namedByNumber =
  /(?<=[赵钱孙李吴郑王张陈刘杨黄马胡朱高林何郭罗梁宋谢韩唐冯于董程曹袁邓许沈曾彭吕])[一二三四五六七八九](?=￥|¥|人民币|\d|[一二两三四五六七八九壹贰叁肆伍陆柒捌玖](?:[十百千万块元佰仟拾]|$))/gu;

export function readSentence(raw: string): Sentence {
  const { said, text, laughs, noise } = normalise(raw);
  const hasNumbers = numeral.test(text);
  if (!hasNumbers) {
    return { said, text, plain: text, places: [], nos: [], numbers: [], amounts: [], addresses: [], laughs, noise };
  }

  const addresses = findAddresses(text).filter(
    address => !/^(?:[十百千]|万)$/u.test(text.slice(address.start, address.end)),
  );
  const isHome = covering(addresses, text.length);
  const numbers = findNumbers(text).filter(found => !isHome(found));
  const isNumber = covering(numbers, text.length);
  const amounts = findAmounts(text.replace(namedByNumber, '某')).filter(
    amount => !isHome(amount) && !isNumber(amount) && isMoney(text, amount),
  );
  const marks = [
    ...addresses.map(span => ({ ...span, sign: '⌂' })),
    ...numbers.map(span => ({ ...span, sign: '№' })),
    ...amounts.map(span => ({ ...span, sign: span.kind === 'exact' ? '₥' : '¿' })),
  ].toSorted((a, b) => a.start - b.start);

  const { plain, places } = mask(text, marks);
  const nos = [...new Set(numbers.map(({ no }) => no))];
  return { said, text, plain, places, no: nos[0], nos, numbers, amounts, addresses, laughs, noise };
}

function mask(text: string, marks: readonly (Span & { readonly sign: string })[]): { plain: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  const copy = (to: number): void => {
    for (; at < to; at += 1) {
      plain += text[at];
      places.push(at);
    }
  };
  for (const { start, end, sign } of marks) {
    if (start < at) continue;
    copy(start);
    plain += sign;
    places.push(start);
    at = end;
  }
  copy(text.length);
  places.push(text.length);
  return { plain, places };
}

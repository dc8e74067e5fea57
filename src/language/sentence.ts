import { findAmounts, standsForSomethingElse, type AmountMention } from './amounts.js';
import { findAddresses, type Address } from './household.js';
import { normalise } from './normalise.js';
import { chineseNumerals, readSequence } from './numbers.js';

/** A stretch of the message, in places of `said` and `text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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

const n = `(?:\\d{1,6}|[${chineseNumerals}]{1,5})`;
const numberPattern = new RegExp(
  [
    `#\\s*(?<hash>\\d{1,6})(?!楼)(?:号)?(?:的)?(?:项目|提案|提议|议题)?`,
    `第\\s*(?<nth>${n})\\s*(?:号|个(?=项目|提案|提议))(?:楼(?!道|上))?(?:的)?(?:这个|那个)?(?:项目|提案|提议|议案|议题)?`,
    `(?<![\\d.一二三四五六七八九十月])(?<before>${n})号(?:的)?(?:这个|那个)?(?:众筹)?(?:项目|提案|提议|议案|议题)`,
    `(?<![\\d.])(?<bare>\\d{1,6})(?:项目|提案)`,
    `(?:项目|提案|提议|议题|编号|NO\\.?)(?:编号|号)?[:：是为]?\\s*(?:第)?#?(?<after>\\d{1,6}|[${chineseNumerals}]{1,4}(?=号))(?:号)?(?![\\d.]*(?:元|块|万|%|分|星|个|天|月|年|小时|盏|台))`,
    `(?<![\\d.月${chineseNumerals}])(?<alone>${n})号(?!楼|栋|院|线|单元|门|房|室|机|晚|上午|下午|中午|早|凌晨|截|之前|以前|前|那天|当天|以后|后|开始|到|至|停|开会|下班|\\d+[点:]|[一二三四五六七八九十]+点|[东西南北]|人|码|电|字|车|球|床|位|选手|家|户|群)`,
    `(?<![\\d])(?<tail>\\d{1,4})#(?!楼)`,
  ].join('|'),
  'gu',
);

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
  const numbers = findNumbers(text).filter(found => !addresses.some(address => overlaps(address, found)));
  const amounts = findAmounts(text.replace(namedByNumber, '某')).filter(amount =>
    isMoney(text, amount, [...addresses, ...numbers]),
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

/** The member's own words behind a stretch of `plain`. */
export function wordsOf(sentence: Sentence, start: number, end: number): string {
  return sentence.said.slice(placeOf(sentence, start), placeOf(sentence, end));
}

/** Where a sign of `plain` stands in the member's words. */
export function placeOf({ places }: Sentence, index: number): number {
  return places.length === 0 ? index : (places[index] ?? places.at(-1) ?? index);
}

/** The amounts that stand in a stretch of `plain`. */
export function amountsIn(sentence: Sentence, start: number, end: number): AmountMention[] {
  const from = placeOf(sentence, start);
  const to = placeOf(sentence, end);
  return sentence.amounts.filter(amount => amount.start >= from && amount.end <= to);
}

interface FoundNumber extends Span {
  readonly no: number;
}

function findNumbers(text: string): FoundNumber[] {
  if (!/[号#]|项目|提案|提议|议题|编号|NO/u.test(text)) return [];
  const numbers: FoundNumber[] = [];
  for (const found of text.matchAll(numberPattern)) {
    const { hash, nth, before, bare, after, alone, tail } = found.groups ?? {};
    const no = readSequence(hash ?? nth ?? before ?? bare ?? after ?? alone ?? tail ?? '');
    if (no !== null && no > 0 && no < 1_000_000)
      numbers.push({ start: found.index, end: found.index + found[0].length, no });
  }
  return numbers;
}

/** Goods that are counted in 块, as money is. */
const inBlocks =
  /^(?:大|小|红|青|旧|新|水泥|铺路|防滑|透水|防腐|木|石|钢|铁|地|墙|瓷|路面|塑料|PVC|彩|面包)*(?:砖|板|石|石头|石料|玻璃|毯|地垫|垫子?|牌子?|警示牌|指示牌|展板|黑板|布|毛巾|抹布|肥皂|香皂|电池|电瓶|草皮|木料|木头|瓦|表|匾|橡胶|泡沫|案板|苗圃|地皮|豆腐|香皂|蛋糕|糖|手表)/u;
/** 地砖我出十块: the blocks stand before. */
const blocksGiven =
  /(?:砖|石板|木板|钢板|石头|石料|玻璃|地垫|草皮|瓦)[\s，,]*(?:我|俺|咱)?(?:家|们)?(?:也|来|再)?(?:出|捐|认捐|提供|送)$/u;
const ordinary = /^(?:一|十|百|千|万|一千|一万|十万|千万|百万|二百五)$/u;

function isMoney(text: string, amount: AmountMention, taken: readonly Span[]): boolean {
  if (taken.some(span => overlaps(span, amount))) return false;
  if (amount.named)
    return !(
      text.slice(amount.start, amount.end).endsWith('块') &&
      (inBlocks.test(text.slice(amount.end, amount.end + 10)) || blocksGiven.test(text.slice(0, amount.start)))
    );
  const words = text.slice(amount.start, amount.end);
  if (words === '一半' || (words === '1' && text[amount.start - 1] === '+')) return false;
  if (amount.kind === 'exact' || amount.kind === 'not-positive') {
    if (standsForSomethingElse(text, amount)) return false;
    // A single numeral is a word of the language more often than money: 一起, 三轮车, 千万.
    if (
      /^[零〇一二两三四五六七八九十]$/u.test(words) ||
      (ordinary.test(words) && !/一[千万]/u.test(words) && !/[出捐认拿掏]$/u.test(text.slice(0, amount.start)))
    )
      return false;
    // Telephone numbers, years and the like, and words with a number in them.
    if (/^\d{7,}$/.test(words) || (/^(?:19|20)\d\d$/.test(words) && /^(?:年|[-/.])/u.test(text.slice(amount.end))))
      return false;
    if (
      /^[一-龥]/u.test(words) &&
      /^(?:下|起|直|定|样|些|点|边|共|般|切|旦|同|致|会儿|百)/u.test(text.slice(amount.end))
    )
      return false;
    if (/[A-Z]$/u.test(text.slice(0, amount.start)) && !/(?:RMB|OK)$/u.test(text.slice(0, amount.start))) return false;
    return (
      !/(?:方案|选项|选|投|序号|排第|星期|周|初|公交|电话|[A-Z])$/u.test(
        text.slice(Math.max(0, amount.start - 3), amount.start),
      ) || /捐|认|资/u.test(text.slice(Math.max(0, amount.start - 4), amount.start))
    );
  }
  return amount.kind === 'foreign' || !standsForSomethingElse(text, amount);
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

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

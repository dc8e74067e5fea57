import type { AmountMention } from '../values/money/amounts.js';
import { rightBefore } from '../values/span.js';

/** Right before the sum that holds the others. */
const total = /(?:一共|总共|共计|合计|总计|合起来|加起来|拢共|统共|凑|共|合一块)[^，,。；;]{0,6}[，,]?$/u;
const correction =
  /不是.{0,200}是|是.{0,200}不是|改成|改为|改到|更正|涨到|加到|提到|增到|降到|减到|打成|写成|说成|打错|写错|说错|多打|少打/u;
/** What stands right before the sum that holds from now on: 改四百, 改成四百. 改造 and 整改 change no sum. */
const turnedTo = /(?:改|更正)(?:成|为|到|作|认|捐|出|报|记|交|收)?(?:了|的)?[\s：:]*$/u;

/**
 * True when several sums of one message are explained: the one that counts is the total of the others (一人一百，一共二百), or
 * stands in a correction of them (是500不是5000; 二百不算了，改四百).
 */
export function areSettled(text: string, amounts: readonly AmountMention[], fen: unknown): boolean {
  if (typeof fen !== 'number') return false;
  const turned = amounts.findLast(({ start }) => turnedTo.test(rightBefore(text, start)));
  if (turned) return turned.fen === fen;
  if (correction.test(text)) return true;
  const others = amounts.map(amount => amount.fen).filter(each => each !== fen && each > 0);
  const isTotal = amounts.some(amount => amount.fen === fen && total.test(rightBefore(text, amount.start)));
  if (!isTotal || others.length === 0) return false;
  const sum = others.reduce((all, each) => all + each, 0);
  return sum === fen || others.every(each => each < fen && fen % each === 0);
}

/** An unnamed figure of less is more likely a mark or a count than money: 3号 5, 18号我打3, 玻璃三块. */
const leastFen = 1000;
/** So much is read back, however plainly it was said; of five figures only round hundreds of yuan are meant: +10086 is a joke. */
const largeFen = 5_000_000;
const fiveFigures = 1_000_000;
const hundredYuan = 10_000;
const inWords = /元|钱|毛|角|分|￥|¥|RMB/iu;

/** Why a household's promise of this sum is read back, if it is. */
export function oddSum(text: string, amounts: readonly AmountMention[], fen: unknown): string | undefined {
  if (typeof fen !== 'number') return undefined;
  if (fen >= largeFen || (fen >= fiveFigures && fen % hundredYuan !== 0)) return 'a large sum';
  const said = amounts.filter(amount => amount.fen === fen);
  return fen < leastFen && !said.some(({ start, end }) => inWords.test(text.slice(start, end + 1)))
    ? 'a small figure'
    : undefined;
}

/**
 * True when the sums of a message leave open which is meant. A sum with its unit is not disturbed by bare figures beside it (过七十了,
 * 拿出六百元), nor by a vague one in another clause (一月三千来块，捐一百元).
 */
export function areSeveral(text: string, amounts: readonly AmountMention[], fen: unknown): boolean {
  const isNamed = amounts.some(amount => amount.named && amount.fen === fen);
  const sums = amounts.filter(
    amount =>
      amount.kind === 'exact' &&
      !isLabel(text, amount) &&
      (amount.fen === fen || amount.named || (!isNamed && amount.fen >= 2000)),
  );
  return new Set(sums.map(amount => amount.fen)).size > 1 && !areSettled(text, amounts, fen);
}

/** 尾号7716, （401、402、501）: a figure that names a paper or a room. */
function isLabel(text: string, { start, end, named }: AmountMention): boolean {
  return (
    !named &&
    (/(?:[尾单编票]号|回单|后四位|收据)[^，,。\d]{0,3}$/u.test(rightBefore(text, start)) ||
      /^[、和]\d{3}|^(?:室|[三两几]家)/u.test(text.slice(end)) ||
      /\d{3}[、和]$/u.test(rightBefore(text, start)))
  );
}

/** True when a vague or foreign sum stands where it may be the one that is meant. */
export function isVague(text: string, amounts: readonly AmountMention[], fen: unknown): boolean {
  const chosen = amounts.find(amount => amount.kind === 'exact' && amount.named && amount.fen === fen);
  return amounts.some(
    ({ kind, start, end }) =>
      kind !== 'exact' &&
      !(
        kind === 'vague' &&
        chosen &&
        /[，,。；;！!]/u.test(text.slice(Math.min(end, chosen.end), Math.max(start, chosen.start)))
      ),
  );
}

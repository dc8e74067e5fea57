import type { AmountMention } from '../values/amounts.js';

const total = /一共|总共|共计|合计|总计|合起来|加起来|拢共|统共|凑|共|合一块/u;
const correction =
  /不是.*是|是.*不是|改成|改为|改到|更正|涨到|加到|提到|增到|降到|减到|打成|写成|说成|打错|写错|说错|多打|少打/u;
/** What stands right before the sum that holds from now on: 改四百, 改成四百. 改造 and 整改 change no sum. */
const turnedTo = /(?:改|更正)(?:成|为|到|作|认|捐|出|报|记|交|收)?(?:了|的)?[\s：:]*$/u;

/**
 * True when several sums of one message are explained: the one that counts is the total of the others (一人一百，一共二百), or
 * stands in a correction of them (是500不是5000; 二百不算了，改四百).
 */
export function areSettled(text: string, amounts: readonly AmountMention[], fen: unknown): boolean {
  if (typeof fen !== 'number') return false;
  const turned = amounts.findLast(({ start }) => turnedTo.test(text.slice(0, start)));
  if (turned) return turned.fen === fen;
  if (correction.test(text)) return true;
  const others = amounts.map(amount => amount.fen).filter(each => each !== fen && each > 0);
  if (!total.test(text) || others.length === 0) return false;
  const sum = others.reduce((all, each) => all + each, 0);
  return sum === fen || others.every(each => each < fen && fen % each === 0);
}

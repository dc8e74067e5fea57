import { type AmountMention, findAmounts, standsForSomethingElse } from './amounts.js';

/** Below ten yuan a bare figure counts things (张记五金, 三家), and is no sum. */
const leastBareFen = 1000;

/** The sums of a list, bare figures among them (材料1200); null where one of them is no exact sum above zero. */
export function sumsSaid(text: string): readonly AmountMention[] | null {
  const sums = findAmounts(text).filter(
    mention => mention.named || !(standsForSomethingElse(text, mention) || isCount(mention)),
  );
  return sums.every(sum => sum.kind === 'exact' && sum.fen > 0 && !isBelow(text, sum)) ? sums : null;
}

/** 材料-5元: a dash before a sum of a list may take it off. */
function isBelow(text: string, { start, end }: AmountMention): boolean {
  return /[-−负]\s*$/u.test(text.slice(0, start)) || /^[-−负]/u.test(text.slice(start, end));
}

function isCount({ kind, fen }: AmountMention): boolean {
  return kind === 'exact' && fen < leastBareFen;
}

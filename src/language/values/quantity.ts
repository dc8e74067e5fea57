import { chineseNumerals, readNumber, readWhole, toNumber } from './numbers.js';
import type { Span } from './span.js';

/** Words that count things. 天, 小时 and 块 of money are not among them. */
const measures =
  '公斤|千克|平方米|平方|平米|立方米|立方|方(?!案|便)|袋|包|桶|箱|盒|瓶|根|条|台|把|张|盏|个|只|块|棵|株|盆|套|件|辆|本(?!人|来)|支(?!持|援|付|部)|副|床|车|卷|捆|吨|斤|米|架|扇|节|筐|篓|双|对(?![得账平上齐不了的])|顶|面|枝|串|壶|罐|提|匹|组|批|份|打(?![印回来进出款到扫入过给钱在下上包了])|颗|粒|片|幅|座|口|管(?!理)|板|篮|摞|坛|缸|升|部(?!分|门)';

/** A number with a measure word that counts things: 三十块砖 is thirty 块. `count` is undefined where it is half a one. */
interface Quantity extends Span {
  readonly count: number | undefined;
  readonly measure: string;
}

const counted = new RegExp(
  `(?<![\\d.,${chineseNumerals}])(?<count>\\d{1,5}(?:\\.\\d)?|[${chineseNumerals}两俩仨]{1,6}|半)(?<measure>${measures})`,
  'gu',
);
/** LED灯珠*100, 水泥x3: the number after the sign counts what stands before. */
const times = /(?<=[\p{L}])\s?[*×xX]\s?(?<count>\d{1,5})(?![\d.,元块万])/gu;

/** Every counted thing. 一个, 一下 and 一起 count nothing, and money is not looked for here. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const { index, 0: words, groups } of text.matchAll(counted)) {
    const number = readNumber(groups?.count ?? '');
    const count = number && Number.isInteger(toNumber(number)) ? toNumber(number) : undefined;
    found.push({ start: index, end: index + words.length, count, measure: groups?.measure ?? '' });
  }
  for (const { index, 0: words, groups } of text.matchAll(times)) {
    found.push({
      start: index,
      end: index + words.length,
      count: readWhole(groups?.count ?? '') ?? undefined,
      measure: '',
    });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

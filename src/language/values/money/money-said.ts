import { standsForSomethingElse, type AmountMention } from './amounts.js';
import { rightBefore } from '../span.js';

/** Goods that are counted in 块, as money is. */
const inBlocks =
  /^(?:大|小|红|青|旧|新|水泥|铺路|防滑|透水|防腐|木|石|钢|铁|地|墙|瓷|路面|塑料|PVC|彩|面包)*(?:砖|板|石|石头|石料|玻璃|毯|地垫|垫子?|牌子?|警示牌|指示牌|展板|黑板|布|毛巾|抹布|肥皂|香皂|电池|电瓶|草皮|木料|木头|瓦|表|匾|橡胶|泡沫|案板|苗圃|地皮|豆腐|香皂|蛋糕|糖|手表)/u;
/** 地砖我出十块: the blocks stand before. */
const blocksGiven =
  /(?:砖|石板|木板|钢板|石头|石料|玻璃|地垫|草皮|瓦)[\s，,]*(?:我|俺|咱)?(?:家|们)?(?:也|来|再)?(?:出|捐|认捐|提供|送)$/u;
const ordinary = /^(?:一|十|百|千|万|一千|一万|十万|千万|百万|二百五)$/u;

/** True when a mention is money and no count, room, year or word with a numeral in it. What is read otherwise is left out before. */
export function isMoney(text: string, amount: AmountMention): boolean {
  if (amount.named)
    return !(
      text.slice(amount.start, amount.end).endsWith('块') &&
      (inBlocks.test(text.slice(amount.end, amount.end + 10)) || blocksGiven.test(rightBefore(text, amount.start)))
    );
  const words = text.slice(amount.start, amount.end);
  if (words === '一半' || (words === '1' && text[amount.start - 1] === '+')) return false;
  if (amount.kind === 'exact' || amount.kind === 'not-positive') {
    if (standsForSomethingElse(text, amount)) return false;
    // A single numeral is a word of the language more often than money: 一起, 三轮车, 千万.
    if (
      /^[零〇一二两三四五六七八九十]$/u.test(words) ||
      (ordinary.test(words) && !/一[千万]/u.test(words) && !/[出捐认拿掏]$/u.test(rightBefore(text, amount.start, 1)))
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
    if (/[A-Z]$/u.test(rightBefore(text, amount.start, 1)) && !/(?:RMB|OK)$/u.test(rightBefore(text, amount.start, 3)))
      return false;
    return (
      !/(?:方案|选项|选|投|序号|排第|星期|周|初|公交|电话|[A-Z])$/u.test(
        text.slice(Math.max(0, amount.start - 3), amount.start),
      ) || /捐|认|资/u.test(text.slice(Math.max(0, amount.start - 4), amount.start))
    );
  }
  return amount.kind === 'foreign' || !standsForSomethingElse(text, amount);
}

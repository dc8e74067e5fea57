import { sumsSaid } from './sums-said.js';

/** Something with its price: a line of a budget, or a company with its offer. */
interface Priced {
  readonly name: string;
  /** Whole fen above zero. */
  readonly amountFen: number;
}

const most = 12;
const longestName = 20;

const edges = /^[\s,，、;；。:：()（）]+|(?<![\s,，、;；。:：()（）])[\s,，、;；。:：()（）]+$/gu;
/** What is said of the list before its first name: 分一下 材料1200, 三家 宏达8200. */
const lead =
  /^(?:(?:就|先|大概|这么|这样|按这个)*(?:分|列|定|报|是|为)(?:一?下|成|了|的|好)*|(?:问了?|比了?|找了?)?[两三四五几]家(?:都|给|的)*(?:报(?:了|的)?价?|价|出了?价)?(?:了|是)?|预算|报价|明细)[\s,，:：]+/u;
/** 宏达要8200; 两万买设备, 五千给人工. */
const asks = /(?<=.{2})(?:要价?|开价|出价|报价?|是|花|得)(?:了|的|是)?$/u;
const goesTo = /^(?:买|给|付给?|用于|用在|花在|做)(?=.{2})/u;

/**
 * Reads `材料1200元，人工800元`, `材料1200 人工800` and `两万买设备 五千给人工`: names, each with one exact sum of money, all before their sums or
 * all behind. Null where a name or a sum that is sure is missing, where a name stands twice, or where there are more than twelve.
 */
export function readPricedList(text: string): Priced[] | null {
  const said = text.normalize('NFKC').trim().replace(lead, '').replace(edges, '');
  const sums = sumsSaid(said);
  if (!sums || sums.length === 0 || sums.length > most) return null;
  const gaps = [...sums, null].map((sum, index) => said.slice(sums[index - 1]?.end ?? 0, sum?.start));
  const isBehind = gaps[0]?.replace(edges, '') === '';
  const own = isBehind ? gaps.slice(1) : gaps.slice(0, -1);
  // What stands beyond the last sum belongs to no name.
  if (!isBehind && gaps.at(-1)?.replace(edges, '') !== '') return null;
  const names = own.map(gap => gap.replace(edges, '').replace(isBehind ? goesTo : asks, ''));
  if (new Set(names).size < names.length || !names.every(isName)) return null;
  return names.map((name, index) => ({ name: name.replaceAll(/[:：()（）]/gu, ''), amountFen: sums[index]?.fen ?? 0 }));
}

/** A mark or a gap within it parts two things, of which one has no sum. */
function isName(name: string): boolean {
  return name !== '' && [...name].length <= longestName && !/[\s,，、;；。\d−-]|负/u.test(name);
}

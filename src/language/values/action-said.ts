import { aDay, takeDay, withMonths } from './time/said-day.js';

/** 再一件，王师傅…: what only says that it is one more is nobody's name. */
const oneMore =
  /^(?:(?:再|又|还有?|另外?|接着|下)(?:来|有|记|交办|布置)?(?:[一二两三四五]?[件个条项])?(?:事项?)?|第[一二三四五六七八九十]{1,2}[件个条项](?:事项?)?|[一二三四五六七八九]、)[是：:，,。\s]+(?=\S)/u;

/**
 * Reads `王师傅3月10日前补齐公示`: who, by which day, does what. Null where no day parts the two; `day` is null for a day that
 * does not exist.
 */
export function readAction(said: string, now: Date): { owner: string; day: string | null; what: string } | null {
  const text = withMonths(said.replace(oneMore, ''), now, 'due');
  const found = aDay.exec(text);
  if (!found) return null;
  const owner = text
    .slice(0, found.index)
    .replace(/(?<![，,、\s])[，,、\s]*(?:请?(?:在|于|到))?$/u, '')
    .trim();
  const { rest: what, day } = takeDay(text.slice(found.index), now);
  return owner === '' || [...what].length < 2
    ? null
    : { owner, day, what: what.replace(/^[:：，,\s]+|(?<![。！])[。！]+$/gu, '') };
}

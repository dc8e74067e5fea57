import { onlyOne } from '../../domain/only-one.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Understanding } from '../../language/reading/understand.js';
import { matterNamed } from '../meaning/by-name.js';
import type { Turn } from '../turn.js';
import { inItsPlace, mayChangePromise, ownPromises } from './own-promises.js';
import type { Wish } from '../wish.js';

/** So much is too much: what stands behind it takes the place of what was promised. */
const less =
  /(?:^|[，,。\s我俺咱家想就])少(?:出|捐|认|掏|拿|给|交|来)?(?:一?点儿?|些)|[出捐认报说](?:得|的)?太?多了|(?:那个|的|有点|钱)太多了|太多了?[，,]?(?:吧|我)?[^，,。]{0,4}改|减(?:一?点|些|半|到|成|为)|降(?:一?点|些|到|成|为)|往(?:下|少里?)(?:减|降|调|改)/u;
/** 少出一百: so much less than before, and no promise of a hundred more. */
const lessBy =
  /(?:^|[，,。\s我俺咱家想就])(?:少(?:出|捐|认|掏|拿|给|交)|减(?:掉|去)?|扣(?:掉|去)?)(?=[\d一二两三四五六七八九十百千半])/u;

/**
 * 手头紧，少出点，一百吧; 太多了改一百五; 少出五十: the sum stands in the place of the household's promise, or is taken off it, and is never
 * added to it. It is read back. Null where the household promised nothing in the one matter that may be meant.
 */
export async function lessGiven(turn: Turn, read: Understanding, text: string): Promise<Wish | null> {
  const isBy = lessBy.test(text);
  if ((!isBy && !less.test(text)) || !mayChangePromise(turn, read, text)) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'reported', 'onBehalf', 'joking')) return null;
  const sum = readAmount(text);
  if (sum.kind !== 'exact') return null;
  const no = await matterNamed(turn, text);
  const only = onlyOne(await ownPromises(turn, no));
  if (!only) return null;
  const amount = isBy ? only.fen - sum.fen : sum.fen;
  return amount <= 0 ? null : inItsPlace(only.no, amount);
}

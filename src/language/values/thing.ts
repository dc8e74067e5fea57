import { segment } from '../lexicon/segment.js';
import { readMood } from './manner/mood.js';

/** What may stand before a thing that is given or named: 我捐, 家里有, 就是那个. */
const lead = /^(?:(?:我|俺|咱)(?:们)?)?(?:家)?(?:里)?(?:就|想|要|是|有|捐|出|给|送|拿)*(?:点|些|那个|这个|一下)?/u;
/** Words of somebody who tells, does or asks something: a thing is named without them. */
const telling = new Set(
  '没 没有 未 别 不 不是 了 过 着 吗 呢 吧 么 啊 去 来 要 会 能 想 说 看 看看 看着 等 问 找 打 办 吃 喝 走 都 也 还 还没 已经 刚 再 再说 都行 随便 我 你 他 她 谁 啥 什么 怎么 哪 是 今天 明天 后天 昨天 晚上 现在 知道'.split(
    ' ',
  ),
);
/** 东西 says that something is given, not what. */
const anything = /^(?:(?:一)?(?:点|些))?(?:东西|物品|物资|物件|实物|啥|什么)(?:吧|的)?$/u;
const longest = 40;

/** True for words that name a thing or a body: 两袋水泥, 家里的旧沙发. What is told (单子还没打), denied or asked (吃了没) names none. */
export function isThing(text: string): boolean {
  const named = text.replace(lead, '');
  if (named === '' || named.length > longest || isAnything(named)) return false;
  const mood = readMood(text);
  if (mood.some(({ kind }) => kind !== 'laughing' && kind !== 'onBehalf')) return false;
  return !segment(named).some(word => telling.has(word));
}

/** True for 东西: no word of what it is. */
export function isAnything(text: string): boolean {
  return anything.test(text.trim());
}

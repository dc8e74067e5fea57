import { findAddresses } from '../values/people/household.js';
import { cannotWait, soundsBroken } from '../values/trouble-words.js';
import type { Scene } from './scene.js';

type Slots = Record<string, unknown>;

/** A report takes no more signs. */
const mostHeard = 300;

/** 滴到我家阳台了 3号楼2单元301: the address is where it is, and 往外 of 一楼往外喷水 is no part of it. */
export function reportTold(slots: Slots, { said }: Scene): void {
  for (const name of ['text', 'place'] as const) slots[name] = withNumber(slots[name], said);
  const { place } = slots;
  const told = wholeTold(slots['text'], place, said);
  if (told !== null) slots['text'] = told;
  const { text } = slots;
  // 广告牌松了 要掉下来了: what must not wait is heard whole by whoever sees to it.
  if (typeof text === 'string' && said.length <= mostHeard && cannotWait(said) && !cannotWait(text))
    slots['text'] = said;
  // 大姐 is nowhere.
  if (typeof place === 'string' && toSomebody.some(words => words.test(place))) delete slots['place'];
  if (typeof place !== 'string' || slots['place'] === undefined) return;
  const bare = place.replace(/(?<=.{2})(?:[往朝向][外里下上边]+|一直|一个劲|还在|正在|老是)+$/u, '');
  const isOwn = /^(?:我|俺|咱)(?:们)?(?:家)?(?:里|的)?$/u.test(bare);
  const home = isOwn ? findAddresses(said).find(({ building }) => building !== undefined) : undefined;
  slots['place'] = home ? said.slice(home.start, home.end) : bare;
}

/** 5层楼道: the number belongs to what was taken. */
function withNumber(words: unknown, said: string): unknown {
  if (typeof words !== 'string' || !/^(?:号?楼|层|单元|栋|幢)/u.test(words)) return words;
  const number = /[\d一二三四五六七八九十]{1,3}$/u.exec(said.slice(0, Math.max(said.indexOf(words), 0)))?.[0];
  return `${number ?? ''}${words}`;
}

/** 同志, 各位邻居, 你给报上去, 快派人来看看: said to somebody, and nothing of what is the matter. */
const toSomebody: readonly RegExp[] = [
  /^(?:同志|大姐|大哥|大妹子|小伙子|师傅|书记|主任|楼长|网格员|小助手|各位(?:邻居|领导|街坊|同志)?|大家|邻居|街坊|领导)(?:们|好|啊|呀|哈)*$/u,
  /^(?:你好|您好|大家好|喂|哎|在吗|麻烦了?|谢谢.{0,3}|辛苦.{0,3})$/u,
  /^(?:请|麻烦|你们?|您|帮|我|俺|给|快|赶紧|尽快|能不能|就|派?个?人|谁)*(?:报|登记?|记|反映|说|转告|通知|管|看|修|处理|来)(?:一?下|上去?|上来|管|看|修|人|报)*(?:给.{0,6})?[吧呗啊呀哈了]*$/u,
];

/**
 * The words of the whole message where a clause would be lost that tells where it is (泵房跳闸了，3号楼2单元没水) or what else is the matter
 * (还有楼道灯也不亮), or where what was taken is only said to somebody; null where the slots hold all of it.
 */
function wholeTold(text: unknown, place: unknown, said: string): string | null {
  if (typeof text !== 'string' || said.length > mostHeard) return null;
  const isNothing = (clause: string): boolean => toSomebody.some(words => words.test(clause));
  const all = [...said.matchAll(/[^，,。；;！!?？\s]+/gu)];
  const kept = all.filter(([clause]) => !isNothing(clause));
  const clauses = kept.map(([clause]) => clause);
  const at = typeof place === 'string' ? place : '';
  const isHeld = (clause: string): boolean => text.includes(clause) || clause.includes(text) || at.includes(clause);
  const lost = clauses.filter(clause => !isHeld(clause));
  const isLost = lost.some(clause => address.test(clause) || (isMore(clause) && !ofAnother.test(clause)));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last || !(isLost || isNothing(text))) return null;
  // With its own marks where nothing falls out between.
  const isWhole = all.indexOf(last) - all.indexOf(first) === kept.length - 1;
  const whole = isWhole ? said.slice(first.index, last.index + last[0].length) : clauses.join('，');
  return whole.replace(head, '');
}

/** 还有楼道灯也不亮, 大家都没法充电: more than a word or two. */
const isMore = (clause: string): boolean => soundsBroken(clause) || /\p{Script=Han}{5}/u.test(clause);
/** A vote, a promise or a question beside the trouble is not told with it. */
const ofAnother =
  /同意|反对|弃权|附议|赞成|支持|提案|建议|[出捐交][\d一两二三四五六七八九十]|[\d一二三四五六七八九十]号|[吗呢谁]|怎么|多少|什么时候|任务/u;
const address = /\d号?[楼栋幢](?!上|下|层)|\d单元|[一二三四五六七八九十](?:号楼|[栋幢]|单元)/u;
const head = /^(?:提案|报事|报修|报个?事|反映(?:一个|个)?(?:问题|情况))[：:，,\s]*/u;

import { remembered } from './remembered.js';
import { speakersIn } from '../people/speakers.js';

/**
 * How a message is meant, beside what it says: who speaks, and whether it is said at all. A deed of the speaker is said by
 * the speaker, now, for certain; every span below is a reason to ask or to leave alone.
 */
export type MoodKind =
  /** Words of somebody else, copied here: a chat record, `王姐: …`, a time-stamped line, a numbered 接龙. */
  | 'forwarded'
  /** Words between quotation marks, or above the line of a quoted answer. */
  | 'quoted'
  /** What somebody else says or does, told here: 老王说…, 听说…, 我老公同意. */
  | 'reported'
  /** For another household or person: 替/帮/给…投, `3号楼1单元402同意`. */
  | 'onBehalf'
  /** A question, also without its mark: 4号是迫切需求类吗, 谁附议. */
  | 'asked'
  /** 先别, 不要, 并非不, 没投. A plain 不同意 is a choice and no denial. */
  | 'denied'
  /** 考虑, 打算, 倾向, 再想想. */
  | 'hedged'
  /** 要是…, 等…再, …才, …的话. */
  | 'conditional'
  /** 上次, 出过, 去年. */
  | 'past'
  /** Exaggeration, impossible conditions, words that say it is not meant. */
  | 'joking'
  /** Laughter beside it, which neighbours put behind what they mean as well. */
  | 'laughing';

/** A stretch of the text that a mood holds for, in places of the text that was given. */
export interface MoodSpan {
  readonly kind: MoodKind;
  readonly start: number;
  readonly end: number;
  /** For `onBehalf`: the words that name the other household or person. */
  readonly of?: string;
}

/**
 * Reads who speaks and how it is meant. Spans may overlap, and stand in the order of their beginning; no span at all is the
 * plain mood of a deed. The cue itself marks the whole clause (between 。！？; and line ends, or commas) that it colours.
 */
export const readMood = remembered((text: string): readonly MoodSpan[] => {
  const spans: MoodSpan[] = [...speakersIn(text)];
  for (const clause of clausesOf(text)) {
    for (const [kind, cues] of cuesOf) if (cues(clause)) spans.push({ kind, start: clause.start, end: clause.end });
  }
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
});

/** True when one of the kinds (all of them when none is named) touches the stretch. */
export function isMood(
  spans: readonly MoodSpan[],
  { start, end }: { readonly start: number; readonly end: number },
  ...kinds: readonly MoodKind[]
): boolean {
  return spans.some(span => span.start < end && span.end > start && (kinds.length === 0 || kinds.includes(span.kind)));
}

/** True when one of the kinds stands anywhere in the text. */
export function hasMood(text: string, ...kinds: readonly MoodKind[]): boolean {
  return readMood(text).some(({ kind }) => kinds.includes(kind));
}

interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly asked: boolean;
}

/** Clauses end at any punctuation mark, a line end or a gap; the mark that ends one belongs to its question. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const found of text.matchAll(/[^\s，,。.!！?？;；~…]+/gu)) {
    const end = found.index + found[0].length;
    clauses.push({ text: found[0], start: found.index, end, asked: /^\s{0,3}[?？]/u.test(text.slice(end, end + 5)) });
  }
  return clauses;
}

const asking =
  /[吗嘛么](?:[啊呀哈呢哦]|$)|(?<!那个)谁(?!都|也)|啥(?!都|也)|什么(?!都|也)|多少(?!都|也|算|不限)|咋|怎[么样]|如何|哪(?!怕|都|种都)|为何|凭啥|是不是|是否|能不能|能否|可不可以|可否|要不要|有没有|行不行|成不成|中不中|(?<!不)对不对(?!不对)|会不会|该不该|好不好|够不够|算不算|值不值|([一-龥])不\1(?!断|不)|同不同意|(?<!不识|没|好|十)几[个票户天点号家分人次条]|干嘛|(?:[了过好完到着上成]|有)没有?$|(?<=类|合格|通过|同意|反对|弃权|赞成|支持|分|元|块|[百千万]|[A-H]|表决|投票|公示|发布|批准|放行|暂缓|退回|结束|验收|[今明后]天|周[一二三四五六日天]|[上下]午|[点号]钟?|出)还是(?!要(?!不)|会|得|老样子|[那这]个?数)|(?<!着|的|呀|正在.{0,6}|还.{0,6}|在.{0,6}|才.{0,6})呢$|咩$|不成$|是不$|(?:^|[^了])不(?:啊|呀)?$|(?:可以|能|该|够|齐|好|完|到)[^，,。]{0,10}了不(?:啊|呀)?$/u;

/** 要多少拿多少, 有啥活叫我, 中不中都记上 and 没啥 ask nothing. */
const unasked =
  /没(?:啥|什么|多少|谁)|([一-龥])多少(?:就|我|俺)?[一-龥]多少|(?:出|捐|给)多少(?:我|俺|咱)?(?:不管|都行|都中)|有(?:啥|什么)活儿?(?=就?[叫喊找吩])|([一-龥])不\2(?=都)/gu;

const deeds =
  '说|投|出|捐|认|同意|赞成|支持|反对|答应|报|参加|附议|收|交|付|做|干|验收|通过|合格|发|撤|取消|停|记|算|签|批|选|打|去|来|领|换|公示|截止|公开|延期|冲销|退|批准|审核';
const denying = new RegExp(
  [
    '(?<![分级区个告差特识辨派性类门鉴])别(?![人的处致墅名扭具说家嫌笑谢客忘介见担急劝怪等听让光写寻往提])',
    `(?:莫|唔)(?:再|要|好|得|会|给|替)?(?:${deeds})`,
    '先不|先别|甭(?!谢|客气|找)|不要(?!紧|钱|脸|报酬|补贴|写)|不用(?!谢|担心|客气|操心|找|钱|写)|不必|无需|(?:并非|非|不是|并不)(?!常|得)',
    `不(?:能|会|想|愿意?|打算|准备|该|应该|敢|肯)(?:再|给|去|就|这么|随便)?(?:${deeds})`,
    `(?:没(?:有)?|未|还没|尚未|从未|从没)(?:${deeds}|完工|完成|做完|达|能|到)`,
    '(?:批|核对?|付|过|验收?|签|通过|放行)不(?:了|成)',
    '不(?:反对|出|捐|投|认|参加|报名|附议|收(?!费|钱|报酬)|交|付|算(?!钱|啥|多|事|什么)|记|干|来|去)(?!一个|了解|起眼)',
  ].join('|'),
  'u',
);
/** What looks like a denial and is none. */
const undenied =
  /没(?:有)?(?:意见|问题|毛病|说的|得说|二话)|不(?:要紧|好意思|客气|得不|含糊|少|错|过|管)|别人|差不多|不仅|不但|不光|不只|不论|不管/gu;

const hedging =
  /考虑(?!好|再三|过|清楚|了一下|到)|打算|倾向|准备(?!好|了|工作|金)|想一想|想想(?!看)|琢磨琢磨|寻思寻思|再看看|再看(?!一)|再说(?!一遍|一次|明|话)|也许|没准|说不定|说不准|不一定|犹豫|(?<!不)纠结|没想好|没决定|没定|看情况|看看再|改天|回头(?!转|给|收|交|就转|我转|送)|过两天|到时候|预计(?!\d+个?小时|[半一两]个?[天小])|原则上|按理|应该会|可能|大概会|估计会|兴许|或许|基本(?:上)?同意|有点(?:想|同意|反对)|偏向|要不要|尚存疑|存疑|保留意见|暂时|暂且/u;
const hedged = (text: string): boolean =>
  hedging.test(text) && !/(?<![未没])(?:考虑再三|再三考虑|想好了|考虑好)/u.test(text);

const supposing =
  /除非|要是|如果|如若|假如|假设|假使|(?<![一二两三四五六七八九十百千几\d])万一(?![千百十\d])|倘若|若是|若(?!干)|的话|只要|否则|哪怕|就算(?!了)|即使|即便|等.{0,12}(?:再|就|才|到|捐|出)|先.{1,10}再|(?:得|要|应该|必须)先|但得|(?<![刚方])才(?=行|能(?!报)|算|出|捐|同意|可以|好|交|付|认)|要不是|早知道|当初|假定|设想|真要|看.{0,8}(?:再定|再说|决定)|前提|以后再|之后再|才(?:行|算|出|捐|同意)|到位(?:我|俺|咱)?就/u;

const passing =
  /(?:^|[^不])(?:上次|上回|上个月|上月|上周|去年|前年|往年|前几年|那年|以前|从前|当年|早先|头年|昨天|昨儿|前天|刚才|早就|早已|一直|向来|原来|曾经|当时|那时|那会儿?|上一?届|年前)|(?:出|花|掏|拿)(?!来|去)[^，,。]{0,10}(?:买|装|换|修|弄|雇|请)了|(?:出|捐|认|投|交|报|认捐|认筹|打|付|选|评|同意|反对|附议|验收|收)过(?!一个)/u;

const jesting =
  /笑死|(?<![没不]|不是)开玩笑|逗你|逗.{0,2}玩|闹着玩|瞎说|吹牛|吹吹|做梦|梦里|才怪|骗你|说着玩|拉倒|下辈子|发财了?就|中了?(?:彩票|大奖|五百万)|彩票|太阳.{0,4}西|猴年马月|白日|想得美|扯淡|扯犊子|天上掉|我是马云|首富|精神上(?!的)|口头上?(?:捐|认|出|支持)|(?:嘴上|心里|意念|云)(?:捐|认|出|投|支持)|家(?:的)?(?:狗子?|猫|鹦鹉|仓鼠|乌龟)[^，,。]{0,4}(?:投|同意|反对|赞成|弃权)|冥币|欢乐豆|Q币|游戏币|红包雨|世界杯|国足|一个亿|满意了吧|给(?:我|俺)报销|[都是]托(?:吧|儿)?$|[🤡🙄]|\[(?:狗头|旺柴|白眼)\]|\(狗头\)/iu;
/** 出个屁, 同意个鬼, 附议他个头: said in scorn, whatever stands beside it. */
export const scornful =
  /个(?:屁|鬼|锤子|毛线|大头鬼)(?!子|主意)|[他她你]个头(?!儿?[高矮大小])|[你他]妹(?![妹子夫])|个毛(?=$|[，,。！!\s啊呀哦])|(?:关|干)(?:我|俺)屁事/u;
const laughing = /哈哈|嘿嘿|呵呵|嘻嘻|[😂🤣😆😅😏🐶🤪😜😝]|\[(?:捂脸|笑哭|偷笑|坏笑|呲牙|破涕为笑)\]|hhh|233+/iu;

const cuesOf: readonly (readonly [MoodKind, (clause: Clause) => boolean])[] = [
  ['asked', ({ text, asked }) => asked || asking.test(text.replace(unasked, ''))],
  ['denied', ({ text }) => denying.test(text.replace(undenied, ''))],
  ['hedged', ({ text }) => hedged(text)],
  ['conditional', ({ text }) => supposing.test(text)],
  ['past', ({ text }) => passing.test(text)],
  ['joking', ({ text }) => jesting.test(text) || scornful.test(text)],
  ['laughing', ({ text }) => laughing.test(text)],
];

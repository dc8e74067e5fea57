import { readMood, type MoodKind, type MoodSpan } from '../values/mood.js';
import { readValues } from '../values/read-values.js';
import { readAmount } from '../values/amounts.js';
import type { Filled } from './fill.js';
import type { Reading } from './model.js';
import type { Scene } from './scene.js';
import { areSettled } from './sums.js';

/** Whom a deed binds: nobody (it only shows), the own household, an office and its books, or the whole grid in public. */
export type Binds = 'nobody' | 'household' | 'office' | 'public';

/** Below this the bot asks before it does anything. */
export const sure = 0.8;
const asking = 0.79;

/** The share that a reading needs: said plainly, beside words that tell or deny something, and where it is asked or supposed. */
interface Need {
  readonly plain: number;
  readonly told: number;
  readonly moody: number;
}

/**
 * How much of the evidence a reading needs before it is done unasked. Set on writers left out: a step up asks more people
 * again, a step down books what nobody meant (docs/understanding.md has the figures). Words that tell of the past or deny
 * something often stand in another clause than the deed, and the reader has learned them; a question, a condition and another
 * household weigh more.
 */
export const needed: Readonly<Record<Binds, Need>> = {
  nobody: { plain: 0.4, told: 0.4, moody: 0.4 },
  household: { plain: 0.83, told: 0.9, moody: 0.985 },
  office: { plain: 0.82, told: 0.97, moody: 0.99 },
  public: { plain: 0.85, told: 0.97, moody: 0.99 },
};

/** What others still look at before it counts: a matter that wants seconding, a binding that a leader confirms. */
const looked: Readonly<Record<string, Need>> = {
  'proposal.open': { plain: 0.65, told: 0.9, moody: 0.9 },
  'member.bind': { plain: 0.5, told: 0.9, moody: 0.9 },
  // A payment has to match what was approved.
  'funds.spend': { plain: 0.5, told: 0.97, moody: 0.99 },
};

/** These are never the speaker's own deed here and now, whatever the words look like. */
const never: readonly MoodKind[] = ['forwarded', 'quoted', 'joking'];
const moody: readonly MoodKind[] = ['onBehalf', 'asked', 'hedged', 'conditional'];
const weakening: readonly MoodKind[] = ['reported', 'past', 'denied', ...moody];
/** Deeds that are said with a no: 反对, 取消, 不合格. */
const saysNo =
  /^(?:poll\.vote|pledge\.cancel|project\.(?:accept|cancel)|proposal\.withdraw|poll\.undo|pledge\.quiet|credit\.(?:leave|cancel)|objection|paper\.|works\.stop|finding|inspection)/;

/** Deeds that tell of others, or of what was done. */
const tells = /^(?:funds\.|progress\.report|inspection\.report|meeting\.|paper\.|poll\.deliver)/;

/** What speaks against doing a deed unasked. */
export function doubts(reading: Reading, filled: Filled, scene: Scene, binds: Binds): string[] {
  if (binds === 'nobody') return [];
  // What is told to all may tell of anything behind its colon; how the deed is meant stands before it.
  const mood = readMood(
    binds === 'household' ? scene.said : (/^[^:：]{2,30}(?=[:：])/u.exec(scene.said)?.[0] ?? scene.said),
  );
  const found: string[] = [];
  for (const kind of never) if (mood.some(each => each.kind === kind)) found.push(kind);
  if (filled.unread.length > 0) found.push(`unread ${filled.unread.join(' ')}`);
  found.push(...lacking(reading.intent, filled, scene));
  if (binds === 'household') found.push(...strayed(reading.intent, filled, scene));
  const need = looked[reading.intent] ?? needed[binds];
  const weak = weakened(mood, reading.intent);
  const level = weak.some(kind => moody.includes(kind)) ? 'moody' : weak.length > 0 ? 'told' : 'plain';
  if (reading.share < need[level]) found.push(weak.length > 0 ? weak.join(' ') : 'not sure');
  // 出工半天管饭吗: one clause that asks is a question, however much it looks like the deed.
  else if (
    binds === 'household' &&
    mood.some(
      ({ kind, start, end }) => kind === 'asked' && isAll(scene.said, start, end) && !/嘛[\s。！!]*$/u.test(scene.said),
    )
  )
    found.push('asked');
  return found;
}

/** True when nothing is said outside of the stretch. */
function isAll(said: string, start: number, end: number): boolean {
  return !/[\p{L}\d]/u.test(said.slice(0, start) + said.slice(end));
}

function weakened(mood: readonly MoodSpan[], intent: string): MoodKind[] {
  return weakening.filter(
    kind =>
      !(kind === 'denied' && saysNo.test(intent)) &&
      // Who keeps the books tells what others did.
      !(tells.test(intent) && (kind === 'onBehalf' || kind === 'reported' || kind === 'past')) &&
      mood.some(each => each.kind === kind),
  );
}

/** Signs of code, and those that turn the direction of writing: nobody types them to promise something. */
const strange = /[|\\^*${}<>`\u202a-\u202e\u2066-\u2069]/u;

/** 1. 积分 2. 我家的: the figures number the points. */
const points = /(?:^|\s)1[.．、]\s*\D[^]*?(?:\s|^)2[.．、]\s*\D/u;

/** Sums that are none to be booked. What is said vaguely is no exact sum by itself; 一笔, 一份 beside an exact one say nothing of it. */
const unfit: ReadonlySet<string> = new Set(['foreign', 'too-precise', 'not-positive', 'too-large']);

/** 八十五岁, 三十年, 33路, 十二位: what the figure counts is no money. */
const counted = /^(?:多|来)?(?:岁|年|路|位|层|届|度|公里|平米|个月)/u;

/** What is given in words only. */
const immaterial = /^(?:祝福|祝愿|支持|掌声|鼓励|爱心|口水|唾沫|精神|微笑|赞|点赞)$/u;

/** 从同意改成反对: both are named, and the last is meant. */
const turned = /[改换变](?:成|为|投|到|作).{0,4}(?:同意|赞成|支持|反对|弃权)[^同赞支反弃]*$/u;

/** What people spend on themselves. */
const personal =
  /的[^，。]{0,6}(?:鞋|衣|手机|菜|票|裤|包)|外卖|打车|买菜|网购|淘宝|拼多多|美容|理发|看病|挂号|加油|话费|孩子|聚餐|房租/u;

/** So much is read back, however plainly it was said: +10086 is a joke, and who means 12,000 yuan says yes once more. */
const largeFen = 1_000_000;

/** 弃权吃香菜, 反对下班这么晚: a choice of something that no poll is about. What is done to a place, or said of the poll, is no such thing. */
const choosing = /(?:同意|赞成|支持|反对|弃权|赞同)(?!票)(?<object>[^，,。.!！?？;；\s№]{2,})/u;
const ofPoll =
  /方案|项目|提案|计划|公示|表决|装|修|建|换|改|刷|种|拆|铺|设|增|搞|弄|做|请|用|选|收|同意|赞成|支持|反对|弃权|[这那它]|票|个|早该|作数|算|[了的吧哈啊噻嘛呀啦哦]$/u;
/** 老周讲得对，我也同意 agrees with a person. */
const ofPerson = /(?:[讲说]得?(?:真|很|太)?(?:对|好|有道?理)|说的(?:是|对|有道理)|这话|看法)/u;
/** 有人给15号打了满分: somebody does, and it is not the speaker. */
const somebody = /(?:^|[，,。!！\s])(?:有的?人|谁)(?:给|托|让|叫|替|说|把|投|捐|打)/u;
/** 五分是满分吧. */
const supposed = /^[^，,。]{0,6}是[^，,。]{1,8}吧[。?？]?$/u;

/** A household's own deed that is told of somebody or something else, or has not what it is about. */
function strayed(intent: string, { slots }: Filled, { said, plain, nos }: Scene): string[] {
  if (somebody.test(said) || supposed.test(said)) return ['told of somebody'];
  if (intent === 'credit.redeem' && slots['item'] === undefined) return ['no thing'];
  if (intent === 'pledge.money' && Number(slots['amount']) >= largeFen) return ['a large sum'];
  if (intent !== 'poll.vote' || nos.length > 0) return [];
  if (ofPerson.test(said)) return ['agreement with a person'];
  const object = choosing.exec(plain.replace(/不同意/gu, '反对'))?.groups?.['object'];
  return object !== undefined && !ofPoll.test(object) ? ['a choice of something else'] : [];
}

/** What the deed is about was not said in so many words, or said with a figure that names no one sum. */
function lacking(intent: string, { slots }: Filled, { said, amounts, text, now }: Scene): string[] {
  // LED灯珠*100 counts them.
  if (strange.test(said.replace(/(?<=\p{L})\s*\*\s*(?=\d)/gu, ' '))) return ['strange signs'];
  if (points.test(said)) return ['a list of points'];
  if (intent === 'pledge.goods' && immaterial.test(String(slots['item'] ?? ''))) return ['nothing that can be carried'];
  if (/^(?:pledge\.money|funds\.(?:receive|spend))$/.test(intent)) {
    const whole = readAmount(text);
    if (slots['amount'] === undefined) return ['no sum'];
    if (amounts.some(({ kind }) => kind !== 'exact') || (amounts.length === 1 && unfit.has(whole.kind)))
      return ['the sum is not exact'];
    if (
      intent === 'pledge.money' &&
      readValues(said, now).some(({ kind, end }) => kind === 'number' && !counted.test(said.slice(end)))
    )
      return ['a figure is unexplained'];
    if (
      new Set(amounts.filter(({ named, fen }) => named || fen >= 2000).map(({ fen }) => fen)).size > 1 &&
      !areSettled(text, amounts, slots['amount'])
    )
      return ['several sums'];
  }
  if (intent === 'funds.spend' && personal.test(text)) return ['a household’s own spending'];
  if (intent === 'poll.vote' && slots['choice'] === undefined) return ['no choice'];
  if (
    intent === 'poll.vote' &&
    !turned.test(said) &&
    /(?:不同意|反对|不赞成).*(?:同意|赞成|支持)|(?:同意|赞成|支持).*(?:反对|不同意|不赞成)/u.test(
      said.replaceAll('不同意', '反对').replace(/反对(?=票)/u, '反对'),
    )
  )
    return ['two choices'];
  return [];
}

/** How sure the bot is, by what speaks against it. */
export function confidenceOf({ share }: Reading, against: readonly string[]): number {
  return against.length > 0 ? Math.min(share, asking) : Math.max(share, sure);
}

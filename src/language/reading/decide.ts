import { tellsOfTrouble } from '../values/trouble-words.js';
import { readMood, type MoodKind, type MoodSpan } from '../values/manner/mood.js';
import { unexplainedFigures } from '../values/read-values.js';
import { readAmount } from '../values/money/amounts.js';
import { findOptions } from '../values/options.js';
import { readNumber, toNumber } from '../values/numbers.js';
import { cutOut } from '../values/span.js';
import { findTimes } from '../values/time/times.js';
import { titled } from '../values/people/people.js';
import { remembered } from '../values/manner/remembered.js';
import type { Filled } from './fill.js';
import type { Reading } from './model.js';
import type { Scene } from './scene.js';
import { areSeveral, isVague, oddSum } from './sums.js';
import { isPerhaps, wasDone, wavers } from './unmeant.js';
import { sureFrom } from './thresholds.js';

/** Whom a deed binds: nobody (it only shows), the own household, an office and its books, or the whole grid in public. */
export type Binds = 'nobody' | 'household' | 'office' | 'public';

/** What a deed does away with: another deed that was done, or what stands. */
export type TakesBack = 'deed' | 'standing';

/** A deed that something speaks against is no surer than this: just below what is done unasked. */
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
  household: { plain: 0.85, told: 0.88, moody: 0.94 },
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

export interface DeedSaid {
  readonly filled: Filled;
  readonly scene: Scene;
  readonly binds: Binds;
  readonly takesBack: boolean;
  readonly holdsOffice: boolean;
  /** The slots that others read as they were said. */
  readonly keeps: readonly string[];
}

/** What speaks against doing a deed unasked. */
export function doubts(reading: Reading, { filled, scene, binds, takesBack, holdsOffice, keeps }: DeedSaid): string[] {
  if (binds === 'nobody') return [];
  // What is told to all may tell of anything behind its colon; how the deed is meant stands before it.
  const mood = readMood(
    binds === 'household' ? scene.said : (/^[^:：]{2,30}(?=[:：])/u.exec(scene.said)?.[0] ?? scene.said),
  );
  const found: string[] = [];
  for (const kind of never) if (mood.some(each => each.kind === kind)) found.push(kind);
  if (filled.unread.length > 0) found.push(`unread ${filled.unread.join(' ')}`);
  found.push(...lacking(reading.intent, filled, scene));
  if (isCutOut(keeps, filled.slots, scene)) found.push('words out of more words');
  if (binds === 'household') found.push(...strayed({ intent: reading.intent, takesBack }, filled, scene));
  const need = looked[reading.intent] ?? needed[binds];
  const weak = weakened(mood, reading.intent);
  // Who holds an office says many things that sound like a household's own deed: 同意支付, 缺的送货单我补上.
  const isMoody = (binds === 'household' && holdsOffice) || weak.some(kind => moody.includes(kind));
  const level = isMoody ? 'moody' : weak.length > 0 ? 'told' : 'plain';
  const open = binds === 'household' ? [] : leftOpen(reading.intent, mood, scene.said);
  // 提案：…: raised in the very word for it.
  const least =
    reading.intent === 'proposal.open' && /^提案[:：]/u.test(scene.said) ? needed.nobody.plain : need[level];
  if (weightOf(reading, binds) < least) found.push(weak.length > 0 ? weak.join(' ') : 'not sure');
  else if (open.length > 0) found.push(open.join(' '));
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

/**
 * An office asks, supposes and denies in the very words of its deed (要不要发起表决, 先不要发布方案): sure as the reader may be of the
 * deed, what is asked or supposed is read back, and what all would hear of also where it is put off or denied.
 */
function leftOpen(intent: string, mood: readonly MoodSpan[], said: string): MoodKind[] {
  // 全体同意才算通过 is how it is counted.
  const isRule = intent === 'poll.open' && /才(?:算|能|可以)?(?:通过|作数|有效)/u.test(said);
  const kinds: readonly MoodKind[] = [
    'asked',
    'conditional',
    ...(intent in inSoManyWords ? (['denied', 'hedged'] as const) : []),
  ];
  return kinds.filter(kind => !(isRule && kind === 'conditional') && mood.some(each => each.kind === kind));
}

/** Below this nothing is done, however far behind the next deed lies. */
const leastShare = 0.5;

/**
 * What a household means is weighed against the one other thing that it may mean most likely: 0.7 beside 0.03 is surer than 0.8
 * beside 0.2 (of the same promises done, a quarter fewer were wrong). For all others the share itself counts.
 */
function weightOf({ share, next = 0 }: Reading, binds: Binds): number {
  return binds === 'household' && share >= leastShare ? share / (share + next) : share;
}

/** True when nothing is said outside of the stretch. */
function isAll(said: string, start: number, end: number): boolean {
  return !/[\p{L}\d]/u.test(cutOut(said, [{ start, end }]));
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

/** 1. 积分 2. 我家的: the figures number the points; 301、302、303 are doors, or anything. */
const points =
  /(?:^|\s)1[.．、]\s*\D[^]*?(?:\s|^)2[.．、]\s*\D|^\s*\d+(?:元|块)?(?:\s*[、；;\s]\s*\d+(?:元|块)?)+[\s。.!！]*$/u;

/** Sums that are none to be booked. What is said vaguely is no exact sum by itself; 一笔, 一份 beside an exact one say nothing of it. */
const unfit: ReadonlySet<string> = new Set(['foreign', 'too-precise', 'not-positive', 'too-large']);

/** 八十五岁, 三十年, 33路, 十二位: what the figure counts is no money. */
const counted = /^(?:多|来)?(?:岁|年|路|位|层|届|度|公里|平米|个月)/u;

const paid = /[付支花买结报记给用掏转打刷]|出账/u;

/** What is given in words only. */
const immaterial =
  /^(?:祝福|祝愿|支持|掌声|鼓励|爱心|口水|唾沫|精神|微笑|赞|点赞|现金|现钱|钱)$|(?:送货单|发票|收据|凭证|回单|合同|票据)$/u;

/** What people spend on themselves. */
const personal =
  /的[^，。]{0,6}(?:鞋|衣|手机|菜|票|裤|包)|外卖|打车|买菜|网购|淘宝|拼多多|美容|理发|看病|挂号|加油|话费|孩子|聚餐|房租/u;

/** 弃权吃香菜, 反对下班这么晚: a choice of something that no poll is about. What is done to a place, or said of the poll, is no such thing. */
const choosing = /(?:同意|赞成|支持|反对|弃权|赞同)(?!票)(?<object>[^，,。.!！?？;；\s№]{2,})/u;
const ofPoll =
  /方案|项目|提案|计划|公示|表决|装|修|建|换|改|刷|种|拆|铺|设|增|搞|弄|做|请|用|选|收|同意|赞成|支持|反对|弃权|[这那它]|票|个|早该|作数|算|[了的吧哈啊噻嘛呀啦哦]$/u;
/** 老周讲得对，我也同意 agrees with a person. */
const ofPerson = /(?:[讲说]得?(?:真|很|太)?(?:对|好|有道?理)|说的(?:是|对|有道理)|这话|看法)/u;
/** 科里投票选护士长，我弃权了: another vote than this grid's. */
const elsewhere = /科里|单位|公司|学校|班[里上会]|厂里|队里|工会|村里|电视|网上|抖音|微博|比赛|决赛|选手/u;
/** 有人给15号打了满分: somebody does, and it is not the speaker. */
const somebody = /(?:^|[，,。!！\s])(?:有的?人|谁)(?:给|托|让|叫|替|说|把|投|捐|打)/u;
/** 五分是满分吧. */
const supposed = /^[^，,。]{0,6}是[^，,。]{1,8}吧[。?？]?$/u;

/** 16号加我一个 may be a second as well as work, and 换一个呗 may be about anything. */
const namesWork = /[工力活干做帮搬值]|打下手/u;

function namesNothing(intent: string, slots: Filled['slots'], said: string): boolean {
  if (intent === 'credit.redeem') return slots['item'] === undefined;
  return (
    intent === 'pledge.labour' && slots['task'] === undefined && slots['hours'] === undefined && !namesWork.test(said)
  );
}

/** 会电焊能干两天 tells what somebody is able to; 我来, 算我, 出工 and the like offer it. */
const ability =
  /(?<![开聚议约机])[会懂](?![员议场计费])|能[干做帮来出去缝修砌焊刷搬]|(?:干|学|做|当)过|有[^，,。]{0,6}证/u;
const offersWork =
  /[出帮搭派]|报名|愿意|义务|算[我俺咱]|加[我俺咱]|叫[我俺咱]|交给[我俺咱]|归[我俺咱]|包(?:了|在|圆|下)|[我俺咱](?:跟|和|们)?[^，,。]{0,8}[来去包上]|[来去][^，,。]{0,2}[干做焊修刷搬扫盯]|记|认/u;

/** 刷墙这个活莫算我: a denial that the reader mostly passes over. */
const without = /(?:莫|别|甭|不|勿|唔)(?:要|用|使)?(?:再)?算(?:上|埋)?(?:我|俺|咱)/u;

const gives = /[出捐认掏拿筹凑交垫投给]|赞助|支付|随喜|加|算我/u;

/** 我家301水管爆了: the figure is a door, and nobody gives anything. */
export function tellsTrouble(said: string): boolean {
  return tellsOfTrouble(said) && !gives.test(said);
}

/** 聚餐AA 80, 输了两百: money among friends. Who promises some of it says so. */
const amongFriends =
  /(?<![A-Z])AA(?![A-Z])|借(?:我|俺|给|点|个|[一二两三四五六七八九十\d])|人均|每人|聚餐|团建|打赏|随礼|份子|喜酒|压岁|红包|打牌|麻将|彩票|[输赢]了|工资|血压|公交|上班|休班|高考|考试/u;
const promises = /[捐认献筹添]|出(?!门|去|来|差|院)|算[我俺额咱]|记[我俺额咱上]|项目|支持|凑|拿|赞助/u;

/** A household's own deed that is told of somebody or something else, or has not what it is about. */
function strayed(
  { intent, takesBack }: { readonly intent: string; readonly takesBack: boolean },
  { slots }: Filled,
  { said, plain, nos, text, amounts }: Scene,
): string[] {
  if (somebody.test(said) || supposed.test(said) || without.test(said)) return ['told of somebody'];
  // What is taken back was done before.
  if (!takesBack && wasDone(said)) return ['done before'];
  if ((takesBack && wavers.test(said)) || isPerhaps(intent, said)) return ['wavering'];
  if (namesNothing(intent, slots, said)) return ['nothing named'];
  const isWhole = nos.length > 0 && slots['hours'] !== undefined;
  if (intent === 'pledge.labour' && !isWhole && ability.test(said) && !offersWork.test(said)) return ['an ability'];
  const odd = intent === 'pledge.money' ? oddSum(text, amounts, slots['amount']) : undefined;
  if (odd !== undefined) return [odd];
  if (intent === 'pledge.money' && tellsTrouble(said)) return ['trouble'];
  if (intent === 'pledge.money' && amongFriends.test(said) && !promises.test(said)) return ['money among friends'];
  if (intent !== 'poll.vote' || nos.length > 0) return [];
  if (ofPerson.test(said)) return ['agreement with a person'];
  if (elsewhere.test(said)) return ['a vote somewhere else'];
  const object = choosing.exec(plain.replace(/不同意/gu, '反对'))?.groups?.['object'];
  return object !== undefined && !ofPoll.test(object) ? ['a choice of something else'] : [];
}

/** 刚才按成反对了，是同意: what was said before does not hold any more. */
const taken = /[改换变]|[?？][，,]?不|现在|该是|不是|最后|[按点打]错|[按点打]成|手滑|不算|不作数|撤了|却|按说|破例/u;

/** The kinds of choices and the options that a message names: more than one leaves open which is meant, unless the last takes the others back. */
function namesTwo(text: string, choice: unknown): boolean {
  const plain = text
    .replace(/不是(?:投)?(?:同意|反对|弃权|赞成)|不(?:再)?(?:弃权|反对)了?/gu, '')
    .replace(/不(?:同意|赞成|支持)/gu, '反对');
  const kinds = [...plain.matchAll(/(?<disagree>反对)|(?<agree>同意|赞成|支持)|(?<abstain>弃权)/gu)].flatMap(
    ({ groups }) => Object.keys(groups ?? {}).filter(kind => groups?.[kind] !== undefined),
  );
  const options = plain.match(/(?<![A-Z\d])[A-H](?![A-Z\d])/gu) ?? [];
  if (new Set(options).size > 1) return options.at(-1) !== choice;
  return new Set(kinds).size > 1 && !(kinds.at(-1) === choice && taken.test(text));
}

function isSum(figure: string, fen: unknown): boolean {
  const number = readNumber(figure);
  return number !== null && Math.round(toNumber(number) * 100) === fen;
}

/** What goes out to all and is not taken back is said in so many words; 把方案发出去吧 and 差不多了，开始投吧 are read back. */
const inSoManyWords: Readonly<Record<string, RegExp>> = {
  'plan.publish': /发布|公示|公布/u,
  'poll.open': /发起|表决|投票/u,
};

/** Figures that nothing explains; where they stand does not depend on the day. */
const figuresIn = remembered(unexplainedFigures);

/** Words by which something is proposed, and no part of the matter. */
const proposes =
  /[^\p{Script=Han}]|提案|提议|建议|倡议|提[个一]|[我俺咱]们?|想|要|能不能|可不可以|是不是|希望|大家|觉得|看|说|给|把|就|都|也|吧|了|的|啊|呀|一下|预算|左右|大概|大约|千|百|万|元|块/gu;
/** So many signs beside its title are told, and may have been the matter. */
const mostBeside = 8;

/**
 * True where words that are kept were cut out of a longer sentence (俺孙子放学摔了一跤给装个路灯吧; 那是供电公司的线，不归咱们，归供电公司管): what
 * others will read is read back.
 */
function isCutOut(kept: readonly string[], slots: Filled['slots'], { said, now }: Scene): boolean {
  if (/[:：]/u.test(said) || !kept.some(name => typeof slots[name] === 'string')) return false;
  const told = Object.values(slots)
    .flat()
    .filter(value => typeof value === 'string');
  const beside = told.reduce((rest, words) => rest.replace(words, ''), cutOut(said, findTimes(said, now)));
  return beside.replace(proposes, '').length > mostBeside;
}

/** 给老王装个刹车 is done to a person, and most likely said in jest. */
const forPerson = new RegExp(`^(?:给|帮|替|为|让)${titled}`, 'u');

/** 大门口应该弄个刷卡进出的，外人随便进 may be a grumble: a matter is raised at once where a word says that it is raised. */
const raises =
  /提案|提议|建议|倡议|议题|呼吁|申请|提[个一上]|[想愿]|希望|盼|能不能|能否|可不可以|可否|行不行|成不成|中不中|好不好|要不要|是不是|咋样|怎么样|如何|吧|呗|[吗嘛么?？]/u;

/** What the deed is about was not said in so many words, or said with a figure that names no one sum. */
function lacking(intent: string, { slots }: Filled, { said, amounts, text, nos }: Scene): string[] {
  // LED灯珠*100 counts them.
  if (strange.test(said.replace(/(?<=\p{L})\s*\*\s*(?=\d)/gu, ' '))) return ['strange signs'];
  if (points.test(said)) return ['a list of points'];
  if (intent === 'proposal.open' && forPerson.test(String(slots['title'] ?? ''))) return ['for one person'];
  if (intent === 'proposal.open' && !raises.test(said)) return ['raised in no word'];
  // What all will choose from is cut out of a sentence: it is read back with its choices.
  if (intent === 'poll.open' && findOptions(said)?.isListed === false) return ['choices out of a sentence'];
  const words = inSoManyWords[intent];
  if (words && slots['no'] !== undefined && !words.test(said)) return ['loose words'];
  if (intent === 'pledge.goods' && immaterial.test(String(slots['item'] ?? ''))) return ['nothing that can be carried'];
  if (/^(?:pledge\.money|funds\.(?:receive|spend))$/.test(intent)) {
    const whole = readAmount(text);
    if (slots['amount'] === undefined) return ['no sum'];
    if (isVague(text, amounts, slots['amount']) || (amounts.length === 1 && unfit.has(whole.kind)))
      return ['the sum is not exact'];
    if (
      intent === 'pledge.money' &&
      figuresIn(said).some(
        ({ start, end }) =>
          // 额认二百五，真就二百五: the sum, said once more.
          !isSum(said.slice(start, end), slots['amount']) && !counted.test(said.slice(end)),
      )
    )
      return ['a figure is unexplained'];
    if (areSeveral(text, amounts, slots['amount'])) return ['several sums'];
  }
  // 沟挖了一半 tells of the ditch, not of the works.
  if (
    intent === 'progress.report' &&
    slots['percent'] !== undefined &&
    !/完成|完工|进度|整体|总共|一共|[%％]|成了|到\d/u.test(said)
  )
    return ['a share of what'];
  if (intent === 'funds.spend' && personal.test(text)) return ['a household’s own spending'];
  // 运费十二，退一次亏一次 tells a price; who books a payment says so, or of which matter it is.
  if (intent === 'funds.spend' && nos.length === 0 && !paid.test(said)) return ['loose words'];
  if (intent === 'poll.vote' && slots['choice'] === undefined) return ['no choice'];
  if (intent === 'poll.vote' && namesTwo(text, slots['choice'])) return ['two choices'];
  // 俺愿意 may be willing to do much else.
  if (intent === 'poll.vote' && /愿意|乐意|情愿|二话/u.test(said) && !/同意|赞成|支持|反对|弃权/u.test(said))
    return ['loose words'];
  return [];
}

/** How sure the bot is, by what speaks against it. */
export function confidenceOf({ share }: Reading, against: readonly string[]): number {
  return against.length > 0 ? Math.min(share, asking) : Math.max(share, sureFrom);
}

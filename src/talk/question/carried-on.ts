import { things } from '../../domain/things.js';
import { onlyOne } from '../../domain/only-one.js';
import { plainKinds } from '../../domain/poll/choices.js';
import type { Understanding } from '../../language/reading/understand.js';
import { besidePutOff, readAnswer } from '../../language/values/manner/answers.js';
import { hasMood, type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { readWhole } from '../../language/values/numbers.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { otherWords, readInside } from '../../language/values/manner/said-inside.js';
import { cutOut } from '../../language/values/span.js';
import { ownShareFen } from '../../publish/pledge/own-share.js';
import { matterNamed } from '../meaning/by-name.js';
import { choiceByWords } from '../meaning/by-title.js';
import type { SpokenOf } from '../before/spoken.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

type Read = (words: string) => Understanding;

/** Longer sentences stand by themselves. */
const longest = 60;
const short = 24;

/** What another value may be said of, by what was spoken of last. */
export const valueOf: readonly (readonly [RegExp, string, string])[] = [
  [/^pledge\.(?:money|cancel|share|gap|round)$|^funds\.own$/u, 'pledge.money', 'amount'],
  [/^poll\.(?:vote|undo|status|gap)$/u, 'poll.vote', 'choice'],
  [/^project\.rate$/u, 'project.rate', 'score'],
  [/^pledge\.goods$/u, 'pledge.goods', 'quantity'],
  [/^pledge\.labour$/u, 'pledge.labour', 'hours'],
];

const unmeant: readonly MoodKind[] = ['forwarded', 'quoted', 'reported', 'onBehalf', 'conditional', 'past', 'joking'];

/**
 * What is not understood by itself is read together with what its speaker said or heard just before: a number makes whole what was not
 * understood (奖补下来五万了, then 12号的呀), a question or a value is about the matter that was spoken of (谁监督的, 我给它打4分, 要不一百？).
 * Whatever binds somebody is read back.
 */
export async function carriedOn(
  parts: Parts,
  turn: Turn,
  text: string,
  { read }: { readonly read: Read },
): Promise<Wish | null> {
  const mood = readMood(text);
  if ([...text].length > longest || readAnswer(text) !== null || hasMood(text, 'forwarded', 'quoted', 'joking'))
    return null;
  const before = madeWhole(parts, turn, text, read);
  if (before) return before;
  const beside = besideRating(parts, turn, text);
  if (beside) return beside;
  const last = parts.spoken.own(turn) ?? rated(parts, turn);
  if (!last || ((await matterNamed(turn, text)) ?? last.no) !== last.no) return null;
  if (findNumbers(text).some(({ no }) => no !== last.no)) return null;
  const isTold = mood.some(({ kind }) => unmeant.includes(kind));
  return (
    withThing(parts, { text, last, isTold }, read) ??
    withNumber(parts, { text, last, isTold, isAsked: mood.some(({ kind }) => kind === 'asked') }, read) ??
    (isTold ? null : ((await asMuch(turn, text, last)) ?? otherValue(parts, turn, text, last)))
  );
}

/** 四分吧 beside a question about something else: another value for what the speaker did last, and no answer to the question. */
export async function behindDone(parts: Parts, turn: Turn, text: string, read: Read): Promise<Wish | null> {
  const done = parts.spoken.own(turn);
  if (!done?.isDone || !valueOf.some(([of, intent]) => intent === done.intent && of.test(done.intent))) return null;
  const wish = await carriedOn(parts, turn, text, { read });
  return wish?.intent === done.intent && !wish.sure ? wish : null;
}

/** 我看一般 三分吧 behind a neighbour's rating in the group: of that matter, and nothing of what the neighbour said. */
function rated({ spoken }: Parts, turn: Turn): SpokenOf | null {
  const [heard] = spoken.heardOf(turn);
  if (heard?.intent !== 'project.rate') return null;
  return { intent: heard.intent, no: heard.no, isDone: false, at: heard.at };
}

const beyond = /比(?:他|她|上面|前面|\p{Script=Han}{2,3})(?<way>[多高少低])(?<n>[一二两三1-3])分/u;

/** 比他多一分 behind a neighbour's rating: so much more or less than that. */
function besideRating({ spoken }: Parts, turn: Turn, text: string): Wish | null {
  const { way, n = '' } = beyond.exec(text)?.groups ?? {};
  const heard = way === undefined ? undefined : spoken.heardOf(turn)[0];
  const score = heard?.intent === 'project.rate' ? Number(heard.slots['score']) : Number.NaN;
  const value = score + (/[多高]/u.test(way ?? '') ? 1 : -1) * (readWhole(n) ?? 0);
  if (!heard || !(value >= 1 && value <= 5)) return null;
  return { intent: 'project.rate', slots: { no: heard.no, score: value }, sure: false, confirmed: false };
}

const ownFigure = /[\d一二两三四五六七八九十百千万]|同意|反对|弃权|附议/u;

/** 12号的呀 behind 奖补下来五万了: the number that was missing, and the sentence that missed it. */
function madeWhole({ spoken, intents }: Parts, turn: Turn, text: string, read: Read): Wish | null {
  const before = spoken.unheardText(turn);
  const only = onlyOne(findNumbers(text));
  if (before === null || !only || [...text].length > short || findNumbers(before).length > 0) return null;
  // 要不1号我出200？ says something of its own.
  if (ownFigure.test(cutOut(text, [only])) || readAnswer(before) !== null) return null;
  const { intent, slots, extras } = read(`${only.no}号${before}`);
  const { binds = 'office' } = intents.get(intent) ?? {};
  if (intent === 'chat.other' || !intents.has(intent) || binds === 'nobody' || slots['no'] !== only.no) return null;
  return { intent, slots: { ...slots, ...extras }, sure: false, confirmed: false };
}

/** Words with which something that was asked for, or mended, is judged. */
const judges =
  /看过|[看查]了|复查|检查|核[对过]|通过|合格|达标|算过|不过|没过|(?:修|改|弄|补|整)[好完]|好了|不行|没问题|放行|放了|[批准付退]|暂缓|[渗漏]/u;

/** 看过了，不渗了，算过 behind a look at 整改3: what is said of it, with its number. */
function withThing(
  { intents }: Parts,
  { text, last, isTold }: Pick<Carried, 'text' | 'last' | 'isTold'>,
  read: Read,
): Wish | null {
  const slot = (['finding', 'request'] as const).find(name => last.slots?.[name] !== undefined);
  if (slot === undefined || isTold || !judges.test(text)) return null;
  const number = last.slots?.[slot];
  const { intent, slots, extras } = read(`${things[slot].said}${String(number)}${text}`);
  const { binds = 'office', slots: kinds } = intents.get(intent) ?? { binds: 'nobody' };
  if (binds === 'nobody' || !kinds?.[slot] || slots[slot] !== number) return null;
  return { intent, slots: { ...slots, ...extras }, sure: false, confirmed: false };
}

interface Carried {
  readonly text: string;
  readonly last: SpokenOf;
  readonly isTold: boolean;
  readonly isAsked: boolean;
}

/** 谁监督的来 and 我给它打4分 with the number of what was spoken of. */
function withNumber({ intents }: Parts, { text, last, isTold, isAsked }: Carried, read: Read): Wish | null {
  // 比他多一分 is no rating of one.
  if (beyond.test(text)) return null;
  const { intent, slots, extras, confidence } = read(`${last.no}号${text.replaceAll('它', '')}`);
  const definition = intents.get(intent);
  if (!definition || intent === 'chat.other' || slots['no'] !== last.no) return null;
  const wish = { intent, slots: { ...slots, ...extras }, confirmed: false };
  if (definition.binds === 'nobody')
    return isAsked && intent !== 'proposal.show' && confidence >= surelyShown ? { ...wish, sure: true } : null;
  // 李秀英也交了 她家300 behind a receipt: the same for another household.
  if (
    intent === 'funds.receive' &&
    intent === last.intent &&
    last.isDone &&
    /也/u.test(text) &&
    !isTold &&
    slots['amount'] !== undefined
  )
    return { ...wish, sure: false };
  const names = definition.says;
  if (isTold || names === undefined || names === 'no' || slots[names] === undefined) return null;
  if (intent === 'poll.vote' && !plainKinds.some(kind => kind === slots['choice'])) return null;
  const isInstead = intent === 'pledge.money' && last.isDone && last.intent === intent && !/[再加又另添]/u.test(text);
  return { ...wish, slots: { ...wish.slots, ...(isInstead ? { replaces: true } : {}) }, sure: false };
}

/** What is only shown needs no more evidence than this. */
const surelyShown = 0.5;

const thatMuch =
  /^(?:那|行|好|中)?[，,]?(?:我|俺|咱)?(?:们|家)*(?:就|也)*(?:按|照)?(?:出|认|捐|交|给)?(?:这么多|那么多|这个数|这些|这个|这份)(?:钱)?(?:来|出|认|捐|交)?(?:吧|了|得了|好了|就行)*$/u;

/** 那就出这么多吧 behind the own share: that sum. */
async function asMuch({ unit, member }: Turn, text: string, last: SpokenOf): Promise<Wish | null> {
  if (
    !/^(?:pledge\.(?:share|gap)|proposal\.show)$/u.test(last.intent) ||
    !thatMuch.test(text.replaceAll(/[\s。.!！]+/gu, ''))
  )
    return null;
  const project = await unit.projects.byNo(last.no);
  const amount = project && member.householdId !== null ? await ownShareFen(unit, project, member.householdId) : null;
  return amount === null
    ? null
    : { intent: 'pledge.money', slots: { no: last.no, amount }, sure: false, confirmed: false };
}

/** 要不少出点，一百？ behind the own pledge: another sum for it. 他都200了，我也200得了 says it between other words. */
function otherValue({ intents }: Parts, turn: Turn, text: string, last: SpokenOf): Wish | null {
  const [, intent, slot] = valueOf.find(([of]) => of.test(last.intent)) ?? [];
  if (intent === undefined || slot === undefined) return null;
  const words = otherWords(text);
  const found = readInside(slot, words, turn.now);
  const kind = intents.get(intent)?.slots[slot];
  if (!found || kind?.accept(found.value) === undefined || found.value === last.slots?.[slot]) return null;
  const known = last.intent === intent && last.slots ? { ...last.slots } : {};
  const replaces = intent === 'pledge.money' && last.isDone && last.intent === intent ? { replaces: true } : {};
  return { intent, slots: { ...known, ...replaces, no: last.no, [slot]: found.value }, sure: false, confirmed: false };
}

const another = /^(?:再|又|还|接着)(?:来|有|记|收|进)了?一[笔份][，,：:\s]*(?=\S)/u;

/** 再来一笔 老王 三百 behind a receipt: one more for the same matter, read back, and nothing that was wrong with the one before. */
export function oneMoreReceipt({ spoken }: Parts, turn: Turn, text: string, read: Read): Wish | null {
  const done = another.test(text) ? spoken.done(turn) : null;
  if (done?.intent !== 'funds.receive') return null;
  const rest = text.replace(another, '');
  const [number] = findNumbers(rest);
  const { intent, slots, extras } = read(`${number ? '' : `${done.no}号`}收到${rest}`);
  if (intent !== 'funds.receive' || slots['amount'] === undefined) return null;
  return { intent, slots: { ...slots, ...extras }, sure: false, confirmed: false };
}

const objects =
  /^(?:算|就算|那)?(?:是)?(?:我|俺|咱)?(?:家)?(?:要|想|正式)?提(?:的)?(?:个|一个|条|一条)?(?:异议|意见)(?:的|吧|了|啊)*(?:[，,：:\s。]+(?<tail>.{1,200}))?$|^(?:这|那|我这)?(?:个)?(?:就)?(?:是|算)(?:我|俺)?(?:家)?(?:提?的)?(?:个|条|一条|正式的?)*(?:异议|不同意见)(?:[，,。\s]*(?:请|麻烦|给|帮|替|要)?(?:我|俺|您|你)?(?:正式)?(?:地)?(?:记录?|登记)(?:上|下|在案|一下)?)?[。.!！]*$/u;

const mostAside = 3;
const asidesOnly =
  /^(?:请|麻烦|帮|给|替|要|你们?|您|我|俺|登|记录?|转达|公示|处理|个?(?:答复|回复|回音|说法|交代)|看看|一下|上|在案|谢谢|行不|可以|吗|吧|的|了|啊|[，,。?？!！])+$/u;

/** 算我提个异议 behind 报价高了 别家才要八千: those words are the objection to what is on display. It is read back. */
export async function objectedBefore({ spoken }: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const found = objects.exec(text.trim());
  const tail = found?.groups?.['tail'] ?? '';
  // 那我提异议，起码再问两家 says by itself what is objected.
  const isSaid = [...tail].length > mostAside && !asidesOnly.test(tail);
  const before = isSaid ? tail : spoken.unheardText(turn);
  if (before === null || !found || (isSaid && findNumbers(tail).length > 0)) return null;
  const shown = await turn.unit.projects.inStates(['plan_published', 'result_published']);
  const named = findNumbers(`${before} ${text}`).map(({ no }) => no);
  const fitting = shown.filter(({ no }) => named.length === 0 || named.includes(no));
  const no = onlyOne(fitting)?.no ?? choiceByWords(fitting, before) ?? undefined;
  if (no === undefined) return null;
  return { intent: 'objection.raise', slots: { no, text: before }, sure: false, confirmed: false };
}

/** 我再想想吧 先退出积分就行: what is said beside what is put off, to be read by itself; null where nothing is. */
export function besideDelay(text: string): string | null {
  const beside = besidePutOff(text.replaceAll(/(?<=[吧了个这那事急说])\s+(?=\p{Script=Han}{2})/gu, '，'));
  if (beside === '' || beside.length >= text.length) return null;
  return beside
    .replace(/^(?:那|就|先|还是)+(?=.{2})/u, '')
    .replace(/(?<=.{2})(?:就行|就好|就成|就可以|得了|好了)[了吧啊。.!！]*$/u, '');
}

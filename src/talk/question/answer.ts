import { onlyOne } from '../../domain/only-one.js';
import { thingsByName } from '../../domain/things.js';
import { givenWay, isCancel, isDenial, isMatter, putsOff, readAnswer } from '../../language/values/manner/answers.js';
import { readCorrection } from '../../language/values/manner/corrections.js';
import { hasMood, type MoodKind } from '../../language/values/manner/mood.js';
import { withoutThanks } from '../../language/values/manner/courtesy.js';
import { readHousehold } from '../../language/values/people/household.js';
import { isNamed } from '../../language/values/people/naming.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { measured, otherWords, readInside } from '../../language/values/manner/said-inside.js';
import { sourceOf } from '../../language/values/money/source-said.js';
import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import { readSlot } from '../../language/reading/slots.js';
import type { Question } from '../../store/question.js';
import { whatOf } from '../act.js';
import type { AnyIntent, SlotKind } from '../intent.js';
import { titleSaid } from '../meaning/title-said.js';
import { loosely, readNumbered, type Wish } from '../wish.js';
import { alsoSaid } from './also-said.js';
import { canBe } from './free-words.js';
import { asksHome, forOwnHome, homeWithSum, isOfNoHome, whereSaid } from './home-pieces.js';
import { yesInWords } from './loose-yes.js';
import { otherMoment } from './other-moment.js';
import { otherValuesIn, rightedIn } from './righted.js';
import { changing, isContrary, rewordedIn, staysAsItWas } from './said-otherwise.js';

/**
 * What a message is to the question that was asked: its answer, a word that drops it, one that puts it off, or something else. An
 * answer is of the type that was asked for; whatever stands by itself is a new sentence (`isNew`).
 */
type Answer = { readonly wish: Wish } | 'dropped' | 'refused' | 'waiting' | 'other';

/** A question is answered within half an hour or forgotten; no time-out is under ten minutes (docs/domain.md 16). */
export const questionMs = 30 * 60_000;

/** Kept with the slots of a question: how often it was put again. */
export const putAgainMark = 'putAgain';
/** Kept with a question for a matter: the place that was said of it, to which what is to be done there belongs. */
const begunMark = 'begun';
interface Hearing {
  readonly now: Date;
  readonly isNew: () => boolean;
  /** What was read back, in its words. */
  readonly named?: string;
}

export function answerTo(
  intents: ReadonlyMap<string, AnyIntent>,
  asked: Question,
  text: string,
  { now, isNew, named }: Hearing,
): Answer {
  // 算了听他的 五百 gives way, and says to what.
  const given = asked.asks === 'yes' ? givenWay(text) : null;
  if (given) return answerTo(intents, asked, given, { now, isNew, ...(named !== undefined && { named }) });
  // 那不用匿名了，200就200: what is said of the name beside the answer holds as well.
  const { unnamed: _, ...openly } = asked.slots;
  const question = isNamed(text) ? { ...asked, slots: openly } : asked;
  const { intent, slots, asks } = question;
  const answered = (value: unknown, confirmed = false, sure = true): Answer => ({
    wish: {
      intent,
      slots: asks === 'yes' ? slots : { ...slots, ...(sure ? {} : loosely), [asks]: value },
      sure: confirmed || sure,
      confirmed,
    },
  });
  const numbered = readNumbered(intents, question, text);
  if (numbered) return { wish: numbered };
  const definition = intents.get(intent);
  const isBack = asks === 'yes' && definition?.takesBack === 'deed' && takesBack(question, text);
  if (!isBack && isPutOff(text, asks)) return 'dropped';
  // 她说对，是 and 我念了，她说不是一百，是一百五: what was read out to somebody is answered by them.
  if (asks === 'yes' && intent === readOut && told.test(text))
    return answerTo(intents, asked, text.replace(told, ''), { now, isNew, ...(named !== undefined && { named }) });
  if (asks === 'yes') {
    const isYes =
      isBack || (definition && yesInWords({ question, named: named ?? whatOf(definition, question) }, text));
    if (!isYes && isContrary(intent, text)) return 'refused';
    const answer = isYes || goesAhead.test(text.trim()) ? 'yes' : readAnswer(text);
    if (answer) return answer === 'yes' ? answered(undefined, true) : 'dropped';
    const other = definition && otherwise(definition, question, text, now);
    if (other) return other;
    if (isCancel(text)) return 'refused';
    if (isNew()) return 'other';
    return isYesAndTalk(text) ? answered(undefined, true) : (putsOff(text) ?? 'other');
  }
  if (isContrary(intent, text)) return 'refused';
  // 不 by itself may be a choice.
  if (isCancel(text) || (asks !== 'choice' && isDenial(text))) return 'dropped';
  const filled = definition?.slots[asks]?.fills?.(text);
  if (filled) return { wish: { intent, slots: { ...slots, ...filled, ...loosely }, sure: false, confirmed: false } };
  // 依据就是保修期满两年了 to another question of the same deed: it is kept, and the question is put again.
  const beside = forOwnHome(question, text) ?? (definition && wordsFor(definition, question, text));
  if (beside) return beside;
  const whole = readWholeAnswer(asks, text, now);
  // 不是，300 to the question for the number: the sum changes, and the number is asked for again.
  if (whole === undefined)
    return (
      changed(question, text, now) ??
      alsoSaid(definition, question, text, now) ??
      inside(definition, question, text, now) ??
      (isNew() ? 'other' : (putsOff(text) ?? 'other'))
    );
  // A number answers where a number is wanted; a slot of words takes it as words.
  const kind = definition?.slots[asks];
  if (whole === 'free' || kind?.accept(whole.value) === undefined) {
    const also = alsoSaid(definition, question, text, now);
    if (also && (asks === 'payer' || asksHome.has(asks))) return also;
    // 说错了，是轻量类 to the question why: no reason, and another value than the one that is known.
    const righted = changed(question, text, now);
    if (righted) return righted;
    const said = whereSaid(slots, withoutYes(text));
    const home = asksHome.has(asks) ? homeAnswer(question, { text, said, now, isNew }) : undefined;
    if (home) return home;
    if (asks === 'title' && slots[begunMark] === undefined && isOnlyPlace(said))
      return { wish: { intent, slots: { ...slots, [begunMark]: said }, sure: false, confirmed: false } };
    if (asks === 'title' && slots[begunMark] !== undefined && wishes.test(said)) return titled(question, said);
    const words = isMatter(said) && canBe(asks, said) && !isNew() ? readSlot(asks, withoutThanks(said), now) : null;
    if (words === null || kind?.accept(words) === undefined) return 'other';
    return answered(words, false, !isReadBack(definition, asks, text));
  }
  return answered(whole.value);
}

function homeAnswer(
  question: Question,
  { text, said, now, isNew }: Hearing & { readonly text: string; readonly said: string },
): Answer | undefined {
  if (readHousehold(said)?.room === undefined || isOfNoHome(said))
    return isNew() ? 'other' : (putsOff(text) ?? 'other');
  return isNew() ? undefined : homeWithSum(question, said, now);
}

const ofThing = /^第?(?<what>\p{Script=Han}{2})第?(?<n>\d{1,7})号?[。.!！]?$/u;

/** 报事7 to 请问是第几号报事: what the question asks for, by its own name. By itself it would look that thing up. */
export function calledByNumber(
  { intents }: { readonly intents: ReadonlyMap<string, AnyIntent> },
  { intent, slots, asks }: Question,
  text: string,
): Wish | null {
  const { what = '', n } = ofThing.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''))?.groups ?? {};
  const isIt = n !== undefined && thingsByName.get(asks)?.said === what;
  const isUsable = isIt && intents.get(intent)?.slots[asks]?.accept(Number(n)) !== undefined;
  return isUsable ? { intent, slots: { ...slots, [asks]: Number(n) }, sure: true, confirmed: false } : null;
}

const wishes = /[修装换建改刷种拆铺加增安划弄搞清查管设画挪围砌补]|(?:能不能|可不可以|想|要|希望|建议)/u;
const spot =
  /(?:前面?|后面?|旁边?|门口|里面?|边上?|上面?|下面?|对面|空地|楼道|广场|花园|车棚|院子|路口|围墙|角|处|地方|那块|那片|那儿|那里|[东西南北](?:头|边|侧))(?:那?(?:一)?(?:块|片|个|儿)?(?:空地|地方|地儿?)?)(?:吧|啊|嘛|那儿?)?$/u;

/** 就是咱四号楼前面那块空地 to what shall be raised: where it is, and nothing to be done there yet. */
function isOnlyPlace(said: string): boolean {
  return [...said].length <= 24 && spot.test(said) && !wishes.test(said) && !/[坏漏堵脏乱破裂塌黑暗臭滑]/u.test(said);
}

/** What is to be done at the place that was said before it. */
function titled({ intent, slots }: Question, said: string): Answer {
  const { [begunMark]: begun, ...others } = slots;
  const where = String(begun).replace(/^(?:就是|是|在|咱们?|我们|俺们?|那个|这个)+(?=.{2})|[，,。\s]+$/gu, '');
  const what = said.replace(
    /^(?:能不能|可不可以|能否|想|要|希望|建议|我|咱们?|给|那|就|是)+(?=.{2})|[?？。吧呗嘛啊]+$/gu,
    '',
  );
  return { wish: { intent, slots: { ...others, title: `${where}${what}` }, sure: false, confirmed: false } };
}

/** What stands in the place of something that was read back: other words, another title or value; it is read back again. */
function otherwise(definition: AnyIntent, question: Question, text: string, now: Date): Answer | undefined {
  const { intent, slots } = question;
  const reworded = wordsFor(definition, question, text);
  if (reworded) return reworded;
  const words = staysAsItWas(text) ? slots : rewordedIn(definition, question, text);
  if (words) return { wish: { intent, slots: words, sure: false, confirmed: false } };
  // 要不少出点，一百？ to the question whether the promise is taken back: another sum for it.
  const less =
    intent === 'pledge.cancel' && slots['no'] !== undefined ? readInside('amount', otherWords(text), now) : undefined;
  if (less && less.value !== slots['amount'] && !namesOther(slots, text, 'yes')) {
    const instead = { no: slots['no'], amount: less.value, replaces: true };
    return { wish: { intent: 'pledge.money', slots: instead, sure: false, confirmed: false } };
  }
  const moved =
    intent === 'meeting.call' && typeof slots['text'] === 'string' ? otherMoment(slots['text'], text) : null;
  if (moved !== null) return { wish: { intent, slots: { ...slots, text: moved }, sure: false, confirmed: false } };
  const righted = rightedIn(question, text, now) ?? otherValuesIn(definition, slots, text, now);
  if (righted) return { wish: { intent, slots: righted, sure: false, confirmed: false } };
  const retitled =
    intent === 'proposal.open' && typeof slots['title'] === 'string' ? titleSaid(slots['title'], text) : null;
  if (retitled) {
    const { title, isYes } = retitled;
    return { wish: { intent, slots: { ...slots, title }, sure: isYes, confirmed: isYes } };
  }
  const clause = namesOther(slots, text, 'yes') ? text : changing(text);
  return valued(definition, question, text, now) ?? changed(question, clause, now);
}

/** Free words that are named by what they are, by the slots they go into. */
const calledSo: Readonly<Record<string, readonly string[]>> = {
  依据: ['evidence'],
  原因: ['reason', 'text'],
  理由: ['reason', 'text'],
  用途: ['purpose'],
  题目: ['title'],
  名字: ['title'],
};
const calling =
  /^(?:那|对了?|哦|嗯)?[，,\s]*(?<name>依据|原因|理由|用途|题目|名字)(?:就)?(?:是|写|改成|[:：])[：:\s]*(?<words>[^?？]{2,})$/u;

/** 依据就是保修期满两年了 to what was read back: these words in the place of the others, and it is read back again. */
function wordsFor(definition: AnyIntent, { intent, slots, asks }: Question, text: string): Answer | undefined {
  const { name = '', words = '' } = calling.exec(text.trim())?.groups ?? {};
  const slot = calledSo[name]?.find(each => definition.slots[each] !== undefined);
  if (slot === undefined || slot === asks || definition.slots[slot]?.accept(words) === undefined) return undefined;
  return { wish: { intent, slots: { ...slots, [slot]: words }, sure: false, confirmed: false } };
}

/**
 * Free words are read back, once with all of the deed, before anybody is bound by them: nothing but their sense tells that they were the
 * answer, and a reason or a summary is published or stands in the books. What only prepares a plan is shown whole before that is published.
 */
function isReadBack(definition: AnyIntent | undefined, asks: string, text: string): boolean {
  const kind = definition?.slots[asks];
  if (!definition || !kind || /^[\w.@-]+$/u.test(text.trim())) return false;
  // Whose money it is is told by its form, where it is a home or a kind of money.
  if (asks === 'payer' && (readHousehold(text)?.room !== undefined || sourceOf(text) !== undefined)) return false;
  const { kind: type, choices, read } = kind.field;
  const isWords = type === 'words' && choices === undefined && read === undefined;
  const isPrepared = definition.permission === 'plan.publish' && (definition.binds ?? 'office') === 'office';
  return isWords && definition.binds !== 'nobody' && !isPrepared;
}

/** 能就提一个; 总数跟你那上面一样，就按那个: a yes in other words. */
const goesAhead =
  /^(?:那)?(?:要是|如果)?(?:能|可以|行|成|中)(?:提|办|记|弄|投|报)?(?:的话)?[，,]?(?:我)?就(?:给我|帮我)?(?:提|办|记|弄|投|报|出|发|登)(?:上|了|一?[个下份])*吧?[。.!！]*$|^(?:(?:(?:总)?(?:数|金额|钱数|数目)?(?:都)?(?:跟|和|与)(?:你|您)(?:那|这)?(?:上面|说|写|列|报)?(?:的)?(?:都)?(?:是)?一样(?:的)?|就?(?:按|照)(?:着)?(?:你|您)?(?:那|这|上面|说的|写的)(?:个|上面|样|的|数)*(?:办|来|记|算)?)(?:吧|了)?[，,。.!！\s]*)+$/u;
/** What a leader reads out to a household on the telephone; it is read out anew with every change. */
const readOut = 'phone.enter';
const told =
  /^(?:(?:我|俺)?(?:已经|刚|都)?(?:念|读|问|说)(?:给(?:她|他|对方|人家)(?:听)?)?(?:了|过|完|好)*[，,。\s]*)?(?:她|他|对方|人家|老人家|老太太|大爷|大娘)(?:说|讲|回)[，,：:\s]*(?=.)/u;

/** 是，3号楼2单元101 to a question for words: the yes in front is none of them. */
function withoutYes(text: string): string {
  return text.replace(/^(?:是的?|对的?|对对|嗯+|好的?)[，,。！!\s]+(?=\S{2})/u, '');
}

/** 老头子说行，不过就六百 to 请问是多少钱: the sum in the midst of other words is read back; 对，一百 is the answer by itself. */
function inside(
  definition: AnyIntent | undefined,
  { intent, slots, asks }: Question,
  text: string,
  now: Date,
): Answer | undefined {
  if (!definition || namesOther(slots, text, asks)) return undefined;
  const found = readInside(asks, text, now) ?? choiceCarried(definition.slots[asks], text);
  if (!found || definition.slots[asks]?.accept(found.value) === undefined) return undefined;
  if (!found.isAll && !canReadBack(definition)) return undefined;
  return { wish: { intent, slots: { ...slots, [asks]: found.value }, sure: found.isAll, confirmed: false } };
}

const unmeant: readonly MoodKind[] = ['asked', 'denied', 'conditional', 'hedged', 'quoted', 'forwarded', 'joking'];

/** 那还是算材料里头吧 to 材料还是人工: the one choice that a longer sentence carries. 不算材料 names none. */
function choiceCarried(kind: SlotKind<unknown> | undefined, text: string): ReturnType<typeof readInside> {
  if (!kind?.field.choices || kind.field.kind !== 'choice' || hasMood(text, ...unmeant)) return undefined;
  const named = kind.field.choices.filter(([, said]) => said.length > 1 && text.includes(said));
  const [value, said] =
    onlyOne(named.filter(([, one]) => !named.some(([, more]) => more !== one && more.includes(one)))) ?? [];
  const isDenied = said !== undefined && /[不没非别]\p{Script=Han}{0,3}$/u.test(text.slice(0, text.indexOf(said)));
  return value === undefined || isDenied ? undefined : { value, isAll: false };
}

/** True where another matter is named than the question is about. */
function namesOther(slots: Question['slots'], text: string, asks: string): boolean {
  return asks !== 'no' && findNumbers(text).some(({ no }) => no !== Number(slots['no'] ?? no));
}

/**
 * A value beside what was read back. The same once more is a yes (就是赞成; 对 9号, where no number was read back); another one takes
 * its place, and one that was not said yet is added (那就投 周日晚上八点截止, 一半吧). Then all of it is read back again.
 */
function valued(definition: AnyIntent, { intent, slots, asks }: Question, text: string, now: Date): Answer | undefined {
  for (const slot of measured) {
    const kind = definition.slots[slot];
    const isLacking = slots[slot] === undefined && slot !== 'no';
    if (!kind || (isLacking && definition.takesBack === 'deed')) continue;
    if (slot !== 'no' && namesOther(slots, text, asks)) continue;
    const found = readInside(slot, text, now) ?? otherThan(slots[slot], slot, text, now);
    if (!found || kind.accept(found.value) === undefined) continue;
    const isSame = isEqual(slots[slot], found.value) || (slot === 'no' && slots[slot] === undefined && beginsYes(text));
    // Of a promise that adds to others 一共 says the whole.
    const isWhole = slot === 'amount' && intent === 'pledge.money' && wholeSum.test(text);
    const wish = { intent, slots: { ...slots, [slot]: found.value, ...(isWhole && { replaces: true }) } };
    if (isWhole && slots['replaces'] !== true) return { wish: { ...wish, sure: false, confirmed: false } };
    // 那也出100 may be said of another matter.
    if (isSame && found.isAll && (beginsYes(text) || !asWell.test(text)))
      return { wish: { ...wish, sure: true, confirmed: true } };
    if (isSame && (putsOff(text) || found.isAll)) return undefined;
    return canReadBack(definition) ? { wish: { ...wish, sure: false, confirmed: false } } : undefined;
  }
  return undefined;
}

const asWell = /也(?:给|要|来|是)?[出捐认投打交\d]/u;

/** 改成周一晚上八点, 不如定九点: another moment than the one that was read back, or the first that is said. */
function otherThan(before: unknown, slot: string, text: string, now: Date): ReturnType<typeof readInside> {
  const words = slot === 'deadline' ? otherWords(text) : '';
  const found = words === '' ? undefined : readInside(slot, words, now);
  return found && !isEqual(before, found.value) ? { ...found, isAll: false } : undefined;
}

const wholeSum = /一共|总共|合计|拢共|加起来/u;

/** What could not be read back would be done. */
function canReadBack({ readBack, pattern }: AnyIntent): boolean {
  return readBack !== undefined || pattern !== undefined;
}

function beginsYes(text: string): boolean {
  return readAnswer(/^[^\s，,。.!！]+/u.exec(text.trim())?.[0] ?? '') === 'yes';
}

/** A moment is kept as its text, however it was said. */
function isEqual(one: unknown, other: unknown): boolean {
  return one !== undefined && String(one) === String(other);
}

/** 取消取消，手滑 and 等等，先不发了 are about the open question, and so is 写错了 where it was read back; nothing older is meant. */
function isPutOff(text: string, asks: string): boolean {
  const correction = readCorrection(text);
  if (correction?.kind === 'wrong') return asks === 'yes' && correction.factor === undefined;
  return correction?.kind === 'stop' || (correction?.kind === 'cancel' && correction.isLoose === true);
}

const notWanted =
  /^(?:我|俺)?(?:刚才|刚刚)?(?:我|俺)?(?:那|这)?(?:个|笔|票|件)?(?:我|俺)?(?:都|先|就是?|真的?)?(?:不(?:要|想)?(?:要|出|捐|投|算|提)了?|撤(?:了|掉|回|销)?|取消|收回|还?没(?:想|定|考虑)好|再想想|再考虑(?:考虑)?|手滑|[按点打]错)(?:了|吧|的|掉|啊)*$/u;

/** 那就撤了 to 您是要撤回…吗 says yes in the deed's own word. */
const takesItBack = /^(?:那|就|好|行|嗯|对|都)*(?:撤|退|不出|不捐|不认)(?:了|吧|掉|回)+[\s。.!！]*$/u;

/** 是，800那个不要了 to 撤回认捐800元吗: a yes that says once more what is not wanted. Another number than the question's is none. */
function takesBack({ slots }: Question, text: string): boolean {
  if (takesItBack.test(text)) return true;
  const [, first = '', rest = ''] = /^([^，,。.!！\s]{1,4})[，,。.!！\s]+(\S{1,16})$/u.exec(text.trim()) ?? [];
  if (readAnswer(first) !== 'yes') return false;
  const { no, amount } = slots;
  const said = named.exec(rest);
  const isIt = Number(said?.groups?.['no']) === no || Number(said?.groups?.['yuan']) * 100 === amount;
  return notWanted.test(isIt ? rest.slice(said?.[0].length) : rest);
}

/** The number of a matter, or a sum, at the head of what is not wanted. */
const named = /^(?:刚才)?(?:(?<no>\d{1,7})号|(?<yuan>\d{1,9}(?:\.\d{1,2})?)(?:元|块钱?)?)(?:项目)?的?/u;

/** 嗯。辛苦你跑一趟: a yes as a sentence of its own, and behind it one that takes nothing of it back and names nothing. */
function isYesAndTalk(text: string): boolean {
  const { yes = '', rest = '' } =
    /^(?<yes>[^。！!，,\s]{1,4})[。！!](?<rest>[^]{2,})$/u.exec(text.trim())?.groups ?? {};
  const isMore =
    /[?？吗呢啥谁几哪\d零一二两三四五六七八九十百千万半]|[不别但改错先等慢误]|多少|什么|怎么|要是|如果|万一|没(?:说|有说|想)/u.test(
      rest,
    );
  return readAnswer(yes) === 'yes' && !isMore && putsOff(rest) === null;
}

/** 不是，是五十 to what was read back: the value changes, and it is read back again. */
function changed({ intent, slots, asks }: Question, text: string, now: Date): Answer | undefined {
  const correction = readCorrection(
    text.replace(/^(?:不是|不对|不)[，,。\s]+(?=是|应该|要|\d|[一二两三四五六七八九十])/u, '不对，'),
  );
  if (correction?.kind !== 'change') return undefined;
  for (const slot of [...measured, 'class']) {
    if (slots[slot] === undefined || (slot === 'no') !== /[号#]/u.test(correction.to)) continue;
    const found = readWholeAnswer(slot, correction.to, now);
    if (found !== undefined && found !== 'free')
      return {
        wish: {
          intent,
          slots: { ...slots, [slot]: found.value },
          sure: asks !== 'yes' || intent === readOut,
          confirmed: false,
        },
      };
  }
  return undefined;
}

/** What stands behind 不是，我说…: the sentence that was meant. */
export function meantInstead(text: string): string | null {
  const said =
    /^(?:(?:不是|不对|错了|不)[，,。!！\s]*)+(?:我|俺)(?:是)?(?:说|想说|要说|的意思)(?![错串反混岔])(?:的)?(?:是)?[，,：:\s]*(?<meant>[^]{2,})$/u.exec(
      text,
    );
  return said?.groups?.['meant'] ?? turnedTo.exec(text)?.groups?.['meant'] ?? null;
}

/** 积分我不想搞了退了吧啊不对是那个交钱的提醒不想要了: another whole wish takes the place of the one before it; a value alone is a correction. */
const turnedTo =
  /^[^:：]{4,}?(?:[啊哦噢呀哎诶嗯，,\s]|(?<=[\d一二两三四五六七八九十百千元块捐出认意对权了]))不对(?:不对)?[，,\s]*(?:我)?(?:是|说的是|是说|要的是|应该是)(?:那个|这个|说)?(?<meant>(?=[^:：]*(?:不想|不要|不用|别|退|撤|取消|同意|反对|弃权|附议|提醒|[出捐认][\d一二两三四五六七八九十百千]))[^:：]{6,40})$/u;

import { Refusal } from '../domain/refusal.js';
import type { Understanding } from '../language/reading/understand.js';
import { readMood } from '../language/values/manner/mood.js';
import { normalise } from '../language/values/normalise.js';
import { findNumbers } from '../language/values/project-numbers.js';
import { cutOut } from '../language/values/span.js';
import { plain } from '../domain/plain-text.js';
import { act } from './act.js';
import { handled } from './handled.js';
import { AskSlot, Confirm } from './intent.js';
import { missingSlot } from './question/lacking.js';
import { ensurePermitted } from './permitted.js';
import { deedOf } from './rehearsal.js';
import { say } from './refusals/say.js';
import type { Reply } from './reply.js';
import type { Parts, Turn } from './turn.js';
import { wishOf } from './understood.js';
import { sameForEach, sureFrom, type Wish } from './wish.js';

type Read = (text: string) => Understanding;
type Intents = Parts['intents'];

/** Deeds that can be said of several numbers at once, and what each of them has to name by itself. */
export const ofNumber: Readonly<Record<string, string>> = {
  'poll.vote': 'choice',
  'pledge.money': 'amount',
  'proposal.support': '',
};

/**
 * Several deeds in one message (4号5号都同意; 我出200，再出半天工) are all done or all asked about. Null where the message is one
 * deed, or where its mood is any other than plain.
 */
export async function several(
  parts: Parts,
  turn: Turn,
  text: string,
  { whole, read }: { readonly whole: Understanding; readonly read: Read },
): Promise<Reply | null> {
  const parted = besideAsked(text);
  if (parted) {
    const first = await several(parts, turn, parted.kept, { whole: read(parted.kept), read });
    return first && withRest(parts, turn, first, { rest: parted.rest, read });
  }
  const looked = await formAndLook(parts, turn, text, { whole, read });
  if (looked) return looked;
  const forms = withForm(parts, text, { whole, read });
  const isPlain = readMood(text).every(({ kind }) => kind === 'laughing' || kind === 'past');
  const each = forms ? null : perNumber(text, whole, read);
  const deeds = forms || each ? null : perMatter(parts.intents, text, whole, read);
  if (deeds) return eachOf(parts, turn, { deeds, text, isPlain });
  const wishes = forms?.wishes ?? each ?? perKind(parts.intents, text, whole, read);
  if (!wishes || !isPlain) return null;
  const asked = forms ? apart(forms.said) : oneByOne;
  if (wishes === 'unclear') return { text: apart(clausesOf(text)) };
  if (!wishes.every(({ sure }) => sure)) return { text: asked };
  return allOf(parts, turn, { wishes, text, asked });
}

/** Does what was said for certain, all of it or nothing, and reads back the one that was not; also what is taken back. */
async function eachOf(
  parts: Parts,
  turn: Turn,
  { deeds, text, isPlain }: { readonly deeds: readonly OfMatter[]; readonly text: string; readonly isPlain: boolean },
): Promise<Reply> {
  const isSure = ({ wish: { intent, sure } }: OfMatter): boolean =>
    sure && parts.intents.get(intent)?.takesBack !== 'deed';
  const asked = apart(deeds.map(({ said }) => said));
  const [open, ...others] = deeds.filter(deed => !isSure(deed));
  if (!isPlain || others.length > 0) return { text: asked };
  const wishes = deeds.filter(isSure).map(({ wish }) => wish);
  const first = wishes.length > 0 ? await allOf(parts, turn, { wishes, text, asked }) : { text: '' };
  if (!open || first.isUndone) return first;
  const more = await act(parts, turn, { ...open.wish, sure: false }, open.said);
  const left = open.left?.map(notDone) ?? [];
  return { ...more, text: [first.text, ...left, more.text].filter(Boolean).join('\n') };
}

/** 加入积分，看看我有多少分，能换点啥: the form of a deed, and behind it nothing but what is looked up. */
async function formAndLook(
  parts: Parts,
  turn: Turn,
  text: string,
  { whole, read }: { readonly whole: Understanding; readonly read: Read },
): Promise<Reply | null> {
  const [head = '', ...looks] = text.split(/[，,。；;！!\n]+/u).filter(clause => clause.trim() !== '');
  const bindsOf = (intent: string): string => parts.intents.get(intent)?.binds ?? 'office';
  if (looks.length === 0 || looks.length > 3 || bindsOf(whole.intent) !== 'nobody') return null;
  const form = parts.fixedForm(head);
  if (!form || bindsOf(form.intent) === 'nobody') return null;
  const shown = looks.map(look => read(look.trim()));
  const isShown = ({ intent, confidence }: Understanding): boolean =>
    intent !== 'chat.other' && intent !== 'help' && bindsOf(intent) === 'nobody' && confidence >= sureFrom;
  if (!shown.every(isShown)) return null;
  // What others hear of is read back, and the looks are for another message.
  let reply = await act(parts, turn, { ...form, sure: bindsOf(form.intent) === 'household' }, head);
  for (const [index, { intent, slots }] of reply.answers ? [] : shown.entries()) {
    const next = await act(parts, turn, { intent, slots, sure: true, confirmed: false }, looks[index]);
    reply = { ...next, text: `${reply.text}\n\n${next.text}` };
  }
  return reply;
}

/** 12号我同意，15号我出200，另外能不能在车棚装个摄像头: what is asked or wished behind the deeds stands by itself. */
function besideAsked(text: string): { readonly kept: string; readonly rest: string } | null {
  const at = /[，,。；;！!\n]\s*(?=(?:另外|还有|对了|再就是|顺便)(?![^，,。；;]{0,6}[捐出认投]))/u.exec(text);
  const kept = at ? text.slice(0, at.index) : '';
  const rest = at ? text.slice(at.index + at[0].length) : '';
  return findNumbers(kept).length > 1 && readMood(rest).some(({ kind }) => kind !== 'laughing') ? { kept, rest } : null;
}

/** What was not done with the others is read back where it is a deed, and else named. */
async function withRest(
  parts: Parts,
  turn: Turn,
  first: Reply,
  { rest, read }: { readonly rest: string; readonly read: Read },
): Promise<Reply> {
  const { intent, slots, extras } = read(rest.replace(/^(?:另外|还有|对了|再就是|顺便)[，,]?/u, ''));
  const isDeed = (parts.intents.get(intent)?.binds ?? 'nobody') !== 'nobody' && intent !== 'chat.other';
  if (!isDeed || first.answers) return { ...first, text: `${first.text}\n${notDone(rest)}` };
  const more = await act(parts, turn, { intent, slots: { ...slots, ...extras }, sure: false, confirmed: false }, rest);
  return { ...more, text: `${first.text}\n${more.text}` };
}

function notDone(said: string): string {
  return `“${plain(said, 60)}”这一句没有办，要办请另说一遍。`;
}

/** Does all of several wishes, or none of them. */
export async function allOf(
  parts: Parts,
  turn: Turn,
  { wishes, text, asked }: { readonly wishes: readonly Wish[]; readonly text: string; readonly asked: string },
): Promise<Reply & { readonly isUndone?: true }> {
  try {
    return await turn.open.attempt(async () => {
      const all: Done[] = [];
      for (const wish of wishes) all.push(await done(parts, turn, wish, text));
      for (const { deed } of all) if (deed) parts.spoken.noteDone(turn, deed);
      for (const { intent, slots } of wishes) parts.spoken.noteDid(turn, { intent, slots });
      return { text: all.map(({ said }) => said).join('\n') };
    });
  } catch (error) {
    // What wants a yes or a word more is no part of several.
    if (error instanceof NotWhole || error instanceof Confirm || error instanceof AskSlot)
      return { text: asked, isUndone: true };
    if (!(error instanceof Refusal)) throw error;
    parts.onRefusal?.(error.code);
    return { text: `${say(error)}\n您说了几件事，有一件办不了，所以都没有记。`, isUndone: true };
  }
}

export const oneByOne = '您一句话里说了几件事，我怕记错，都没有记。请一件一件说，例如“4号同意”，再说“5号同意”。';

function apart(said: readonly string[]): string {
  const [one = '', ...others] = said.map(words => plain(words.trim(), 60));
  return `您一句话里说了${said.length === 2 ? '两' : '几'}件事，我怕记错，都没有记。请一件一件说：先说“${one}”，再说${others.map(words => `“${words}”`).join('、')}。`;
}

class NotWhole extends Error {}

interface Done {
  readonly said: string;
  readonly deed: { readonly intent: string; readonly no: number; readonly slots: Wish['slots'] } | null;
}

async function done(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<Done> {
  const intent = parts.intents.get(wish.intent);
  if (!intent || missingSlot(parts, intent, { slots: wish.slots, text, now: turn.now })) throw new NotWhole();
  ensurePermitted(intent, turn.member);
  const deed = deedOf(parts, turn, wish, intent);
  const { text: said } = await handled(intent, deed);
  const { no } = deed.slots;
  return { said, deed: typeof no === 'number' ? { intent: wish.intent, no, slots: deed.slots } : null };
}

const leaves =
  '(?:我|俺|我家|的票|的钱|的事|这事|那个|那边|那儿)*(?:就|先|还是|也|暂时|还)*(?:算了|免了|不了|不要了?|(?:不|别|甭|莫)(?:忙着?|急着?)?(?:附议|投票?|出|捐|交|认|管|动|弄|搞|办|记|表态|说|算|急|理)(?:了|它)?|(?:再|回头|以后|改天|过两天)(?:再)?(?:说|想想|看看|考虑|商量|议|定|投)(?:考虑)?|等等|等一?等|等一下|放(?:着|下|一?放)|搁(?:着|一?搁)|缓(?:一?缓)|没想好|没定)(?:吧|了|哈|啊|再说)*';
/** A clause that leaves a number alone: 10号就算了, 3号先不, 2号先别投. */
const leftOut = new RegExp(
  `(?<![，,；;。\\s])[，,；;。\\s]*(?:至于|但是|但|不过|那)?(?<no>#?\\d{1,6}号)(?:项目|提案)?${leaves}[。.!！]*$`,
  'u',
);
/** The same ahead of the deed: 2号先别投，1号我出200. */
const leftFirst = new RegExp(`^(?:那)?(?<no>#?\\d{1,6}号)(?:项目|提案)?${leaves}[，,；;。！!\\s]+(?=\\S)`, 'u');

/** 附议8号和9号，10号就算了: what is left alone is no part of the deed, and the answer says so. */
export function withoutLeftOut(text: string): { readonly kept: string; readonly no: string } | null {
  const found = leftOut.exec(text) ?? leftFirst.exec(text);
  const kept = found ? text.slice(0, found.index) || text.slice(found[0].length) : '';
  return found?.groups && findNumbers(kept).length > 0 ? { kept, no: found.groups['no'] ?? '' } : null;
}

const all =
  /^(?:我|俺|咱|我家)?(?:[两三四五几]个|所有的?|全部?|统统|通通)?都?(?:是|要|投|附议|给|记|一样|同意|赞成|反对|弃权|支持)*(?:吧|的|了|哈|啊|呀)*$/u;
const beside =
  /项目|表决|提案|都|同意|赞成|反对|弃权|支持|附议|投|还有|以及|[是也就号和跟与及、，,\s。.!！吧的了哈啊#第]/gu;

/**
 * The numbers that answer 请问是几号 all together: 都 means those that were listed, 4号和5号 those two. Only where the deed is the same for
 * each.
 */
export function numbersFor(intent: string, text: string, listed: readonly number[]): readonly number[] | null {
  if (!sameForEach.has(intent)) return null;
  const said = text.replaceAll(/[\s，,。.!！]+/gu, '');
  if (/[都全所统通]/u.test(said) && all.test(said)) return listed.length > 1 ? listed : null;
  const whole = text.replaceAll(/(?<![\d号])(\d{1,6})(?=\s*[、，,和跟与及])/gu, '$1号');
  const numbers = findNumbers(whole);
  const nos = [...new Set(numbers.map(({ no }) => no))];
  return nos.length > 1 && cutOut(whole, numbers).replace(beside, '') === '' ? nos : null;
}

/** A clause that begins as forms do: with few words and a colon. */
const headed = /^[^：:，,。]{2,10}[：:]./u;

/** 2号定为迫切需求类，范围：1号楼: behind the first deed stands the form of another for the same number. */
function withForm(
  { fixedForm, intents }: Parts,
  text: string,
  { whole, read }: { readonly whole: Understanding; readonly read: Read },
): { readonly wishes: Wish[]; readonly said: readonly [string, string] } | null {
  const { no } = whole.slots;
  if (typeof no !== 'number' || (intents.get(whole.intent)?.binds ?? 'nobody') === 'nobody') return null;
  for (const { index, 0: mark } of text.matchAll(/[，,；;。\n]+\s*/gu)) {
    const behind = text.slice(index + mark.length);
    const other = `${/^[#第]?\d{1,7}号/u.test(behind) ? '' : `${no}号`}${behind}`;
    const form = headed.test(behind) ? fixedForm(other) : null;
    if (!form || form.intent === whole.intent || intents.get(form.intent)?.binds === 'nobody') continue;
    const one = text.slice(0, index);
    const first = read(one);
    if (first.intent === whole.intent) return { wishes: [wishOf(first), form], said: [one, other] };
  }
  return null;
}

/** 4号5号都同意, 4号同意5号反对, 1号出100，2号出200: a deed for each number. */
function perNumber(text: string, whole: Understanding, read: Read): Wish[] | null {
  const names = ofNumber[whole.intent];
  if (names === undefined) return null;
  const numbers = findNumbers(text);
  const nos = [...new Set(numbers.map(({ no }) => no))];
  if (nos.length < 2 || nos.length !== numbers.length || nos.length > 10) return null;
  const pieces = numbers.map(({ start }, index) => text.slice(start, numbers[index + 1]?.start ?? text.length));
  const each = pieces.map(piece => read(piece.replace(/(?<![，,、；;和跟及与\s])[，,、；;和跟及与\s]+$/u, '')));
  const isNamed = ({ intent, slots }: Understanding): boolean =>
    intent === whole.intent && (names === '' || slots[names] !== undefined);
  if (each.every(isNamed)) return each.map((reading, index) => wishOf(reading, { no: nos[index] }));
  // One choice behind all of them: 4号、5号同意, 4号5号都同意. A sum is for each only where it is said so.
  const between = pieces
    .slice(0, -1)
    .every(piece => /^[^，,。；;]*?(?:号|#|项目|提案|\d)[，,、和跟及与还有\s]*$/u.test(piece));
  const isShared = between && isNamed(whole) && (names !== 'amount' || /[各都每]/u.test(text));
  return isShared ? nos.map(no => wishOf(whole, { no })) : null;
}

interface OfMatter {
  readonly said: string;
  readonly wish: Wish;
  /** What was said beside it and not understood. */
  readonly left?: readonly string[];
}

/** 电梯同意，然后路灯那个钱我出两百: the next matter begins behind the word that leads to it. */
const clauseEnd =
  /[，,；;。！!\n]+|\s*(?:然后|接着|还有|另外|再就是)(?:呢|就是)?(?=(?:那个)?[#第]?\d{1,6}号)|\s+(?=[#第]?\d{1,6}号)/u;

function clausesOf(text: string): string[] {
  return text.split(clauseEnd).filter(clause => clause.trim() !== '');
}

/**
 * 12号我不出了，7号我出一百; 5号同意，6号反对，12号五十: two matters or more, and of each a deed in words of its own, so that none of them is lost and
 * nothing said of one is done for another. Null where fewer are told of.
 */
function perMatter(intents: Intents, text: string, whole: Understanding, read: Read): OfMatter[] | null {
  if (intents.get(whole.intent)?.says === undefined && whole.intent !== 'chat.other') return null;
  const pieces: { no: number | undefined; said: string }[] = [];
  for (const clause of clausesOf(text)) {
    const [number, ...others] = findNumbers(clause);
    if (others.length > 0) return null;
    const last = pieces.at(-1);
    // What names no matter is said of the one before it.
    if (last && (number === undefined || last.no === undefined))
      Object.assign(last, { no: last.no ?? number?.no, said: `${last.said}，${clause.trim()}` });
    else pieces.push({ no: number?.no, said: clause.trim() });
  }
  if (new Set(pieces.map(({ no }) => no)).size !== pieces.length || pieces.length < 2 || pieces.length > 6) return null;
  const deeds = pieces.flatMap(({ no, said }) => {
    const reading = read(said);
    const name = intents.get(reading.intent)?.says;
    const isDeed = name !== undefined && reading.slots[name] !== undefined && reading.slots['no'] === no;
    return isDeed ? [{ said, wish: wishOf(reading) }] : [];
  });
  const [only] = deeds;
  if (deeds.length > 1 || !only) return deeds.length > 1 ? deeds : null;
  // 5号的票撤了吧，6号我投同意: what was read of one matter may not be done for another.
  const isOther = whole.intent === only.wish.intent && whole.slots['no'] !== only.wish.slots['no'];
  const left = pieces.map(({ said }) => said).filter(said => said !== only.said);
  return isOther ? [{ ...only, wish: { ...only.wish, sure: false }, left }] : null;
}

/** Any figure, and what stands for one in a span of time: 半天, 整个上午. */
const figure = /[\d零〇一二两三四五六七八九十百千万亿几数壹贰叁肆伍陆柒捌玖拾佰仟廿卅俩仨萬億貳陸兩參叄半整个個晌午]/u;

const bareSum = /^[\d一二两三四五六七八九十百千]{1,6}(?:元|块钱?)(?:钱|整)?$/u;
const bareGoods =
  /^[\d一二两三四五六七八九十]{1,3}(?:箱|袋|桶|包|瓶|盏|根|斤|张|套|台|把|捆|卷|提|盒)\p{Script=Han}{1,6}$/u;

/**
 * 我出200，再出半天工; 3号同意，1号我出100: deeds of different kinds. Promises go to the number that one of them names; beside a vote
 * or a mark each names its own, for a sum that is said behind 3号同意 may be meant for another project.
 */
function perKind(intents: Intents, text: string, whole: Understanding, read: Read): Wish[] | 'unclear' | null {
  const saysOf = (intent: string): string | undefined => {
    const { says, takesBack } = intents.get(intent) ?? {};
    return takesBack ? undefined : says;
  };
  if (saysOf(whole.intent) === undefined) return null;
  const clauses = text
    .split(/[，,；;。\n]+|\s+(?=[#第]?\d{1,6}号|\p{Script=Han}{3})|(?<=.)(?=(?:再|另外|还|外加)(?:出|捐|认|送|给|加))/u)
    .filter(clause => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > 6) return null;
  const each = clauses.map(clause => clause.trim().replace(/^(?:再|另外|还|外加)(?=.{2})/u, ''));
  const isNamed = ({ intent, slots, confidence }: Understanding): boolean => {
    const names = saysOf(intent);
    // 1号算我家一份，二百块 is one promise: what only may be a second is none beside it.
    const isMaybe = intent === 'proposal.support' && confidence < sureFrom;
    return names !== undefined && slots[names] !== undefined && !isMaybe;
  };
  // A choice alone is said without a figure: where all others lack one as well, nothing needs to be read.
  const figures = each.filter(clause => figure.test(normalise(clause).text));
  const isMore = (clause: string): boolean => !figures.includes(clause) && isNamed(read(clause));
  if (figures.length === 0 || (figures.length === 1 && !each.some(isMore))) return null;
  const withVerb = (clause: string): Understanding => {
    const reading = read(clause);
    if (isNamed(reading)) return reading;
    // 100块钱，外加一箱矿泉水: a sum and goods need no verb beside each other.
    return bareSum.test(clause) ? read(`我出${clause}`) : bareGoods.test(clause) ? read(`我捐${clause}`) : reading;
  };
  const readings = each.map(withVerb).filter(isNamed);
  const kinds = new Set(readings.map(({ intent }) => intent));
  if (readings.length < 2 || kinds.size !== readings.length) return null;
  const named = readings.filter(({ slots }) => slots['no'] !== undefined);
  if (kinds.has('poll.vote') || kinds.has('project.rate')) {
    // 3号反对，别人捐五百我不眼红: beside a vote only what is surely a promise is one.
    if (!readings.every(({ confidence }) => confidence >= sureFrom)) return null;
    if (named.length < readings.length) return named.length === 0 ? null : 'unclear';
  }
  const no = named[0]?.slots['no'] ?? whole.slots['no'];
  return readings.map(reading =>
    wishOf(reading, {
      ...(no === undefined ? {} : { no }),
      ...(reading.slots['no'] === undefined ? {} : { no: reading.slots['no'] }),
    }),
  );
}

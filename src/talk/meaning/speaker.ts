import { cameToNothing } from './means-nothing.js';
import { isThere } from '../../domain/label.js';
import { onlyOne } from '../../domain/only-one.js';
import { yuan } from '../../domain/money.js';
import { may } from '../../domain/permissions.js';
import { placeWords } from '../../domain/masking.js';
import { projectName } from '../../domain/project-words.js';
import { roundStates } from '../../domain/lifecycle.js';
import { doorsIn } from '../../language/values/money/amounts.js';
import { findAddresses, readHousehold } from '../../language/values/people/household.js';
import { hasMood } from '../../language/values/manner/mood.js';
import {
  kinGivenFor,
  kinSaid,
  mayVoteForOthers,
  type Others,
  othersIn,
  ownWords,
  passesSum,
  saysKin,
  tellsOthersVote,
  votesForOthers,
} from '../../language/values/people/others.js';
import { readInside } from '../../language/values/manner/said-inside.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { readValues } from '../../language/values/read-values.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { MemberView } from '../../store/people/members.js';
import { act, ask } from '../act.js';
import { nearMark } from '../question/home-pieces.js';
import { matterNamed } from './by-name.js';
import { homeSaid } from './home-said.js';
import { inOwnBuilding } from './own-building.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';

/** What only the member's own household can say: somebody else's words or matters never become a deed of the speaker. */
function isOfHousehold({ intents }: Parts, intent: string): boolean {
  return intents.get(intent)?.says !== undefined || intent === 'credit.redeem';
}

/** What was said of another household's vote and not recorded, as it is remembered for what is said next. */
export const othersVote = 'poll.proxy';
/** The same of another household's promise. */
const othersPledge = 'pledge.proxy';

interface Telling {
  readonly text: string;
  /** Reads a piece of the message by itself. */
  readonly read: (words: string) => Understanding;
}

/**
 * Answers a sentence about somebody else's household: who gives for it is asked for which one, what it gives itself is taken down by those
 * who may or told how it is done, and the speaker's own part beside it is done. Null where it is the speaker's own.
 */
export async function forOthers(parts: Parts, turn: Turn, wish: Wish, { text, read }: Telling): Promise<Reply | null> {
  // A vote for a home with a mandate is said in the form of it.
  // 302的老太太打电话来说粉刷同意: no vote is told by telephone.
  if (wish.intent === 'phone.enter' && wish.slots['amount'] === undefined && tellsVote(text)) {
    const vote = { ...wish, intent: othersVote };
    return answerOf(parts, turn, vote, { others: { of: '他', isGift: true }, text, isAlone: true });
  }
  if (!isOfHousehold(parts, wish.intent) && !(wish.intent === othersVote && !wish.sure)) return null;
  if (hasMood(text, 'forwarded'))
    return {
      text: '这像是转发的别人说的话，我没有记任何东西。要办您自己的事，请直接说，例如“2号我出200元”或“4号同意”。',
    };
  if (/[各都]/u.test(text) && doorsTold(text).size > 1) return { text: severalHomes };
  const isOwn = (words: string): boolean => isOfMember(words, turn.member);
  const home = homeOf(turn.member, wish, text, isOwn);
  if (home !== null) {
    const slots = { ...wish.slots, beneficiary: home };
    return act(parts, turn, { ...wish, slots, sure: false }, text);
  }
  const ofVote = wish.intent === 'poll.vote' && votesForOthers(text) ? { of: '他', isGift: true } : null;
  const kin = wish.intent === 'pledge.money' && mayWant(text) ? kinSaid(text) : undefined;
  const givenFor = wish.intent === 'pledge.money' ? kinGivenFor(text) : undefined;
  const ofKin =
    givenFor !== undefined ? { of: givenFor, isGift: true } : kin === undefined ? null : { of: kin, isGift: false };
  const told =
    othersIn(text, isOwn) ?? ofVote ?? ofKin ?? (wish.intent === 'pledge.money' ? otherHome(text, isOwn) : null);
  const others = told && { ...told, isGift: told.isGift || givesFor(told.of, text) };
  // 替3号楼2单元301认捐200元 names the home already.
  const { beneficiary, ...slots } = wish.slots;
  const namesHome = readHousehold(homeSaid(beneficiary))?.room !== undefined;
  if (!others || (others.isGift && namesHome)) return null;
  const own = await ownPart(parts, turn, { text, read, isSure: true });
  // 孙大爷 is nobody's home yet.
  const given = namesHome ? wish : { ...wish, slots };
  const theirs = await answerOf(parts, turn, given, { others, text, isAlone: own === null });
  return own ? { ...own, text: `${own.text}\n${theirs.text}` } : theirs;
}

/** 替我妈认50，她住2号楼1单元302: the one home that is named is that of whom it is for. Null where the words for whom say the home. */
function homeOf(
  member: MemberView,
  { intent, slots: { beneficiary } }: Wish,
  text: string,
  isOwn: (words: string) => boolean,
): string | null {
  const said = homeSaid(beneficiary);
  const whole = intent === 'pledge.money' && said !== '' && !isOwn(said) ? inOwnBuilding(said, member) : null;
  if (whole !== null) return whole;
  const isFor = said === '' ? saysKin(text) && /[替帮代]/u.test(text) : readHousehold(said)?.room === undefined;
  if (intent !== 'pledge.money' || !isFor) return null;
  const home = onlyOne(
    findAddresses(text).filter(({ room, building }) => room !== undefined && building !== undefined),
  );
  const words = home ? text.slice(home.start, home.end) : '';
  return words === '' || isOwn(words) ? null : words;
}

/** 同意, and no 不同意见. */
function tellsVote(text: string): boolean {
  return /同意|反对|弃权|赞成|投票/u.test(text) && !/意见|异议/u.test(text);
}

/** 替我妈那屋3号楼3单元501认50: who gives is the speaker. */
function givesFor(of: string, text: string): boolean {
  const at = text.indexOf(of);
  const behind = text.slice(at + of.length);
  return (
    at > 0 && /[替帮代][^，,。]{0,10}$/u.test(text.slice(0, at)) && /^(?:那?家|那?户)?(?:认|出|捐|垫|交)/u.test(behind)
  );
}

/** 3号楼2单元501那家说改成80: a home that is not the speaker's own, where the speaker is not spoken of. */
function otherHome(text: string, isOwn: (words: string) => boolean): Others | null {
  if (/[我俺咱]|本户/u.test(text.replaceAll(toldMe, ''))) return null;
  const home = findAddresses(text).find(({ start, end, room }) => room !== undefined && !isOwn(text.slice(start, end)));
  return home ? { of: text.slice(home.start, home.end), isGift: false } : null;
}

/** 3号楼301和302路灯各出一百 speaks for several homes. */
function doorsTold(text: string): ReadonlySet<string> {
  const rooms = findAddresses(text).flatMap(({ room }) => (room === undefined ? [] : [String(room)]));
  return new Set([...doorsIn(text), ...rooms]);
}

const severalHomes =
  '这里说了几户，一户也还没有记，也没有记在您家。请一户一句，例如“替3号楼2单元301给12号认捐200元”；您自己家的直接说“12号我出200元”。';

/** 孙大爷托我说一声，路灯他出一百: what may be a promise or a vote is somebody else's all the same, and no guess at one of the speaker's own. */
export async function guessedOfOthers(
  parts: Parts,
  turn: Turn,
  guesses: readonly string[],
  telling: Telling,
): Promise<Reply | null> {
  const { text } = telling;
  const isOwn = (words: string): boolean => isOfMember(words, turn.member);
  // 听说老王给路灯出了五百，我也出一百: the speaker's part is read back.
  const own = await ownPart(parts, turn, { ...telling, isSure: false });
  if (own) return own;
  const isPhoned = guesses.includes('phone.enter') && tellsVote(text);
  const isTold = (isPhoned || tellsOthersVote(text)) && (await turn.unit.polls.open()).length > 0;
  if ((isTold || mayVoteForOthers(text)) && turn.member.householdId !== null) {
    const vote = { intent: othersVote, slots: {}, sure: false, confirmed: false };
    return answerOf(parts, turn, vote, { others: { of: '他', isGift: true }, text, isAlone: true });
  }
  const guessed = guesses.find(guess => isOfHousehold(parts, guess) || guess === othersVote);
  const mayGive =
    (kinSaid(text) ?? othersIn(text, isOwn)) &&
    mayWant(text) &&
    (await turn.unit.projects.inStates(roundStates)).length > 0;
  const intent = passesSum(text, isOwn) || mayGive ? 'pledge.money' : guessed;
  if (intent === undefined) return null;
  // 他要是打电话来说出一百我就记: nobody said it yet.
  if (hasMood(text, 'conditional') || cameToNothing.test(text)) return null;
  const no = onlyNumber(text);
  const slots = no === undefined ? {} : { no };
  return forOthers(parts, turn, { intent, slots, sure: false, confirmed: false }, telling);
}

/** The speaker's own clear deed in the same message, done as if it stood alone. */
async function ownPart(
  parts: Parts,
  turn: Turn,
  { text, read, isSure }: Telling & { readonly isSure: boolean },
): Promise<Reply | null> {
  const words = ownWords(text, said => isOfMember(said, turn.member));
  if (words === null) return null;
  const { intent, slots, extras, confidence } = read(words);
  if (!isOfHousehold(parts, intent) || confidence < sureFrom) return null;
  // 2号孙大爷也出一百，我出二百: the number stands beside the others.
  const no = slots['no'] ?? onlyNumber(text);
  const sure = isSure && no === slots['no'];
  const said = { ...slots, ...extras, ...(no === undefined ? {} : { no }) };
  return act(parts, turn, { intent, slots: said, sure, confirmed: false }, words);
}

function onlyNumber(text: string): number | undefined {
  return onlyOne(findNumbers(text))?.no;
}

interface About {
  readonly others: Others;
  readonly text: string;
  /** False where the answer stands behind another one, which may have asked something. */
  readonly isAlone: boolean;
}

async function answerOf(parts: Parts, turn: Turn, wish: Wish, about: About): Promise<Reply> {
  const { slots } = wish;
  const own = about.isAlone ? await ofSameHome(parts, turn, wish, about) : null;
  if (own) return own;
  const isVote = /同意|反对|弃权|赞成/u.test(about.text) && !/[出捐认]/u.test(about.text);
  if (wish.intent === 'pledge.money' && !isVote) return ofPledge(parts, turn, wish, about);
  if (!isVote && wish.intent !== 'poll.vote' && wish.intent !== othersVote)
    return { text: '这像是替别人家办的事，请本人来说，或者请楼长代办。我没有记任何东西，也没有记在您家。' };
  const polls = await turn.unit.polls.open();
  const poll = polls.find(one => one.no === slots['no']) ?? onlyOne(polls);
  const noted = poll ?? polls[0];
  if (noted) parts.spoken.note(turn, { intent: othersVote, no: noted.no, isDone: false });
  const no = `${poll?.no ?? 12}号`;
  const how = may(turn.member, 'poll.paper')
    ? `收了他本人签名的纸票，先在私聊里发照片，再发“${no}纸票：3号楼2单元301 同意”`
    : `不用手机的请楼长上门收签名的纸票`;
  const rest = about.isAlone ? '我没有记任何东西，您家的票没有变。' : '别家的没有记。';
  return {
    text: `替别的住户投票要有凭据：他能自己投的请他自己投；${how}；有核对过的委托书，请说“${no}代3号楼2单元301同意”。${rest}`,
  };
}

/**
 * 我爸不会用手机，我替他投同意 of whom the record knows another account in the same home: the home has one voice, so it is read back as that
 * of the own home, which is named. Somebody with an address of their own is another household.
 */
async function ofSameHome(parts: Parts, turn: Turn, wish: Wish, { others, text }: About): Promise<Reply | null> {
  const { member, unit, now } = turn;
  if (member.householdId === null || !member.household || findAddresses(text).length > 0) return null;
  const isKin = saysKin(text) || (/[他她]/u.test(text) && others.of === '他' && parts.spoken.speaksForKin(turn));
  if (!isKin || (await unit.members.boundTo([member.householdId])).length < 2) return null;
  const no = wish.slots['no'] ?? (await matterNamed(turn, text));
  const said = ofWish(text, now);
  if (!said) return null;
  parts.spoken.noteKin(turn);
  const own = { intent: said.intent, slots: { ...(no === undefined ? {} : { no }), ...said.slots } };
  const reply = await act(parts, turn, { ...own, sure: false, confirmed: false }, text);
  return { ...reply, text: `一户一份，跟您住一起的算您家（${placeWords(member.household)}）的。${reply.text}` };
}

const choices = /不?(?:同意|赞成|支持)|反对|弃权/gu;

/** The one choice that is said, or the sum of the clause that gives it: 200多了，他出100 is a hundred. */
function ofWish(text: string, now: Date): Pick<Wish, 'intent' | 'slots'> | null {
  const clauses = text.split(/[，,。；;！!\s]+/u);
  const giving = clauses.findLast(clause => /[出捐认]/u.test(clause) && sumGiven('', clause, now) !== undefined);
  if (giving !== undefined) {
    const replaces = /多了|少了|太多|太少|改/u.test(text) ? { replaces: true } : {};
    return { intent: 'pledge.money', slots: { amount: sumGiven('', giving, now), ...replaces } };
  }
  const said = onlyOne(new Set(text.match(choices)));
  const choice = said === undefined ? undefined : readInside('choice', said, now)?.value;
  return choice === undefined ? null : { intent: 'poll.vote', slots: { choice } };
}

async function ofPledge(parts: Parts, turn: Turn, wish: Wish, { others, text, isAlone }: About): Promise<Reply> {
  const { unit, member } = turn;
  const amount = sumGiven(others.of, text, turn.now);
  const address = findAddresses(text).find(({ room }) => room !== undefined);
  const words = address && text.slice(address.start, address.end);
  const home = words && (inOwnBuilding(words, member) ?? words);
  const no = wish.slots['no'] ?? (await matterNamed(turn, text)) ?? (await onlyRound(turn));
  const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
  const which = project ? `给${projectName(project, 14)}` : '';
  const isHelper = may(member, 'poll.paper');
  if (isAlone && amount !== undefined && (others.isGift || isHelper)) {
    const slots = {
      ...wish.slots,
      ...(typeof no === 'number' ? { no } : {}),
      amount,
      ...(home ? { beneficiary: home } : {}),
    };
    const given = { intent: 'pledge.money', slots, sure: false, confirmed: false };
    if (home) return act(parts, turn, given, text);
    const whose = isHelper ? `没有记在您家。是${others.of}自己要` : `您家要替${others.of}`;
    const question = `${whose}${which}认捐${yuan(amount)}吗？是的话请说是哪一户，例如“3号楼2单元301”；不是就回复“取消”。还没有记。`;
    return ask(parts, turn, given, { asks: 'beneficiary', question });
  }
  // 我妈住2号楼1单元501，她也出一百: the child may give it for her, and what is read back says so.
  // Who only passes it on gives nothing.
  const isTold = /[替帮代][她他]说|说一声|转告|捎[个句]?话|托我/u.test(text) || hasMood(text, ...unmeant);
  const isKin = !isTold && kinSaid(text) !== undefined && /[出捐认掏]/u.test(text);
  if (isAlone && amount !== undefined && home && isKin) {
    const slots = { ...wish.slots, ...(typeof no === 'number' && { no }), amount, beneficiary: home };
    const reply = await act(parts, turn, { intent: 'pledge.money', slots, sure: false, confirmed: false }, text);
    return reply.answers ? { ...reply, text: `那一户自己出的，请本人来说，或者请楼长记。${reply.text}` } : reply;
  }
  const asked = isAlone && amount === undefined && !home && asksWhose({ others, text, isHelper });
  if (asked) {
    const whose = others.of === '他' ? '那一户' : others.of;
    const question = `${isHelper ? `${whose}要` : `您家要替${whose}`}${which}认捐吗？是的话请说是哪一户、多少钱，例如“3号楼2单元301，100元”；不是就回复“取消”。还没有记。`;
    const slots = { ...wish.slots, ...(typeof no === 'number' && { no }), ...loosely };
    return ask(parts, turn, { ...wish, slots, sure: true }, { asks: 'beneficiary', question });
  }
  if (typeof no === 'number') parts.spoken.note(turn, { intent: othersPledge, no, isDone: false });
  const sum = amount === undefined ? '200元' : yuan(amount);
  const example = `“替${home ?? '3号楼2单元301'}给${project?.no ?? 12}号认捐${sum}”`;
  const how = isHelper ? `要替他记，请另说一句${example}` : '或者请楼长替他记';
  const gift = isHelper ? '' : `；您家出钱替他家认捐，请另说一句${home ? '' : '，说清是哪一户，例如'}${example}`;
  const said = `别家认捐，请本人来说，${how}${gift}。`;
  return { text: `${said}${isAlone ? '我没有记任何东西，也没有记在您家。' : '别家的没有记。'}` };
}

/** 我妈也想出点钱: who speaks for the own kin, or writes down what others say, is asked which home it is. What is denied or told is talk. */
function asksWhose({ others, text, isHelper }: Omit<About, 'isAlone'> & { readonly isHelper: boolean }): boolean {
  return (others.isGift || isHelper || kinSaid(text) !== undefined) && mayWant(text);
}

function mayWant(text: string): boolean {
  return wants.test(text) && !hasMood(text, ...unmeant);
}

const unmeant = ['asked', 'conditional', 'past', 'joking', 'quoted', 'hedged'] as const;

/** 我妈也想出点钱, and no 想出去旅游, 想认识大家. */
const wants =
  /(?<![不没])(?:想|要|愿意|打算|也|准备|说)[^不没别，,。]{0,6}(?:出|认?捐|掏|认)(?!一[下出认趟次口])(?:上|个)?(?=钱|款|份|[点些几两\d一二三四五六七八九十百千]|多少|腰包|[吧的呢啊呀哈了给，,。.!！；;\s]|$)/u;

/** The one sum beside the words for the household: 402 of 402的老太太 is none. */
function sumGiven(of: string, text: string, now: Date): number | undefined {
  const sums = readValues(of === '' ? text : text.replace(of, '其'), now).filter(({ kind }) => kind === 'money');
  const [sum] = sums;
  return sum?.exact && sums.length === 1 ? Number(sum.value) : undefined;
}

/** 同意那个换主管道 behind 替我妈投一票: nobody knows for whom it is, and it is no vote of the own home. */
function stillOthersVote({ spoken }: Parts, turn: Turn, { intent, slots }: Wish, text: string): Reply | null {
  const last = spoken.own(turn);
  if (intent !== 'poll.vote' || last?.intent !== othersVote || /[我俺咱]|自己|本户/u.test(text)) return null;
  const no = slots['no'] ?? last.no;
  return {
    text: `替别家投的没有记，您家的票也没有变。要投您自己家的，请说“${String(no)}号我家同意”；别家的要他签了名的纸票，请找楼长。`,
  };
}

/** What the speaker says of the own home, and of nobody else's. */
const ofOwn = /(?:我|俺|咱)(?:们)?(?:家|自己)|本户|(?:^|[，,。\s])(?:我|俺|咱)/u;

/** 出一百 behind a promise of somebody else's that was not taken down: nobody knows whose it is, and it is asked. The same of votes. */
export async function stillOthers(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<Reply | null> {
  const ofVote = stillOthersVote(parts, turn, wish, text);
  if (ofVote) return ofVote;
  const last = parts.spoken.own(turn);
  if (wish.intent !== 'pledge.money' || last?.intent !== othersPledge || ofOwn.test(text)) return null;
  if (wish.slots['beneficiary'] !== undefined || (wish.slots['no'] ?? last.no) !== last.no) return null;
  const { amount } = wish.slots;
  const sum = typeof amount === 'number' ? yuan(amount) : '';
  const question = `${last.no}号认捐${sum}是替哪一户的？请说全，例如“3号楼2单元301”；是您自己家的，回复“我家”；不是就回复“取消”。还没有记。`;
  const slots = { ...wish.slots, no: last.no };
  return ask(parts, turn, { ...wish, slots }, { asks: 'beneficiary', question });
}

async function onlyRound({ unit }: Turn): Promise<number | undefined> {
  return onlyOne(await unit.projects.inStates(roundStates))?.no;
}

/** 跟我说, 让我, 给我打电话: the speaker is only whom it was told. */
const toldMe = /(?:让|叫|请|托|找|要|跟|对|给|告诉|问|和|向)(?:了|过)?(?:我|俺|咱)(?:们)?(?!家)/gu;

const likewise =
  /^(?:那)?(?:他|她)?(?:们)?(?:家)?(?:的)?(?<who>对门|隔壁|楼上|楼下|邻居|对过|那家|这家)(?:家|那户|那家)?(?:也)?(?:是)?(?:一样|同样|照样|这么多|这个数|也是)(?:的|吧|哈|了)*[。.!！]*$/u;

/** 她对门也一样 behind what was said for one household: the same for another one, which is asked for. */
export async function sameForOther(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const who = likewise.exec(text.trim())?.groups?.['who'];
  const done = parts.spoken.done(turn);
  const { beneficiary, no, amount } = done?.slots ?? {};
  if (who === undefined || done?.intent !== 'pledge.money' || beneficiary === undefined || typeof amount !== 'number')
    return null;
  const said = homeSaid(beneficiary);
  const near = said.replace(/\d{2,4}(?:室|户)?$/u, '');
  const question = `也给${done.no}号认捐${yuan(amount)}吗？请说是哪一户，例如“${near}201”；不是就回复“取消”。还没有记。`;
  const slots = { no: no ?? done.no, amount, [nearMark]: near };
  return ask(
    parts,
    turn,
    { intent: 'pledge.money', slots, sure: true, confirmed: false },
    { asks: 'beneficiary', question },
  );
}

/** True when the words name the speaker's own home or the speaker. */
function isOfMember(words: string, { household, name }: MemberView): boolean {
  const said = readHousehold(words) ?? {};
  if (said.room === undefined && said.building === undefined)
    return (
      name !== '' &&
      words.length <= 2 &&
      [words, words.replace(/^[老小]/u, '')].some(one => one.startsWith(name.slice(0, 1)))
    );
  return household !== null && isThere(said, household);
}

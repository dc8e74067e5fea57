import { may } from '../domain/permissions.js';
import { besidePutOff, putsOff } from '../language/values/answers.js';
import { readCorrection } from '../language/values/corrections.js';
import { stripMentions } from '../language/values/mention.js';
import { readMood } from '../language/values/mood.js';
import { findNumbers } from '../language/values/project-numbers.js';
import { readWholeAnswer } from '../language/values/whole-answer.js';
import { tellsTrouble } from '../language/reading/decide.js';
import { readAsTalk, type Understanding } from '../language/reading/understand.js';
import type { Question } from '../store/question.js';
import { act, choicesFor } from './act.js';
import { answerTo, meantInstead, putAgainMark } from './answer.js';
import { choiceByWords, numberByTitle } from './by-title.js';
import { besideDelay, carriedOn } from './carried-on.js';
import { contextOf } from './context.js';
import { followUp } from './follow-up.js';
import { asGuess, guessesAt, guessInOwnWords, surelyChat } from './guesses.js';
import { homeAsked } from './home-asked.js';
import { correctLast } from './last-deed.js';
import { consultation, OpinionWanted } from './opinion/proposal.js';
import { confirmedBinding, pieceOfBinding, withoutBinding } from './newcomer.js';
import { isSeveral, pickedOffer, picking } from './offers.js';
import { drop, notDone, notRecorded, openQuestion, putAgain } from './open-question.js';
import { resumed } from './postponed.js';
import { asMoney, hiddenPledge } from './pledge-said.js';
import type { Reply } from './reply.js';
import { allOf, numbersFor, oneByOne, several, withoutLeftOut } from './several.js';
import { repeatsDone, smallTalk } from './small-talk.js';
import { takePhotos, withSentPhotos } from './sent-beside.js';
import { forOthers, guessedOfOthers, sameForOther } from './speaker.js';
import { type Parts, type Turn } from './turn.js';
import { eachShown, numberInPlace } from './two-numbers.js';
import { looselySaid, numberedVote, sureFrom, type Wish } from './wish.js';

/** A message of more bytes is not read at all: nobody types that much in one piece. */
export const mostBytes = 4096;
export const tooLong = '这条消息太长，我没有读，也没有记任何东西。请缩短到1300字以内，或者分几条发给我。';
/** A reading of less is no new sentence beside an open question. */
const newFrom = 0.8;

interface Said {
  readonly text: string;
  readonly quoted?: string;
}

/** Answers words: first to what was asked, then to what was done just before, then by themselves. */
export async function answerWords(parts: Parts, turn: Turn, said: Said): Promise<Reply> {
  if (Buffer.byteLength(said.text) > mostBytes) return { text: tooLong };
  const text = stripMentions(said.text).trim();
  const asked = await openQuestion(turn);
  // A list of offers is a question that need not be answered: a number takes one, anything else is a new sentence.
  const picked = asked?.asks === picking ? pickedOffer(asked, text) : null;
  if (asked?.asks === picking && isSeveral(text))
    return { text: '请一次回复一个数字，办好一件再回下一个。一样也还没有办。' };
  // The list stays, so that the next of its numbers may follow, unless what was picked asks something by itself.
  if (picked) return act(parts, turn, picked, text);
  if (asked?.asks === picking) await drop(turn);
  const question = asked?.asks === picking ? null : asked;
  const pictured = question && text === '' ? await takePhotos(parts, turn, question) : null;
  if (pictured) return pictured;
  const followed = (await homeAsked(parts, turn, text)) ?? (await followUp(parts, turn, text));
  if (followed)
    return interrupting(parts, turn, { question, other: null }, async () =>
      'intent' in followed ? act(parts, turn, followed, text) : followed,
    );
  const instead = meantInstead(text);
  // 不是，我说退出办事台: what is said instead is said.
  if (instead !== null && (!question || parts.fixedForm(instead)))
    return answerWords(parts, turn, { ...said, text: instead });
  const fixed = parts.fixedForm(text);
  if (fixed)
    return interrupting(parts, turn, { question, other: fixed.intent }, () =>
      act(parts, turn, {
        ...fixed,
        sure: !(mayAsk(parts, fixed) && endsAsked(text)) && !onlyTalks(parts, turn, text),
      }),
    );

  const context = await contextOf(turn.unit, turn.member, { text, quoted: said.quoted });
  let known: Understanding | undefined;
  const understood = (): Understanding =>
    (known ??= withoutBinding(turn.member, knownDeed(parts, parts.understand(text, turn.now, context)), text));
  const bond = await confirmedBinding(turn, text);
  if (bond) return interrupting(parts, turn, { question, other: bond.intent }, () => act(parts, turn, bond, text));
  const piece = await pieceOfBinding(turn, question, text);
  if (piece && !isOtherDeed(understood(), 'member.bind')) {
    await drop(turn);
    return act(parts, turn, piece, text);
  }
  if (question) {
    const isNew = (): boolean => mayDo(parts, turn, understood()) && isNewSentence(question, understood());
    // Words about what is the matter are what a question for words wants to hear; beside any other question they are new.
    const isOther = (): boolean => !onlyTells(understood().intent, text) && isNew();
    const forAll = question.asks === 'no' ? await severalMeant(parts, turn, question, text) : null;
    if (forAll) return forAll;
    const named = question.asks === 'no' ? await numberByTitle(turn, question.intent, text) : null;
    const answer = answerTo(parts.intents, question, named ?? text, { now: turn.now, isNew: isOther });
    if (answer === 'dropped' && instead !== null && isDeed(parts, turn, instead)) {
      return interrupting(parts, turn, { question, other: null }, () =>
        answerWords(parts, turn, { ...said, text: instead }),
      );
    }
    if (typeof answer === 'object') {
      await drop(turn);
      return act(parts, await withSentPhotos(turn, question), looselySaid(answer.wish), text);
    }
    if (answer !== 'other') return putOff(parts, turn, { question, text, answer });
    // A proposal in which nobody proposes is not made beside a question: the long answer to it was meant.
    const tells = understood().intent === 'proposal.open' && onlyTells(understood().intent, text);
    const meant = await meantFor(parts, turn, { question, text, read: understood(), isNew: isNew() });
    if (meant) return act(parts, turn, meant, text);
    if ((!isNew() || tells) && readCorrection(text) === null) return putAgain(parts, turn, question, text);
  }
  return interrupting(parts, turn, { question, other: question && understood().intent }, () =>
    newSentence(parts, turn, text, {
      understood,
      numbered: numberedVote(text, context),
      read: words => parts.understand(words, turn.now, context),
    }),
  );
}

/** Deeds whose forms take any words and that no question does. */
const neverAsked = new Set([
  'objection.raise',
  'objection.answer',
  'works.stop',
  'spend.refuse',
  'funds.return',
  'funds.reverse',
  'service.open',
]);

/**
 * A form that is read back where it ends as a question: 12号到场：301、302来了吗 asks, whatever it looks like. Free words may tell a
 * question (12号建议：能不能用感应灯), and the words of a form itself may ask (12号怎么表决).
 */
function mayAsk({ intents }: Parts, { intent, slots }: Wish): boolean {
  const definition = intents.get(intent);
  const asks = ([name, value]: [string, unknown]): boolean =>
    !/^(?:words|lines)$/.test(definition?.slots[name]?.field?.kind ?? '') &&
    typeof value === 'string' &&
    endsAsked(value);
  return neverAsked.has(intent) || (definition?.binds !== 'nobody' && Object.entries(slots).some(asks));
}

/** 对账无误这四个字谁敢写 begins with the form of a deed and is talk: it is read back as well. */
function onlyTalks({ understand }: Parts, { now, member }: Turn, text: string): boolean {
  const roles = member.roles.map(({ role }) => role);
  return understand(text, now, { openPolls: [], openPledges: [], roles }).why.against.includes(readAsTalk);
}

/** 4号异议：有几条？ has the form of a deed and asks: it is read back before anything is done. */
function endsAsked(text: string): boolean {
  return readMood(text).some(({ kind, end }) => kind === 'asked' && end >= text.length - 2);
}

interface NewSentence {
  readonly understood: () => Understanding;
  readonly numbered: Wish | null;
  /** Reads a piece of the message by itself. */
  readonly read: (words: string) => Understanding;
}

async function newSentence(
  parts: Parts,
  turn: Turn,
  text: string,
  { understood, numbered, read }: NewSentence,
): Promise<Reply> {
  const inPlace = numberInPlace(parts.spoken.namedTogether(turn), text);
  const placed = inPlace === null ? null : knownDeed(parts, read(inPlace));
  // Which of the two was meant is read back.
  if (placed && placed.intent !== 'chat.other')
    return act(parts, turn, {
      intent: placed.intent,
      slots: { ...placed.slots, ...placed.extras },
      sure: false,
      confirmed: false,
    });
  parts.spoken.noteNamed(turn, [...new Set(findNumbers(text).map(({ no }) => no))]);
  const alike = await sameForOther(parts, turn, text);
  if (alike) return alike;
  const correction = readCorrection(text);
  const corrected = correction && (await correctLast(parts, turn, correction));
  if (corrected) return corrected;
  if (numbered) return act(parts, turn, numbered);
  const repeated = await repeatsDone(parts, turn, text);
  if (repeated) return repeated;
  const again = resumed(parts, turn, text, understood());
  if (again) {
    parts.spoken.postpone(turn, null);
    return act(parts, turn, again, text);
  }
  const hidden = await hiddenPledge(turn, understood(), text);
  if (hidden) return act(parts, turn, hidden, text);
  const some = withoutLeftOut(text);
  if (some) {
    const rest = { understood: () => knownDeed(parts, read(some.kept)), numbered: null, read };
    const reply = await newSentence(parts, turn, some.kept, rest);
    return { ...reply, text: `${reply.text}\n${some.no}这次没有记。` };
  }
  const all = await several(parts, turn, text, { whole: understood(), read });
  if (all) return all;
  const { opinion } = turn.message;
  if (opinion) return propose(parts, turn, opinion, text);
  if (parts.model && opinion === undefined && isUnsure(understood())) throw await wanted(parts, turn, text);
  const { intent, slots, extras, confidence } = understood();
  if (intent === 'chat.other') return notUnderstood(parts, turn, text, { read, talk: understood() });
  if (intent === 'funds.receive' && confidence < sureFrom && [...text.matchAll(/\d\s*(?:元|块)/gu)].length > 1)
    return { text: severalReceipts };
  const objected = intent === 'proposal.open' ? await objectionTo(turn, text) : null;
  if (objected) return act(parts, turn, objected, text);
  if (intent === 'pledge.money' && confidence < sureFrom && tellsTrouble(text))
    return act(parts, turn, { intent: 'report.open', slots: { text }, sure: true, confirmed: false }, text);
  const wish = asMoney(
    { intent, slots: { ...slots, ...extras }, sure: confidence >= sureFrom, confirmed: false },
    text,
  );
  return (
    (await forOthers(parts, turn, wish, { text, read })) ??
    (await eachShown(parts, turn, wish, text)) ??
    act(parts, turn, asGuess(parts, turn, wish, { read: understood(), text }), text)
  );
}

/** What is no deed by itself: read together with what went before, answered as talk, or guessed at. */
async function notUnderstood(
  parts: Parts,
  turn: Turn,
  text: string,
  { read, talk }: Pick<NewSentence, 'read'> & { readonly talk: Understanding },
): Promise<Reply> {
  const guesses = guessesAt(talk, text);
  const told = await guessedOfOthers(parts, turn, guesses, { text, read });
  if (told) return told;
  // Who seems to ask what this is hears it.
  if (guesses[0] === 'help') return act(parts, turn, { intent: 'help', slots: {}, sure: true, confirmed: false });
  const carried = await carriedOn(parts, turn, text, { read: words => knownDeed(parts, read(words)) });
  if (carried) return act(parts, turn, carried, text);
  const beside = besideDelay(text);
  if (beside !== null && isDeed(parts, turn, beside)) return answerWords(parts, turn, { text: beside });
  const small = await smallTalk(parts, turn, text);
  const answer = small ?? (await guessInOwnWords(parts, turn, text, { guesses, read: talk }));
  return answer ?? act(parts, turn, { intent: talk.intent, slots: { guesses }, sure: true, confirmed: false });
}

const severalReceipts =
  '这里有几笔钱，一笔也还没有记。请一户一句，例如“12号收到3号楼2单元301 300元”；户数多，到办事台“收款”里一行一户贴上去。';

/** 我不同意装在那里，能不能换个地方 while one plan is on display: an objection to it, read back, and no matter of its own. */
async function objectionTo({ unit }: Turn, text: string): Promise<Wish | null> {
  if (!/^(?:我|俺|咱)?(?:们|家)?(?:坚决)?(?:不同意|反对|不赞成|有意见|有异议)/u.test(text)) return null;
  const [only, ...others] = await unit.projects.inStates(['plan_published']);
  if (!only || others.length > 0) return null;
  return { intent: 'objection.raise', slots: { no: only.no, text }, sure: false, confirmed: false };
}

/** A deed that this bot does not know is talk. */
function knownDeed({ intents }: Parts, read: Understanding): Understanding {
  return intents.has(read.intent) ? read : { ...read, intent: 'chat.other', slots: {} };
}

function isUnsure({ intent, confidence }: Understanding): boolean {
  return confidence < (intent === 'chat.other' ? surelyChat : sureFrom);
}

async function wanted({ intents }: Parts, { unit, member, now }: Turn, text: string): Promise<OpinionWanted> {
  const names = (await unit.members.all()).map(({ name }) => name);
  return new OpinionWanted(consultation({ intents, member, text, now, names }));
}

/** What a model proposes is read back; where the deed has no words for that, its example is shown and nothing is done. */
async function propose(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<Reply> {
  const intent = parts.intents.get(wish.intent);
  const isReading = intent?.permission === 'record.read';
  if (!intent || isReading || intent.readBack) return act(parts, turn, wish, text);
  return { text: `您是不是要${intent.help}？请照样子说一遍，我现在没有记任何东西。` };
}

/** What this member may not do anyway is no new sentence beside an open question: “居民150元，奖补150元” answers where the money comes from. */
function mayDo({ intents }: Parts, { member }: Turn, { intent }: Understanding): boolean {
  const permission = intents.get(intent)?.permission;
  return permission !== undefined && may(member, permission);
}

/** A report, or a proposal in which nobody proposes: 老旧小区改造计划 by itself. */
function onlyTells(intent: string, text: string): boolean {
  return (
    intent === 'report.open' ||
    (intent === 'proposal.open' && !/提|建议|倡议|希望|想|能不能|可不可以|要不要/u.test(text))
  );
}

/** Slots that are people or places. */
const asksWhere: readonly string[] = ['said', 'place', 'payer', 'homes', 'beneficiary'];

/** Surely another deed than this one. */
function isOtherDeed({ intent, confidence }: Understanding, than: string): boolean {
  return intent !== than && intent !== 'chat.other' && confidence >= newFrom;
}

/** A wish of its own: another deed, or the same one said with all that the question wanted to know. */
function isNewSentence({ intent, asks }: Question, { intent: other, confidence, slots }: Understanding): boolean {
  if (other === 'chat.other' || confidence < newFrom) return false;
  // An address answers the question who or where; nobody says it then in order to be bound to that home.
  if (other === 'member.bind' && asksWhere.includes(asks)) return false;
  // 12号我出600元 to what was read back of 1,000: said whole, it stands for itself.
  const said = asks === 'yes' ? slots['no'] !== undefined && Object.keys(slots).length > 1 : slots[asks] !== undefined;
  return other !== intent || said;
}

/**
 * A new sentence goes before the old question, and the member hears that the old matter was not recorded. A question for a slot is
 * not lost by that: it is put once more behind the answer, unless the new deed is of its kind or asks something itself.
 */
async function interrupting(
  parts: Parts,
  turn: Turn,
  { question, other }: { readonly question: Question | null; readonly other: string | null },
  answer: () => Promise<Reply>,
): Promise<Reply> {
  if (!question) return answer();
  await drop(turn);
  const reply = await answer();
  const isLost = question.asks === 'yes' || other === question.intent || question.slots[putAgainMark] === true;
  if (isLost || reply.offers || (await openQuestion(turn)))
    return { ...reply, text: ['（刚才问您的那件事没有记。）', reply.text].filter(Boolean).join('\n') };
  const again = await putAgain(parts, turn, question, '', '（刚才问您的那件事还没有记。');
  return { ...reply, text: [reply.text, `${again.text}）`].filter(Boolean).join('\n') };
}

interface Meant {
  readonly question: Question;
  readonly text: string;
  readonly read: Understanding;
  readonly isNew: boolean;
}

/** What a longer sentence says to the question for a slot, to be read back: 出工是给7号, 就是放快递的那个嘛. */
async function meantFor(parts: Parts, turn: Turn, { question, text, read, isNew }: Meant): Promise<Wish | null> {
  const { intent, slots, asks } = question;
  if (asks === 'yes' || !parts.intents.get(intent)?.readBack) return null;
  const joined = joinedWith(question, read);
  if (joined || asks !== 'no' || isNew) return joined;
  const no = choiceByWords(await choicesFor(parts, turn, question), text);
  return no === null ? null : { intent, slots: { ...slots, no }, sure: false, confirmed: false };
}

/** 出工是给7号 behind 我出半天工: what was asked for, in a sentence of the same deed that says nothing else against it. */
function joinedWith({ intent, slots, asks }: Question, read: Understanding): Wish | null {
  if (read.intent !== intent || read.slots[asks] === undefined) return null;
  const isAgainst = Object.entries(read.slots).some(
    ([name, value]) => name !== asks && value !== undefined && slots[name] !== value,
  );
  return isAgainst ? null : { intent, slots: { ...slots, [asks]: read.slots[asks] }, sure: false, confirmed: false };
}

/** 都 and 4号和5号 to 请问是几号: the deed for each of them. A choice that is said again has to be the same. */
async function severalMeant(parts: Parts, turn: Turn, question: Question, text: string): Promise<Reply | null> {
  const { intent, slots } = question;
  const listed = (await choicesFor(parts, turn, question)).map(({ no }) => no);
  const nos = numbersFor(intent, text, listed);
  const again = /不同意|不赞成|反对|同意|赞成|支持|弃权/u.exec(text)?.[0];
  const choice = again === undefined ? undefined : readWholeAnswer('choice', again, turn.now);
  if (!nos || (typeof choice === 'object' && choice.value !== slots['choice'])) return null;
  await drop(turn);
  const wishes = nos.map(no => ({ intent, slots: { ...slots, no }, sure: true, confirmed: false }));
  return allOf(parts, turn, { wishes, text: '', asked: oneByOne });
}

/** A word that drops the question, refuses or puts it off. What is read back is closed by each of them, and named. */
async function putOff(
  parts: Parts,
  turn: Turn,
  { question, text, answer }: { readonly question: Question; readonly text: string; readonly answer: string },
): Promise<Reply> {
  const isReadBack = question.asks === 'yes';
  if (isReadBack && putsOff(text) === 'waiting') parts.spoken.postpone(turn, question);
  // Who was only asked how much may take the time: the answer is waited for, and is read back once more.
  if (!isReadBack && answer === 'waiting') return putAgain(parts, turn, question, text, '不急，还没有记。');
  await drop(turn);
  const beside = besidePutOff(text);
  if (beside !== '' && beside !== text && isDeed(parts, turn, beside)) {
    const reply = await answerWords(parts, turn, { text: beside });
    return { ...reply, text: `（${notDone(parts, question)}）\n${reply.text}` };
  }
  if (!isReadBack || answer === 'dropped') return { text: notRecorded };
  return { text: `好的，${notDone(parts, question)}。要办时再说一遍。` };
}

/** True for words that are surely a deed by themselves. */
function isDeed(parts: Parts, turn: Turn, words: string): boolean {
  if (parts.fixedForm(words)) return true;
  const roles = turn.member.roles.map(({ role }) => role);
  const read = knownDeed(parts, parts.understand(words, turn.now, { openPolls: [], openPledges: [], roles }));
  return read.intent !== 'chat.other' && read.confidence >= newFrom && mayDo(parts, turn, read);
}

import { putsOff, readAnswer } from '../language/values/manner/answers.js';
import { behindThanks } from '../language/values/manner/courtesy.js';
import { readCorrection } from '../language/values/manner/corrections.js';
import { onlyOne } from '../domain/only-one.js';
import { findNumbers } from '../language/values/project-numbers.js';
import { stripMentions } from '../language/values/mention.js';
import { readMood } from '../language/values/manner/mood.js';
import { readAsTalk, type Understanding } from '../language/reading/understand.js';
import type { Question } from '../store/question.js';
import { act, answerWith, ask, whatOf } from './act.js';
import { topicAsked } from './asked/answered.js';
import { behindAsked } from './asked/behind-deed.js';
import { asksNoted } from './asked/standing.js';
import { stateAsked } from './asked/state-asked.js';
import { answerTo, calledByNumber, meantInstead } from './question/answer.js';
import { isNewSentence, isOtherDeed, meantFor, onlyTells, severalMeant } from './question/beside-question.js';
import {
  type ByName,
  byName,
  type Called,
  formByName,
  heardName,
  inOwnWords,
  numberedWords,
  readByName,
  restored,
  whichNamed,
} from './meaning/by-name.js';
import { filled, planAtHand } from './meaning/at-hand.js';
import { answeredFirst, isElsewhere, otherNumber } from './question/elsewhere.js';
import { interrupting, withSetAside } from './question/interrupted.js';
import { isOtherPart } from './meaning/draft-said.js';
import { numberByTitle } from './meaning/by-title.js';
import { behindDone, besideDelay } from './question/carried-on.js';
import { paymentBeside } from './question/about.js';
import { contextOf } from './before/context.js';
import { followUp } from './before/follow-up.js';
import { leaning } from './before/leaning.js';
import { titleMistaken } from './before/second-thoughts.js';
import { placeSaid } from './before/report-added.js';
import { matterAsked } from './meaning/matter-asked.js';
import { reportTaken } from './meaning/judged-thing.js';
import { homeAsked } from './meaning/home-asked.js';
import { confirmedBinding, pieceOfBinding, withoutBinding } from './meaning/newcomer.js';
import { type Beside, newSentence } from './question/new-sentence.js';
import { ownAsked } from './meaning/own-asked.js';
import { otherWay } from './meaning/taking-part.js';
import { isSeveral, pickedOffer, picking } from './question/offers.js';
import { stillAsked } from './question/home-pieces.js';
import { hidden } from './question/kept-secret.js';
import { pickedByWords } from './question/picked-by-words.js';
import { drop, notDone, notRecorded, openQuestion, putAgain } from './question/open-question.js';
import { once } from './once.js';
import type { Reply } from './reply.js';
import { otherReceipt } from './sent/receipts.js';
import { boughtThing, payeeBeside } from './sent/of-picture.js';
import { picturesTaken } from './sent/sent-beside.js';
import { withSentPhotos } from './sent/sent-photos.js';
import { withoutLeftOut } from './several.js';
import { type Parts, type Turn } from './turn.js';
import { isDeed, knownDeed, mayDo, wishOf } from './understood.js';
import { looselySaid, numberedVote, type Wish } from './wish.js';

/** A message of more bytes is not read at all: nobody types that much in one piece. */
export const mostBytes = 4096;
const quoteTooLong =
  '您引用的那条太长，我没有读，也没有记任何东西。请不要引用，直接说是几号、要办什么，例如“12号同意”。';
export const tooLong = '这条消息太长，我没有读，也没有记任何东西。请缩短到1300字以内，或者分几条发给我。';
interface Said {
  readonly text: string;
  readonly quoted?: string;
}

/** Why words are not read at all; null where they are. */
function unreadOf({ text, quoted = '' }: Said): string | null {
  if (Buffer.byteLength(text) > mostBytes) return tooLong;
  return Buffer.byteLength(quoted) > mostBytes ? quoteTooLong : null;
}

/** Answers words: first to what was asked, then to what was done just before, then by themselves. */
export async function answerWords(parts: Parts, turn: Turn, said: Said): Promise<Reply> {
  const unread = unreadOf(said);
  if (unread !== null) return { text: unread };
  // 谢谢，大概多久能修 asks; to an open question 好的谢谢 may be the answer.
  const thanked = behindThanks(stripMentions(said.text));
  const isAsked = thanked !== null && (await openQuestion(turn)) === null;
  return withSetAside(parts, turn, await answerRead(parts, turn, isAsked ? { ...said, text: thanked } : said));
}

async function answerRead(parts: Parts, turn: Turn, said: Said): Promise<Reply> {
  const text = stripMentions(said.text).trim();
  const asked = await openQuestion(turn);
  const taken = asked?.asks === picking ? await takenOffer(parts, turn, asked, text) : null;
  if (taken) return taken;
  if (asked?.asks === picking) await drop(turn);
  const question = asked?.asks === picking ? null : asked;
  const called = question && calledByNumber(parts, question, text);
  if (called) return fillIn(parts, turn, question, { wish: looselySaid(called), text });
  const pictured = await picturesTaken(parts, turn, question, text);
  if (pictured) return pictured;
  const names = once(() => byName(turn, text));
  const retitled = question ? null : await titleMistaken(parts, turn, text);
  const followed = retitled ?? (await wholeQuestion(parts, turn, text, names));
  if (followed)
    return interrupting(parts, turn, question, async () => {
      const reply = await answerWith(parts, turn, followed, text);
      await noteNamed(parts, turn, text, names);
      return reply;
    });
  const instead = meantInstead(text);
  // 不是，我说退出办事台: what is said instead is said.
  if (instead !== null && (!question || parts.fixedForm(instead)))
    return answerWords(parts, turn, { ...said, text: instead });
  const fixed = await formMeant(parts, turn, text);
  if (fixed) return interrupting(parts, turn, question, () => act(parts, turn, fixed));

  const byTitle = await names();
  const byForm = byTitle && !question ? formByName(parts, byTitle) : null;
  if (byForm) return act(parts, turn, byForm, text);
  const context = await contextOf(turn.unit, turn.member, { text, quoted: said.quoted });
  const read = (words: string): Understanding => parts.understand(words, turn.now, context);
  const bare = once(() => withoutBinding(turn.member, knownDeed(parts, read(text)), text));
  // A question for words hears any words.
  const stands = /^(?:yes|no)$/u.test(question?.asks ?? 'yes')
    ? await behindAsked(parts, turn, text, { isBeside: question !== null, understood: bare, named: byTitle })
    : null;
  if (stands) return interrupting(parts, turn, question, () => answerWith(parts, turn, stands, text));
  if (question && asksNoted(text)) return putAgain(parts, turn, question, '');
  const heard = byTitle || question ? null : await heardName(parts, turn, text, { bare: bare(), read });
  const named = byTitle ?? heard?.named ?? null;
  const numbered = once(() => heard?.numbered ?? (named && readByName(parts, turn, bare(), named, read)));
  const understood = (): Understanding => numbered() ?? bare();
  const bond = await confirmedBinding(turn, text);
  if (bond && question?.intent !== bond.intent)
    return interrupting(parts, turn, question, () => act(parts, turn, bond, text));
  // 确认韩雪梅 behind the question about that very binding answers it.
  if (bond) {
    await drop(turn);
    return act(parts, turn, bond, text);
  }
  const piece = await pieceOfBinding(turn, question, text);
  if (piece && !isOtherDeed(understood(), 'member.bind')) {
    await drop(turn);
    return act(parts, turn, piece, text);
  }
  const sentence = async (beside?: Beside): Promise<Reply | null> => {
    const which = named && (await whichNamed(parts, turn, bare(), named));
    if (which) return 'intent' in which ? act(parts, turn, which, text) : ask(parts, turn, wishOf(bare()), which);
    // 电梯同意，路灯的钱回头再说 is said of both, though it is read as talk.
    const isParted = named !== null && withoutLeftOut(named.text) !== null;
    const isByName = named !== null && (isParted || numbered() !== null);
    const whole = isParted ? named.text : isByName ? numberedWords(bare(), named) : text;
    return newSentence(parts, turn, whole, {
      understood,
      numbered: numberedVote(text, context),
      read: isByName ? words => inOwnWords(read(words), named) : read,
      inOwn: wish => (isByName ? { ...wish, slots: restored(wish.slots, named.names) } : wish),
      alone: words => answerWords(parts, turn, { text: words }),
      ...(beside && { beside }),
    });
  };
  if (question) return answerAsked(parts, turn, { question, text, instead, named, understood, bare, read, sentence });
  return alone(await sentence());
}

/** A list of offers is a question that need not be answered: a number takes one, anything else is a new sentence. */
async function takenOffer(parts: Parts, turn: Turn, asked: Question, text: string): Promise<Reply | null> {
  const picked = pickedOffer(asked, text);
  if (isSeveral(text)) return { text: '请一次回复一个数字，办好一件再回下一个。一样也还没有办。' };
  // The list stays, so that the next of its numbers may follow, unless what was picked asks something by itself.
  return picked ? act(parts, turn, picked, text) : pickedByWords(parts, turn, asked, text);
}

/** What nobody waits for is always answered. */
function alone(reply: Reply | null): Reply {
  if (!reply) throw new Error('a sentence by itself has an answer');
  return reply;
}

/** What is known for a question by all of its words. */
async function wholeQuestion(parts: Parts, turn: Turn, text: string, names: Called): Promise<Reply | Wish | null> {
  return (
    (await homeAsked(parts, turn, text, names)) ??
    (await leaning(parts, turn, text, names)) ??
    (await matterAsked(parts, turn, text, names)) ??
    (await stateAsked(parts, turn, text, names)) ??
    (await followUp(parts, turn, text, names)) ??
    (await ownAsked(parts, turn, text, names))
  );
}

/** What is said in a fixed form; it is read back where it may be asked, or be talk. */
async function formMeant(parts: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const form = parts.fixedForm(text);
  if (!form) return null;
  const taken = form.intent === 'task.claim' ? await reportTaken(parts, turn, text) : null;
  if (taken) return taken;
  const { slots } = parts.intents.get(form.intent) ?? {};
  const fixed = planAtHand(parts, turn, slots ? filled(form, slots, text) : form, text);
  const mayBeAsked = mayAsk(parts, fixed) && endsAsked(text);
  const isPlain = fixed.sure && !mayBeAsked && !listsByBlanks(parts, fixed);
  return { ...fixed, sure: isPlain && !onlyTalks(parts, turn, text) };
}

interface Asked {
  readonly question: Question;
  readonly text: string;
  /** The same with the numbers of the matters that it calls by name. */
  readonly named: ByName | null;
  /** What was said instead of it (不是，我说…). */
  readonly instead: string | null;
  readonly understood: () => Understanding;
  /** The same of the words without the numbers. */
  readonly bare: () => Understanding;
  /** Reads other words as they stand. */
  readonly read: (words: string) => Understanding;
  /** Answers the message as a sentence by itself; null where it is to be one beside the question and nothing was understood. */
  readonly sentence: (beside?: Beside) => Promise<Reply | null>;
}

/** What was read back, with the payment that it is about. */
async function namedIn({ intents }: Parts, { unit }: Turn, { intent, slots, asks }: Question): Promise<string> {
  const definition = asks === 'yes' ? intents.get(intent) : undefined;
  return definition ? `${whatOf(definition, { intent, slots })}${await paymentBeside(unit, slots)}` : '';
}

/** What the words are to the open question: its answer, another sentence, or nothing that can be understood. */
async function answerAsked(parts: Parts, turn: Turn, asked: Asked): Promise<Reply> {
  const { question, text, instead, read } = asked;
  // To 请问是几号 a name is the answer, and asks to see nothing.
  const isLook = question.asks === 'no' && parts.intents.get(asked.understood().intent)?.binds === 'nobody';
  const understood = isLook ? asked.bare : asked.understood;
  const field = parts.intents.get(question.intent)?.slots[question.asks]?.field;
  const isList = field?.kind === 'choice' && field.choices !== undefined;
  const isNew = (): boolean => mayDo(parts, turn, understood()) && isNewSentence(question, understood(), isList);
  // Words about what is the matter are what a question for words wants to hear; beside any other question they are new.
  const isOther = (): boolean => !onlyTells(understood().intent, text) && isNew();
  const paid = payeeBeside(question, text) ?? boughtThing(question, understood(), text);
  if (paid) return fillIn(parts, turn, question, { wish: paid, text: '' });
  const forAll = question.asks === 'no' ? await severalMeant(parts, turn, question, text) : null;
  if (forAll) return forAll;
  if (await isOtherPart(parts, turn, question, text)) return besideIt(parts, turn, asked);
  const receipt = await otherReceipt(turn, question, text);
  if (receipt && 'door' in receipt)
    return besides(parts, turn, question, { text: `念的里面有几户${receipt.door}，请连单元一起说。` });
  const way = receipt ?? otherWay(parts, turn, question, text) ?? placeSaid(question, text) ?? hidden(question, text);
  if (way) return fillIn(parts, turn, question, { wish: way, text });
  if (await isElsewhere(parts, turn, question, asked)) return elsewhere(parts, turn, asked, isOther());
  const number =
    question.asks === 'no'
      ? await numberByTitle(turn, question.intent, text)
      : question.asks === 'yes' && asked.named
        ? otherNumber(asked, turn.now)
        : null;
  const named = await namedIn(parts, turn, question);
  const answer = answerTo(parts.intents, question, number ?? text, { now: turn.now, isNew: isOther, named });
  if (answer === 'dropped' && instead !== null && isDeed(parts, turn, instead)) {
    return interrupting(parts, turn, question, () => answerWords(parts, turn, { text: instead }));
  }
  if (typeof answer === 'object') return fillIn(parts, turn, question, { wish: looselySaid(answer.wish), text });
  if (answer !== 'other') return putOff(parts, turn, { question, text, answer });
  // A proposal in which nobody proposes is not made beside a question: the long answer to it was meant.
  const tells = understood().intent === 'proposal.open' && onlyTells(understood().intent, text);
  const meant = await meantFor(parts, turn, { question, text, read: understood(), isNew: isNew() });
  if (meant) return fillIn(parts, turn, question, { wish: meant, text });
  // 没问题？ asks nothing that a topic could tell, and is no yes.
  const isDoubtedYes = readAnswer(text.replace(/(?<![?？\s])[?？\s]+$/u, '')) === 'yes';
  const told = isDoubtedYes ? null : await topicAsked(parts, turn, text, { understood, question: question.intent });
  if (told) return besides(parts, turn, question, await answerWith(parts, turn, told, text));
  if ((isNew() && !tells) || readCorrection(text) !== null) return besideIt(parts, turn, asked);
  const behind = await behindDone(parts, turn, text, read);
  if (behind) return interrupting(parts, turn, question, () => act(parts, turn, behind, text));
  return besideIt(parts, turn, asked, { isHeard: false, isElsewhere: false });
}

/** A sentence beside the question, which stays open; where it is none the question is put again. */
async function besideIt(
  parts: Parts,
  turn: Turn,
  { question, text, sentence }: Asked,
  beside?: Beside,
): Promise<Reply> {
  const reply = await interrupting(parts, turn, question, () => sentence(beside));
  // 暖气我再想想 says nothing of the question, which stays.
  return reply ?? putAgain(parts, turn, question, beside?.isElsewhere ? '' : text);
}

/** Words about another matter or household: of 是，粉刷也同意 the first word answers, and the others are read by themselves. */
async function elsewhere(parts: Parts, turn: Turn, asked: Asked, isOther: boolean): Promise<Reply> {
  const { question, text, understood } = asked;
  const { answer, rest } = (question.asks === 'yes' ? answeredFirst(text) : null) ?? {};
  // 台阶那边太黑 names the matter and is no deed of it.
  const isHeard = isOther || understood().slots['no'] !== undefined;
  if (answer === undefined || rest === undefined) return besideIt(parts, turn, asked, { isHeard, isElsewhere: true });
  const { intent, slots } = question;
  const first =
    answer === 'yes'
      ? await fillIn(parts, turn, question, { wish: { intent, slots, sure: true, confirmed: true }, text: '' })
      : { text: `（${notDone(parts, question)}。）` };
  await drop(turn);
  const second = await answerWords(parts, turn, { text: rest });
  return { ...second, text: `${first.text}\n${second.text}` };
}

/** A question in between is answered, and the open one is put again. */
async function besides(parts: Parts, turn: Turn, question: Question, reply: Reply): Promise<Reply> {
  const again = await putAgain(parts, turn, question, '');
  return { ...again, text: `${reply.text}\n${again.text}` };
}

/** What is said next may be of the matter that a question named, whoever answered it. */
async function noteNamed({ spoken }: Parts, turn: Turn, text: string, names: Called): Promise<void> {
  if (spoken.own(turn)?.at.getTime() === turn.now.getTime()) return;
  const no = onlyOne(
    new Set([...findNumbers(text).map(number => number.no), ...((await names())?.names.keys() ?? [])]),
  );
  if (no !== undefined) spoken.note(turn, { intent: 'proposal.show', no, isDone: false });
}

/** The deed of a question that was answered, with the photos that came for it. */
async function fillIn(
  parts: Parts,
  turn: Turn,
  question: Question,
  { wish, text }: { readonly wish: Wish; readonly text: string },
): Promise<Reply> {
  await drop(turn);
  return act(parts, await withSentPhotos(turn, question), stillAsked(question, wish), text);
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

const partedByBlanks = /^(?=[^\n]*\S\s+\S)[^,，、;；。\n]+$/u;

/** 工期 拆旧4月10号 装管4月25号: where one piece of a list ends only the blanks tell, so what was read of it is read back. */
function listsByBlanks({ intents }: Parts, { intent, slots }: Wish): boolean {
  const definition = intents.get(intent);
  return Object.entries(slots).some(
    ([name, value]) =>
      definition?.slots[name]?.field.kind === 'rows' && typeof value === 'string' && partedByBlanks.test(value.trim()),
  );
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
  // 都不要了 is said of all that waits.
  if (/都|全/u.test(text)) parts.spoken.dropAsides(turn);
  const beside = besideDelay(text);
  if (beside !== null && isDeed(parts, turn, beside)) {
    // 先不说这个，报个事…: what was asked may be taken up again by 刚才那个 是路灯的.
    if (question.asks === 'no') parts.spoken.postpone(turn, question);
    const reply = await answerWords(parts, turn, { text: beside });
    return { ...reply, text: `（${notDone(parts, question)}）\n${reply.text}` };
  }
  if (!isReadBack || answer === 'dropped') return { text: notRecorded };
  return { text: `好的，${notDone(parts, question)}。要办时再说一遍。` };
}

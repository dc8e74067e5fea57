import { helpLine } from '../../publish/help-line.js';
import { cannotWait, soundsBroken } from '../../language/values/trouble-words.js';
import { hasMood, type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { type Correction, readCorrection } from '../../language/values/manner/corrections.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { tellsTrouble } from '../../language/reading/decide.js';
import { reasonSaid } from '../../language/reading/moment.js';
import type { Understanding } from '../../language/reading/understand.js';
import { surelyFrom } from '../../language/reading/thresholds.js';
import { act, answerWith } from '../act.js';
import { topicAsked } from '../asked/answered.js';
import { besideDelay, carriedOn, objectedBefore, oneMoreReceipt } from './carried-on.js';
import { asGuess, guessesFor, guessInOwnWords } from '../guesses.js';
import { atHand } from '../meaning/at-hand.js';
import { matterNamed } from '../meaning/by-name.js';
import { captionedPicture, withCaption } from '../sent/captioned.js';
import { amended } from '../before/amended.js';
import { nextInRow } from '../before/next-in-row.js';
import { taskFinished } from '../before/task-finished.js';
import { inPieces } from '../before/in-pieces.js';
import { alsoFor, sameWith } from '../before/same-again.js';
import { correctedInside, correctLast } from '../before/last-deed.js';
import { consultation, OpinionWanted } from '../opinion/proposal.js';
import { isLacking } from './lacking.js';
import { resumed, resumedByName, stillRefused } from './postponed.js';
import { eachChoice } from '../meaning/each-choice.js';
import { lasting } from '../meaning/lasting.js';
import { mayNow } from '../meaning/may-now.js';
import { meansNothing } from '../meaning/means-nothing.js';
import { movedAway } from '../meaning/moved-away.js';
import { judged } from '../meaning/judged-thing.js';
import { withoutNumber } from '../meaning/which-matter.js';
import { asMoney, hiddenPledge } from '../meaning/pledge-said.js';
import { forAnotherAgain } from '../before/for-another.js';
import { lessGiven } from '../before/less-given.js';
import { promiseChanged } from '../before/promise-changed.js';
import { givesWay, thoughtAgain } from '../before/gives-way.js';
import { putRight } from '../before/put-right.js';
import { ofOffice, setRight } from '../before/set-right.js';
import { reportAdded, reportedToo, reportOffered } from '../before/report-added.js';
import { ofPicture } from '../sent/of-picture.js';
import { secondSum } from '../before/second-sum.js';
import { areSeveralReceipts, severalReceipts, severalReceived } from '../sent/receipts.js';
import type { Reply } from '../reply.js';
import { allOf, oneByOne, several, withoutLeftOut } from '../several.js';
import { idea, seconded } from '../meaning/seconding.js';
import { heardDeed, oneClause } from '../meaning/one-clause.js';
import { smallWork } from '../meaning/small-work.js';
import { workOffered } from '../meaning/work-offered.js';
import { smallTalk } from '../meaning/small-talk.js';
import { timeTaken } from '../meaning/small-words.js';
import { draftSaid } from '../meaning/draft-said.js';
import {
  isNotOfOwnHome,
  meetingCalled,
  pointsAwarded,
  serviceCalled,
  withoutOwnHome,
} from '../meaning/said-in-office.js';
import { takingPart } from '../meaning/taking-part.js';
import { repeatsDone } from './still-standing.js';
import { forOthers, guessedOfOthers, othersVote, sameForOther, stillOthers } from '../meaning/speaker.js';
import type { Parts, Turn } from '../turn.js';
import { takenBack, voteTakenBack } from '../before/taken-back.js';
import { urgentSaid } from '../meaning/urgent-said.js';
import { eachShown, numberInPlace } from '../meaning/two-numbers.js';
import { ownOpinion } from '../meaning/own-opinion.js';
import { twoWishes } from '../meaning/two-wishes.js';
import { mayWait, type Tries, triesOf, waitingDeed } from '../meaning/waiting-deed.js';
import { isDeed, isDoubted, knownDeed, wishOf } from '../understood.js';
import { sureFrom, type Wish } from '../wish.js';

/** Beside an open question what is not understood is no sentence. */
export interface Beside {
  /** False where only what a rule finds is a sentence, whatever the reader hears. */
  readonly isHeard: boolean;
  /** True where another matter is spoken of than the question is about. */
  readonly isElsewhere: boolean;
}

interface NewSentence {
  readonly understood: () => Understanding;
  readonly numbered: Wish | null;
  /** Reads a piece of the message by itself. */
  readonly read: (words: string) => Understanding;
  /** What will be published, as the member said it, where a number stood in the place of a name. */
  readonly inOwn: (wish: Wish) => Wish;
  /** Answers words of the message as if they alone had been sent. */
  readonly alone: (words: string) => Promise<Reply>;
  readonly beside?: Beside;
}

/** Answers a sentence; null where it stands beside an open question and nothing was understood. */
export async function newSentence(
  parts: Parts,
  turn: Turn,
  text: string,
  { understood, numbered, read, inOwn, alone, beside }: NewSentence,
): Promise<Reply | null> {
  const inPlace = numberInPlace(parts.spoken.namedTogether(turn), text);
  const placed = inPlace === null ? null : knownDeed(parts, read(inPlace));
  // Which of the two was meant is read back.
  if (placed && placed.intent !== 'chat.other') return act(parts, turn, { ...wishOf(placed), sure: false });
  const shown = await ofPicture(parts, turn, text);
  if (shown) return answerWith(parts, turn, shown, '');
  const added = (await reportAdded(turn, text)) ?? (await reportedToo(turn, text)) ?? reportOffered(text);
  if (added) return act(parts, turn, added, text);
  const urgent = await urgentSaid(parts, turn, understood(), text);
  if (urgent) return urgent;
  parts.spoken.noteNamed(turn, [...new Set(findNumbers(text).map(({ no }) => no))]);
  const more = oneMoreReceipt(parts, turn, text, words => knownDeed(parts, read(words)));
  if (more) return act(parts, turn, more, text);
  const second = (await seconded(parts, turn, understood(), text)) ?? (await idea(parts, turn, understood(), text));
  if (second && !(await sameWith(parts, turn, text))) return act(parts, turn, second, text);
  const behind =
    (await ownOpinion(parts, turn, understood(), text)) ?? (await behindDeed(parts, turn, text, understood));
  if (behind) return behind;
  const next = nextInRow(parts, turn, text);
  if (next) return act(parts, turn, inOwn(next), text);
  // 刷楼道的预算一万二 raises nothing, and 都大家自己凑 promises nothing.
  const drafted = await draftSaid(parts, turn, text, understood());
  const called = drafted
    ? null
    : (serviceCalled(turn, understood(), text) ?? (await meetingCalled(turn, understood(), text)));
  const part = drafted ?? called ?? (await takingPart(parts, turn, text));
  if (part) return answerWith(parts, turn, part, text);
  const work = await workOffered(parts, turn, text);
  if (work) return act(parts, turn, inOwn(work), text);
  const bare = numbered ?? movedAway(turn, text);
  if (bare) return act(parts, turn, bare, text);
  const objected = (await objectedBefore(parts, turn, text)) ?? (await judged(parts, turn, text, understood()));
  if (objected) return answerWith(parts, turn, 'intent' in objected ? inOwn(objected) : objected, text);
  const repeated = await repeatsDone(parts, turn, text);
  if (repeated) return repeated;
  const again = (await resumedByName(parts, turn, text)) ?? resumed(parts, turn, text, understood());
  if (again) {
    parts.spoken.postpone(turn, null);
    return act(parts, turn, again, text);
  }
  const own = await ofOwnHome(parts, turn, text, understood());
  if (own) return own;
  const two = await twoWishes(parts, turn, text, { read: words => knownDeed(parts, read(words)), alone });
  if (two) return two;
  const some = withoutLeftOut(text);
  if (some) {
    const rest = { understood: () => knownDeed(parts, read(some.kept)), numbered: null, read, inOwn, alone };
    const reply = await newSentence(parts, turn, some.kept, { ...rest, ...(beside && { beside }) });
    return reply && { ...reply, text: `${reply.text}\n${some.no}这次没有记。` };
  }
  const all =
    (await severalReceived(parts, turn, text, understood().intent === 'funds.receive')) ??
    (await several(parts, turn, text, { whole: understood(), read }));
  if (all) return all;
  const { intent, confidence } = understood();
  const isOpen = intent === 'chat.other' || confidence < sureFrom || isDoubted(understood(), text);
  const heard = isOpen ? await heardDeed(turn, text) : null;
  if (heard) return act(parts, turn, heard, text);
  const told = await topicAsked(parts, turn, text, { understood });
  if (told) return answerWith(parts, turn, told, text);
  if (beside) return besideQuestion(parts, turn, text, { understood, read, alone, beside });
  const { opinion } = turn.message;
  if (opinion) return propose(parts, turn, opinion, text);
  if (parts.model && opinion === undefined && isUnsure(understood())) throw await wanted(parts, turn, text);
  return asRead(parts, turn, text, { understood, read, alone });
}

/** Beside an open question: what is said of others, what the reader heard, and what goes on from what was done; nothing that is only guessed. */
async function besideQuestion(
  parts: Parts,
  turn: Turn,
  text: string,
  { understood, read, alone, beside }: Omit<NewSentence, 'numbered' | 'inOwn'> & { readonly beside: Beside },
): Promise<Reply | null> {
  const heard = understood();
  if (beside.isHeard && heard.intent !== 'chat.other') return asRead(parts, turn, text, { understood, read, alone });
  const told =
    (heard.intent === 'chat.other' ? null : await forOthers(parts, turn, wishOf(heard), { text, read })) ??
    (await guessedOfOthers(parts, turn, guessesFor(parts, turn, heard, text), { text, read }));
  if (told) return told;
  const carried = beside.isElsewhere
    ? ((await carriedOn(parts, turn, text, { read: words => knownDeed(parts, read(words)) })) ??
      (await oneClause(turn, text)))
    : null;
  const wish = carried ?? withoutNumber(parts, turn, text);
  if (wish) return act(parts, turn, wish, text);
  if (!beside.isElsewhere) return null;
  const guesses = guessesFor(parts, turn, heard, text);
  return guessInOwnWords(parts, turn, text, { guesses, read: heard, about: await matterNamed(turn, text) });
}

/** No more is known than what the reader made of the words: that is done, read back or asked for, or nothing was understood. */
async function asRead(
  parts: Parts,
  turn: Turn,
  text: string,
  { understood, read, alone }: Omit<NewSentence, 'numbered' | 'inOwn' | 'beside'>,
): Promise<Reply> {
  const { intent, confidence } = understood();
  if (intent === 'chat.other') return notUnderstood(parts, turn, text, { read, alone, talk: understood() });
  const tries = triesOf(parts, turn, text, understood());
  const waiting = mayWait(parts, turn, understood())
    ? await waitingDeed(parts, turn, text, { tries, besides: understood() })
    : null;
  if (waiting) return waiting;
  if (intent === 'funds.receive' && areSeveralReceipts(text)) return { text: severalReceipts };
  if (intent === 'pledge.money' && confidence < sureFrom && tellsTrouble(text))
    return act(parts, turn, { intent: 'report.open', slots: { text }, sure: true, confirmed: false }, text);
  const heard = wholeReport(wishOf(understood()), text);
  if (isDoubted(understood(), text)) {
    const isLikely = understood().why.readings.some(({ intent: of, share }) => of === intent && share >= leastDoubted);
    if (isLikely) return act(parts, turn, { ...heard, slots: { ...heard.slots, text }, sure: false }, text);
    return notUnderstood(parts, turn, text, { read, alone, talk: talkOf(understood()), tries });
  }
  if (meansNothing(parts.intents, intent, text))
    return notUnderstood(parts, turn, text, { read, alone, talk: talkOf(understood()), tries });
  // 我有意见: what it is against is asked for, and read back when it is said.
  if (intent === 'objection.raise' && heard.slots['no'] !== undefined && heard.slots['text'] === undefined) {
    const why = reasonSaid(text);
    const wish = why === undefined ? heard : { ...heard, slots: { ...heard.slots, text: why } };
    return act(parts, turn, { ...wish, sure: why === undefined }, text);
  }
  const second = secondSum(parts, turn, asMoney(heard, text), text);
  const wish = lasting(turn, withCaption(parts, turn, second), text);
  // 台阶那个我得跟老伴合计合计再说 is no vote that lacks its choice.
  const later = isLacking(parts, turn, wish, text) ? await timeTaken(turn, text) : null;
  if (later !== null) return { text: later };
  const mayBeDone = await mayNow(parts, turn, wish, text);
  if (mayBeDone) return mayBeDone;
  const awarded = pointsAwarded(parts, turn, wish, text);
  if (awarded !== wish) return act(parts, turn, awarded, text);
  const ofOther =
    (await forOthers(parts, turn, wish, { text, read })) ??
    (await stillOthers(parts, turn, wish, text)) ??
    (await eachShown(parts, turn, wish, text));
  if (ofOther) return ofOther;
  if (await isNotOfOwnHome(parts, turn, wish, text))
    return notUnderstood(parts, turn, text, { read, alone, talk: withoutOwnHome(parts, understood()) });
  const meant = asGuess(parts, turn, await atHand(parts, turn, wish, text), { read: understood(), text });
  // What would only be hinted at is read back where it can be done.
  const guessed = meant.isGuess ? await waitingDeed(parts, turn, text, { tries }) : null;
  if (guessed) return guessed;
  if (meant.intent !== 'chat.other') return act(parts, turn, meant, text);
  return notUnderstood(parts, turn, text, { read, alone, talk: talkOf(understood()), tries });
}

/** 水管哗哗往外喷，快来人: what is the matter was said, and is not asked for. */
function wholeReport(wish: Wish, text: string): Wish {
  // 解决门口积水的问题 of 提案：门口老积水 are words that nobody said.
  if (wish.intent === 'proposal.open' && /^解决.+的问题$/u.test(String(wish.slots['title'])) && !text.includes('解决'))
    return { ...wish, sure: false };
  const isWhole = wish.intent !== 'report.open' || wish.slots['text'] !== undefined || !soundsBroken(text);
  return isWhole ? wish : { ...wish, slots: { ...wish.slots, text } };
}

/** A report without trouble that is read by less is none. */
const leastDoubted = 0.5;

/** What was read from too little is talk, and hears what talk hears. */
function talkOf(read: Understanding): Understanding {
  return { ...read, intent: 'chat.other', slots: {} };
}

/** What is said of the deed that was done just before. */
async function behindDeed(
  parts: Parts,
  turn: Turn,
  text: string,
  understood: () => Understanding,
): Promise<Reply | null> {
  const given =
    (await amended(parts, turn, text)) ?? (await setRight(parts, turn, text)) ?? (await givesWay(parts, turn, text));
  if (given) return given;
  const correction = readCorrection(text);
  const again =
    (await taskFinished(parts, turn, text)) ??
    (await alsoFor(parts, turn, text)) ??
    (correction ? null : await thoughtAgain(parts, turn, text));
  if (again) return act(parts, turn, again, text);
  // What is just like a question is no correction (投反对会被人知道吗).
  const plainly =
    correction && hasMood(text, 'asked') && (await topicAsked(parts, turn, text, { understood, isPlain: true }));
  if (plainly) return answerWith(parts, turn, plainly, text);
  return (
    (await sameForOther(parts, turn, text)) ??
    (await forAnotherAgain(parts, turn, text)) ??
    (await putRight(parts, turn, text, understood)) ??
    (correction && !addsAnother(correction, understood)
      ? await correctLast(parts, turn, correction, () => isHeard(understood()))
      : null) ??
    ofOffice(parts, turn, text, understood())
  );
}

function isHeard({ intent, confidence }: Understanding): boolean {
  return intent !== 'chat.other' && confidence >= sureFrom;
}

/** What takes back or changes the own promise, hides the giver, or says yes or no to each matter in hand. */
async function ofOwnHome(parts: Parts, turn: Turn, text: string, read: Understanding): Promise<Reply | null> {
  const wish =
    (await takenBack(turn, read, text)) ??
    (await voteTakenBack(turn, text)) ??
    (await lessGiven(turn, read, text)) ??
    (await promiseChanged(parts, turn, read, text)) ??
    (await hiddenPledge(turn, read, text));
  if (wish) return mayBack(await act(parts, turn, wish, text), wish, text);
  const isOthers = parts.spoken.own(turn)?.intent === othersVote;
  const [choice, ...others] = isOthers ? [] : await eachChoice(turn, text);
  // One vote that the reader hears by itself is its own.
  if (!choice || (others.length === 0 && read.intent === 'poll.vote' && read.slots['choice'] !== undefined))
    return null;
  return others.length > 0
    ? allOf(parts, turn, { wishes: [choice, ...others], text, asked: oneByOne })
    : act(parts, turn, { ...choice, sure: false }, text);
}

/** 能不能不交 asks whether it may be taken back, and hears so. */
function mayBack(reply: Reply, { intent }: Wish, text: string): Reply {
  const isAsked = intent === 'pledge.cancel' && hasMood(text, 'asked');
  return isAsked && reply.answers ? { ...reply, text: `可以，没交的随时能撤。${reply.text}` } : reply;
}

/** 再捐两把铁锨，给15号用 says what is given, and adds nothing to what was done before it. */
function addsAnother(correction: Correction, understood: () => Understanding): boolean {
  if (correction.kind !== 'add') return false;
  const { intent, slots, confidence } = understood();
  return (
    intent === 'pledge.goods' &&
    confidence >= sureFrom &&
    slots['item'] !== undefined &&
    slots['quantity'] !== undefined
  );
}

const besideTrouble: ReadonlySet<MoodKind> = new Set(['asked', 'denied', 'hedged']);

/** What is no deed by itself: read together with what went before, answered as talk, or guessed at. */
async function notUnderstood(
  parts: Parts,
  turn: Turn,
  text: string,
  {
    read,
    alone,
    talk,
    tries = triesOf(parts, turn, text, talk),
  }: Pick<NewSentence, 'read' | 'alone'> & { readonly talk: Understanding; readonly tries?: Tries },
): Promise<Reply> {
  const guesses = guessesFor(parts, turn, talk, text);
  const told = await guessedOfOthers(parts, turn, guesses, { text, read });
  if (told) return told;
  // Who seems to ask what this is hears it.
  if (guesses[0] === 'help' && parts.spoken.own(turn)?.intent !== othersVote)
    return act(parts, turn, { intent: 'help', slots: {}, sure: true, confirmed: false });
  const pieced = await inPieces(parts, turn, text, words => knownDeed(parts, read(words)));
  if (pieced) return answerWith(parts, turn, pieced, text);
  // 楼上漏水漏到我家了，我害怕，怎么办: what cannot wait is reported, whatever is said about it.
  if (guesses[0] === 'report.open' && cannotWait(text) && readMood(text).every(({ kind }) => besideTrouble.has(kind)))
    return act(parts, turn, { intent: 'report.open', slots: { text }, sure: true, confirmed: false }, text);
  const carried =
    (await carriedOn(parts, turn, text, { read: words => knownDeed(parts, read(words)) })) ??
    (await oneClause(turn, text)) ??
    smallWork(turn, text);
  if (carried) return act(parts, turn, carried, text);
  const form = withoutNumber(parts, turn, text);
  if (form) return answerWith(parts, turn, form, text);
  const beside = besideDelay(text);
  if (beside !== null && isDeed(parts, turn, beside)) return alone(beside);
  const inside = await correctedInside(parts, turn, text);
  if (inside) return inside;
  const kept = await captionedPicture(parts, turn, text);
  if (kept) return kept;
  const still = stillRefused(parts, turn, text);
  if (still) return still;
  const waiting = await waitingDeed(parts, turn, text, { tries });
  if (waiting) return waiting;
  const small = await smallTalk(parts, turn, text);
  const about = small || guesses.length === 0 ? undefined : await matterNamed(turn, text);
  const answer = small ?? (await guessInOwnWords(parts, turn, text, { guesses, read: talk, about }));
  if (answer) return answer;
  return act(parts, turn, { intent: talk.intent, slots: { guesses, about }, sure: true, confirmed: false });
}

function isUnsure({ intent, confidence }: Understanding): boolean {
  return confidence < (intent === 'chat.other' ? surelyFrom : sureFrom);
}

async function wanted({ intents }: Parts, { unit, member, now }: Turn, text: string): Promise<OpinionWanted> {
  const names = (await unit.members.all()).map(({ name }) => name);
  return new OpinionWanted(consultation({ intents, member, text, now, names }));
}

/** What a model proposes is read back; where the deed has no words for that, its example is shown and nothing is done. */
async function propose(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<Reply> {
  const intent = parts.intents.get(wish.intent);
  const isReading = intent?.permission === 'record.read';
  if (!intent?.help || isReading || intent.readBack) return act(parts, turn, wish, text);
  return { text: `您是不是要${helpLine(intent.help)}？请照样子说一遍，我现在没有记任何东西。` };
}

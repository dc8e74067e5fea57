import { Refusal, type RefusalDetails } from '../domain/refusal.js';
import type { Question } from '../store/question.js';
import { homeBeside, paymentBeside } from './question/about.js';
import { withDraft, withNextSteps } from './before/after.js';
import { handled } from './handled.js';
import { deedWords } from './form/form.js';
import { may } from '../domain/permissions.js';
import { type AnyIntent, AskSlot, Confirm } from './intent.js';
import { nearMark, nearSaid } from './question/home-pieces.js';
import { missingSlot } from './question/lacking.js';
import { isFromPage } from './message.js';
import { withWholeHomes } from './meaning/home-filled.js';
import { pollMeant } from './meaning/poll-meant.js';
import { namedIn, type OfMatter, whichMatter } from './meaning/which-matter.js';
import { asksAgain, asksFor } from './next-steps.js';
import { offerFor } from './offer.js';
import { ensurePermitted, refusalWords } from './permitted.js';
import { photoAsked, readBackWords } from './question/read-back.js';
import { moreWords, nextOf } from './one-by-one.js';
import { asQuestion, picking } from './question/offers.js';
import {
  type Asking,
  type Begun,
  choicesIn,
  deedOf,
  doneNo,
  ownQuestion,
  rehearsed,
  withoutVoted,
} from './rehearsal.js';
import { withPhotos } from './sent/sent-photos.js';
import { say } from './refusals/say.js';
import { type Button, mostButtons, type Outcome, type Reply } from './reply.js';
import {
  answerButtons,
  type Choice,
  choiceLines,
  choicesOf,
  offerButtons,
  type QuestionKey,
  tapCard,
} from './question/taps.js';
import { chatKey, type Parts, type Turn } from './turn.js';
import { loosely, sameForEach, type Wish } from './wish.js';

/** Does what is wished; of several things that were meant together the next is gone on to behind each. */
export async function act(parts: Parts, turn: Turn, said: Wish, text = ''): Promise<Reply> {
  const reply = await actOnce(parts, turn, said, text);
  const next = nextOf(said);
  const isOpen = next && (await turn.unit.questions.of(turn.member.userid, chatKey(turn.message))) !== null;
  if (!next || isOpen) return reply;
  const more = await act(parts, turn, next);
  return { ...more, text: `${reply.text}\n${more.text}` };
}

/** Checks the wish in order: known, permitted, complete, sure. Then does it; a refusal leaves no trace of the deed. */
async function actOnce(parts: Parts, turn: Turn, said: Wish, text: string): Promise<Reply> {
  const intent = parts.intents.get(said.intent);
  if (!intent) return { text: '这个按钮已经不用了，请直接发文字给我，或发送“帮助”。' };
  const isAllowed = may(turn.member, intent.permission);
  const second = await asSecond(turn, said);
  if (second) return act(parts, turn, second, text);
  const { wish: ofMatter, several } = isAllowed ? await whichMatter(parts, turn, said, intent) : { wish: said };
  const wish = isAllowed ? await withWholeHomes(turn, ofMatter) : ofMatter;
  return orRefused(parts, turn, { wish, intent }, async () => {
    ensurePermitted(intent, turn.member);
    await intent.before?.(turn.unit, wish.slots);
    const missing = missingSlot(parts, intent, { slots: wish.slots, text, now: turn.now });
    // What has no words to read it back is read back as the sentence that the bot offers for it.
    const offer =
      wish.sure || !intent.pattern || intent.readBack || intent.binds === 'nobody'
        ? undefined
        : offerFor(intent, wish.slots);
    const isLoose = wish.isGuess || (offer && !offer.isWhole);
    if (isLoose && missing && !missing.isFault)
      return askLoosely(parts, turn, wish, { intent, missing: withMatters(missing, several) });
    // What an office did not say in so many words is read back once all of it is known.
    const isRead =
      !wish.sure && intent.readBack !== undefined && intent.binds !== 'nobody' && intent.binds !== 'household';
    const begun = isRead ? { ...wish, slots: { ...wish.slots, ...loosely } } : wish;
    // 那两件报事啥时候要答复: what only looks at one of several shows them all.
    if (missing && wish.intent === 'report.show')
      return act(parts, turn, { ...wish, intent: 'report.list', slots: {} });
    if (missing) {
      const { name: asks, ...asking } = withMatters(missing, several);
      return await ask(parts, turn, begun, { asks, ...asking });
    }
    const isAsked = !wish.sure && (intent.readBack !== undefined || offer !== undefined);
    if (isAsked) return readBack(parts, turn, wish, intent);
    const deed = deedOf(parts, turn, wish, intent);
    const answer = await turn.open.attempt(() => handled(intent, deed));
    const no = deed.slots['no'] ?? doneNo(turn, wish.intent);
    const isDone = intent.binds !== 'nobody' && answer.offers === undefined;
    if (isDone)
      parts.spoken.noteDid(turn, {
        intent: wish.intent,
        slots: { ...wish.slots, ...(typeof no === 'number' && { no }) },
      });
    if (intent.binds === 'nobody') parts.spoken.noteShown(turn, deed.slots);
    if (typeof no === 'number') {
      if (isDone) parts.spoken.noteDone(turn, { intent: wish.intent, no, slots: deed.slots });
      else parts.spoken.note(turn, { intent: wish.intent, no, isDone });
    }
    const drafted = await withDraft(turn, answer, { intent: wish.intent, slots: deed.slots });
    const done = await withNextSteps(turn, drafted, { intent, no, slots: deed.slots });
    return withOutcome(turn, await withOffers(turn, done), { kind: 'done' });
  });
}

/** An answer whose offers wait to be picked, by a number or by a tap. */
export async function withOffers(turn: Turn, reply: Reply): Promise<Reply> {
  const question = asQuestion(reply);
  if (question) await keepQuestion(turn, question);
  return withTaps(reply, offerButtons(reply.offers ?? []), { asked: turn.now.getTime(), asks: picking });
}

/** 减速带也支持 of what is only raised: there is no poll, and a second is meant. */
async function asSecond({ unit, message }: Turn, { intent, slots: { choice, no } }: Wish): Promise<Wish | null> {
  if (intent !== 'poll.vote' || choice !== 'agree' || typeof no !== 'number' || message.body.kind !== 'said')
    return null;
  const isRaised = (await unit.projects.byNo(no))?.state === 'issue_reported';
  return isRaised ? { intent: 'proposal.support', slots: { no }, sure: false, confirmed: false } : null;
}

/** Asks for a yes to a deed that was not said for certain, named with its number; what cannot be done is not asked for. */
async function readBack(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent): Promise<Reply> {
  const seen = await rehearsed(parts, turn, wish, intent);
  // The yes does what was named, and nothing that came up meanwhile.
  const named = seen.no === undefined ? wish : { ...wish, slots: { ...wish.slots, no: seen.no } };
  if (seen.unknown) return ask(parts, turn, wish, seen.unknown);
  const what = await wholeWords(turn, intent, named);
  if (seen.again) {
    const question = `您是要${what}吗？${seen.again.question}`;
    return ask(parts, turn, without(named, seen.again.asks), { ...seen.again, question });
  }
  if (seen.refused !== undefined) {
    parts.spoken.postpone(turn, { intent: named.intent, slots: named.slots, why: seen.refused });
    return { text: `您要是想${what}，现在不行：${seen.refused}` };
  }
  const spokenOf =
    seen.several && ((await pollMeant(parts, turn, wish)) ?? justSpokenOf(parts, turn, wish, seen.several));
  if (spokenOf) return readBack(parts, turn, spokenOf, intent);
  const which = seen.several && whichOf(wish.intent, seen.several);
  if (which) return ask(parts, turn, wish, { ...which, question: `您是要${what}吗？${which.question}` });
  const question = withOwn(intent, `您是要${what}吗？`, await ownQuestion(parts, turn, named, intent));
  return ask(parts, turn, named, {
    asks: 'yes',
    question: `${question}${photoAsked(intent, turn)}${moreWords(wish)}`,
  });
}

/** The yes to what is read back is also the yes to what the deed asks by itself, so both are asked; never the same thing twice. */
export function withOwn({ readBack: reads }: AnyIntent, question: string, own: string | null): string {
  if (own === null || (reads && own.startsWith('您是要'))) return question;
  return reads ? `${question}${own}` : own;
}

interface Missing {
  readonly name: string;
  readonly question: string;
  readonly choices?: readonly Choice[];
}

/** What is asked for, with the matters to choose from where it is the number of one. */
function withMatters({ name, question }: Missing, several: OfMatter['several']): Missing {
  return { name, ...(name === 'no' && several ? namedIn(question, several) : { question }) };
}

/**
 * What is lacking of a deed that was said loosely is asked for, and all else that was said is kept; what was read from too little only hears the
 * sentence that says it.
 */
async function askLoosely(
  parts: Parts,
  turn: Turn,
  wish: Wish,
  { intent, missing }: { readonly intent: AnyIntent; readonly missing: Missing },
): Promise<Reply> {
  const isForm = told.has(intent.slots[missing.name]?.field.kind ?? 'words');
  if (wish.isGuess && !isForm)
    return { text: `要办这件事请说全，例如“${offerFor(intent, wish.slots)?.say ?? ''}”。我还没有记。` };
  const slots = { ...wish.slots, ...loosely };
  const question = `您是要${formWords(intent, wish)}吗？还没有记。${missing.question}`;
  return ask(parts, turn, { ...wish, slots }, { ...missing, asks: missing.name, question });
}

/** Slots whose values are told by their form: all else is a new sentence. */
const told: ReadonlySet<string> = new Set(['money', 'number', 'moment', 'choice', 'place']);

/** A deed in the words of its form, or by its name with all that is known of it. */
function formWords(intent: AnyIntent, { slots }: Pick<Wish, 'slots'>): string {
  const offer = intent.pattern ? offerFor(intent, slots) : undefined;
  return offer?.isWhole && Object.keys(slots).length > 0 ? `“${offer.say}”` : `“${deedWords(intent, slots)}”`;
}

/** A deed in words to say yes to, with what its numbers stand for. */
export async function wholeWords(turn: Turn, intent: AnyIntent, wish: Wish): Promise<string> {
  const beside = `${await paymentBeside(turn.unit, wish.slots)}${await homeBeside(turn, wish.intent, wish.slots)}`;
  return `${(await readBackWords(turn, intent, wish)) ?? formWords(intent, wish)}${beside}`;
}

/** What a question is about, in words that stand behind 没有: the read-back, the sentence offered for it, or its name. */
export function whatOf(intent: AnyIntent, wish: Pick<Wish, 'intent' | 'slots'>): string {
  return intent.readBack?.(wish.slots) ?? `办${formWords(intent, wish)}`;
}

/** What a deed wants to be sure of is asked, and what a rule forbids is told; neither leaves a trace of the deed. */
export async function orRefused(
  parts: Parts,
  turn: Turn,
  { wish, intent }: { readonly wish: Wish; readonly intent: AnyIntent },
  deed: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof Confirm) return ask(parts, turn, wish, { asks: 'yes', question: error.question });
    if (error instanceof AskSlot) return ask(parts, turn, wish, { asks: error.slot, question: error.question });
    if (!(error instanceof Refusal)) throw error;
    parts.onRefusal?.(error.code);
    const poll = error.code === 'poll.several' ? await pollMeant(parts, turn, wish) : null;
    if (poll) return act(parts, turn, poll);
    const several = await withoutVoted(turn, wish, error);
    const spokenOf = justSpokenOf(parts, turn, wish, several);
    if (spokenOf)
      return intent.binds === 'nobody' ? act(parts, turn, spokenOf) : readBack(parts, turn, spokenOf, intent);
    const which = whichOf(wish.intent, several);
    if (which) return ask(parts, turn, wish, which);
    const again = asksAgain(error);
    if (again && intent.slots[again]) {
      // 302, and 3号楼2单元 behind it, are one home.
      const near = nearSaid(again, wish.slots[again]);
      const left = without(wish, again);
      const kept = near === undefined ? left : { ...left, slots: { ...left.slots, [nearMark]: near } };
      return ask(parts, turn, kept, { asks: again, question: say(error) });
    }
    const lacking = asksFor(error, wish.slots);
    if (lacking && intent.slots[lacking])
      return ask(parts, turn, wish, { asks: lacking, question: `${say(error)}${intent.slots[lacking].ask}` });
    const why = await refusalWords(turn, error, intent);
    if (intent.binds !== 'nobody') parts.spoken.postpone(turn, { intent: wish.intent, slots: wish.slots, why });
    return withOutcome(turn, { text: why }, { kind: 'refused' });
  }
}

function without({ slots, ...wish }: Wish, name: string): Wish {
  const { [name]: _, ...others } = slots;
  return { ...wish, slots: others };
}

/**
 * Of several matters that fit, the one that this member asked about just now is meant (路灯那个, then 出半天工吧). Behind the same deed for it
 * another one may be meant as well. Null where none of them was spoken of.
 */
function justSpokenOf({ spoken }: Parts, turn: Turn, wish: Wish, refusal: Refusal): Wish | null {
  const last = spoken.own(turn);
  const isAgain = last?.isDone && last.intent === wish.intent;
  if (!last || isAgain || !choicesIn(refusal)?.some(({ no }) => no === last.no)) return null;
  return { ...wish, slots: { ...wish.slots, no: last.no } };
}

/** Which of several is meant: of matters and polls the number, of flats its place in the list. */
function whichOf(intent: string, refusal: Refusal): Asking | null {
  const several = choicesIn(refusal);
  const homes = refusal.code === 'vote.whichHome' ? (refusal.details as RefusalDetails['vote.whichHome']).homes : null;
  if (!several && !homes) return null;
  const choices: Choice[] = several
    ? several.map(({ no }) => [no, `${no}号`])
    : (homes ?? []).map((home, index) => [String(index + 1), home]);
  const all = several && sameForEach.has(intent) ? '\n都一样就回复“都”。' : '';
  return { asks: several ? 'no' : 'home', question: `${say(refusal)}${all}`, choices: choices.slice(0, mostButtons) };
}

/** A page has to know how it went; in chat the words say so. */
function withOutcome({ message }: Turn, reply: Reply, outcome: Outcome): Reply {
  return message.body.kind === 'filled' ? { ...reply, outcome } : reply;
}

/** What words were found to mean: a deed to do, one that was begun and is asked on, or an answer as it stands. */
export async function answerWith(parts: Parts, turn: Turn, found: Wish | Begun | Reply, text: string): Promise<Reply> {
  if ('asking' in found) return ask(parts, turn, found.wish, found.asking);
  return 'intent' in found ? act(parts, turn, found, text) : found;
}

/** Asks, and keeps what is to be done once it is answered. A form of the desk is its own answer: nothing waits in the chat. */
export async function ask(
  parts: Parts,
  turn: Turn,
  { intent, slots }: Wish,
  { asks, question, choices }: Asking,
): Promise<Reply> {
  const { body } = turn.message;
  if (body.kind === 'filled')
    return {
      text: question,
      outcome:
        asks === 'yes'
          ? { kind: 'readBack', yes: 'sure', typed: body.slots, revision: body.revision }
          : { kind: 'asked', slots: { [asks]: question } },
    };
  await keepQuestion(turn, { intent, slots: await withPhotos(turn, parts.intents.get(intent), slots), asks });
  if (isFromPage(body)) return { text: question };
  // What is said next is of the matter that is asked about.
  if (typeof slots['no'] === 'number' && parts.spoken.own(turn)?.no !== slots['no'])
    parts.spoken.note(turn, { intent, no: slots['no'], isDone: false });
  const words = asks === 'yes' ? `${question}回复“是”确认，“不是”取消。` : question;
  const taps = choices ?? (await choicesOf(turn, parts.intents.get(intent), { intent, slots, asks }));
  const key = { asked: turn.now.getTime(), asks };
  return withTaps({ text: `${words}${choiceLines(taps)}` }, answerButtons(taps, key), key);
}

/** An answer with the buttons that go on from it, as rows and as a card. */
function withTaps(reply: Reply, answers: readonly Button[], question: QuestionKey): Reply {
  const card = reply.card ?? tapCard(answers, question);
  return { ...reply, ...(answers.length > 0 && { answers }), ...(card && { card }) };
}

async function keepQuestion(turn: Turn, question: Pick<Question, 'intent' | 'slots' | 'asks'>): Promise<void> {
  const { unit, member, message, now } = turn;
  if (isFromPage(message.body)) return;
  await unit.questions.ask({ userid: member.userid, chat: chatKey(message), ...question, askedAt: now });
}

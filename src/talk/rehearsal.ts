import { Refusal } from '../domain/refusal.js';
import { crossing } from '../operations/people/join-by-link.js';
import type { Question } from '../store/question.js';
import { type AnyIntent, AskSlot, Confirm, type Deed } from './intent.js';
import { missingSlot } from './question/lacking.js';
import { type Body, isFromPage } from './message.js';
import { asksAgain, asksUnread, asksFor } from './next-steps.js';
import { refusalWords } from './permitted.js';
import { say } from './refusals/say.js';
import { isPicture } from './sent/sent-photos.js';
import type { Choice } from './question/taps.js';
import type { Parts, Turn } from './turn.js';
import type { Wish } from './wish.js';

/** A deed that was begun, with what it is asked for. */
export interface Begun {
  readonly wish: Wish;
  readonly asking: Asking;
}

/** What is asked for, and how. */
export interface Asking {
  readonly asks: string;
  readonly question: string;
  /** What it may be answered by, where the slot itself does not tell. */
  readonly choices?: readonly Choice[];
}

/** The number of the matter that the journal has the deed under. */
export function doneNo({ unit }: Turn, intent: string): unknown {
  return unit.journal.snapshot().findLast(({ deed }) => deed === intent)?.facts['no'];
}

/** One of several matters that a number is asked for. */
interface OneOfSeveral {
  readonly no: number;
  readonly title: string;
}

export function choicesIn(refusal: Refusal): readonly OneOfSeveral[] | null {
  return hasChoices(refusal) ? refusal.details.choices : null;
}

function hasChoices(refusal: Refusal): refusal is Refusal<'project.several'> | Refusal<'poll.several'> {
  return refusal.code === 'project.several' || refusal.code === 'poll.several';
}

/** Who has voted on one of them a moment ago is shown the others, as long as there is still a choice. */
export async function withoutVoted({ unit, member }: Turn, { intent }: Wish, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'poll.several' || intent !== 'poll.vote' || member.householdId === null) return refusal;
  const left: OneOfSeveral[] = [];
  for (const choice of choicesIn(refusal) ?? []) {
    const poll = await unit.polls.byNo(choice.no);
    if (!poll || !(await unit.polls.ballotOf(poll.id, member.householdId))) left.push(choice);
  }
  return left.length > 1 ? new Refusal('poll.several', { choices: left }) : refusal;
}

/**
 * The matters that the deed may be meant for, found by trying it without a number; nothing of the try stays. A deed that lacks what it
 * cannot do without is not tried: its handler relies on it.
 */
export async function choicesFor(
  parts: Parts,
  turn: Turn,
  { intent, slots }: Question,
): Promise<readonly OneOfSeveral[]> {
  const definition = parts.intents.get(intent);
  const { no: _, ...others } = slots;
  if (!definition || missingSlot(parts, definition, { slots: others, text: '', now: turn.now })) return [];
  const { stopped } = await tried(parts, turn, { intent, slots: others, sure: true, confirmed: false }, definition);
  return stopped instanceof Refusal ? (choicesIn(stopped) ?? []) : [];
}

/** Thrown to undo what was done only to see what comes of it. */
class Undone extends Error {}

/** What came of a deed that was only tried: the number that it would go to, and what it stopped at. */
interface Tried {
  readonly no?: number;
  /** What a rule forbids, or what the deed still wants to know. */
  readonly stopped?: Refusal | Confirm | AskSlot;
}

/** Does a deed as after a yes, to see what comes of it, and undoes it. */
async function tried(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent, confirmed = true): Promise<Tried> {
  let no: unknown;
  try {
    await turn.open.attempt(async () => {
      await intent.handle(deedOf(parts, turn, { ...wish, confirmed }, intent));
      no = doneNo(turn, wish.intent);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Refusal || error instanceof Confirm || error instanceof AskSlot) return { stopped: error };
    if (!(error instanceof Undone)) throw error;
  }
  return intent.slots['no'] && typeof no === 'number' ? { no } : {};
}

/** What came of a deed that is about to be read back: the number that it would go to, what a rule says against it, or that several fit. */
interface Rehearsal {
  readonly no?: number;
  readonly refused?: string;
  readonly several?: Refusal;
  /** What was said for a slot and does not fit. */
  readonly again?: Asking;
  /** What was said for a slot is none of its choices, or the deed asks in words that name all of it. */
  readonly unknown?: Asking;
}

/** Tries a deed that is about to be read back: nobody is asked to say yes to what cannot be done, or without its number. */
export async function rehearsed(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent): Promise<Rehearsal> {
  const { no, stopped } = await tried(parts, turn, wish, intent);
  if (stopped instanceof AskSlot && stopped.namesAll)
    return { unknown: { asks: stopped.slot, question: stopped.question } };
  if (!(stopped instanceof Refusal)) {
    // A number that the deed itself would give out is no number of its matter.
    const isKnown =
      no !== undefined && ((await turn.unit.projects.byNo(no)) ?? (await turn.unit.polls.byNo(no))) !== null;
    return isKnown ? { no } : {};
  }
  if (hasChoices(stopped)) return { several: stopped };
  if (stopped.code === 'poll.choiceUnknown') return { unknown: { asks: 'choice', question: say(stopped) } };
  // What has to be asked first, and for which home, is asked after the yes.
  if (stopped.code === 'vote.whichHome' || asksFor(stopped, wish.slots)) return {};
  const again = asksAgain(stopped) ?? asksUnread(stopped, wish.slots);
  if (again) return { again: { asks: again, question: say(stopped) } };
  return { refused: await refusalWords(turn, stopped, intent) };
}

/**
 * Tries a deed to see whether it may be done: what a rule forbids or still wants to know is thrown. The pictures of a form come with its
 * last page. Gives the words in which the deed itself asks for a yes, so that it is asked for once; null where it does not.
 */
export async function ensurePossible(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent): Promise<string | null> {
  const unsaid = await tried(parts, turn, wish, intent, false);
  const asks = unsaid.stopped instanceof Confirm ? unsaid.stopped.question : null;
  const { stopped } = asks === null ? unsaid : await tried(parts, turn, wish, intent);
  const lacksPicture =
    stopped instanceof Refusal && intent.takesPictures && /^(?:evidence|paper\.pictures)/u.test(stopped.code);
  if (stopped && !(stopped instanceof Confirm || lacksPicture)) throw stopped;
  return asks;
}

/** What the handler of an intent is given. */
export function deedOf(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent): Deed {
  const { unit, member, message, now } = turn;
  const slots = Object.fromEntries(
    Object.entries(intent.slots).map(([name, kind]) => [name, kind.accept(wish.slots[name])]),
  );
  return {
    unit,
    member,
    slots,
    now,
    chat: message.chat,
    pressed: message.body.kind === 'pressed',
    isForm: isFromPage(message.body),
    ...saidIn(message.body),
    pictures: message.pictures.filter(isPicture),
    random: parts.random,
    intents: parts.intents,
    confirmed: wish.confirmed,
    crossing: code => crossing(turn.open, { userid: member.userid, code, now }),
    boardUrl: no => parts.boardUrl(unit.grid.code, no),
  };
}

function saidIn(body: Body): Pick<Deed, 'said'> {
  if (body.kind === 'filled') return { said: Object.values(body.slots).flat().join('，') };
  return body.kind === 'said' ? { said: body.text } : {};
}

/** The words in which a deed itself asks for a yes (删除后我不再认识您……确定删除吗？); null where it does not. */
export async function ownQuestion(
  parts: Parts,
  turn: Turn,
  { intent, slots }: Pick<Question, 'intent' | 'slots'>,
  definition: AnyIntent,
): Promise<string | null> {
  const { stopped } = await tried(parts, turn, { intent, slots, sure: true, confirmed: false }, definition, false);
  return stopped instanceof Confirm ? stopped.question : null;
}

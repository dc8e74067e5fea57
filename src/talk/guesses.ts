import { may } from '../domain/permissions.js';
import type { Understanding } from '../language/reading/understand.js';
import { leastGuess, leastNamed, leastOfMatter, leastOwn, surelyFrom } from '../language/reading/thresholds.js';
import { hasMood, type MoodKind, readMood } from '../language/values/manner/mood.js';
import { act } from './act.js';
import { missingSlot } from './question/lacking.js';
import type { Reply } from './reply.js';
import type { Parts, Turn } from './turn.js';
import type { Wish } from './wish.js';

/** What the words may have meant where the reader is not sure that they are talk. */
function guessesAt({ confidence, why: { readings } }: Understanding, text: string): string[] {
  if (confidence >= surelyFrom || hasMood(text, 'forwarded', 'joking')) return [];
  return readings.flatMap(({ intent, share }) => (intent === 'chat.other' || share < leastGuess ? [] : [intent]));
}

/** The same of this member: who holds an office is not asked about the own household for so little. */
export function guessesFor({ intents }: Parts, { member }: Turn, read: Understanding, text: string): string[] {
  // 老王说他那两百不出了 is of another home.
  const isTold = hasMood(text, 'reported');
  const all = guessesAt(read, text).filter(guess => !isTold || intents.get(guess)?.binds !== 'household');
  if (member.roles.length === 0) return all;
  const { readings } = read.why;
  return all.filter(
    guess =>
      intents.get(guess)?.binds !== 'household' ||
      (readings.find(({ intent }) => intent === guess)?.share ?? 0) >= leastOwn,
  );
}

/**
 * A deed that lacks something, read from words that are not sure enough for whom it binds, asks for nothing: whatever came next would be
 * taken for the answer. It is named as what may have been meant, or told as not understood.
 */
export function asGuess(
  parts: Parts,
  { now }: Turn,
  wish: Wish,
  { read, text }: { readonly read: Understanding; readonly text: string },
): Wish {
  const intent = parts.intents.get(wish.intent);
  const isDoubted = read.why.against.some(why => !/^(?:no |unread |not in the words)/u.test(why));
  if (wish.sure || !isDoubted || wish.intent !== read.intent || !intent || intent.binds === 'nobody') return wish;
  const missing = missingSlot(parts, intent, { slots: wish.slots, text, now });
  if (!missing || missing.isFault) return wish;
  const share = read.why.readings.find(reading => reading.intent === wish.intent)?.share ?? 0;
  if (share >= leastNamed || (missing.name === 'no' && share >= leastOfMatter)) return { ...wish, isGuess: true };
  return { intent: 'chat.other', slots: { guesses: guessesAt(read, text) }, sure: true, confirmed: false };
}

/** What is asked, supposed, told or meant for others is no deed of the speaker, however it is put. */
const notMeant: readonly MoodKind[] = ['quoted', 'reported', 'onBehalf', 'asked', 'conditional', 'past', 'joking'];

/**
 * A guess at a deed of the own household is read back in the very words that were said (出工4小时，搬砖), so that 对 does that and
 * nothing of an example. Null where they are not all there, or where it cannot be done anyway.
 */
export async function guessInOwnWords(
  parts: Parts,
  turn: Turn,
  text: string,
  {
    guesses: [first],
    read,
    about,
  }: { readonly guesses: readonly string[]; readonly read: Understanding; readonly about: number | undefined },
): Promise<Reply | null> {
  const found = first === undefined ? null : read.guess?.();
  const intent = found && found.intent === first ? parts.intents.get(first) : undefined;
  // The matter may be said by its name.
  const no = intent?.slots['no'] ? (found?.slots['no'] ?? about) : undefined;
  const guess = found && { ...found, slots: { ...found.slots, ...(no === undefined ? {} : { no }) } };
  if (!guess || !intent?.readBack || intent.binds !== 'household' || !may(turn.member, intent.permission)) return null;
  const { no: _, ...values } = guess.slots;
  if (Object.keys(values).length === 0 || missingSlot(parts, intent, { slots: guess.slots, text, now: turn.now }))
    return null;
  const mood = readMood(text);
  if (mood.some(({ kind }) => notMeant.includes(kind) || (kind === 'denied' && isMoneyOrVote(guess.intent))))
    return null;
  const reply = await act(parts, turn, { ...guess, sure: false, confirmed: false }, text);
  return reply.answers ? { ...reply, text: `我没听准，还没有记。${reply.text}` } : null;
}

/** 一百块钱就不出了 denies the money beside the work. */
function isMoneyOrVote(intent: string): boolean {
  return intent === 'pledge.money' || intent === 'poll.vote';
}

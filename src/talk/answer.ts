import { isCancel, isMatter, readAnswer } from '../language/values/answers.js';
import { readCorrection } from '../language/values/corrections.js';
import { readWholeAnswer } from '../language/values/whole-answer.js';
import { readSlot } from '../language/reading/slots.js';
import type { Question } from '../store/question.js';
import type { AnyIntent } from './intent.js';
import { readNumbered, type Wish } from './wish.js';

/**
 * What a message is to the question that was asked: its answer, a word that drops it, or something else. An answer is of the
 * type that was asked for, whole, and nothing else; whatever stands by itself is a new sentence (`isNew`).
 */
export type Answer = { readonly wish: Wish } | 'dropped' | 'other';

/** A question is answered within half an hour or forgotten; no time-out is under ten minutes (docs/domain.md 16). */
export const questionMs = 30 * 60_000;

export function answerTo(
  intents: ReadonlyMap<string, AnyIntent>,
  question: Question,
  text: string,
  { now, isNew }: { readonly now: Date; readonly isNew: () => boolean },
): Answer {
  const { intent, slots, asks } = question;
  const answered = (value: unknown, confirmed = false): Answer => ({
    wish: { intent, slots: asks === 'yes' ? slots : { ...slots, [asks]: value }, sure: true, confirmed },
  });
  const numbered = readNumbered(intents, question, text);
  if (numbered) return { wish: numbered };
  if (asks === 'yes') {
    const answer = repeats(question, text, now) ? 'yes' : readAnswer(text);
    if (answer) return answer === 'yes' ? answered(undefined, true) : 'dropped';
    return changed(question, text, now) ?? (isCancel(text) ? 'dropped' : 'other');
  }
  if (isCancel(text)) return 'dropped';
  const whole = readWholeAnswer(asks, text, now);
  // 不是，300 to the question for the number: the sum changes, and the number is asked for again.
  if (whole === undefined) return changed(question, text, now) ?? 'other';
  // A number answers where a number is wanted; a slot of words takes it as words.
  const kind = intents.get(intent)?.slots[asks];
  if (whole === 'free' || kind?.accept(whole.value) === undefined) {
    const words = isMatter(text) && !isNew() ? readSlot(asks, text, now) : null;
    return words === null || kind?.accept(words) === undefined ? 'other' : answered(words);
  }
  return answered(whole.value);
}

/** 嗯对，480 to 改为认捐480元吗: a yes that says the sum or the number once more. */
function repeats({ slots }: Question, text: string, now: Date): boolean {
  const [, first = '', rest = ''] = /^([^，,。.!！\s]{1,4})[，,。.!！\s]+(\S{1,12})$/u.exec(text.trim()) ?? [];
  if (readAnswer(first) !== 'yes') return false;
  return ['amount', 'no', 'hours', 'quantity', 'score'].some(slot => {
    const found = slots[slot] === undefined ? undefined : readWholeAnswer(slot, rest, now);
    return found !== undefined && found !== 'free' && found.value === slots[slot];
  });
}

/** 不是，是五十 to what was read back: the value changes, and it is read back again. */
function changed({ intent, slots, asks }: Question, text: string, now: Date): Answer | undefined {
  const correction = readCorrection(
    text.replace(/^(?:不是|不对|不)[，,。\s]+(?=是|应该|要|\d|[一二两三四五六七八九十])/u, '不对，'),
  );
  if (correction?.kind !== 'change') return undefined;
  for (const slot of ['no', 'amount', 'choice', 'hours', 'quantity', 'score']) {
    if (slots[slot] === undefined || (slot === 'no') !== /[号#]/u.test(correction.to)) continue;
    const found = readWholeAnswer(slot, correction.to, now);
    if (found !== undefined && found !== 'free')
      return { wish: { intent, slots: { ...slots, [slot]: found.value }, sure: asks !== 'yes', confirmed: false } };
  }
  return undefined;
}

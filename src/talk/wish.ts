import { onlyOne } from '../domain/only-one.js';
import { plainKinds } from '../domain/poll/choices.js';
import type { AnyIntent } from './intent.js';
import { formReader } from '../language/reading/forms.js';
import type { Context } from '../language/reading/understand.js';
import type { Question } from '../store/question.js';

export { sureFrom } from '../language/reading/thresholds.js';

/** What is to be done: an intent, the slots that are known, and whether the member has already said yes to it. */
export interface Wish {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly sure: boolean;
  readonly confirmed: boolean;
  /** True for what was read from too little to ask for what it lacks: the next words would be taken for its answer. */
  readonly isGuess?: true;
}

/** Deeds that are the same for each of several matters; of a sum nobody knows whether it is for each. */
export const sameForEach: ReadonlySet<string> = new Set(['poll.vote', 'proposal.support']);

/** Reads sentences of a fixed form, such as `绑定网格 123456`, also in the dress that people give them. */
export function fixedForms(intents: ReadonlyMap<string, AnyIntent>): (text: string) => Wish | null {
  const read = formReader(
    Object.fromEntries([...intents].flatMap(([intent, { pattern }]) => (pattern ? [[intent, pattern]] : []))),
  );
  return text => {
    const found = read(text);
    return found && { ...found, sure: true, confirmed: false };
  };
}

/**
 * With one yes-or-no poll open, a bare 1, 2 or 3 is 同意, 反对 or 弃权: easy to type, for those who find typing hard. It is
 * read back before it is recorded, a digit is soon mistyped (docs/domain.md 16).
 */
export function numberedVote(text: string, { openPolls }: Context): Wish | null {
  const poll = onlyOne(openPolls);
  if (!poll || poll.options) return null;
  const choice = /^[1-3]$/.exec(text.normalize('NFKC'))?.[0];
  if (!choice) return null;
  return {
    intent: 'poll.vote',
    slots: { no: poll.no, choice: plainKinds[Number(choice) - 1] },
    sure: false,
    confirmed: false,
  };
}

/** The answer to a numbered question. */
export function readNumbered(
  intents: ReadonlyMap<string, AnyIntent>,
  { intent, slots, asks }: Question,
  text: string,
): Wish | null {
  const value = intents.get(intent)?.slots[asks]?.read?.(text);
  return value === undefined ? null : { intent, slots: { ...slots, [asks]: value }, sure: true, confirmed: false };
}

/** Kept with the slots of a question where something was said loosely or in free words: once all is known it is read back, and not yet done. */
export const loosely = { loose: true } as const;

/** What an answer makes whole: read back where something of it was said loosely. The mark stays with the slots for the next question. */
export function looselySaid(wish: Wish): Wish {
  return wish.slots['loose'] === true ? { ...wish, sure: wish.confirmed } : wish;
}

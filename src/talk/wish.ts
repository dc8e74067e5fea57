import { strict as assert } from 'node:assert';
import type { AnyIntent } from './intent.js';
import { remembered } from '../language/reading/remembered.js';
import type { Context } from '../language/reading/understand.js';
import { findNumbers } from '../language/values/project-numbers.js';
import { foldWidth } from '../language/values/width.js';
import type { Question } from '../store/question.js';

/** What is to be done: an intent, the slots that are known, and whether the member has already said yes to it. */
export interface Wish {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly sure: boolean;
  readonly confirmed: boolean;
}

/** From here on the bot acts without asking back. */
export const sureFrom = 0.8;

/** Reads sentences of a fixed form, such as `绑定网格 123456`. */
export function fixedForms(intents: ReadonlyMap<string, AnyIntent>): (text: string) => Wish | null {
  const forms = [...intents].flatMap(([intent, { pattern }]) => (pattern ? [{ intent, pattern }] : []));
  // Hardly a message has a fixed form, and one expression tells so twenty times sooner than all of them in turn.
  const any = new RegExp(forms.map(({ pattern }) => unnamed(pattern)).join('|'), 'u');
  return remembered(said => {
    const text = [said, withPlainNumber(said)].find(each => any.test(each));
    if (text === undefined) return null;
    for (const { intent, pattern } of forms) {
      const match = pattern.exec(text);
      if (match) return { intent, slots: { ...match.groups }, sure: true, confirmed: false };
    }
    return null;
  });
}

/** #12, 第十二号, 十二号 and 12 号 at the head of a sentence are 12号, as the forms have it. */
function withPlainNumber(text: string): string {
  const [first] = findNumbers(foldWidth(text.slice(0, 60)));
  // 第3号楼 is an address.
  if (!first || text.slice(first.start, first.end).endsWith('楼')) return text;
  const words = text.slice(first.start, first.end);
  const what = /(?:项目|提案|提议|议案|议题)$/u.exec(words)?.[0] ?? '';
  return `${text.slice(0, first.start)}${first.no}号${what}${text.slice(first.end)}`;
}

/** Without the names of its groups, of which an expression may have each but once. */
function unnamed({ source, flags }: RegExp): string {
  assert(flags === 'u', `the pattern ${source} has other flags than u`);
  return source.replaceAll(/\(\?<\w+>/g, '(?:');
}

const numberedChoices = ['agree', 'disagree', 'abstain'];

/**
 * With one yes-or-no poll open, a bare 1, 2 or 3 is 同意, 反对 or 弃权: easy to type, for those who find typing hard. It is
 * read back before it is recorded, a digit is soon mistyped (domain.md 16).
 */
export function numberedVote(text: string, { openPolls }: Context): Wish | null {
  const [poll, ...others] = openPolls;
  if (!poll || poll.options || others.length > 0) return null;
  const choice = /^[1-3]$/.exec(text.normalize('NFKC'))?.[0];
  if (!choice) return null;
  return {
    intent: 'poll.vote',
    slots: { no: poll.no, choice: numberedChoices[Number(choice) - 1] },
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

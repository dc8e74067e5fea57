import type { AnyIntent } from './intent.js';
import { type Button, type Card, mostButtons, type Offer } from './reply.js';
import type { Turn } from './turn.js';

/** A button that answers a question: it is no deed by itself. */
export const answersQuestion = 'question.answer';

/** A value that answers a question, and how it is said. */
export type Choice = readonly [value: unknown, said: string];

export interface Asked {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly asks: string;
}

/** What a question may be answered by with one tap: the closed choices of its slot, read where the form of the desk reads them. */
export async function choicesOf(
  { unit, member, message, now }: Pick<Turn, 'unit' | 'member' | 'message' | 'now'>,
  intent: AnyIntent | undefined,
  { slots, asks }: Asked,
): Promise<readonly Choice[]> {
  if (asks === 'yes') return [true, false].map(value => [value, value ? '是' : '不是']);
  const kind = intent?.slots[asks];
  if (!kind) return [];
  const taps = await kind.taps?.(unit, { slots, member, isPrivate: message.chat.kind === 'single', now });
  if (taps) return taps;
  const offered = await kind.field.offered?.(unit, slots);
  // Several at once are ticked on the card of the poll, and typed here.
  if (offered) return offered.isSeveral ? [] : offered.choices;
  return kind.field.choices ?? [];
}

/** Which question a button is of: when it was asked, and for what. */
export interface QuestionKey {
  readonly asked: number;
  readonly asks: string;
}

/** The buttons of a question, each bound to the very question that it was made for. */
export function answerButtons(choices: readonly Choice[], question: QuestionKey): Button[] {
  return choices.map(([value, said], index) => ({
    // What is too long for a button begins with its number in the list.
    text: [...said].length > mostOnButton ? `${index + 1} ${said}` : said,
    style: value === true ? 1 : 4,
    intent: answersQuestion,
    slots: { ...question, value },
  }));
}

/** The deeds of a list as buttons, by the number that stands before each in the words. */
export function offerButtons(offers: readonly Offer[]): Button[] {
  return offers.flatMap(({ intent, slots, title }, index) =>
    title === undefined ? [] : [{ text: `${index + 1} ${title}`, style: 4 as const, intent, slots }],
  );
}

/** WeChat Work's limit of a button's words (docs/wecom-protocol.md 6.4). */
const mostOnButton = 10;

/**
 * A card of these buttons below the words of the answer; more than six are turned over page by page, for a card that is pressed keeps
 * its kind (docs/wecom-protocol.md 5.5).
 */
export function tapCard(
  buttons: readonly Button[],
  { page = 0, ...question }: QuestionKey & { page?: number },
): Card | null {
  if (buttons.length === 0) return null;
  const head = { about: 'tap', title: '点一下就行，也可以打字', updates: 'presser' as const };
  if (buttons.length <= mostButtons) return { ...head, buttons };
  const perPage = mostButtons - 1;
  const pages = Math.ceil(buttons.length / perPage);
  const shown = buttons.slice(page * perPage, (page + 1) * perPage);
  const next = {
    text: '看其余的',
    style: 2 as const,
    intent: answersQuestion,
    slots: { ...question, page: (page + 1) % pages },
  };
  return { ...head, desc: `第${page + 1}页，共${pages}页`, buttons: [...shown, next] };
}

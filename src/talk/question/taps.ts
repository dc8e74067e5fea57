import { thingsByName } from '../../domain/things.js';
import { stepWords } from '../../domain/next-words.js';
import { waitingFor } from '../../operations/waiting.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';
import type { AnyIntent } from '../intent.js';
import { type Button, type Card, mostButtons, mostOnButton, type Offer } from '../reply.js';
import type { Turn } from '../turn.js';

/** A button that answers a question: it is no deed by itself. */
export const answersQuestion = 'question.answer';

/** A value that answers a question, and how it is said; what stands behind it, where a number says too little. */
export type Choice = readonly [value: unknown, said: string, whole?: string];

interface Asked {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly asks: string;
}

/** What a question may be answered by with one tap: the closed choices of its slot, read where the form of the desk reads them. */
export async function choicesOf(
  { unit, member, message, now }: Pick<Turn, 'unit' | 'member' | 'message' | 'now'>,
  intent: AnyIntent | undefined,
  asked: Asked,
): Promise<readonly Choice[]> {
  const { slots, asks } = asked;
  if (asks === 'yes') return [true, false].map(value => [value, value ? '是' : '不是']);
  const kind = intent?.slots[asks];
  if (!kind) return [];
  const taps = await kind.taps?.(unit, { slots, member, isPrivate: message.chat.kind === 'single', now });
  if (taps) return taps;
  const offered = await kind.field.offered?.(unit, slots, member);
  // Several at once are ticked on the card of the poll, and typed here.
  const closed = offered ? (offered.isSeveral ? [] : offered.choices) : kind.field.choices;
  // What is chosen is read as the form of the desk reads it: 同意 is kept as `agree`.
  if (closed) return closed.map(([value, said]) => [kind.field.read?.(value, now) ?? value, said]);
  // In private alone: what waits for one member is nobody else's.
  const isListed = message.chat.kind === 'single' && asksForOne.has(asks);
  return isListed ? waitingChoices(unit, { member, asked, now }) : [];
}

/** Of what is asked for by its number or its name: those that wait for this member, each with the sum and the payee. */
export async function waitingChoices(
  unit: Unit,
  { member, asked: { intent, slots, asks }, now }: { member: MemberView; asked: Asked; now: Date },
): Promise<readonly Choice[]> {
  const found = new Map<unknown, Choice>();
  for (const one of await waitingFor(unit, member, now)) {
    const value = one.slots[asks];
    const isMeant = Object.entries(slots).every(([name, known]) => (one.slots[name] ?? known) === known);
    if (one.deed === intent && isMeant && (typeof value === 'number' || typeof value === 'string'))
      found.set(value, [value, saidOf(asks, value), `${one.about}${stepWords(one, now)}`]);
  }
  return [...found.values()];
}

/** What the bot itself has numbered or named. */
export const asksForOne: ReadonlySet<string> = new Set(
  'request finding objection paper phone sheet report outside name place'.split(' '),
);

/** `申请3`; what has a name is called by it. */
function saidOf(slot: string, value: number | string): string {
  return typeof value === 'string' ? value : `${thingsByName.get(slot)?.said ?? ''}${value}`;
}

/** The choices that say too little by themselves, a line each. */
export function choiceLines(choices: readonly Choice[]): string {
  return choices.flatMap(([, said, whole]) => (whole === undefined ? [] : [`\n${said}：${whole}`])).join('');
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

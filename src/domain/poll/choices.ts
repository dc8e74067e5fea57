import { onlyOne } from '../only-one.js';
import { Refusal } from '../refusal.js';

/** What of a poll tells the choices that it has: its options, or 同意 / 反对 / 弃权. */
interface Choosable {
  readonly no: number;
  readonly options: readonly string[] | null;
  readonly many: number | null;
}

const spoken: Readonly<Record<string, string>> = {
  '1': 'agree',
  '2': 'disagree',
  '3': 'abstain',
  agree: 'agree',
  disagree: 'disagree',
  abstain: 'abstain',
};

/** The choices of a poll without options of its own, as they are kept. */
export const plainKinds = ['agree', 'disagree', 'abstain'] as const;

/** The same, as they are said. */
export const plainChoices = ['同意', '反对', '弃权'] as const;

/** The sentences that vote, three at most: 12号同意, or 12号选 and an option. */
export function voteSayings({ no, options }: Pick<Choosable, 'no' | 'options'>): string[] {
  return options?.length
    ? options.slice(0, 3).map(option => `${no}号选${option}`)
    : plainChoices.map(choice => `${no}号${choice}`);
}

/** What was chosen, in the poll's own words; where several may be, a line each, in the poll's order. */
export function choicesIn(poll: Choosable, choice: string | readonly string[]): string {
  const said = typeof choice === 'string' ? (poll.many ? choice.split(/[、，,;；\s]+/u) : [choice]) : choice;
  const chosen = new Set(said.filter(Boolean).map(one => choiceIn(poll, one)));
  if (chosen.size === 0 || (chosen.size > 1 && !poll.many))
    throw new Refusal('poll.choiceUnknown', { no: poll.no, choices: poll.options ?? plainChoices });
  const order = poll.options ?? [...chosen];
  return order.filter(option => chosen.has(option)).join('\n');
}

/** The choice in the poll's own words. */
function choiceIn({ no, options }: Choosable, choice: string): string {
  const chosen = options ? onlyOne(optionsNamed(options, choice)) : spoken[choice.trim()];
  if (!chosen) throw new Refusal('poll.choiceUnknown', { no, choices: options ?? plainChoices });
  return chosen;
}

const place = /^(?:[a-t]|\d{1,2})$/u;

/**
 * The options that the words may name: the one that is said in full; else the one with that letter or number, and those that have the
 * letter or number in their own words; else those that hold the words or are held by them. Where they are several, it is not known which is
 * meant.
 */
export function optionsNamed(options: readonly string[], words: string): readonly string[] {
  const said = words.trim().toLowerCase();
  const all = options.map(option => ({ option, lower: option.toLowerCase() }));
  const exact = all.filter(({ lower }) => lower === said);
  if (exact.length > 0 || said === '') return exact.map(({ option }) => option);
  if (!place.test(said))
    return all.flatMap(({ option, lower }) => (lower.includes(said) || said.includes(lower) ? [option] : []));
  const at = /\d/u.test(said) ? Number(said) - 1 : said.charCodeAt(0) - 97;
  return all.flatMap(({ option, lower }, index) =>
    index === at || lower.split(/[^a-z\d]+/u).includes(said) ? [option] : [],
  );
}

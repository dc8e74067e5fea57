import { onlyOne } from '../only-one.js';
import { Refusal } from '../refusal.js';

/** What of a poll tells the choices that it has: its options, or 同意 / 反对 / 弃权. */
export interface Choosable {
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

/** What a poll without options of its own is answered by. */
export const plainChoices = ['同意', '反对', '弃权'] as const;

/** What was chosen, in the poll's own words; where several may be, a line each, in the poll's order. */
export function choicesIn(poll: Choosable, choice: string | readonly string[]): string {
  const said = typeof choice === 'string' ? (poll.many ? choice.split(/[、，,;；\s]+/u) : [choice]) : choice;
  const chosen = new Set(said.filter(Boolean).map(one => choiceIn(poll, one)));
  if (chosen.size === 0 || (chosen.size > 1 && !poll.many))
    throw new Refusal('poll.choiceUnknown', { no: poll.no, choices: poll.options ?? plainChoices });
  const order = poll.options ?? [...chosen];
  return order.filter(option => chosen.has(option)).join('\n');
}

/** The choice in the poll's own words; labels may be named by their letter or place, or by a beginning that fits one only. */
function choiceIn({ no, options }: Choosable, choice: string): string {
  const said = choice.trim();
  if (!options) {
    const chosen = spoken[said];
    if (!chosen) throw new Refusal('poll.choiceUnknown', { no, choices: plainChoices });
    return chosen;
  }
  const lower = said.toLowerCase();
  const exact = options.find(option => option.toLowerCase() === lower);
  if (exact) return exact;
  const place = /^[a-t]$/.test(lower) ? lower.charCodeAt(0) - 97 : /^\d{1,2}$/.test(said) ? Number(said) - 1 : -1;
  const near = options.filter(option => option.toLowerCase().startsWith(lower) || lower.includes(option.toLowerCase()));
  const chosen = options[place] ?? onlyOne(near);
  if (!chosen) throw new Refusal('poll.choiceUnknown', { no, choices: options });
  return chosen;
}

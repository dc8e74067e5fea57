import { findNumbers } from '../../language/values/project-numbers.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const mostShown = 3;

/** 12号和15号都到哪步了: each of the matters is shown, where the words only look something up. */
export async function eachShown(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<Reply | null> {
  if (parts.intents.get(wish.intent)?.binds !== 'nobody' || typeof wish.slots['no'] !== 'number') return null;
  const nos = [...new Set(findNumbers(text).map(({ no }) => no))];
  if (nos.length < 2 || nos.length > mostShown) return null;
  const texts: string[] = [];
  for (const no of nos) texts.push((await act(parts, turn, { ...wish, slots: { ...wish.slots, no } }, text)).text);
  return { text: texts.join('\n\n') };
}

const ordinal =
  /^(?:那|就)?(?:(?<front>前|头|上|第一)|(?<back>后|末|下|第二|最后))(?:一|面|头|边)?(?:那|这)?(?:个|件|条)(?:项目|提案|事)?/u;

/** 后面那个我同意 behind 12号和15号都到哪步了: with the number in its place. Null where not just two were named before. */
export function numberInPlace(named: readonly number[], text: string): string | null {
  const found = ordinal.exec(text.trim());
  const [front, back, ...others] = named;
  if (!found || front === undefined || back === undefined || others.length > 0) return null;
  return `${found.groups?.['front'] ? front : back}号${text.trim().slice(found[0].length)}`;
}

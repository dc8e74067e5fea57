import type { Understanding } from '../../language/reading/understand.js';
import { putsOff, readAnswer } from '../../language/values/manner/answers.js';
import { measured, readInside } from '../../language/values/manner/said-inside.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { whatOf } from '../act.js';
import type { Reply } from '../reply.js';
import { rememberedMs } from '../before/spoken.js';
import { matterNamed } from '../meaning/by-name.js';
import type { Parts, Turn } from '../turn.js';
import { sureFrom, type Wish } from '../wish.js';

/** 商量完了, 我问过老头子了: what it was put off for is over. */
const settled =
  /^(?:我|俺|咱)?(?:们)?(?:刚|刚才|已经)?(?:跟|和|同)?[\p{Script=Han}]{0,8}(?:商量|问|想|考虑|合计|定|看)(?:好|过|完|清楚|妥|明白)了?[\p{Script=Han}]{0,6}$/u;
/** What those at home say is said for the household. */
const athome =
  /^(?:俺|我|咱)?(?:家)?(?:里)?(?:那口子|老头子|老头儿?|老伴儿?|老公|老婆|媳妇|爱人|当家的|孩子|儿子|闺女|女儿|人|里人|他|她|他们|都|也){1,3}(?:都|也)?(?:说|讲|的意思(?:是|就是)?|让|叫|觉得|同意)+(?=.)/u;

/**
 * What was read back and put off (先别急，我问问老头子) is taken up again by words that only make sense of it: another sum (老头子说行，不过就
 * 六百), or that it is settled now (商量好了，可以). It is read back once more, never done.
 */
export function resumed({ spoken, intents }: Parts, turn: Turn, text: string, read: Understanding): Wish | null {
  const waiting = spoken.putOff(turn);
  const definition = waiting && intents.get(waiting.intent);
  const isOther = read.intent !== 'chat.other' && read.intent !== waiting?.intent && read.confidence >= sureFrom;
  // The whole deed said once more stands by itself.
  const isWhole = waiting?.why !== undefined && read.intent === waiting.intent && read.confidence >= sureFrom;
  if (!waiting || !definition || isOther || isWhole || putsOff(text) === 'refused') return null;
  if (findNumbers(text).some(({ no }) => no !== waiting.slots['no'])) return null;
  const clauses = text
    .split(/[\s，,。.!！；;、~…]+/u)
    .filter(Boolean)
    .map(clause => clause.replace(athome, ''));
  const rest = clauses.filter(clause => !settled.test(clause));
  const wish = { intent: waiting.intent, slots: waiting.slots, sure: false, confirmed: false };
  for (const slot of measured) {
    if (slot === 'no' || !definition.slots[slot]) continue;
    const found = readInside(slot, rest.join('，'), turn.now);
    if (found && definition.slots[slot].accept(found.value) !== undefined)
      return { ...wish, slots: { ...waiting.slots, [slot]: found.value } };
  }
  const isSettled = rest.length < clauses.length && rest.every(clause => readAnswer(clause) === 'yes');
  return isSettled || goesOn(whatOf(definition, wish), text) ? wish : null;
}

const backTo =
  /^(?:哦|对了|那)?[，,\s]*(?:刚才|刚刚|前面|上面|之前)(?:说的?|问的?)?(?:那|这)?(?:一)?(?:个|件|票|条|事)?(?:事儿?)?(?:的)?[，,\s]*(?:我)?(?:是|说的是|指的是|投的是|就是)?\s*(?=.{2})/u;

/** 刚才那个 是路灯的: the number that was asked for before something else came up. It is read back. */
export async function resumedByName({ spoken, intents }: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const waiting = backTo.test(text) && [...text].length <= 24 ? spoken.putOff(turn) : null;
  if (!waiting || waiting.slots['no'] !== undefined || !intents.get(waiting.intent)?.slots['no']) return null;
  const no = /[?？吗]\s*$/u.test(text) ? undefined : await matterNamed(turn, text.replace(backTo, ''));
  if (no === undefined) return null;
  return { intent: waiting.intent, slots: { ...waiting.slots, no }, sure: false, confirmed: false };
}

const asksWhy = /不行|行不|能不能|不能|可不可以|为什么|为啥|凭[什啥]|咋不|怎么(?:就)?不|不让|不给|通融/u;

/** 抹了十块零头不行吗 behind a refusal: it still is one. */
export function stillRefused({ spoken }: Parts, turn: Turn, text: string): Reply | null {
  const { why, at } = spoken.putOff(turn) ?? {};
  if (why === undefined || !at || turn.now.getTime() - at.getTime() > rememberedMs || !asksWhy.test(text)) return null;
  return { text: `还是不行，没有记：${why}` };
}

const yielding =
  /^(?:那|唉|哎)?(?:好吧|行吧|好的?|行|就这样吧?|算了|成|中|可以)(?:吧|了)?[，,。.\s]+(?:那|就|还是|照旧|按原来的|仍旧)*(?<rest>.+)$/u;

/** 那好吧，还是付张记: words of what was read back, and no others. */
function goesOn(what: string, text: string): boolean {
  const rest =
    yielding
      .exec(text.trim())
      ?.groups?.['rest']?.replaceAll(/^(?:还是|就|付给|付|按)+|(?:吧|了|啊|呀|就行|[。.!！])+$/gu, '') ?? '';
  return [...rest].length > 1 && what.includes(rest);
}

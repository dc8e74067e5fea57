import { onlyOne } from '../../../domain/only-one.js';
import { plainKinds } from '../../../domain/poll/choices.js';
import { choicesNamed } from '../choice.js';
import { readAnswer } from './answers.js';
import { isMood, readMood, type MoodKind } from './mood.js';
import { findNumbers } from '../project-numbers.js';
import { remembered } from './remembered.js';
import { readWholeAnswer } from './whole-answer.js';
import { cutOut } from '../span.js';
import { foldWidth } from '../width.js';

/** A value that was said in the midst of other words. */
interface Inside {
  readonly value: unknown;
  /** True where nothing but a yes stands beside it: 对，一百. */
  readonly isAll: boolean;
}

/**
 * Slots whose values are told by their own form: words beside them are never taken for one of them, and another value of the kind is known to be
 * meant for its slot.
 */
export const measured: readonly string[] = ['no', 'amount', 'cost', 'cap', 'hours', 'percent', 'choice', 'deadline', 'quantity', 'score']; // prettier-ignore

/** What may stand before a value in its clause and adds nothing to it: 先来个一百五, 不过就六百, 只出六百. */
const lead =
  /^(?:我|俺|咱|们|家|那|就|先|只|不过|干脆|还|也|要|来|出|工|活|捐|认|整|凑|拿|掏|给|投|选|个|是|对|好|行|哦|嗯|啊|这个|就按|一共|总共|合计|共计?|拢共|加起来|总数)+(?=.)/u;
const tail = /(?<![呗吧了的啊呀哈钱活工])[呗吧了的啊呀哈钱活工]+$/u;
/** 再出半天工: there is more than one matter in the sentence. */
const more = /(?:再|另外|外加)(?:出|捐|加|认|添|来)/u;
const colours: readonly MoodKind[] = ['forwarded', 'quoted', 'reported', 'onBehalf', 'asked', 'denied', 'hedged', 'conditional', 'past', 'joking']; // prettier-ignore
const foreign: readonly MoodKind[] = colours.filter(kind => !['asked', 'denied', 'past'].includes(kind));

/**
 * Reads the value of a slot out of a longer answer: the one clause that is a value of its kind and nothing else, said by the
 * speaker for certain (`家里紧，先来个一百五吧` is 150; `200太多了` and `问他六百行不行` are none). Undefined where there is none, or
 * more than one. It is only ever read back, except where `isAll`.
 */
export function readInside(slot: string, text: string, now: Date): Inside | undefined {
  return slot === 'deadline' ? inside(slot, text, now) : timeless.get(slot)?.(text);
}

/** Of what does not depend on the day the last short texts are remembered. */
const timeless = new Map(
  measured.filter(slot => slot !== 'deadline').map(slot => [slot, remembered(text => inside(slot, text, new Date(0)))]),
);

/** ➕ is a sign as + is. A point or a comma within a figure parts nothing: 10000.01元, 1,200元. */
const clauses = /(?:➕|[^\s，,。.!！?？；;、~…\p{Extended_Pictographic}]|(?<=\d)[.,](?=\d))+/gu;

function inside(slot: string, text: string, now: Date): Inside | undefined {
  if (text.length > 120 || more.test(text)) return undefined;
  const mood = readMood(text);
  const values = new Set<unknown>();
  let isAll = true;
  for (const { index, 0: clause } of foldWidth(text).matchAll(clauses)) {
    const value = valueOf(slot, clause, now);
    isAll &&= !isBegun(slot, clause);
    if (value === undefined) isAll &&= readAnswer(clause) === 'yes';
    // 不同意…换啥换 asks nothing: the choice stands before it.
    else if (isMood(mood, { start: index, end: index + clause.length }, ...(isBegun(slot, clause) ? foreign : colours)))
      return undefined;
    else values.add(value);
  }
  const [value, ...others] = values;
  return value === undefined || others.length > 0 ? undefined : { value, isAll };
}

/** 哎呀就是不同意那管子前年才换的: the choice stands first, and why behind it. */
const beginning =
  /^(?:哎呀?|唉|就是|我|俺|还是|当然|都|说了|是|要)+(?<choice>不同意|不赞成|反对|同意|赞成|弃权)(?!不|还是|反对|的|谁|什么|啥)[^反弃赞]{0,24}$/u;

function isBegun(slot: string, clause: string): boolean {
  return slot === 'choice' && beginning.test(clause);
}

function valueOf(slot: string, clause: string, now: Date): unknown {
  const bare = clause.replace(lead, '').replace(tail, '');
  const begun = beginning.exec(clause)?.groups?.['choice'] ?? '';
  if (isBegun(slot, clause)) return /反|不/u.test(begun) ? 'disagree' : begun === '弃权' ? 'abstain' : 'agree';
  if (slot === 'no') return numberIn(bare);
  if (slot === 'choice' && choicesNamed(bare).length === 0) return undefined;
  for (const words of [clause, clause.replace(lead, ''), bare]) {
    const found = words === '' ? undefined : readWholeAnswer(slot, words, now);
    if (typeof found !== 'object') continue;
    return slot === 'choice' && !plainKinds.some(kind => kind === found.value) ? undefined : found.value;
  }
  return undefined;
}

/** 9号, 7号那个: the number and nothing else. */
function numberIn(clause: string): number | undefined {
  const only = onlyOne(findNumbers(clause));
  if (!only) return undefined;
  const rest = cutOut(clause, [only]).replace(/这个|那个|项目|提案/gu, '');
  return rest === '' ? only.no : undefined;
}

/** A value that is all that is said, or stands between other words (刚才点错了，我要反对; 螺丝松了，还是四颗吧). */
export function readEither(slot: string, text: string, now: Date): Inside | undefined {
  const whole = readWholeAnswer(slot, text, now);
  if (typeof whole === 'object') return { value: whole.value, isAll: true };
  const found = readInside(slot, text, now);
  return found && { value: found.value, isAll: false };
}

/** The clauses of 要不少出点，一百？ and 应该才百分之四十 without what leads to another value and what asks for agreement. */
export function otherWords(text: string): string {
  return (text.match(clauses) ?? [])
    .map(clause =>
      clause.replace(
        /^(?:要不|要么|不如|还是|那|也|改成|改为|改到|改|我看|哎呀|就是|应该|才|顶多|最多)+(?:少|多)?(?:出|捐|认)?(?:点|些)?/u,
        '',
      ),
    )
    .map(clause => clause.replace(/(?:得了|算了|好了|行了)$/u, ''))
    .filter(clause => clause !== '' && readAnswer(clause) === null)
    .join('，');
}

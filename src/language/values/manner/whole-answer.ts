import { onlyOne } from '../../../domain/only-one.js';
import { choiceWords } from '../choice.js';
import { isoMinute } from '../time/clock.js';
import { readMood } from './mood.js';
import { readProjectNo, readWhole } from '../numbers.js';
import { findAmounts } from '../money/amounts.js';
import { findHours } from '../time/hours.js';
import { findPercents } from '../percent.js';
import { readValues, type Value } from '../read-values.js';
import type { Span } from '../span.js';
import { findTimes, readTime } from '../time/times.js';
import { foldWidth } from '../width.js';

/** Words that may stand round a value in an answer and add nothing to it. */
const padding =
  /[\s，,。.!！~、]|(?:(?:我|俺|咱)(?:们|家)*|那就|就|那|是|要|出|捐|认捐|认|给|拿|掏|按|定在|定|改到|到|选|投|吧|了|的|啊|呀|呗|哈|哦|嗯|好的|整|钱|就行|谢谢|项目|提案|截止|之前|前|为止|干|做|来|可以|能)/gu;

/** Where a kind may stand: what `readValues` finds of it stands in one of these places. */
const finders = { money: findAmounts, hours: findHours, percent: findPercents, time: findTimes };

/** The only value of its kind in the text, where nothing but padding stands beside it. */
function only(kind: keyof typeof finders, text: string, now: Date): Value | undefined {
  const isAlone = ({ start, end }: Span): boolean =>
    `${text.slice(0, start)} ${text.slice(end)}`.replace(padding, '') === '';
  // Most texts are none, and one reader tells so sooner than all of them.
  if (!finders[kind](foldWidth(text), now).some(isAlone)) return undefined;
  const value = onlyOne(readValues(text, now));
  return value && value.kind === kind && value.exact && isAlone(value) ? value : undefined;
}

/** The sum that an answer names, whole and exact, in fen; undefined for every other one. */
export function readWholeSum(words: string, now: Date): number | undefined {
  const found = readWholeAnswer('amount', words, now);
  return found !== undefined && found !== 'free' && typeof found.value === 'number' ? found.value : undefined;
}

const bare = (text: string): string =>
  foldWidth(text)
    .trim()
    .replace(/[\s，,。.!！~、;；]+|(?<![吧的啊呀哈了呗]|谢谢)(?:吧|的|啊|呀|哈|了|呗|谢谢)+$/gu, '');

/** The answers to 同意、反对还是弃权, each as a whole. */
const whole = (kind: keyof typeof choiceWords, more: string): RegExp =>
  new RegExp(
    `^(?:我|我们|我家|我们家|本户|全家)?(?:就|都|投|选|完全|坚决|还是|是)*(?:${choiceWords[kind].plain}|${choiceWords[kind].short}|${more})$`,
    'iu',
  );
const agreeing = whole('agree', '1|①|是|对|通过|同意票|赞成票');
const against = whole('disagree', '2|②|否|反对票');
const abstaining = whole('abstain', '3|③|弃权票');

function choice(text: string): string | undefined {
  const said = bare(text);
  if (agreeing.test(said)) return 'agree';
  if (against.test(said)) return 'disagree';
  if (abstaining.test(said)) return 'abstain';
  // An option of the poll: short, named by itself, and neither asked nor told of somebody.
  const label = said.replace(/^(?:我|我家)?(?:就|选|投|要)*(?=.)/u, '');
  const isLabel = [...label].length <= 12 && readMood(text).length === 0 && !/同意|反对|赞成|支持|弃权|号/u.test(label);
  return isLabel && label !== '' ? label : undefined;
}

const words: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  result: [
    [/^(?:验收|核对|检查)?(?:结果)?(?:是)?(?:1|合格|通过|达标|没问题|无误|属实|没毛病)$/u, 'pass'],
    [/^(?:验收|核对|检查)?(?:结果)?(?:是)?(?:2|不合格|不通过|没通过|未通过|不达标|没过|不过)$/u, 'fail'],
  ],
  class: [
    [/^(?:定为|算|归|属于|是)?(?:1|迫切(?:需求)?类?)$/u, 'urgent'],
    [/^(?:定为|算|归|属于|是)?(?:2|轻量(?:影响)?类?)$/u, 'light'],
    [/^(?:定为|算|归|属于|是)?(?:3|品质(?:提升)?类?)$/u, 'quality'],
  ],
};

const counted =
  /^(?:我)?(?:就|是|打|给|评|第|#|要|选)*(?<n>\d{1,9}|[零〇一二两三四五六七八九十百千]{1,7})(?:号|个|张|条|项|份|天|期|分|颗星?|星|次|票|栋|楼|号楼|单元)?$/u;

/**
 * Reads an answer to the question for one slot, where the whole text is an answer of its type and nothing else: `200元` is a sum,
 * `200太多了` is none. Undefined when it is none; `free` for slots whose answer may be any words.
 */
export function readWholeAnswer(
  slot: string,
  text: string,
  now: Date,
): { readonly value: unknown } | 'free' | undefined {
  const found = typed(slot, text, now);
  if (found === 'free') return 'free';
  return found === undefined || found === null ? undefined : { value: found };
}

/** 200就200, 三百就三百: a value that is said twice is that value. */
const twice =
  /(?<value>[\d零〇一二两三四五六七八九十百千万半.]{1,20}(?:元|块钱?|号|分|小时|天)?)(?:就是?|那就)\k<value>/u;

/** No sum, day or choice takes more signs to say. */
const longest = 60;

function typed(slot: string, said: string, now: Date): unknown {
  const text = said.length > longest ? '' : said.replace(twice, '$<value>');
  if (slot === 'no') return readProjectNo(text);
  if (slot === 'amount' || slot === 'cost' || slot === 'cap') return sumOf(text, now);
  if (slot === 'deadline') return deadline(text, now);
  if (slot === 'choice') return choice(text);
  if (slot === 'hours') return numberOf(only('hours', text, now)) ?? counts(text);
  if (slot === 'percent') return numberOf(only('percent', text, now)) ?? counts(text);
  const table = words[slot];
  if (table) return table.find(([pattern]) => pattern.test(bare(text)))?.[1];
  return counts(text) ?? 'free';
}

function sumOf(text: string, now: Date): number | undefined {
  return numberOf(only('money', text, now));
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.exact && typeof value.value === 'number' ? value.value : undefined;
}

function counts(text: string): number | undefined {
  return readWhole(counted.exec(bare(text))?.groups?.n ?? '') ?? undefined;
}

function deadline(text: string, now: Date): string | undefined {
  const at = only('time', text, now) ? readTime(text, now) : null;
  return at ? isoMinute(at) : undefined;
}

import { choicesNamed, choiceWords } from '../values/choice.js';
import { findAmounts, readAmount } from '../values/money/amounts.js';
import { isoMinute } from '../values/time/clock.js';
import { readHousehold } from '../values/people/household.js';
import { normalise } from '../values/normalise.js';
import { readNumber, readProjectNo, readWhole, toNumber } from '../values/numbers.js';
import { tidyWords } from '../values/pieces.js';
import { sourceOf } from '../values/money/source-said.js';
import { splitOptions } from '../values/labels.js';
import { classOf } from '../values/class-said.js';
import { readTime } from '../values/time/times.js';
import { hoursIn } from '../values/time/hours.js';
import { percentIn } from '../values/percent.js';

/**
 * Reads a bare answer to the question for one slot (200, 两百块, 12号, 明晚八点, 通过), or null when it is no value for it.
 * Values have the form that `understand` gives them: fen, ISO 8601, the names of the annotators' guide.
 */
export function readSlot(slot: string, text: string, now: Date): unknown | null {
  const { text: plain } = normalise(text);
  if (plain === '') return null;
  const reader = readers[slot];
  // Words are kept as they were said: what reads numbers may join 702、1号楼.
  return reader ? reader(plain, now) : readWords(text.trim());
}

type Reader = (text: string, now: Date) => unknown | null;

const readers: Readonly<Record<string, Reader>> = {
  amount: text => {
    const amount = readAmount(text);
    return amount.kind === 'exact' ? amount.fen : null;
  },
  // Of costs a hedged figure is taken as it was said.
  cost: text =>
    findAmounts(text).find(({ fen, kind }) => fen > 0 && (kind === 'exact' || kind === 'vague'))?.fen ?? null,
  no: text => readProjectNo(text),
  deadline: (text, now) => {
    const at = readTime(text, now);
    return at && isoMinute(at);
  },
  choice: readChoice,
  result: text => {
    if (/不|没|未|否|^(?:2|二)$/u.test(text)) return /不错|没问题|没意见|没毛病/u.test(text) ? 'pass' : 'fail';
    return /通过|合格|达标|同意|过|可以|好|行|中|OK|^(?:1|一)$/u.test(text) ? 'pass' : null;
  },
  class: text => classOf(text) ?? classByNumber(text),
  score: text =>
    /满分|满星/u.test(text)
      ? 5
      : within(
          /([1-5一二两三四五])(?:颗|个)?(?:分|星|$)/u.exec(text.replace('俩', '两').replace('仨', '三'))?.[1],
          1,
          5,
        ),
  hours: text =>
    hoursIn(text) ?? within(/^(\d{1,2}(?:\.5)?|[一二两三四五六七八九十]{1,2})$/u.exec(text)?.[1], 0.5, 100),
  percent: text => percentIn(text)?.value ?? within(/^(\d{1,3})$/u.exec(text)?.[1], 0, 100),
  quantity: text =>
    within(
      /(\d{1,5}|[一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾廿]{1,5})/u.exec(
        text.replace('俩', '两').replace('仨', '三').replace('廿', '二十'),
      )?.[1],
      1,
      99_999,
    ),
  source: text => sourceOf(text) ?? null,
  options: text => {
    const labels = splitOptions(text);
    return labels.length >= 2 ? labels : null;
  },
  building: text =>
    readHousehold(text)?.building ?? within(/^(\d{1,3}|[一二三四五六七八九十]{1,3})$/u.exec(text)?.[1], 1, 999),
  unit: text => readHousehold(text)?.unit ?? within(/^(\d{1,2}|[一二三四五六七八九十]{1,3})$/u.exec(text)?.[1], 1, 99),
  room: text => readHousehold(text)?.room ?? /^(\d{2,4})(?:室|号)?$/u.exec(text)?.[1] ?? null,
};

/** What answers the question for a choice, where nothing else is said. */
const bareChoices = [
  ['abstain', new RegExp(`^(?:3|三|${choiceWords.abstain.short})$`, 'u')],
  ['disagree', new RegExp(`^(?:2|二|不|否|${choiceWords.disagree.short})$`, 'u')],
  ['agree', new RegExp(`^(?:1|一|是|对|嗯+|通过|${choiceWords.agree.short})$`, 'u')],
] as const;

function readChoice(text: string): string | null {
  const bare = text.replace(/[\s，,。.!！]+|(?:吧|的|啊|呀|哈|了)$/gu, '');
  for (const [kind, alone] of bareChoices) if (alone.test(bare)) return kind;
  const [named] = choicesNamed(bare);
  if (named) return named;
  const label = /^(?:我)?(?:就)?(?:选|投|要)?(?<label>[A-H]|方案.{1,3}|[^，。,]{1,10})$/u.exec(bare)?.groups?.label;
  return label === undefined || /吗|谁|啥|什么|怎么|咋|多少|哪/u.test(label) ? null : label;
}

function classByNumber(text: string): string | null {
  const number = within(/^([123一二三])$/u.exec(text)?.[1], 1, 3);
  return number === null ? null : (['urgent', 'light', 'quality'][number - 1] ?? null);
}

function within(word: string | undefined, least: number, most: number): number | null {
  if (word === undefined) return null;
  const number = readNumber(word);
  const value = number ? toNumber(number) : readWhole(word);
  return value !== null && value >= least && value <= most ? value : null;
}

function readWords(said: string): string | null {
  const words = tidyWords(said.replace(/^(?:就是|是|叫|嗯|那就|就|题目|内容|标题)(?:是|[:：])?(?=.{2})/u, ''));
  return words === '' ? null : words;
}

import { strict as assert } from 'node:assert';
import { thingWords } from '../../domain/things.js';
import { isCourtesy, withoutCourtesy, withoutThanks } from '../values/manner/courtesy.js';
import { stripMentions } from '../values/mention.js';
import { chineseNumerals, readSequence } from '../values/numbers.js';
import { remembered } from '../values/manner/remembered.js';
import { signsOf } from './form-signs.js';

/** A sentence of fixed form: the deed, and the words in its slots. */
export interface FormFound {
  readonly intent: string;
  readonly slots: Readonly<Record<string, string>>;
}

interface Form {
  readonly intent: string;
  readonly pattern: RegExp;
  /** What every text of this form holds. */
  readonly signs: readonly string[];
}

type FormReader = (text: string) => FormFound | null;

let last: { readonly forms: readonly Form[]; readonly read: FormReader } | undefined;

/**
 * Reads sentences of a fixed form, such as `绑定网格 123456`: without the courtesy round them, and in the dress that people give them.
 * A bot reads them in two places, by the same expressions: what was read in one is known in the other.
 */
export function formReader(patterns: Readonly<Record<string, RegExp>>): FormReader {
  const known = Object.entries(patterns);
  const isLast =
    last?.forms.length === known.length && last.forms.every(({ intent, pattern }) => patterns[intent] === pattern);
  if (last && isLast) return last.read;
  const forms = known.map(([intent, pattern]) => ({ intent, pattern, signs: signsOf(pattern.source) }));
  last = { forms, read: forms.length === 0 ? () => null : readerOf(forms) };
  return last.read;
}

function readerOf(forms: readonly Form[]): FormReader {
  // Hardly a message has a fixed form: its signs tell so without an expression, and one expression for all forms that have none.
  const open = forms.filter(({ signs }) => signs.length === 0);
  const any = open.length === 0 ? null : new RegExp(open.map(({ pattern }) => unnamed(pattern)).join('|'), 'u');
  const firstOf = (texts: readonly string[], signed: readonly Form[]): FormFound | null => {
    for (const text of texts) {
      const isOpen = any?.test(text) === true;
      for (const { intent, pattern } of isOpen
        ? forms.filter(form => open.includes(form) || signed.includes(form))
        : signed) {
        const slots = slotsIn(text, pattern);
        if (slots) return { intent, slots };
      }
    }
    return null;
  };
  return remembered(raw => {
    const text = stripMentions(raw)
      .trim()
      .replaceAll(longGap, ([first = '']) => first);
    const typed = new Set(text);
    const signed = forms.filter(({ signs }) => signs.length > 0 && signs.every(sign => typed.has(sign)));
    const polite = withoutCourtesy(text);
    const plain = new Set([...polite, text]);
    const found = firstOf([...plain], signed);
    if (text.length > longestForm) return found;
    if (!found)
      return firstOf(
        undressed(text).filter(dress => !plain.has(dress)),
        signed,
      );
    // 擂台赛异议：第十七号…: a number that was not seen as one belongs to no words.
    const numbered = firstOf([withNumbers(polite[0] ?? text)], signed);
    return numbered?.intent === found.intent && sizeOf(numbered) > sizeOf(found) ? numbered : found;
  });
}

/** Nobody parts words by so many gaps and marks, and a form that lets some stand between its parts would try them in all ways. */
const longGap = /[\s，,；;。、：:]{40,}/gu;

function sizeOf({ slots }: FormFound): number {
  return Object.keys(slots).length;
}

/** The parts of a form that was said without its own marks; `isMarked` where others, a comma or a gap, stand in their place. */
export interface LooseForm {
  readonly slots: FormFound['slots'];
  readonly isMarked: boolean;
}

/** Reads a sentence as the form of one deed, with or without the marks between its parts: 12号叫停水泥标号不对. */
export function looseReader(
  patterns: Readonly<Record<string, RegExp>>,
): (intent: string, text: string) => LooseForm | null {
  const made = remembered((intent: string) => {
    const source = patterns[intent]?.source;
    return source === undefined
      ? []
      : [marked, unmarked].map(gap => new RegExp(source.replaceAll(separators, gap), 'u'));
  });
  return (intent, raw) => {
    if (raw.length > longestForm) return null;
    const polite = withoutCourtesy(stripMentions(raw).trim());
    const dresses = [...polite, ...polite.flatMap(each => [withNumbers(each), bareNumbers(withNumbers(each))])];
    for (const [index, form] of made(intent).entries())
      for (const text of dresses) {
        const slots = slotsIn(text, form);
        if (slots && !Object.values(slots).some(words => cutAddress.test(words)))
          return { slots, isMarked: index === 0 };
      }
    return null;
  };
}

/** What parts a form: colons, commas and gaps. */
const separators = /\[(?:[:：，,、。；;]|\\s)+\](?:[+*?]|\{\d+(?:,\d*)?\})?/gu;
const marked = String.raw`[:：，,、。；;\s]+`;
const unmarked = String.raw`[:：，,、。；;\s]*(?:是(?!不是|否|谁|什么|啥|哪|怎|为|多少|几))?`;
/** 补记志愿1 and 3号楼 without a gap between them: nobody knows where the number ends. And 案例库 is one word. */
const cutAddress = /^(?:号?[楼栋幢院]|单元)|^\p{Script=Han}$/u;

/** The words of the slots where the text has the form; null where it has not, or where what stands there is no word of the member. */
function slotsIn(text: string, pattern: RegExp): Record<string, string> | null {
  const match = pattern.exec(text);
  if (!match || isCutSum(text, match.groups?.['amount'])) return null;
  const slots: Record<string, string> = {};
  for (const [name, words] of Object.entries(definedIn(match.groups))) {
    const own = ownWords(text, words);
    if (own === null) return null;
    slots[name] = own;
  }
  return numberBehind(slots, 'no' in (match.groups ?? {}));
}

/** 改名是装路灯 names 装路灯, 改名是谁改的 nothing; and thanks are nothing that stands in a slot. */
function ownWords(text: string, words: string): string | null {
  if (isCourtesy(words)) return null;
  const before = text[text.indexOf(words) - 1];
  if (before === undefined || /[:：，,]/u.test(before)) return words;
  const own = words.replace(announced, '');
  if (!own.startsWith('是')) return own;
  return /^是(?:不是|否|谁|什么|啥|哪|怎|为|多少|几|$)/u.test(own) ? null : own.slice(1);
}

/** 工期这么排：铲旧层4月10日: what stands between the words of the form and its colon announces the list, and is none of it. */
const announced =
  /^(?:就|也|先|暂|都|这么|那么|这样|这个|如下|是|为|按|改|调整|安排|排|定|列|分|算|写|记|登|出|说|做|成|下来|一下|好|了|的|个){1,8}\s*[:：]\s*(?=[^\s:：])/u;

/** Only short messages are tried in other dress; a long one says its form as it stands. */
const longestForm = 300;

/** 申请支出1,350元 holds no sum of 1, and 申请支出：第7号 none of 7: a figure that goes on behind the slot is not the slot's. */
function isCutSum(text: string, amount: string | undefined): boolean {
  if (amount === undefined || !/\d$/u.test(amount)) return false;
  return /^(?:[,，.]?\d|\s*号)/u.test(text.slice(text.indexOf(amount) + amount.length));
}

const behind =
  /^(?<words>[^]*?[^，,、；;\s])[，,、；;\s]+(?:第|[#＃])?(?<no>[\d０-９]{1,7})号(?:项目|提案)?(?:的)?(?:[，,。！!\s]+(?:谢谢|多谢|麻烦|辛苦)[^，,。]{0,8})?[。！!\s]*$/u;

/** 申请支出260元，印通知单，16号: the number of the matter is said last, and belongs to no words. */
function numberBehind(slots: Record<string, string>, hasNumber: boolean): Record<string, string> {
  if (!hasNumber || slots['no'] !== undefined) return slots;
  for (const name of ['purpose', 'text', 'reason', 'what', 'title']) {
    const { words, no } = behind.exec(slots[name] ?? '')?.groups ?? {};
    if (words !== undefined && no !== undefined) return { ...slots, [name]: words, no };
  }
  return slots;
}

function definedIn(groups: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])),
  );
}

/** Without the names of its groups, of which an expression may have each but once. */
function unnamed({ source, flags }: RegExp): string {
  assert(flags === 'u', `the pattern ${source} has other flags than u`);
  return source.replaceAll(/\(\?<\w+>/g, '(?:');
}

const call =
  /^(?:(?:那个|这个|嗯+|呃|喂|哎|诶|小助手|机器人|大家好|各位好|你好|您好|好的?|麻烦你?|劳驾|拜托你?|请你?|帮忙|帮我|给我|我想|我要|想|来)[啊呀哈吧]?[，,、!！。\s]*)+/u;
/** What may stand behind a form that ends in no words of the member. */
const particles = /(?<![\s，,。.!！~～呀啊哦吧呗啦]|一下)(?:[\s，,。.!！~～]|[呀啊哦吧呗啦]|一下)+$/u;
const bareNumber = new RegExp(`(?:(?:第|[#＃]|no\\.?)\\s*)?(\\d{1,7}|[${chineseNumerals}]{1,4})\\s*号(?!楼)`, 'giu');
const hashed = /[#＃]\s*(\d{1,7})号?/gu;

/** With its numbers as `12号`: 第十二号, #12, and 301#12 as 301 12号. */
function withNumbers(text: string): string {
  return text
    .replace(/(?<=\d)(?=[#＃]\s*\d)/gu, ' ')
    .replace(hashed, '$1号')
    .replace(bareNumber, (whole, said: string) => {
      const number = readSequence(said.normalize('NFKC'));
      return number === null ? whole : `${number}号`;
    });
}

/** 12号项目委托 as 12号委托. */
function bareNumbers(text: string): string {
  return text.replace(/(?<=\d号)(?:的)?(?:项目|提案)/u, '');
}

/** The same sentence without courtesy, with its numbers as `12号`, and with a gap or a comma for the colon: the dresses of a form. */
function undressed(text: string): string[] {
  const plain = withoutThanks(text.replace(/[\u00a0\u2005\u3000]/gu, ' ').replace(/(?<=\d)\s+(?=号)/gu, ''));
  const bare = plain.replace(call, '').replace(particles, '');
  const numbered = withNumbers(bare);
  // 301 12号 are two numbers and stay apart.
  const tight = numbered.replace(/(?<=[\u4e00-\u9fa5]) +(?=[\u4e00-\u9fa5\d])|(?<=\d) +(?=[\u4e00-\u9fa5])/gu, '');
  const dresses = [
    plain,
    plain.replace(particles, ''),
    plain.replace(call, ''),
    bare,
    numbered,
    bareNumbers(numbered),
    tight,
    numbered.replace(/号(?=[^\s楼])/u, '号 '),
  ];
  // 第3号公示 keeps its 第; and the colon of a form may be a gap.
  const gapped = [bare, numbered].flatMap(each => gapsOf(each));
  return [...new Set([...dresses, ...gapped, ...dresses.map(each => each.replace(numberOfThing, '$1'))])];
}

/** 申请3号: the number of a thing goes without 号 as well. */
const numberOfThing = new RegExp(`(?<=${thingWords(false)}|申诉|志愿|销号|复查|凭据)(\\d+)号(?!楼)`, 'gu');

/** Each gap in turn as a colon. */
function gapsOf(text: string): string[] {
  return [...text.matchAll(/ +/gu)]
    .slice(0, 4)
    .map(({ index, 0: gap }) => `${text.slice(0, index)}：${text.slice(index + gap.length)}`);
}

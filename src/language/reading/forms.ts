import { strict as assert } from 'node:assert';
import { stripMentions } from '../values/mention.js';
import { chineseNumerals, readSequence } from '../values/numbers.js';
import { remembered } from '../values/remembered.js';

/** A sentence of fixed form: the deed, and the words in its slots. */
export interface FormFound {
  readonly intent: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** Reads sentences of a fixed form, such as `绑定网格 123456`: as they stand, and in the dress that people give them. */
export function formReader(patterns: Readonly<Record<string, RegExp>>): (text: string) => FormFound | null {
  const forms = Object.entries(patterns);
  if (forms.length === 0) return () => null;
  // Hardly a message has a fixed form, and one expression tells so twenty times sooner than all of them in turn.
  const any = new RegExp(forms.map(([, pattern]) => unnamed(pattern)).join('|'), 'u');
  const read = (text: string): FormFound | null => {
    if (!any.test(text)) return null;
    for (const [intent, pattern] of forms) {
      const match = pattern.exec(text);
      if (match && !isCutSum(text, match.groups?.['amount']))
        return { intent, slots: numberBehind(definedIn(match.groups), 'no' in (match.groups ?? {})) };
    }
    return null;
  };
  return remembered(raw => {
    const text = stripMentions(raw).trim();
    const found = read(text);
    if (found || text.length > longestForm) return found;
    for (const dressed of undressed(text)) {
      const again = dressed === text ? null : read(dressed);
      if (again) return again;
    }
    return null;
  });
}

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
const courtesy =
  /(?<![\s，,。.!！~～哈呀啊哦吧呗啦]|谢谢|多谢|辛苦|麻烦|拜托|一下|🙏|👍)(?:[\s，,。.!！~～]|(?:谢谢|多谢|辛苦|麻烦|拜托)(?:你|您|了|啊|啦|哈|大家|各位)*|[哈呀啊哦吧呗啦]|一下|🙏|👍)+$/u;
const bareNumber = new RegExp(`(?:第|[#＃]|no\\.?\\s*)?\\s*(\\d{1,7}|[${chineseNumerals}]{1,4})\\s*号(?!楼)`, 'giu');
const hashed = /[#＃]\s*(\d{1,7})号?/gu;

/** The same sentence without courtesy, with its numbers as `12号`, and with a gap for the colon: the dresses of a form. */
function undressed(text: string): string[] {
  const plain = text.replace(/[\u00a0\u2005\u3000]/gu, ' ').replace(/(?<=\d)\s+(?=号)/gu, '');
  const bare = plain.replace(call, '').replace(courtesy, '');
  const numbered = bare.replace(hashed, '$1号').replace(bareNumber, (whole, said: string) => {
    const number = readSequence(said.normalize('NFKC'));
    return number === null ? whole : `${number}号`;
  });
  const tight = numbered.replace(/(?<=[\u4e00-\u9fa5\d]) +(?=[\u4e00-\u9fa5\d])/gu, '');
  const dresses = [
    plain.replace(courtesy, ''),
    plain.replace(call, ''),
    bare,
    numbered,
    tight,
    numbered.replace(/号(?=\S)/u, '号 '),
  ];
  // 第3号公示 keeps its 第; and the colon of a form may be a gap.
  const gapped = [bare, numbered].flatMap(each => gapsOf(each));
  return [
    ...new Set([
      ...dresses,
      ...gapped,
      ...dresses.map(each =>
        each.replace(
          /(?<=(?:申请|报事|凭证|纸票|任务|整改|委托|申诉|积分|志愿|流水|异议|协议|空间|事项|销号|复查|凭据))(\d+)号/gu,
          '$1',
        ),
      ),
    ]),
  ];
}

/** Each gap in turn as a colon. */
function gapsOf(text: string): string[] {
  return [...text.matchAll(/ +/gu)]
    .slice(0, 4)
    .map(({ index, 0: gap }) => `${text.slice(0, index)}：${text.slice(index + gap.length)}`);
}

import { onlyOne } from '../../domain/only-one.js';
import { findHours } from '../values/time/hours.js';
import { chineseNumerals, readSequence } from '../values/numbers.js';
import type { Scene } from './scene.js';
import type { SlotSpan } from './spans.js';

type Slots = Record<string, unknown>;

const n = `第?(?:\\d{1,5}|[${chineseNumerals}]{1,4})`;
/** Things that are counted within a matter, by the slot of their number. */
const within = Object.entries({ statement: '流水|对账单', objection: '异议', idea: '建议' }).map(([slot, thing]) => ({
  slot,
  forms: [
    new RegExp(`(?<no>${n})号(?:项目)?的?(?:那[条份])?(?:${thing})(?<nth>${n})`, 'u'),
    new RegExp(`(?<no>${n})号(?:项目)?的?(?<nth>第(?:\\d{1,4}|[${chineseNumerals}]{1,3}))[份条个](?:${thing})`, 'u'),
  ],
}));

/** 12号流水3 is the third list of the twelfth matter, and 13号的异议1 its first objection: two numbers in a row are told apart. */
export function pairSaid(slots: Slots, names: readonly string[], { text }: Scene): void {
  for (const { slot, forms } of within) {
    if (!names.includes(slot) || !names.includes('no')) continue;
    const found = forms.map(form => form.exec(text)).find(one => one !== null);
    const no = readNth(found?.groups?.['no']);
    const nth = readNth(found?.groups?.['nth']);
    if (no === undefined || nth === undefined) continue;
    slots['no'] = no;
    slots[slot] = nth;
  }
}

function readNth(words: string | undefined): number | undefined {
  return words === undefined ? undefined : (readSequence(words.replace('第', '')) ?? undefined);
}

/** 19 认300, 34付1860元: who is brief says the number first and leaves out its 号. A choice behind it may be an option's number. */
export function numberAhead({ text }: Scene): number | undefined {
  const found =
    /^(?<no>\d{1,3})\s*(?:(?:我|俺|我家)?(?:认捐?|捐|出(?!来)|付|支出?|收到?|花了?)\s*(?=[\d￥¥一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖])|打\d分|不?合格|投票可以)/u.exec(
      text,
    );
  return readNth(found?.groups?.['no']);
}

/** 做一天, 一个上午总有的: the one span of time in an offer of work, unless it tells of another time. */
export function hoursSaid({ text }: Scene): number | undefined {
  const only = onlyOne(findHours(text));
  if (!only) return undefined;
  const elsewhen =
    /(?:前|过|这|那|上|头|近|每|隔)$/u.test(text.slice(0, only.start)) ||
    /^(?:前|后|内|之|来|多|以)/u.test(text.slice(only.end));
  return elsewhen ? undefined : only.hours;
}

const work = '搬扫刷砌焊修装拉挖铲擦抬递运种浇看守写画拍教记登发贴做煮烧洗扶锯钉栽清通卸拆铺和筛切裁缝监盯跑巡';
const self = '(?:我|俺|额|咱|本人)';
const tasks: readonly RegExp[] = [
  new RegExp(
    `${self}(?:们|家)?(?:可以|能|愿意|愿|义务|报名|负责|跟着|过|会|懂)*(?:来|去|帮忙|帮着|帮|参加)?(?<task>[${work}][\\p{Script=Han}A-Z]{0,7}?)(?=[，,。！!\\s№₥\\d]|[半一两三四]个?(?:天|小时|钟|上午|下午)|$)`,
    'u',
  ),
  new RegExp(
    `(?:^|[，,。\\s№])(?<task>[${work}][\\p{Script=Han}A-Z]{0,6}?)(?:这个?活儿?|的活儿?|的事)?(?:${self}(?:来|去|包|在行|会|能)|算${self}|归${self}|交给${self})`,
    'u',
  ),
];

/** 我扫地1小时, 写说明牌我来: what the work is. */
export function taskSaid({ plain }: Scene): string | undefined {
  for (const pattern of tasks) {
    const task = pattern.exec(plain)?.groups?.['task'];
    if (task !== undefined) return task.replace(/(?:那天|的时候|了|吧|啊|呗)$/u, '');
  }
  return undefined;
}

const who = '(?<who>[\\p{Script=Han}A-Za-z\\d]{2,12}?)';
const payers: readonly RegExp[] = [
  new RegExp(`付款(?:人|方|单位)(?:是)?[:：\\s]*${who}(?=[，,。；;\\s]|$)`, 'u'),
  new RegExp(
    `(?:^|[，,。；;\\s号]|今天|今朝|刚刚|刚才|上午|下午)${who}(?:的款(?:子)?(?:也)?到了|(?:亲手|刚才|刚刚|刚)?(?:送来|转来|交来|打来|拿来|交嚟|转账|转了|交了))`,
    'u',
  ),
  new RegExp(`(?:收款|收到|入账|进账)[^，,。]{0,3}₥[，,\\s]+${who}(?=[。\\s]*$)`, 'u'),
];

/** 付款人云岭科技, 年糕店转来1500: who paid, where no chain of labels saw it. */
export function payerSaid({ plain }: Scene): string | undefined {
  for (const pattern of payers) {
    const found = pattern.exec(plain)?.groups?.['who'];
    if (found !== undefined && !/^(?:记|入账|收|登|今|昨|已|都|钱|一共|现金|微信)|收入|入数|[₥№]/u.test(found))
      return found;
  }
  return undefined;
}

const announces =
  /(?:提(?:个|一个|件|一件|份)?(?:公共的?)?(?:案|事|提案|议案|建议|倡议)(?:子|情)?|提案|(?:我|俺|额)(?:来)?提|提议|propose)(?:吧|嘛|哈|一下|了)?[，,：:]\s*/giu;

/** 跌过一跤，我想提个案，每层转弯角放只凳子: the matter is what is announced, and not what was told before. */
export function announced(title: SlotSpan, { plain }: Scene): SlotSpan {
  const last = [...plain.matchAll(announces)].at(-1);
  if (!last) return title;
  const from = last.index + last[0].length;
  if (title.end > from || plain.length - from < 3) return title;
  const rest = plain.slice(from).search(/[，,。！!；;\n]/u);
  const end = rest < 0 ? plain.length : from + rest;
  // 我正式提个案，差不多三万: behind it stands no matter.
  return plain.slice(from, end).includes('₥') || end - from < 3 ? title : { slot: 'title', start: from, end };
}

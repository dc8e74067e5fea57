import { payeeIn } from '../../domain/funds/spending.js';
import { matterOnly } from '../values/manner/matter-only.js';
import { findAmounts } from '../values/money/amounts.js';
import type { Scene } from './scene.js';

type Slots = Record<string, unknown>;

const asksOnly =
  /(?<![\s，,。])[\s，,。]*(?:申请(?:一下|下)?|报一下|麻烦(?:你|您)?了?|谢谢|辛苦了?|批一下|给批了吧)[。！!]*$/u;

/** 水泥沙子 1280 付给王记建材 申请一下: what only asks for it is no part of it. */
export function spendingAsked(slots: Slots, scene: Scene): void {
  const { purpose } = slots;
  const ahead = paidAhead.exec(scene.said);
  const behind = ahead
    ? scene.said
        .slice(ahead.index + ahead[0].length)
        .replace(asksOnly, '')
        .replace(/^[，,。；;\s]*(?:是|用于|用来|用在)?(?:买|购)?(?=.{2})/u, '')
    : '';
  if (ahead && behind.length >= 2 && payeeIn(behind) === null) {
    slots['purpose'] = `${behind}，付给${ahead.groups?.['payee'] ?? ''}`;
    return;
  }
  const said = matterOnly(scene.said.replace(asksOnly, ''));
  if (typeof purpose === 'string') slots['purpose'] = matterOnly(purpose.replace(asksOnly, ''));
  payeeBehind(slots, { ...scene, said });
  boughtBefore(slots, said);
}

/** 门禁四把锁装好了，四百八，要付给老赵锁店: where only who is paid was taken, what was bought stands before the sum. */
function boughtBefore(slots: Slots, said: string): void {
  const { purpose, amount } = slots;
  if (typeof purpose !== 'string') return;
  const payee = paidOnly.exec(purpose)?.groups?.['payee'];
  const [what = '', ...others] = purpose.split('，');
  // 水泵换好了，付给王记机电.
  if (payee === undefined && others.length === 1) slots['purpose'] = `${thingOf(what)}，${others[0] ?? ''}`;
  if (payee === undefined) return;
  const sum = findAmounts(said).find(({ fen }) => fen === amount);
  const clauses = said
    .slice(0, sum?.start ?? 0)
    .replace(/^第?\d{1,7}号(?:项目)?(?:的)?/u, '')
    .split(/[，,。；;\s]+/u)
    .map(clause => thingOf(clause.replace(/^(?:我|咱们?|刚|今天|已经|把)+(?=.{2})/u, '')))
    .filter(clause => clause.length > 1 && !clause.includes(payee) && !/^申请|^(?:付|支付|报销)/u.test(clause));
  if (clauses.length > 0) slots['purpose'] = `${clauses.join('，')}，付给${payee}`;
}

/** 水泵换好了一共 tells of what was bought that it is there. */
function thingOf(words: string): string {
  const bare = words.replace(/(?<=.{2})(?:一共|合计|总共|要|需|花|共)$/u, '').replace(thereNow, '');
  return bare === '' ? words : bare;
}

const thereNow = /(?<=.)(?:都|已经|也)?(?:装|弄|修|换|买|做|送|配|刷|铺)(?:好|完|到|齐|上|回来)了$/u;
const paidOnly =
  /^(?:要|得|该|应|需|请|是|就)*(?:付给|付|支付给?|打给|转给|结给|给)(?<payee>[\p{Script=Han}A-Za-z0-9]{2,20}?)(?:的|家)?$/u;

const paidBehind =
  /[，,。；;\s](?:付给|付|打给|转给|支付给?|收款(?:方|人)?(?:是|：|:)?)(?<payee>[\p{Script=Han}A-Za-z0-9]{2,20}?)(?:家的?)?[。.!！]*$/u;

/** 申请支出三百 买弯头 付张记五金: who is paid stands behind, also where it was taken for the end of what was bought. */
function payeeBehind(slots: Slots, { said }: Scene): void {
  const payee = paidBehind.exec(said)?.groups?.['payee'];
  const purpose = typeof slots['purpose'] === 'string' ? slots['purpose'].replace(paidBehind, '') : undefined;
  if (purpose !== undefined && payee !== undefined && !/[付款钱元]/u.test(`${purpose}${payee}`))
    slots['purpose'] = `${purpose}，付给${payee}`;
  else payeeSaid(slots, { said });
}

const shop = '记|五金|建材|超市|商[店行场铺]|经营部|公司|厂|店|铺|门市部?|师傅|电器|文印|广告社?|图文|[工程施]+队';
const fromWhom = new RegExp(
  `(?:^|[，,。；;\\s]|从|在|跟|找)(?<who>(?!这|那|我|俺|咱)[\\p{Script=Han}A-Za-z]{0,10}?(?:${shop})[\\p{Script=Han}]{0,4}?)(?:家|那儿?|那里|店里)?(?:(?:买|开|进|出|做|干|家)?的(?:发?票|收据|小票|单子)?)(?=$|[，,。；;！!\\s])`,
  'u',
);

/** 人工费500要给宏达工程队: who the money goes to. */
const toWhom = new RegExp(
  `(?:要|应|该)?(?:付给?|给|打给|转给|结给)(?<who>(?!我|俺|咱|大家)[\\p{Script=Han}A-Za-z]{0,10}?(?:${shop})[\\p{Script=Han}]{0,4}?)(?:的)?(?=$|[，,。；;！!\\s])`,
  'u',
);
const countAlone =
  /(?:^|[，,。；;\s])(?<count>[\d一二两三四五六七八九十百]{1,4}[只个根袋桶箱盏套把张米台块卷包瓶](?:灯泡)?)(?=$|[，,。；;\s])/u;

const boughtFor = /(?:买|购)(?:了|的)?(?<what>\p{Script=Han}{1,12}?)(?:一共|总共)?[花用](?:了|掉)?/u;

/** 付宏达工程队九百，浇坡道人工: who is paid stands before the sum, and what for behind it. */
const paidAhead =
  /(?:申请|需要?|要|应|该|得|想|得给|给我)?(?:付给?|支付给?|结给|打给|转给)(?<payee>(?!我|俺|大家|申请)[\p{Script=Han}A-Za-z]{2,14}?)(?:的)?(?:[\d.]{1,9}|[一二两三四五六七八九十百千万]{2,8})(?:元|块钱?|整)?(?=[，,。；;\s])/u;

/** 二十只，八百六，张记五金家的: who is paid belongs to what is asked for. */
function payeeSaid(slots: Slots, { said }: Pick<Scene, 'said'>): void {
  const { purpose } = slots;
  if (typeof purpose !== 'string' || payeeIn(purpose) !== null) return;
  const payee = payeeIn(said) ?? fromWhom.exec(said)?.groups?.['who'] ?? toWhom.exec(said)?.groups?.['who'];
  const count = countAlone.exec(said)?.groups?.['count'] ?? '';
  // 买弯头花了300，老李建材的发票: where the shop was taken for what is asked for, what was bought stands before.
  const what = purpose === payee ? (boughtFor.exec(said)?.groups?.['what'] ?? purpose) : purpose;
  const bought = what.includes(count) ? what : `${what}${count}`;
  if (payee !== undefined && !what.includes(payee)) slots['purpose'] = `${bought}，付给${payee}`;
}

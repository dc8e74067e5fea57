import { dayOf } from '../../domain/calendar.js';
import { onlyOne } from '../../domain/only-one.js';
import { readBenefit } from '../values/benefit-said.js';
import { readAgreement } from '../values/money/market-forms.js';
import { readPricedList } from '../values/money/priced-list.js';
import { findTimes } from '../values/time/times.js';
import type { Scene } from './scene.js';

type Slots = Record<string, unknown>;
type Refiner = (slots: Slots, scene: Scene) => void;

/** What only asks that it be entered: 把报价登上, 你登一下, 请予登记. */
const asksOnly =
  /[\s，,。；;]*(?:(?:你|您|请|麻烦|帮我|给我|予以?)*(?:把|将)?[^，,。；;\s]{0,6}?(?:登|记|录|写|挂)(?:记|入|录)?(?:上去?|一下|下来?|进去|起来)*(?:闲置空间|优惠|报价|协议)?[吧了啊哈]*)[。.！!]*$/u;
const aboutMatter = /^第?\d{1,7}号(?:项目)?(?![楼栋幢])的?[：:，,\s]*/u;

/**
 * A list that its own reader reads part by part: the chain of labels cuts it in the midst of a word, so that the whole is taken where the cut
 * cannot be read.
 */
function whole(slot: string, isRead: (words: string) => boolean, lead: RegExp = aboutMatter): Refiner {
  return (slots, { said }) => {
    const words = said.replace(aboutMatter, '').replace(lead, '').replace(asksOnly, '').trim();
    const cut = slots[slot];
    const isCutRead = typeof cut === 'string' && isRead(cut) && !isRead(words);
    if (words !== '' && !isCutRead) slots[slot] = words;
  };
}

const owns =
  /(?:产权)?(?:是|归|属于?|为)?(?<owner>(?:全体)?业主共有(?:部分)?|(?:社区)?居委会(?:所有|自有|的)|公有|国有|政府所有|街道所有)/u;
/** 居委会2月3号开会定的, 经居委会2月3日会议决定, 3号表决过的: what allows to let it. */
const decided =
  /(?<ground>(?:(?:社区)?居委会|街道|业主大会)?\d{1,2}月\d{1,2}[号日](?:的)?(?:开会|会议|会上)(?:决定|决议|定|同意|通过)?|\d{1,7}号表决)(?:过|了|的)*/u;
const letOut = /(?:对外|往外|向外)?(?:出租|招租|租出去|空着|闲着|没人用)+$/u;

function spaceSaid(slots: Slots, { said }: Scene): void {
  const { name } = slots;
  if (typeof name === 'string') slots['name'] = name.replace(/^(?:将|把)/u, '').replace(letOut, '');
  const owner = owns.exec(said)?.groups?.['owner'];
  if (owner === undefined) return;
  const ground = decided.exec(said)?.groups?.['ground'];
  slots['owner'] = `${owner.replace(/的$/u, '所有')}${ground === undefined ? '' : `（${ground}）`}`;
}

const pricesAsked = /^(?:比价|询价|问价|竞价|报价)(?:了|是|如下)?[：:，,\s]+/u;
const handsOver = /^(?:调度|交办|安排|布置|记)(?:一下|一件|个)?(?:事|事项)?[：:，,\s]*/u;

/** 这周五前把公示补贴上: the day stands as it is counted, and is read back so. */
function actionSaid(slots: Slots, scene: Scene): void {
  whole('said', () => false, handsOver)(slots, scene);
  const { said } = slots;
  const by = typeof said === 'string' ? onlyOne(findTimes(said, scene.now)) : undefined;
  if (typeof said !== 'string' || !by || /\d[月-]\d/u.test(said)) return;
  const named = said.slice(by.start, by.end).replace(/(?:之前|以前|前|之内|以内|内)$/u, '');
  // 周五前 has Friday as its last day.
  const day = onlyOne(findTimes(named, scene.now));
  if (day?.kind !== 'at') return;
  const [, month, date] = dayOf(day.at).split('-').map(Number);
  const behind = said.slice(by.start + named.length).replace(/^(?:之前|以前|前|之内|以内|内)/u, '');
  slots['said'] = `${said.slice(0, by.start)}${month}月${date}日前${behind}`;
}

const appoints = /(?:聘请|聘|请|让|叫)(?<name>\p{Script=Han}{2,4}?)(?:同志|先生|女士)?(?:来)?(?:当|做|担任|任|为)/u;

/** 上架一个花生油: the thing, without what is done with it. */
const putUp = /^(?:我们?)?(?:要|想)?(?:上架|挂|上|放)(?:一?[个份款样种])?(?=.{2})/u;

export const officeLists: Readonly<Record<string, Refiner>> = {
  'plan.quotes': whole('quotes', words => readPricedList(words) !== null, pricesAsked),
  'market.agree': whole('said', words => readAgreement(words) !== null),
  'benefit.offer': whole('terms', words => readBenefit(words) !== null),
  'dispatch.ask': actionSaid,
  'market.space': spaceSaid,
  'adviser.appoint': (slots, { said }) => {
    const name = appoints.exec(said)?.groups?.['name'];
    if (name !== undefined) slots['name'] = name;
  },
  'reward.offer': (slots, { said }) => {
    const item = typeof slots['item'] === 'string' ? slots['item'].replace(putUp, '') : '';
    if (item === '') return;
    slots['item'] = item;
    const behind = said.slice(said.indexOf(item) + item.length).replace(/^[\s，,：:]+/u, '');
    if (said.includes(item) && behind !== '') slots['terms'] = behind.replace(asksOnly, '');
  },
};

const asFollows =
  /(?:答复|回复|回应|处理|结果|内容|情况|说明|决定|意见)(?:情况|意见|内容)?如下[：:]\s*(?<words>[^]{2,})$/u;

/** 经研究答复如下：…: the words are what follows, whatever stands before them. */
export function followingWords(slots: Readonly<Slots>, said: string): Readonly<Slots> {
  const words = typeof slots['text'] === 'string' ? asFollows.exec(said)?.groups?.['words'] : undefined;
  return words === undefined ? slots : { ...slots, text: words.trim() };
}

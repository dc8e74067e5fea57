import { dayTold } from '../../domain/calendar.js';
import { findHomes, homeWords, readPresence } from '../values/people/homes.js';
import { partyAlone, partySaid } from '../values/people/party-said.js';
import { readReferral } from '../values/referral-said.js';
import { dueSaid } from '../values/time/due-said.js';
import { addressForm } from '../values/people/household.js';
import { readBenefit } from '../values/benefit-said.js';
import { readAgreement } from '../values/money/market-forms.js';
import { readPricedList } from '../values/money/priced-list.js';
import type { Scene } from './scene.js';

type Slots = Record<string, unknown>;
type Refiner = (slots: Slots, scene: Scene) => void;

/** What only asks that it be entered: 把报价登上, 你登一下, 请予登记. */
const asksOnly =
  /(?<![\s，,。；;])[\s，,。；;]*(?:(?:你|您|请|麻烦|帮我|给我|予以?){0,4}(?:把|将)?[^，,。；;\s]{0,6}?(?:登|记|录|写|挂)(?:记|入|录)?(?:上去?|一下|下来?|进去|起来)*(?:闲置空间|优惠|报价|协议)?[吧了啊哈]*)[。.！!]*$/u;
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
const letOut = /(?:对外|往外|向外)?(?:出租|招租|租出去|空着|闲着|没人用)*$/u;

/** 三号楼东间那间空房登记成闲置空间: where it is, from its building on. */
const ahead =
  /(?:^|[，,。；;：:\s])(?:把|将)?(?<name>[^，,。；;：:\s]{2,40}?)(?:[这那]?(?:间|套|处|块|个|一?片))?(?:空着?的?(?:房子?|屋子?|地))?(?:也|就|都|给|可以|能)?(?:登记|登|录|记|列|挂|算)(?:成|为|作|到|进|上)?(?:一?个)?闲置/u;

function spaceSaid(slots: Slots, { said }: Scene): void {
  const { name } = slots;
  const named = ahead.exec(said)?.groups?.['name'];
  if (typeof name === 'string')
    slots['name'] = (named?.includes(name.slice(0, 2)) ? named : name).replace(/^(?:将|把)/u, '').replace(letOut, '');
  const owner = owns.exec(said)?.groups?.['owner'];
  if (owner === undefined) return;
  const ground = decided.exec(said)?.groups?.['ground'];
  slots['owner'] = `${owner.replace(/的$/u, '所有')}${ground === undefined ? '' : `（${ground}）`}`;
}

const pricesAsked =
  /^(?:(?:问了?|找了?|货比)?[两三四五几]家(?:的|都|给)*)?(?:比价|询价|问价|竞价|报价|报了?价|出了?价)(?:了|是|的|如下)*[：:，,\s]+/u;
/** 调度一件事：, 调度会定了，: what stands before who shall do it. */
const handsOver =
  /^(?:今天|刚才|这次)?(?:(?:调度会|例会|会|调度|交办|安排|布置|记)(?:上|议|决|定|商|要求|明确|说|好|了|一下|一件|个){0,4}){1,3}(?:事|事项)?[：:，,\s]*/u;

/** 这周五前把公示补贴上: the day stands as it is counted, and is read back so. */
function actionSaid(slots: Slots, scene: Scene): void {
  whole('said', () => false, handsOver)(slots, scene);
  const { said } = slots;
  if (typeof said === 'string') slots['said'] = counted(said, scene);
}

/** 这周五前贴上 with its day as it is counted: 3月13日前贴上. */
function counted(said: string, { now }: Pick<Scene, 'now'>): string {
  const by = /\d[月-]\d/u.test(said) ? null : dueSaid(said, now);
  return by ? `${said.slice(0, by.start)}${untilDay(by.day)}${said.slice(by.end)}` : said;
}

/** 3月13日前, without the year whichever it is. */
function untilDay(day: string): string {
  return `${dayTold(day, day)}前`;
}

/** 转给排水公司去办，让他们3月25号以前弄完: who it goes to, and by when. */
function referralSaid(slots: Slots, { said, now }: Scene): void {
  const { referral } = slots;
  if (typeof referral !== 'string') return;
  const read = readReferral(counted(referral, { now }), now);
  // The day may stand where the words were not cut to: 排水公司 of 转给排水公司去办，让他们3月25号以前弄完.
  const due = read?.dueOn ?? dueSaid(said.replace(aboutMatter, ''), now)?.day;
  if (due !== undefined) slots['referral'] = `${read?.to ?? partyAlone(referral)}，${untilDay(due)}`;
}

/** 那是供电公司的线，不归咱们: whose it is, by its name. */
function whoseSaid(slots: Slots, { said }: Scene): void {
  const { reason } = slots;
  const named = partySaid(said);
  if (typeof reason !== 'string') return;
  slots['reason'] = named !== null && reason.includes(named) ? partyAlone(reason) : reason;
}

/** 8号到场的还有3号楼2单元301、302，他们没带手机: the homes, and nothing that is told of them. */
function homesPresent(slots: Slots, scene: Scene): void {
  whereBehind(slots, scene);
  const { text } = slots;
  const told = typeof text === 'string' ? readPresence(`到场：${text}`) : null;
  if (told && told.came.length > 0 && told.came.every(({ building }) => building !== undefined))
    slots['text'] = [...told.came.map(homeWords), ...told.gone.map(home => `${homeWords(home)}没来`)].join('、');
}

const emergencyWords =
  /^(?:第?\d{1,7}号)?(?:项目|这个|这事|的|得|要|现在|宣布|启动|申请|走|按)*(?:应急|紧急)(?:抢修|维修|处置)?(?:吧|了|啊)?$|最多|不超过|限额|上限|封顶/u;

/** 10号水泵烧了全小区停水，应急抢修，先换一台泵，最多九千: what happened and what is done first, each clause of it. */
function emergencySaid(slots: Slots, { said }: Scene): void {
  const clauses = said.split(/[，,。；;：:！!\s]+/u).filter(one => one !== '' && !emergencyWords.test(one));
  const words = clauses.join('，').replace(aboutMatter, '');
  if (words.length > String(slots['what'] ?? '').replace(aboutMatter, '').length) slots['what'] = words;
}

/** 周五前清走, 这周擦干净: by when it shall be done. */
function taskDue(slots: Slots, { said, now }: Scene): void {
  const by = dueSaid(said, now);
  if (by) slots['due'] = by.day;
}

const appoints = new RegExp(
  `(?:聘请|聘|请|让|叫)(?:${addressForm}的?)?\\s*(?<name>\\p{Script=Han}{2,4}?)(?:同志|先生|女士)?(?:来)?(?:当|做|担任|任|为)`,
  'u',
);

const whoIsAsked =
  /(?:请|让|找|叫|麻烦|联系|通知|劳烦|转给)(?<party>(?![他她你您大请让找叫麻劳联])[\p{Script=Han}A-Za-z]{1,16}?(?:公司|集团|分局|中心|[所局站队院厂处办科]))/u;

const comesFor = /^(?:的?人|师傅|那边)?(?:过?来|去|给|帮(?:忙|着)?|替|给?咱们?|我们?|办(?:一下)?|[：:，,\s])*(?=.{2})/u;

/** 找供电所来看看路灯接哪根线: what is asked begins behind who is asked, and 疏通公司 is named whole. */
function askedWhole(slots: Slots, scene: Scene): void {
  const { said } = scene;
  const named = whoIsAsked.exec(said)?.groups?.['party'];
  const isCut = typeof slots['party'] === 'string' && named !== undefined && named.includes(slots['party']);
  if (isCut || (named !== undefined && slots['party'] === undefined)) slots['party'] = named;
  const { party, asked } = slots;
  if (typeof party !== 'string' || typeof asked !== 'string' || !said.includes(party)) return;
  const behind = said.slice(said.indexOf(party) + party.length).replace(comesFor, '');
  if (isCut || behind.includes(asked.replace(comesFor, '').slice(0, 4)) || behind.length > asked.length)
    slots['asked'] = counted(behind, scene);
}

/** 提案：楼道灯不亮: behind the colon stands the matter. 提案整一个 says that something is to be proposed, and not what. */
function titleSaid(slots: Slots, { said }: Scene): void {
  const title = /^提案[:：]\s*(?<title>[^\n]{2,40})$/u.exec(said)?.groups?.['title'];
  if (slots['title'] === undefined && title !== undefined) slots['title'] = title;
  if (typeof slots['title'] === 'string' && nothingNamed.test(slots['title'])) delete slots['title'];
  if (typeof slots['title'] === 'string') slots['title'] = wholeTitle(slots['title'], slots['place'], said);
  const raised = troubleRaised(slots['title'], said);
  if (raised === null) return;
  slots['title'] = raised;
  delete slots['place'];
}

const announced =
  /^(?:我|俺|咱)?(?:们)?(?:也|还)?(?:想|要|来|得)?(?:发起|提)?(?:个|一个)?(?:提案|提个?案|提议|提个?事)(?:吧|啊|呀)?[:：，,\s]+(?<words>[^]{4,60})$/u;
const ails =
  /没(?:有)?(?:地方|人|处)|[老总]是?有人|乱[停扔堆倒贴拉]|积水|[漏堵坏臭]|太(?:暗|黑|脏|吵|乱|滑|窄|挤)|[不没](?:亮|通|平)|满了/u;
const mends =
  /[装修换补建加拆刷改治疏砌划买移挪扩挖]|(?<!水|气|暖|人)管(?!道|子)|(?<!商|店)铺|(?<!这|那|各)种|设(?!施|备)|(?<!不)清|整(?![天夜晚个])|(?<!乱)涂|解决|安(?!全)|弄|搞|做|禁止|组织|绿化|打扫/u;

/**
 * 提案：门口老积水 tells what ails and nothing that is to be done: to have it solved is what is proposed. Where both are told (…乱停电动车，建个车棚)
 * what is to be done may not fall out of the title. Null for all else.
 */
function troubleRaised(title: unknown, said: string): string | null {
  const words = announced.exec(said)?.groups?.['words'];
  if (words === undefined || !ails.test(words) || /[?？吗呢\n]|预算|\d{2,}/u.test(words)) return null;
  if (mends.test(words)) {
    return typeof title === 'string' && !mends.test(title) ? words : null;
  }
  const trouble = words.split(/[，,。；;！!\s]+/u).find(clause => ails.test(clause));
  return trouble === undefined ? null : `解决${trouble.replace(/[了啊呀吧]+$/u, '')}的问题`;
}

/** 给填填, 修一下: what is to be done, and not to what. */
const onlyDone =
  /^(?:给|都|也|全|一起)*(?<verb>[填修补装换清扫刷铺拆挖通弄搞整砌改建加平移挪])(?:一下|一?\k<verb>|[了掉好上平]){0,4}$/u;
const raises = /^.*(?:提议|建议|提案|提个?|立项|能不能|能否|希望|申请|要求|请求|应该|想|[我俺咱]们?)/u;
const mark = /[，,。；;：:！!?？\s]/u;
/** 把旧花坛拆了，…: what makes way for it, in the clause before. */
const makesWay =
  /把(?<what>[^，,。；;：:！!?？\s]{2,20}[拆挪移铲砍清填刨扒换](?:了|掉|走|开|平|出来)?)[，,\s]*(?:再|然后|改)?$/u;

/** 各单元门口修坡道、装扶手; 那几个坑给填填: what is listed with it in its clause, or is done something to, is part of the title. */
function wholeTitle(title: string, place: unknown, said: string): string {
  const at = said.indexOf(title);
  if (at < 0) return title;
  let from = at;
  while (from > 0 && !mark.test(said[from - 1] ?? '')) from -= 1;
  const clause = said.slice(from, at);
  const where = typeof place === 'string' ? clause.lastIndexOf(place) + place.length : 0;
  const lead = clause.slice(typeof place === 'string' && clause.includes(place) ? where : 0).replace(raises, '');
  const isMore = lead.length > 1 && (lead.endsWith('、') || onlyDone.test(title));
  const behind =
    /^、[^，,。；;：:！!?？\s]+/u
      .exec(said.slice(at + title.length))?.[0]
      .replace(/(?<![吧呗啊呀哈])[吧呗啊呀哈]+$/u, '') ?? '';
  const what = lead === '' ? (makesWay.exec(said.slice(0, at))?.groups?.['what'] ?? '') : '';
  const old = typeof place === 'string' ? what.replace(place, '').replace(/^的/u, '') : what;
  return `${old === '' ? '' : `${old}，`}${isMore ? lead.replace(/^[的在把给]/u, '') : ''}${title}${behind}`;
}

const nothingNamed =
  /^(?:我|俺|咱|想|要|也|来|给|帮我|再|就|先|[提整弄搞写做报发开])*(?:一?个|一下|一条|一件|点)?(?:新的?|正式的?)?(?:提案|提议|事|东西)?(?:吧|呗|啊|呀|哈|了)*$/u;

/** 顶棚那条不采纳，挡消防车: why it is not taken up. */
function whyNot(slots: Slots, { said }: Scene): void {
  if (slots['answer'] !== undefined) return;
  const clauses = said.split(/[，,。；;\s]+/u).filter(Boolean);
  const at = clauses.findIndex(clause => /[不没](?:予|能|有)?采(?:纳|用)|不用了?$/u.test(clause));
  const why = at < 0 ? '' : clauses.slice(at + 1).join('，');
  if (why.length >= 2) slots['answer'] = why.replace(/^(?:原因|因为|理由)(?:是)?[:：]?/u, '');
}

const mendedClause = /(?:修|换|补|清|装|弄|办|处理|疏通|焊|包|接|固定)(?:好|完|上|通|掉|牢|干净)?了/u;

/** The deed itself, and no part of how it was done. */
const onlySolved = /^(?:已经?)?(?:办好|办完|办结|解决|修好|处理好|处理完)(?:了|啦)?[，,：:\s]*$/u;

/** 井盖换好了，加了防盗扣: how it was done is all of it. */
function howSolved(slots: Slots, { said }: Scene): void {
  const { reason } = slots;
  if (typeof reason !== 'string' || !said.includes(reason)) return;
  const words = said.replace(/^报事第?\d{1,7}号?[：:，,\s]*/u, '').replace(/(?<![。.!！])[。.!！]+$/u, '');
  const before = words.slice(0, Math.max(0, words.indexOf(reason)));
  if (mendedClause.test(before) && !onlySolved.test(before)) slots['reason'] = words;
  slots['reason'] = String(slots['reason']).replace(/^的(?=.{2})/u, '');
}

/** 上架一个花生油: the thing, without what is done with it. */
const putUp = /^(?:我们?)?(?:要|想)?(?:上架|挂|上|放)(?:一?[个份款样种])?(?=.{2})/u;

const placeBehind = /(?<place>\d{1,3}号楼(?:\d{1,2}单元)?|\d{1,2}单元)的?[。.!！\s]*$/u;

/** 301 302 老两口也来了 3号楼2单元的: where the doors are stands behind them. */
function whereBehind(slots: Slots, { said }: Scene): void {
  const { text } = slots;
  const place = placeBehind.exec(said)?.groups?.['place'];
  if (typeof text !== 'string' || place === undefined || /号楼/u.test(text) || said.trim() === place) return;
  slots['text'] = `${place}${text}`;
}

const inList = /^(?:[室户家的票都，,、;；和跟与及\s]|还有|以及)*$/u;
const handedOver = /[送递给贴塞寄发投]|交[到给]|当面|上门/u;

/** 2号楼1单元301、302都当面送到了，401没送到: all that were reached, not only the first. */
function reachedHomes(slots: Slots, { said }: Scene): void {
  const told = readPresence(said, {}, left => handedOver.test(left) && !/[没未不]/u.test(left));
  // 2单元301、302的票我刚当面送到了: what is told behind the homes is of each of them.
  const words = said.replace(/(?<=\d)(?:了|(?=[我俺咱刚全]|已经))/gu, '，');
  const all = /[没未不]/u.test(said) ? [] : findHomes(words);
  // 我从2号楼1单元101出来，送给2单元301了: where the sheets came from is none of them.
  const to = all.filter(({ start }) => !/从[^，,。]{0,2}$/u.test(words.slice(0, start)));
  if (to.length === 1 && all.length === 2) slots['place'] = to.map(homeWords).join('');
  const isList = to.every(({ start }, at) => inList.test(words.slice(to[at - 1]?.end ?? start, start)));
  const came = told && told.came.length > 1 ? told.came : isList ? to : [];
  if (came.length > 1) slots['place'] = came.map(homeWords).join('、');
}

export const officeLists: Readonly<Record<string, Refiner>> = {
  'plan.quotes': whole('quotes', words => readPricedList(words) !== null, pricesAsked),
  'market.agree': whole('said', words => readAgreement(words) !== null),
  'benefit.offer': whole('terms', words => readBenefit(words) !== null),
  'dispatch.ask': actionSaid,
  'meeting.list': homesPresent,
  'report.refer': whoseSaid,
  'project.refer': referralSaid,
  'emergency.declare': emergencySaid,
  'task.claim': taskDue,
  'poll.deliver': reachedHomes,
  'outside.ask': askedWhole,
  'proposal.open': titleSaid,
  'idea.answer': whyNot,
  'report.solve': howSolved,
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

import { onlyOne } from '../../domain/only-one.js';
import { findAmounts, readAmount } from '../values/money/amounts.js';
import { classOf } from '../values/class-said.js';
import { homeWords, listedPresent } from '../values/people/homes.js';
import { addressForm, findAddresses, readHousehold, readOwnHousehold } from '../values/people/household.js';
import { readSequence } from '../values/numbers.js';
import { answersThem, givenBy, mendedBefore, stopsWorks } from './books-said.js';
import { opinionBefore, opinionOn } from '../values/manner/opinion-said.js';
import { isAside } from '../values/manner/matter-only.js';
import { saysNo } from '../values/manner/not-so.js';
import { faultIn, notPassed } from '../values/not-passed.js';
import { findQuantities } from '../values/quantity.js';
import { requestForm } from '../values/money/request-said.js';
import { sourceOf } from '../values/money/source-said.js';
import { findTimes } from '../values/time/times.js';
import { officeLists } from './office-lists.js';
import { reportTold } from './report-told.js';
import type { Scene } from './scene.js';
import { spendingAsked } from './spending-asked.js';

type Slots = Record<string, unknown>;

/** What only looks like the words of a slot is put right, and what stands plainly in the message is filled in. */
export function refine(intent: string, slots: Slots, scene: Scene): void {
  // 302那户 is a door and no matter.
  if (typeof slots['no'] === 'number' && !scene.nos.includes(slots['no']) && isDoor(slots['no'], scene.said))
    delete slots['no'];
  refiners[intent]?.(slots, scene);
  const why = typeof slots['reason'] === 'string' ? reasonNamed.exec(scene.said)?.groups?.['why'] : undefined;
  if (why !== undefined) slots['reason'] = why;
}

/** 先撤回，原因就写报价过期: what is called the reason is it, and nothing that was said beside it. */
const reasonNamed = /(?:原因|理由)(?:就)?(?:写上?|填|是|为)+[：:\s]*(?<why>[^，,。；;：:！!?？\s]{2,60})[。！!\s]*$/u;

const doors = /(?<!\d)(?<door>\d{3,4})[那这]?一?[户家室]/gu;

function isDoor(no: number, said: string): boolean {
  return [...said.matchAll(doors)].some(({ groups }) => Number(groups?.['door']) === no);
}

const refiners: Readonly<Record<string, (slots: Slots, scene: Scene) => void>> = {
  ...officeLists,
  'funds.receive': kindOfMoney,
  'project.accept': resultSaid,
  'proposal.classify': classTurnedTo,
  'poll.vote': reasonSaid,
  // 孙大爷 is nobody's address.
  'phone.enter': slots => {
    if (typeof slots['place'] === 'string' && findAddresses(slots['place']).length === 0) delete slots['place'];
  },
  'pledge.goods': goodsLeft,
  'pledge.labour': workTaken,
  'funds.reverse': voucherSaid,
  'finding.check': faultSaid,
  'finding.add': faultFound,
  'spend.ask': spendingAsked,
  'spend.refuse': whyRefused,
  'works.stop': (slots, { said }) => {
    const why = stopsWorks.exec(said)?.groups?.['why'];
    if (why !== undefined) slots['reason'] = why;
  },
  'kin.declare': (slots, { said }) => {
    // 我有亲戚是施工方 4号楼1单元101: the home tells who it is.
    const home = findAddresses(said).find(({ room }) => room !== undefined);
    if (home) slots['said'] = said.slice(home.start, home.end);
  },
  'pledge.cancel': (slots, { nos }) => {
    // 两百那个作废: the sum is no number of a matter.
    if (typeof slots['no'] === 'number' && !nos.includes(slots['no'])) delete slots['no'];
  },
  'outside.renew': (slots, { said, now }) => {
    // 宽限到9月1号: the day is taken whole.
    const by = typeof slots['until'] === 'string' ? onlyOne(findTimes(said, now)) : undefined;
    if (by) slots['until'] = said.slice(by.start, by.end);
  },
  'pledge.gift': giftSaid,
  'objection.answer': objectionAnswered,
  'funds.source': fundSaid,
  'spend.pay': sumPaid,
  'spend.check': requestSaid,
  'spend.approve': requestSaid,
  'credit.redeem': countedThing,
  'member.bind': nameSaid,
  'meeting.minutes': presentSaid,
  'meeting.call': wholeCall,
  'report.open': reportTold,
  'objection.raise': wholeOpinion,
  'idea.add': wholeOpinion,
  'member.revoke': (slots, { said }) => Object.assign(slots, homeOnly(said)),
};

/** 预算太高了，我有异议，请再问两家价: what stands behind goes on with it. */
function wholeOpinion(slots: Slots, { said }: Scene): void {
  const { text } = slots;
  const at = typeof text === 'string' ? said.indexOf(text) : -1;
  if (typeof text !== 'string' || at < 0) return;
  const rest = said.slice(at + text.length);
  const more = /^[，,。；;：:！!\s]/u.test(rest) ? opinionOn(rest) : '';
  const before = opinionBefore(said.slice(0, at), text);
  if (more !== '' || before !== '') slots['text'] = [before, text, more].filter(Boolean).join('，');
}

const lead =
  /^[\s，,。;；]*(?:大家|会上|今天|主要|最后)*(?:(?:商量|讨论|议定|商定|定|说|谈|议|决定)(?:好|下来|了|的)*(?:内容|结果|事)?(?:是|了)?[:：，,\s]*)?/u;
const asksMinutes =
  /(?<![，,。\s])[，,。\s]*(?:请|麻烦|帮我|给){0,4}(?:记|写|发|出|登|做|整理)(?:个|一下|一份|份|成|到|进)?(?:会议)?(?:纪要|记录)(?:吧|里|了|一下|哈|啊|。|谢谢)*$/u;

/** 今天来了3号楼2单元301、302，401请假。商量的是路灯装东头: who was there is entered and is no part of what was said. */
function presentSaid(slots: Slots, { said }: Scene): void {
  const told = listedPresent(said);
  if (!told) return;
  slots['present'] = told.came.map(homeWords).join('、');
  const rest = [said.slice(0, told.start), said.slice(told.end)].map(words => words.replace(asksMinutes, '').trim());
  const words = rest.map(one => one.replace(lead, '')).filter(one => !/^(?:\d{1,7}号)?[\s，,。:：]*$/u.test(one));
  if (words.length === 1 && words[0]) slots['text'] = words[0];
}
const inBrackets = new RegExp(`^\\s*[（(【\\[]\\s*(?<home>${addressForm})\\s*[）)】\\]]`, 'u');

const numberFirst = /^第?\d{1,7}号(?!楼)(?:项目|提案)?/u;

/** 周六上午九点半在3号楼前碰个头: the time is told with the rest, wherever the words were cut. */
function wholeCall(slots: Slots, { said, now }: Scene): void {
  const { text } = slots;
  // 1号 of a matter is no first of the month.
  const call = said.replace(numberFirst, '');
  const [first] = typeof text === 'string' ? findTimes(call, now) : [];
  if (typeof text !== 'string' || !first) return;
  const at = call.indexOf(text.replace(numberFirst, ''));
  slots['text'] = call.slice(at < 0 ? first.start : Math.min(at, first.start));
}

const looked =
  /^(?:我|今天|刚才?|早上|上午|下午)*(?:去|到)?(?:现场|工地)?(?:看|转|查|检查|巡查|巡)(?:了|过)(?:看|一?下|一?圈|一?遍)?$/u;
const ordered = new RegExp(
  `(?:让|叫|要求|通知|限|责令|请)[^，,。]*(?:前|内)[^，,。]*(?:好|完|掉|到位|干净|利索|改|修|补|弄|返工|过来)|^[^，,。]{1,10}${mendedBefore}[^，,。]{0,6}$`,
  'u',
);

/** 电线头子露在外面 让他们这周六之前弄好: what is wrong, and by when. */
function faultFound(slots: Slots, { said, now }: Scene): void {
  const by = findTimes(said, now).at(-1);
  if (!by || !said.split(/[，,。；;\s]+/u).some(one => ordered.test(one))) return;
  const clauses = said.split(/[，,。；;\s]+/u).filter(one => one !== '' && !looked.test(one) && !ordered.test(one));
  // 请施工方于4月16日前整改完毕 orders, and says nothing of what is wrong.
  if (clauses.length === 0) delete slots['text'];
  if (clauses.length === 0) return;
  // Which day it is depends on the day on which it is said.
  const named = said.slice(by.start, by.end);
  const day = `${named.replace(/(?:之前|以前|前|之内|以内|内)$/u, '')}${named.endsWith('内') ? '内' : '前'}`;
  slots['text'] = `${clauses.join('，').replace(/^第?\d{1,7}号(?!楼)的?/u, '')}，${day}`;
}

/** 宏达公司给路灯捐了四根灯杆: who gave, and what with its count. */
function giftSaid(slots: Slots, { said }: Scene): void {
  const giver = givenBy.exec(said)?.groups?.['giver'];
  const one = onlyOne(findQuantities(said));
  if (giver === undefined || !one) return;
  const item =
    behind.exec(said.slice(one.end))?.groups?.['item'] ?? ahead.exec(said.slice(0, one.start))?.groups?.['item'];
  if (item !== undefined) Object.assign(slots, { giver, what: `${item}${said.slice(one.start, one.end)}` });
}

/** What grants an objection in other words. */
const grants = /有理|有道理|属实|采信|采纳|接受|认可|说得对|[我们]认(?!为|真|识|筹|捐)|确实|没错|支持/u;

/** 第一条异议 回他 用的是水性漆. */
function objectionAnswered(slots: Slots, { said }: Scene): void {
  const told = answersThem.exec(said);
  const text = told ? said.slice(told.index + told[0].length).trim() : '';
  if (text.length >= 2) slots['text'] = text;
  const nth = /第(?<n>[\d一二三四五六七八九十]{1,3})条|异议(?<m>\d{1,3})(?!\d)/u.exec(said)?.groups;
  const number = readSequence(nth?.['n'] ?? nth?.['m'] ?? '');
  if (number === null) delete slots['objection'];
  else slots['objection'] = number;
  // 有检测报告 grants nothing.
  if (/(?<!不)成立/u.test(said)) slots['upheld'] = '成立';
  else if (!grants.test(said)) delete slots['upheld'];
}

/** 申请1的票不对 退了 让重开: why, on both sides of what is done. */
function whyRefused(slots: Slots, { said }: Scene): void {
  const words = said
    .replace(/^[^，,。]*?申请第?[\d一二三四五六七八九十]{0,7}号?的?/u, '')
    .split(/[，,。；;\s]+/u)
    .map(part => part.replace(/^(?:给|就|先)?(?:退回去?|打回去?|退掉|退了?)(?:了|吧|去)*/u, ''))
    .filter(part => part !== '');
  if (words.length > 1 && /退|打回/u.test(said)) slots['reason'] = words.join('，');
  // 没法批 is no reason.
  if (bareNo.test(String(slots['reason'] ?? ''))) delete slots['reason'];
}

const bareNo =
  /^(?:申请第?\d{1,7}号?|我|这|那|笔|个|就|肯定|实在)*(?:没法|无法|不(?:予|能|给)?|没|未)(?:核对?|批准?|付|通过|过|同意)(?:过|了|的|吧|啊|不下来|不了)*$/u;

/** 整改3没改好，焊口还在渗: it is not found mended, whatever the form; what is wrong is said. */
function faultSaid(slots: Slots, { said }: Scene): void {
  if ((notPassed.test(said) || saysNo(said)) && slots['fault'] === undefined)
    slots['fault'] = faultIn(said) || '没改好';
}

const fundBehind = /^的?(?<fund>(?:众筹|自筹|集资)款)/u;

/** 居民集资款, 集市摊位费 say of what kind the money is; nobody of that name paid it. */
function kindOfMoney(slots: Slots, { said }: Scene): void {
  const { payer } = slots;
  // 老王（3号楼2单元301）: the home in brackets tells which one.
  const home = typeof payer === 'string' ? inBrackets.exec(said.slice(said.indexOf(payer) + payer.length)) : null;
  if (home) slots['payer'] = home.groups?.['home'];
  if (home) return;
  if (slots['source'] !== undefined || typeof payer !== 'string') return;
  const at = said.indexOf(payer);
  const fund = at < 0 ? undefined : fundBehind.exec(said.slice(at + payer.length))?.groups?.['fund'];
  // The stretch may end in the midst of 业主自筹款.
  const source = sourceOf(fund ?? (at < 0 ? payer : said.slice(at, at + payer.length + 2)));
  const isPaid = fund === undefined && !/(?:款|费|收入|收益|资金|金|自筹?|众筹?)$/u.test(payer);
  if (source === undefined || isPaid) return;
  slots['source'] = source;
  if (fund === undefined) delete slots['payer'];
}

/** 从品质提升类改为轻量影响类: the later one counts. */
function classTurnedTo(slots: Slots, { said }: Scene): void {
  const to = /改(?:为|成|到|定为)(?<to>[^，,。]{2,8})/u.exec(said)?.groups?.['to'];
  slots['class'] = (to === undefined ? undefined : classOf(to)) ?? slots['class'];
}

/** 不能验，门锁打不开: why it does not pass. */
function resultSaid(slots: Slots, { said }: Scene): void {
  resultIn(slots, said);
  if (slots['result'] !== 'fail') return;
  const clauses = said.replace(matterFirst, '').split(/[，,。；;！!\s：:]+/u);
  const why = clauses.filter(clause => tellsWhy(clause.replaceAll(matterNumber, '')));
  if (why.length > 0) slots['reason'] = why.join('，').replace(/^(?:因为|原因是?|理由是?)/u, '');
}

/** 我看2号不能过 judges, whatever its number; 3号井盖没盖好 and 4月10号前返工好 tell why, and keep theirs. */
function tellsWhy(clause: string): boolean {
  return clause.length > 1 && !judges.test(clause) && !isAside(clause);
}

const matterNumber = /#\d{1,7}|(?:第)?[\d一二三四五六七八九十百]{1,7}号(?!楼)(?:项目|提案)?/gu;
const matterFirst = new RegExp(`^(?:${matterNumber.source})`, 'u');
/** Clauses of an acceptance that judge, and tell nothing of why. */
const judges =
  /^(?:结论|结果|意见|需|要|得|让他们)*(?:返工|重[做来弄搞]|整改|打回)?$|验收|合格|通过|过关|达标|签|^(?:我|看|还是|先|肯定|实在|这|次)*不(?:能验|能过|给过|行|同意|可以|过)/u;

function resultIn(slots: Slots, said: string): void {
  if (slots['result'] !== undefined) return;
  if (/没(?:有)?(?:通)?过|不(?:通过|合格|过关)/u.test(said)) slots['result'] = 'fail';
  else if (/(?:同意|通过|认可)验收|验收(?:已经?)?(?:通过|合格)/u.test(said)) slots['result'] = 'pass';
}

/** 同意装电梯 names what is voted on and gives no reason; nor does 没有异议. */
function reasonSaid(slots: Slots, { said }: Scene): void {
  const { reason } = slots;
  if (typeof reason !== 'string') return;
  const before = said.slice(0, Math.max(0, said.indexOf(reason)));
  const isObject =
    /(?:同意|赞成|支持|反对)$/u.test(before) &&
    /^(?:[装修建换改刷种拆铺加增安]|更换|重[装修建铺刷]|翻新|清理)/u.test(reason);
  if (isObject || /^(?:没(?:有)?(?:意见|异议)|\+1|记(?:我|俺|咱)家?)$/u.test(reason)) delete slots['reason'];
}

const givenLast =
  /(?:^|[，,。；;\s№])(?<item>[\p{Script=Han}A-Z]{1,8}?)(?:我|俺|咱)(?:们)?(?:家|店里?)?(?:全)?(?:包了|包圆|管了)[^，,。]{0,2}$/u;

/** 咱种花坛，月季苗俺包了: the thing stands before its giver. */
function thingGiven(slots: Slots, scene: Scene): void {
  const { plain, said } = scene;
  const item = givenLast.exec(plain)?.groups?.['item'];
  if (item !== undefined && !noThing.test(item) && !/^(?:全|都|活|这|那)/u.test(item) && said.includes(item)) {
    const known = slots['item'];
    if (typeof known !== 'string' || !said.slice(said.indexOf(item) - 1).includes(known)) slots['item'] = item;
  }
  countedThing(slots, scene);
}

const bareVerb = /^(?:做|干|当|弄|搞|来|去|看|上|活)$/u;
const takenLast =
  /(?:^|[，,。；;\s№])(?<task>[\p{Script=Han}A-Z]{2,8}?)(?:这个?活儿?|的活儿?|的事|一事)?(?:我|俺|额|咱)(?:来|去|可以|能|义务|免费|都)*(?:做|干|当|弄|搞|包了|担|管)/u;

/** 海报设计我义务做, 现场监工我来当: the work stands before who takes it. */
function workTaken(slots: Slots, { plain }: Scene): void {
  const { task } = slots;
  if (typeof task === 'string' && !bareVerb.test(task)) return;
  const said = takenLast.exec(plain)?.groups?.['task'];
  if (said !== undefined && !/^(?:这|那|周|今|明|后|你|他)/u.test(said)) slots['task'] = said;
}

const ends = '(?=$|[，,。.!！;；\\s]|给|用|捐|送|放|到|拿|去|来|吧|哈)';
const behind = new RegExp(`^(?<item>[\\p{Script=Han}A-Za-z]{1,8}?)${ends}`, 'u');
const ahead = /(?:^|[，,。.、\s]|捐|出|送|提供|赞助|兑换?|换)(?<item>[\p{Script=Han}A-Za-z]{1,6})$/u;
/** What stands beside a count without being a thing. */
const noThing = /[我俺咱你他她它这那有是要先再就都把给]|谢|记|一共|总共/u;

/** 我捐二十本书, 暖手宝30个: the thing stands beside its count. */
function countedThing(slots: Slots, { said }: Scene): void {
  // 买了三箱，用掉一箱，还剩两箱: what is left can be given.
  const left = findQuantities(said).filter(({ start }) =>
    /剩(?:下|余)?(?:的)?(?:还有|了)?$/u.test(said.slice(0, start)),
  );
  if (slots['quantity'] !== undefined && left.length === 1 && left[0]?.count) slots['quantity'] = left[0].count;
  if (slots['item'] !== undefined) return;
  const one = onlyOne(findQuantities(said));
  if (!one) return;
  const item =
    behind.exec(said.slice(one.end))?.groups?.['item'] ?? ahead.exec(said.slice(0, one.start))?.groups?.['item'];
  if (item !== undefined && !noThing.test(item)) slots['item'] = item;
}

/** 三箱瓷砖用掉一箱还剩两箱: what is left is given. */
function goodsLeft(slots: Slots, scene: Scene): void {
  thingGiven(slots, scene);
  // 捐防水布: the thing, without what is done with it.
  if (typeof slots['item'] === 'string')
    slots['item'] = slots['item'].replace(/^[我再也]*[捐送](?!款|赠)(?=.{2})/u, '');
  const counts = findQuantities(scene.said);
  const left = counts.find(({ start }) => /剩(?:下|余|了|着|的)*$/u.test(scene.said.slice(0, start)));
  if (left?.count !== undefined && counts.length > 1) slots['quantity'] = left.count;
}

/** 维修资金那五万下来了: the fund by its name, and the one sum. */
function fundSaid(slots: Slots, { said, amounts }: Scene): void {
  const fund = /(?:住宅专项)?维修资金|公益(?:资源|资金|捐款)|业主分摊|互助(?:捐款|金)|居委会收入|上个项目余款/u.exec(
    said,
  )?.[0];
  if (fund !== undefined) slots['source'] = fund;
  // 五万 names a sum without its unit where money came.
  const bare = /(?<![\d一二两三四五六七八九十百千])[\d一二两三四五六七八九十百千]+(?:\.\d+)?万(?:元|块)?/u.exec(
    said,
  )?.[0];
  const sum = amounts.length === 0 && bare !== undefined ? readAmount(`${bare.replace(/[元块]$/u, '')}元`) : amounts[0];
  if (slots['amount'] === undefined && amounts.length < 2 && sum?.kind === 'exact') slots['amount'] = sum.fen;
}

const requestNamed = new RegExp(requestForm, 'u');

/** 申请一我看过了, 三号申请的钱付了: the request by its number; gives the words of it. */
function requestSaid(slots: Slots, { text }: Pick<Scene, 'text'>): string | undefined {
  const own = requestNamed.exec(text)?.[0];
  const number = own === undefined ? null : readSequence(own.replace(/申请|[第号个份笔的]/gu, ''));
  if (number !== null) slots['request'] = number;
  return own;
}

/** 申请3那笔我打过去了，850: what was paid is held against what was approved. */
function sumPaid(slots: Slots, { text }: Scene): void {
  const own = requestSaid(slots, { text });
  // 张记五金 counts nothing.
  const sum = onlyOne(findAmounts((own === undefined ? text : text.replace(own, '这笔')).replaceAll('五金', '某某')));
  if (sum?.kind === 'exact') slots['amount'] = sum.fen;
}

const whyReversed = /(?:记|登|收|付)(?:重|错|多|串|反)(?:人|户)?了?|重复(?:登记|记)?/u;

/** 12号凭证57, 是57重复登记: the voucher's own number, and a reason that does not begin with it. */
function voucherSaid(slots: Slots, { text }: Scene): void {
  const own = /凭证第?(?<n>\d{1,7})/u.exec(text) ?? /(?<!\d)(?<n>\d{1,7})号?凭证/u.exec(text);
  const only = onlyOne(text.match(/(?<!\d)\d{1,7}(?![\d元块号月日])/gu) ?? []);
  const number = own?.groups?.['n'] ?? only;
  if (number !== undefined) slots['voucher'] = Number(number);
  // 王建国水泵那笔记重了 冲掉: which one is told by its payer and its sum.
  const isTold = !/凭证/u.test(text) && /那(?:一)?(?:笔|\d)/u.test(text);
  if (isTold) delete slots['voucher'];
  if (isTold) slots['reason'] = whyReversed.exec(text)?.[0] ?? slots['reason'];
  // 47号凭证记重了，给冲掉吧 says why.
  const { reason = whyReversed.exec(text)?.[0] } = slots;
  if (typeof reason === 'string')
    slots['reason'] = reason.replace(/^是?(?:凭证)?\d{1,7}号?(?:凭证)?[，,]?(?=.{2})/u, '');
}

/** 3号楼1单元202的绑定卡丢了: the home, and no name. */
function homeOnly(said: string): Slots {
  const { building, unit, room } = readHousehold(said) ?? {};
  return Object.fromEntries(Object.entries({ building, unit, room }).filter(([, value]) => value !== undefined));
}

/** 绑定房号 7-1-602 张伟: the name stands behind the address. 对门 and 401漏水 are no names. */
function nameSaid(slots: Slots, { plain, said }: Scene): void {
  if (/\d|[漏渗吵闹楼门户室住]|单元|隔壁|^.$/u.test(String(slots['name'] ?? '')))
    slots['name'] = readOwnHousehold(said)?.name;
  if (!/^(?:房号|住址|地址|房间|住户|户主|业主)$/u.test(String(slots['name'] ?? ''))) return;
  delete slots['name'];
  const name = /⌂[\s，,]*(?:我?叫)?(?<name>[\p{Script=Han}]{2,4})$/u.exec(plain)?.groups?.['name'];
  if (name !== undefined) slots['name'] = name;
}

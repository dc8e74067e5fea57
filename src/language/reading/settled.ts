import { isYetToBe, saysNo } from '../values/manner/not-so.js';
import { onlyReadBack } from './thresholds.js';
import type { Reading } from './model.js';
import type { Slots } from './scene.js';

/**
 * Deeds by which somebody says that what waits passes, is done, is paid or is so. What the no to each of them is: the same deed (with a
 * fault or another value), another deed, or nothing that is entered.
 */
const noTo: Readonly<Record<string, string | null>> = {
  'spend.check': 'spend.refuse',
  'spend.approve': 'spend.refuse',
  'spend.release': 'spend.hold',
  'spend.pay': 'spend.hold',
  'task.check': 'task.return',
  // What does not agree is looked at, and booked by nobody.
  'funds.reconcile': 'funds.pending',
  ...same('finding.check', 'project.accept', 'paper.check', 'mandate.check', 'sheet.check', 'funds.receive'),
  ...nothing('finding.mend', 'schedule.reach', 'schedule.accept', 'dispatch.done', 'dispatch.check', 'task.done'),
  ...nothing('emergency.confirm', 'outside.end', 'member.confirm', 'service.confirm', 'proposal.classify'),
  ...nothing('works.resume', 'month.sign', 'project.referred'),
};

function same(...deeds: string[]): Record<string, string> {
  return Object.fromEntries(deeds.map(deed => [deed, deed]));
}

function nothing(...deeds: string[]): Record<string, null> {
  return Object.fromEntries(deeds.map(deed => [deed, null]));
}

const hearsay =
  /(?:社区|书记|主任|楼长|领导|街道|物业|网格员|会计|出纳|监管|施工队|大家|他们?|她们?|人家|有人|老[\p{Script=Han}]|小[\p{Script=Han}])[^，,。；;\s]{0,3}(?:说|讲|表示|认为|觉得)[^，,。；;\s]*(?:批|核|放|通过|合格|验收|销号|[算定是归][^，,。；;\s]{0,6}类|品质|轻量|迫切)/u;
/** Of these only the office itself knows: what somebody else says of it decides nothing. */
const ownWord =
  /^(?:spend\.(?:check|approve|release)|project\.accept|finding\.check|dispatch\.check|proposal\.classify)$/u;

/** 9号修路的事办成了，谢谢大家出钱出力: a speech that thanks everybody tells nothing that is to be entered. */
const speech =
  /(?:感谢|谢谢|多谢|谢)(?:咱们?|我们)?(?:大家|大伙|各位|诸位|邻居|街坊|居民|业主|乡亲|所有|全体)[^，,。；;！!]{0,12}(?:出钱|出力|支持|配合|帮|捐|参与|理解|关心|辛苦)/u;

/** What turns a request down besides: 申请1票不对. */
const turnsDown =
  /(?<!没有?|没什么|无)不(?:批|对(?!吗)|符|合规|合适|清楚|齐|全)|不能(?:批|过)|对不上|(?<!没|无)有(?:大)?问题(?!吗|没)/u;

/** 跟银行差二十，对不上; 少三百. 一分不差 agrees. */
const differs =
  /对不(?:上|平|拢|起来)|(?<!不|没|没有)(?:[差缺短]|[少多](?:出来?|出)?)(?:了|着|个)?[\d一二两三四五六七八九十百千]|(?<!没有?|无)(?:出入|误差)|不(?:一致|相符|符|平)/u;

/** The first of them is talk after all. */
function asTalk(first: Reading, others: readonly Reading[]): readonly Reading[] {
  const talk = others.find(({ intent }) => intent === 'chat.other');
  return [
    { intent: 'chat.other', share: first.share + (talk?.share ?? 0) },
    ...others.filter(({ intent }) => intent !== 'chat.other'),
  ];
}

/** 我提的那个, 我认的那笔说错了, 我报的明天再说: what is taken back is so in words that say it. */
const takesNothing =
  /^(?![^]*(?:[撤撒删退收停取销划勾]|作废|不[^，,。；;]{0,8}了|算了|别|莫|甭|罢|拉倒|[当白]我?没|抹|[去拿]掉|拿下|下架|回来|除名|除了名|不[想要办提弄搞做用必出捐认给交掏拿]|悔|没必要|用不着|免了|没用|不需要|唔|withdraw|close|cancel|undo|drop))/iu;

/** What such a deed never has in it: who takes over an office is no question who holds it, 去看看 is no work, and 哪天截止 opens no vote. */
const tellsAway: Readonly<Record<string, RegExp>> = {
  // 那笔是微信，另外两笔现金 tells how it was paid: what is in the books is done away with in so many words.
  'funds.reverse':
    /^(?!.*(?:冲|作废|[撤退删销减漏串反多少错重误改]|取消|不算|不对|不是|[没未]有?[收到交付打]|两[次遍]|对不上|有出入|换成)).*$/u,
  'pledge.labour': /^(?!.*(?:出工|工时|小时|半天|一天|搬|帮|义务)).*(?:看看|瞧瞧|瞅瞅|看一[下眼])/u,
  // 门关不上那个是谁管着 asks. 会上说好了：垃圾亭放东墙根 tells what was agreed, and no fault; 会上定的那个垃圾桶又满了 does.
  'report.open':
    /^[^，,。；;]*(?:(?:是|归|由)(?:谁|哪个|哪家|哪位)|谁在)[^，,。]{0,2}(?:管|负责|盯|处理|修|弄)(?:着|的|呢|啊)*[?？。\s]*$|^(?!.*(?:又|还是|至今|到现在)[^，,。；;]{0,6}(?:坏|满|漏|堵|臭|脏|黑|破|塌|停|断|掉|松|没|不亮)).*会(?:议)?上(?:都|已经|大家|一致)*(?:(?:说|讲|谈|议|商量)(?:好|定|妥)|定(?:了|下|的(?=[，,：:是]))|决定|同意|通过)/u,
  // 我家的票撤了，再投反对 is another vote.
  'poll.undo': /(?:再|改|重新)(?:来|投|算)*(?:一次|一票|成|个)?(?:不?同意|不?赞成|不?支持|反对|弃权)/u,
  // 提意见的说得在理, 给提意见的那位回个话: an objection is spoken of, and none is raised.
  'objection.raise':
    /(?:提(?:了)?(?:意见|异议)|有(?:意见|异议))的(?!是)|(?:意见|异议)(?:提|说)得(?:对|在理|有(?:道)?理)|给[^，,：:]{0,12}(?:回个?话|答复|回复)/u,
  // 301那三百在账上了吧 asks.
  'funds.receive': /(?:在账上|到账|收到|入账|进账|记上|记下|交上来|交)了(?:吧|没有?|吗|么)[?？。\s]*$/u,
  'funds.show': /必须|非得|一定[要得]交|强制|自愿/u,
  'contact.show': /换(?:了|个)?人|更换|改选/u,
  'member.confirm': /咋|怎么|怎样|如何/u,
  'ask.finish': /截止/u,
  'pledge.cancel': takesNothing,
  'proposal.withdraw': takesNothing,
  'report.withdraw': takesNothing,
  // 缓一缓再截止 is the contrary of an early end.
  'poll.close': /缓|往后|推迟|延期|延长|延一延|拖一拖|再(?:等|放|留)|晚(?:点|些|几天|两天)/u,
  'poll.status': /没(?:有)?绑/u,
  'phone.enter': /^(?!.*(?:电话|来电|打来|打给|致电)).*(?:微信|短信|捎[话信]|带话|留言)/u,
  'poll.open': /(?:哪天|几号|几点|什么时候|啥时候|何时|多久|还有几天)(?:就|才|会)?(?:截止|结束|到期)/u,
};

/** True where the words have what a deed never has in it, or nothing of what it always has. */
export function isOtherThan(intent: string, said: string): boolean {
  return tellsAway[intent]?.test(said) === true;
}

/**
 * A no is never read as its yes (申请1不予核对, 整改1没弄完), and what is not so yet (我周五付, 书记说可以批, 付不付) is no deed, however much of
 * its words it has. `mayDo` says what the speaker may do.
 */
export function settled(
  readings: readonly Reading[],
  said: string,
  mayDo: (intent: string) => boolean,
): readonly Reading[] {
  const [first, ...others] = readings;
  if (first && isOtherThan(first.intent, said)) return asTalk(first, others);
  const no = first && noTo[first.intent];
  if (!first || no === undefined) return readings;
  const isNo =
    saysNo(said) ||
    (no === 'spend.refuse' && turnsDown.test(said)) ||
    (first.intent === 'funds.reconcile' && differs.test(said));
  if (isNo && no === first.intent) return readings;
  if (isNo && no !== null && mayDo(no))
    return [{ intent: no, share: onlyReadBack }, ...others.filter(({ intent }) => intent !== no)];
  const isOpen =
    isYetToBe(said) || (no === null && speech.test(said)) || (ownWord.test(first.intent) && hearsay.test(said));
  if (!isNo && !isOpen) return readings;
  return [{ intent: 'chat.other', share: first.share }, ...readings.filter(({ intent }) => intent !== 'chat.other')];
}

/** The value by which such a deed says no, where the stretch of its words may have lost it. */
const valueOfNo: Readonly<Record<string, { readonly says?: RegExp; readonly slots: Slots }>> = {
  'project.accept': { slots: { result: 'fail' } },
  'paper.check': { slots: { result: '不符' } },
  'mandate.check': { slots: { result: '不符' } },
  'sheet.check': { slots: { verdict: '不符' } },
  'phone.check': { slots: { verdict: '不符' } },
  'idea.answer': { says: /[不没未](?:予以?|能|给|便)?采/u, slots: { verdict: '不采纳' } },
  'contest.answer': { says: /不(?:予)?成立|不属实/u, slots: { how: '不成立' } },
  'objection.answer': { says: /不(?:予|能)?成立/u, slots: { upheld: undefined } },
};

/** What a no puts into the slots of its deed. */
export function noSaid(intent: string, said: string): Slots {
  const { says, slots } = valueOfNo[intent] ?? {};
  return slots && (says ? says.test(said) : saysNo(said)) ? slots : {};
}

import { findAddresses } from './people/household.js';
import { readAmount } from './money/amounts.js';
import type { MoodKind } from './manner/mood.js';
import { notPassed } from './not-passed.js';
import { cutOut } from './span.js';

/** Words by which somebody of an office judges a thing that waits. */
export interface Sign {
  readonly deed: string;
  readonly of?: string;
  /** One clause that is nothing but the judgement is enough: 发票上少了五只，打回去. */
  readonly isClause?: true;
  readonly verb: RegExp;
  readonly points: RegExp;
  /** The slot that the clauses beside the judgement go into. */
  readonly why?: string;
  /** Words of a deed that names all by itself: 12号支出300元，付给张记五金 is held against what was approved. */
  readonly unless?: RegExp;
  /** Moods that are no denial here: 不批 is what is said. */
  readonly may?: readonly MoodKind[];
  slots?(text: string): Readonly<Record<string, unknown>>;
}

const money =
  /[这那][一两三四五六七八九几]?[笔单]|(?:第|头|上)[一二三四五六七八九\d]{0,2}[笔单]|申请\s*\d|\d[元块]?那[个笔]/u;
const receipt = /[这那]一?笔|(?:第|头|上)[一二三四五六七八九\d]{0,2}笔|凭证\s*\d/u;
const report = /[这那](?:个|件)?(?:报事|报修|事)|报事|报修|的事|报(?:事|修)?的(?:人|那)/u;
const fault = /整改|复查|[这那](?:处|[个几两]?[处根盏道段块]|条整改)/u;
const mended =
  /(?:补|修|改|包|弄|换|焊|清|填|刷|垫|拧|扶|接|处理|抹|砌|盖|收拾|整|装|通|办|做|干|扫|擦|拖|洗|搬|捡|剪|浇|铲|倒|拆|贴)(?:好|平|上|住|掉|走|干净|利索|到位|完|正|直|稳)(?:了|啦)?|整改(?:好|完)|(?:疏)?通了|搞定了?/u;

const called = /问(?:过|了)|核(?:过|实|对)|确认|电话|[他她]说|人家|说(?:过|是)/u;
const byPhone = /打回|电话|回访|(?:问|核实|核对)(?:了|过)/u;
const byPaper = /纸|[这那]张|照片|原件|录(?:的|入)|(?:填|签)的/u;
const agrees =
  /一(?:样|致)|对(?:着呢|得上|上了|的)|没(?:有)?(?:啥|什么)?(?:错|问题|毛病|出入)|相符|不差|属实|核(?:对|实)?(?:过|了|好)/u;
const differs = /对不上|不(?:一样|一致|符|对)|有(?:误|出入)|(?:填|录|登|写)错|假的/u;

/** What somebody else entered, held against its picture or told by telephone: what is against it first. */
const checks: readonly Sign[] = [
  {
    deed: 'phone.check',
    verb: /没(?:有)?(?:说过|打过|答应|同意过)|没(?:这|那)(?:回|么|个)?(?:事|话)|不是(?:这么|那么)|不(?:符|一致|承认|认账)|不(?:对|是)(?:的)?$/u,
    points: byPhone,
    may: ['denied', 'reported', 'past'],
    slots: () => ({ verdict: '不符' }),
  },
  {
    deed: 'phone.check',
    verb: /是(?:这么|有这|那么)(?:一)?(?:回|个)?(?:事|说的|讲的)|(?:说|讲)的?(?:没错|是对的|对着)|没错|一致|属实|承认/u,
    points: byPhone,
    may: ['reported', 'past'],
    slots: () => ({ verdict: '一致' }),
  },
  ...(['paper.check', 'mandate.check', 'sheet.check'] as const).flatMap((deed): Sign[] => {
    const slot = deed === 'sheet.check' ? 'verdict' : 'result';
    const points = deed === 'mandate.check' ? /委托|授权|代表书/u : byPaper;
    return [
      { deed, verb: differs, points, may: ['denied', 'past'], slots: () => ({ [slot]: '不符' }) },
      { deed, verb: agrees, points, may: ['past'], slots: () => ({ [slot]: '一致' }) },
    ];
  }),
];

const looked = /看(?:了|过)|去看|查(?:了|过)|试(?:了|过)|验/u;

/** What is said of works, of an emergency, of what others were asked to do, and of small jobs. */
const works: readonly Sign[] = [
  {
    deed: 'project.accept',
    verb: /过不了|通不过|不(?:合格|过关)|(?:不能|没法|不给)(?:签|验|过)|验收?不(?:过|行|了)/u,
    points: /验|签|过不了|合格/u,
    may: ['denied', 'past', 'hedged'],
    why: 'reason',
    slots: () => ({ result: 'fail' }),
  },
  {
    deed: 'project.accept',
    verb: /没(?:有)?(?:啥|什么)?(?:毛病|问题|意见)|合格|过关|(?:可以|行|好)了|(?:可以|挺好|行|中)[的啊吧]*[。.!！]*$|都?(?:亮|通|好)(?:着|了|的)/u,
    points: looked,
    may: ['past'],
    slots: () => ({ result: 'pass' }),
  },
  {
    deed: 'emergency.confirm',
    verb: /确实|真的?(?:爆|漏|坏|断|裂)|属实/u,
    points: /现场|到场|看(?:了|过|到|见)|去看/u,
    may: ['past'],
  },
  {
    deed: 'outside.end',
    verb: /(?:弄|办|处理|搞|干|修|接|做|查)(?:完|好|结|妥)|办结|链接.{0,4}(?:关|停|撤)|不用(?:他们?)?(?:办|管)了/u,
    points: /链接|请办/u,
  },
  { deed: 'task.done', verb: mended, points: /任务|[我俺]那(?:个|件)?|认领|活/u, isClause: true },
  {
    deed: 'task.drop',
    verb: /(?:盯|管|弄|办|干|顾|看|做|接|扫|搬|擦|收拾|浇)不(?:了|过来|动|成|完)了?|没(?:空|时间|工夫)(?:再)?(?:盯|管|弄|办|看|扫)了?|不(?:盯|管|干|弄|扫)了|(?:让|叫|换|找)(?:个)?(?:别人|人家|别家)(?:来|吧|干|弄|扫)/u,
    points: /任务|[我俺]那(?:个|件)?|认领|活/u,
    isClause: true,
    may: ['denied'],
  },
  {
    deed: 'task.return',
    verb: /没(?:有)?(?:人)?(?:亮|好|弄|修|换|清|办|动|扫|擦|搬|收拾|干净|捡|管)|还(?:是)?(?:没|不|坏|黑|脏|堵|老样|一地|满地)|不(?:亮|通|行|干净)/u,
    points: looked,
    may: ['denied'],
  },
  {
    deed: 'task.check',
    verb: new RegExp(
      `${mended.source}|(?<![不没])(?:亮|好|通|干净|利索)了|(?:挺|很|蛮|真|怪|可|得)(?:干净|好|亮|利索|不错)`,
      'u',
    ),
    points: looked,
  },
  {
    deed: 'dispatch.done',
    verb: /(?:贴|发|报|补|登|交)(?:好|上|齐|出去|完)了/u,
    points: /事项|调度|销号/u,
    slots: text => ({ evidence: text }),
  },
  { deed: 'dispatch.check', verb: /(?:贴|发|报|补|登|交|办|弄|做)(?:好|上|齐|出去|完)了|核实|属实/u, points: looked },
];

/** 地漏的建议就算了, 那个主意用不上: an idea that is not taken up. */
const turnsDown =
  /不采(?:纳|用|了)|没采纳|不(?:予|能)采(?:纳|用)|(?:建议|主意|点子|想法|[这那]条)[^,，。]{0,4}?(?:算了|免了|不要了?|不[弄搞做办用考虑]{1,2}了|先?放一?放|用不[上了成]|不行|不成|行不通|不可行|没法(?:用|弄|办))|(?:不|没法|没办法|不能)(?:写|加|放|列)(?:进|到)/u;

const someone = '(?:人|工|师傅|物业|公司|厂家|工程队|维修|他们?)';
const will =
  '(?:[今明后]天|今晚|明早|[上下]午|晚上|马上|这就|尽快|回头|下周|这两天|周[一二三四五六日末]|星期[一二三四五六日天]|\\d{1,2}[号日])';

/** 单元门还没修好呢: it is not as it should be. */
const stillBad =
  /(?:没|未)(?:有|人|曾|给)*[^，,。]{0,2}(?:修|弄|换|处理|清|办|补|通|装|好|亮)|[修弄换补办]不(?:了|好|上)|还(?:是)?(?:坏|漏|堵|黑|不亮|不通|那样|老样)/u;

/** What whoever sees to a report says of it, and who reported it. */
const reports: readonly Sign[] = [
  {
    deed: 'report.answer',
    of: 'own report.answer',
    verb: new RegExp(
      `(?:派|叫|让|请|联系|找|安排|约|通知)(?:了|好|过|个)*[^，,。]{0,6}${someone}|${will}[^，,。]{0,10}(?:修|换|弄|处理|疏通|清|过?去看|装|到|检查)`,
      'u',
    ),
    points: /./u,
    may: ['hedged', 'past'],
    unless: /开会|议事|投票|表决|进度|工地|验收|[元块]/u,
    slots: text => ({ text: asSaid(text) }),
  },
  {
    deed: 'report.solve',
    of: 'own report.solve',
    verb: mended,
    points: report,
    isClause: true,
    may: ['past', 'denied'],
    unless: stillBad,
    slots: text => ({ reason: asSaid(text) }),
  },
  {
    deed: 'report.withdraw',
    of: 'new report.withdraw',
    verb: /^(?:[^]{0,6}(?:好|亮|通|修好|弄好)了[,。\s]*)?(?:不用|不必|甭)(?:再|来|去|派?人)*(?:管|修|来|弄|看|麻烦)?了/u,
    points: /(?:不用|不必|甭)[^,。]{0,4}了/u,
    may: ['denied', 'past'],
  },
];

const handedTo =
  /(?:转|交|派|移)(?:给|到|交)?(?<to>[^，,。.!！\s]{2,10}?)(?:办|管|处理|去|来|了|吧|呗)*(?:[，,。.!！\s]|$)/u;

/** 收到, and 灯那个, before what is answered. */
const taken = /^(?:收到|好的?|知道了|明白|行)?[,。\s]*(?:[\p{Script=Han}]{1,6}(?:的事|那个|那边的?|那件事)[,\s]*)?/u;

/** The words themselves, without what is said before them. */
export function asSaid(text: string): string {
  return text.trim().replace(taken, '').replaceAll(',', '，');
}

const oneSum = /(?<![\d第])(?:\d{1,7}(?:\.\d{1,2})?|[一二两三四五六七八九十百千万零]{2,10})(?![\d号楼单元户家%])/gu;

/** What was left is given back home by home: all of it, what could not be handed over, and what was fetched afterwards. */
const refunds: readonly Sign[] = [
  {
    deed: 'refund.hold',
    verb: /没(?:有)?(?:能)?(?:人在?|送到|送成|给到|给成|找着|找到人|退成|退掉)|(?:送|退)不(?:到|了|出去|回去)|不在家|敲门?没人/u,
    points: /\d{3}/u,
    may: ['denied', 'past'],
  },
  {
    deed: 'refund.claim',
    verb: /(?:拿|领|取)走了|(?:来|过来|自己)(?:把[^，,。]{0,4})?(?:拿|领|取)(?:走|了)|补领|领(?:回|去)了/u,
    points: /\d{3}/u,
    may: ['past'],
  },
  {
    deed: 'funds.spend',
    of: 'refunds',
    verb: /退(?:完|清|给|还|掉|好|下去)?[^，,。]{0,4}了/u,
    points: /余款|剩|退款|单子|大家|各[家户]|一家一[家户]|挨家|全|都/u,
    may: ['past'],
    unless: /申请|凭证|票|没退|退[回货休单]/u,
    slots: text => {
      // 3号楼2单元402的没送到: a door is no sum.
      const homes = findAddresses(text).filter(({ room }) => room !== undefined);
      const said = cutOut(text, homes);
      const [sum, ...others] = said.match(oneSum) ?? [];
      const amount = sum === undefined || others.length > 0 ? undefined : readAmount(`${sum}元`);
      return { purpose: '余款退款', ...(amount?.kind === 'exact' && { amount: amount.fen }) };
    },
  },
];

/** What is against it comes before what is for it: 不批 holds 批. */
export const judgementSigns: readonly Sign[] = [
  ...checks,
  {
    deed: 'spend.refuse',
    verb: /退回去?|打回(?:去|来)?|驳回|不批(?!评)|批不了|不(?:能|给|予)批|(?:退|打)(?:了|掉|回)[吧去]?$|(?:退给[^,，。]{0,6})?重新?开(?!了|的|好|过|来)(?:一?张(?!了|的)|个)?(?:发?票)?/u,
    points: money,
    why: 'reason',
    may: ['denied'],
    isClause: true,
    unless: called,
  },
  {
    deed: 'spend.release',
    verb: /放行|放(?:了|掉|过)(?:吧|去)?|解除暂缓|可以放|不(?:用)?(?:扣|压|卡|拦)(?:着)?了/u,
    points: money,
    isClause: true,
  },
  {
    deed: 'spend.check',
    verb: /核(?:对|过|完|好|了)|(?:看|查|对|审)(?:过|完)|没(?:有)?(?:啥|什么)?(?:问题|错|毛病)|无误/u,
    points: money,
  },
  { deed: 'spend.approve', verb: /(?<!审)批(?:准|了|吧|掉|过)|(?<!不)同意(?!票)|准了|可以[批付]/u, points: money },
  {
    deed: 'spend.pay',
    verb: /付(?!款方|多少)|转(?:给|过去|了|账)|打(?:给|款|过去)|结(?:了|清|给)/u,
    points: money,
    unless: /支出/u,
  },
  ...refunds,
  {
    deed: 'funds.reverse',
    verb: /冲(?:掉|了|销|正|红)|(?:作废|撤掉)(?:了|吧)?$/u,
    points: receipt,
    why: 'reason',
    may: ['past', 'denied'],
  },
  {
    deed: 'finding.check',
    verb: notPassed,
    points: fault,
    why: 'fault',
    may: ['denied'],
  },
  {
    deed: 'finding.check',
    verb: new RegExp(
      `${mended.source}|(?<!不)(?:合格|通过)|(?:可以|行|好)了|没问题|不(?:渗|漏|露|晃|松)了|(?:直|正|平|稳|亮)了`,
      'u',
    ),
    points: new RegExp(`${fault.source}|看(?:了|过)|去看|查(?:了|过)`, 'u'),
  },
  { deed: 'finding.mend', verb: mended, points: fault },
  ...works,
  {
    deed: 'idea.answer',
    verb: new RegExp(
      `${turnsDown.source}|采(?:纳|用)|(?:写|加|放|列|补)(?:进|到|入)(?:方案|草稿|去)|(?:就|按)(?:听|依|照)(?:他|她|这)`,
      'u',
    ),
    points: /建议|主意|点子|想法|[这那]条|刚才那个/u,
    why: 'answer',
    may: ['denied', 'hedged'],
    slots: text => ({ verdict: turnsDown.test(text) ? '不采纳' : '采纳' }),
  },
  {
    deed: 'objection.answer',
    verb: /^(?:回复?|答复)[^:]{0,20}:|(?:给|跟|对)[^:，,]{0,12}(?:提(?:了)?(?:意见|异议)|有(?:意见|异议))的[^:，,]{0,6}(?:回|答复|说|讲)[^:，,]{0,4}:/u,
    points: /异议|意见|(?:那|这)(?:一)?(?:条|个)|说.{2,12}的/u,
    may: ['onBehalf', 'reported'],
    slots: text => ({ text: asSaid(text.slice(text.indexOf(':') + 1)) }),
  },
  {
    deed: 'report.take',
    verb: new RegExp(`[我俺](?:${will})?(?:来|去|过去)(?:办|管|接|跟|处理|盯|弄|联系|看看?|瞧瞧?|瞅瞅?)`, 'u'),
    points: report,
  },
  {
    deed: 'report.answer',
    verb: /(?:回|答复|回复|告诉)(?:一下|一声|个话|他们?|她们?|人家|住户|大家)|(?:跟|和|给|对)[^，,。]{1,6}(?:说|讲|回)(?:一声|一下|个话)/u,
    points: report,
    why: 'text',
    may: ['onBehalf'],
  },
  ...reports,
  {
    deed: 'report.withdraw',
    verb: /(?:不用|不必|甭)(?:再|来|去|派?人)*(?:管|修|来|弄)了|(?:自己|已经|又)(?:好|亮|通)了|(?:撤|收)(?:回|掉|了)/u,
    points:
      /报事|[我俺](?:刚才|昨天|之前|上次)?报|自己(?:好|亮|通)了|(?:不用|不必|甭)(?:再|来|去|派?人)*(?:管|修|来|弄)了/u,
    may: ['denied', 'past'],
  },
  {
    deed: 'report.grow',
    verb: /(?:转|改|变|提)(?:成|为|个|作)?提案|(?:还是|干脆|不如)(?:走|做|弄)?(?:个)?提案/u,
    points: /[这那]个?(?:事|报事|问题)|报事|光报|这个(?=干脆|就|还是|也|转|改|变|提)/u,
    isClause: true,
    may: ['denied', 'past'],
  },
  {
    deed: 'report.refer',
    verb: /(?:不归|不是)(?:我们|咱们?|俺们?|本网格|物业|这边)管?/u,
    points: report,
    may: ['denied'],
    slots: text => {
      const to = /(?<!不)(?:应?该?归|属于|要找|得找)(?<to>[^，,。.!！\s]{2,20}?)管?(?:的|了|吧)*$/u.exec(text)
        ?.groups?.['to'];
      return to === undefined || /^(?:我们|咱|俺)/u.test(to) ? {} : { reason: to };
    },
  },
  {
    deed: 'report.hand',
    verb: /(?:转|交|派|移)(?:给|到|交)?(?:物业|楼长|网格员|书记|社区|单元长|业委会|供水|供电|热力|燃气)/u,
    points: report,
    isClause: true,
    slots: text => {
      const to = handedTo.exec(text)?.groups?.['to'];
      return to === undefined ? {} : { to };
    },
  },
  {
    deed: 'member.confirm',
    verb: /(?:给|让|帮)(?:他|她|这家|那家|人家)(?:们)?(?:通过|过|绑上?|确认|批)(?:一下|了|吧|上)*/u,
    points: /[他她家]/u,
    may: ['reported', 'past', 'onBehalf'],
  },
  {
    deed: 'member.confirm',
    verb: /没错|不错|(?:确实|就|真)?是[这那他她]?(?:一?家|户|本人)|认识(?:他|她|的)|对的|属实|确认|核实(?:过|了)|是真的/u,
    points: /[这那]个人|绑定|本人|[这那]一?[家户]的/u,
  },
];

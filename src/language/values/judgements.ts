import { type MoodKind, readMood } from './manner/mood.js';
import { readSequence } from './numbers.js';

/** What somebody of an office says of a thing that waits (核过了, 退回去, 补好了), and why. */
export interface Judgement {
  readonly deed: string;
  readonly slots: Readonly<Record<string, unknown>>;
  /** True where the words say that something is meant that waits: 这笔, 第一笔, 申请1, 那条. */
  readonly isPointed: boolean;
  /** The words are nothing but the judgement: 那就批了吧. */
  readonly isAlone: boolean;
  /** 第二笔: its place among those that wait. */
  readonly nth?: number;
}

interface Sign {
  readonly deed: string;
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

const money = /[这那]一?[笔单]|(?:第|头|上)[一二三四五六七八九\d]{0,2}[笔单]|申请\s*\d|\d[元块]?那[个笔]/u;
const receipt = /[这那]一?笔|(?:第|头|上)[一二三四五六七八九\d]{0,2}笔|凭证\s*\d/u;
const report = /[这那](?:个|件)?(?:报事|报修|事)|报事|报修|的事/u;
const fault = /整改|复查|[这那](?:处|[个几两]?[处根盏道段块]|条整改)/u;
const mended =
  /(?:补|修|改|包|弄|换|焊|清|填|刷|垫|拧|扶|接|处理|抹|砌|盖|收拾|整)(?:好|平|上|住|掉|干净|到位|完)(?:了|啦)?|整改(?:好|完)/u;

/** What is against it comes before what is for it: 不批 holds 批. */
const signs: readonly Sign[] = [
  {
    deed: 'spend.refuse',
    verb: /退回去?|打回(?:去|来)?|驳回|不批(?!评)|批不了|不(?:能|给|予)批|(?:退|打)(?:了|掉|回)[吧去]?$/u,
    points: money,
    why: 'reason',
    may: ['denied'],
  },
  {
    deed: 'spend.check',
    verb: /核(?:对|过|完|好|了)|(?:看|查|对|审)(?:过|完)|没(?:有)?(?:啥|什么)?(?:问题|错|毛病)|无误/u,
    points: money,
  },
  { deed: 'spend.approve', verb: /(?<!审)批(?:准|了|吧|掉|过)|同意(?:付|支付|支出)|准了|可以[批付]/u, points: money },
  {
    deed: 'spend.pay',
    verb: /付(?!款方|多少)|转(?:给|过去|了|账)|打(?:给|款|过去)|结(?:了|清|给)/u,
    points: money,
    unless: /支出/u,
  },
  {
    deed: 'funds.reverse',
    verb: /冲(?:掉|了|销|正|红)|(?:作废|撤掉)(?:了|吧)?$/u,
    points: receipt,
    why: 'reason',
    may: ['past', 'denied'],
  },
  {
    deed: 'finding.check',
    verb: /还(?:是)?(?:没|在|有|漏|渗|露|晃)|没(?:有)?(?:补|修|改|包|弄|焊|整改?)(?:好|到位|完)|不(?:行|合格|通过|过关|到位)|又(?:渗|漏|松|掉)/u,
    points: fault,
    why: 'fault',
    may: ['denied'],
  },
  {
    deed: 'finding.check',
    verb: new RegExp(`${mended.source}|(?<!不)(?:合格|通过)|(?:可以|行|好)了|没问题|不(?:渗|漏|露|晃|松)了`, 'u'),
    points: new RegExp(`${fault.source}|看(?:了|过)|去看|查(?:了|过)`, 'u'),
  },
  { deed: 'finding.mend', verb: mended, points: fault },
  {
    deed: 'idea.answer',
    verb: /不采纳|没采纳|不(?:予|能)采纳|采纳|写进(?:方案|去)/u,
    points: /建议|主意|点子|想法|[这那]条|刚才那个/u,
    why: 'answer',
    may: ['denied'],
    slots: text => ({ verdict: /[不没](?:予|能)?采纳/u.test(text) ? '不采纳' : '采纳' }),
  },
  {
    deed: 'report.withdraw',
    verb: /(?:不用|不必|甭)(?:再|来|去|派?人)*(?:管|修|来|弄)了|(?:自己|已经|又)(?:好|亮|通)了|(?:撤|收)(?:回|掉|了)/u,
    points:
      /报事|[我俺](?:刚才|昨天|之前|上次)?报|自己(?:好|亮|通)了|(?:不用|不必|甭)(?:再|来|去|派?人)*(?:管|修|来|弄)了/u,
    may: ['denied', 'past'],
  },
  {
    deed: 'report.grow',
    verb: /(?:转|改|变|提)(?:成|为|个|作)?提案/u,
    points: /[这那]个?(?:事|报事|问题)|报事|光报/u,
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
    deed: 'report.take',
    verb: /[我俺](?:来|去)(?:办|管|接|跟|处理|盯|弄|联系)/u,
    points: report,
  },
  {
    deed: 'report.answer',
    verb: /(?:回|答复|回复|告诉)(?:一下|一声|个话|他们?|她们?|人家|住户|大家)/u,
    points: report,
    why: 'text',
    may: ['onBehalf'],
  },
  {
    deed: 'member.confirm',
    verb: /没错|不错|(?:确实|就|真)?是[这那他她]?(?:一?家|户|本人)|认识(?:他|她|的)|对的|属实|确认|核实(?:过|了)|是真的/u,
    points: /[这那]个人|绑定|本人|[这那]一?[家户]的/u,
  },
];

const unmeant: readonly MoodKind[] = [
  'forwarded',
  'quoted',
  'reported',
  'onBehalf',
  'asked',
  'denied',
  'hedged',
  'conditional',
  'past',
  'joking',
];

/** Longer messages tell of much. */
const longest = 48;
const putsOff = /先(?:不|别|等)|再(?:等|说|看看?|议)|等(?:等|会|一下)|暂(?:缓|停)|缓一?缓/u;
const before =
  /^(?:那|就|好|行|嗯|哦|对|可以|我|俺|咱|这边|先|现在|也|都|把(?:它|他)?|这|给|的话|已经|刚刚?|才|全|[\s，,。])+/u;
const behind = /^(?:了|吧|啊|呀|哈|呗|啦|的|嘛|掉|一下|\s|[。.!！])*$/u;

/** 那就批了吧: nothing but the judgement. */
function isAlone(text: string, verb: RegExp): boolean {
  const rest = text.replace(before, '');
  const found = verb.exec(rest);
  return found?.index === 0 && behind.test(rest.slice(found[0].length));
}

/** What the words judge, for each office that may have said it; empty where they ask, put off, tell of others, or judge nothing. */
export function readJudgements(text: string): readonly Judgement[] {
  const plain = text.normalize('NFKC').trim();
  if ([...plain].length > longest || plain.includes('\n') || putsOff.test(plain)) return [];
  const moods = readMood(plain.replace(/刚才|刚刚/gu, ''));
  return signs.flatMap(sign => {
    if (
      !sign.verb.test(plain) ||
      sign.unless?.test(plain) ||
      moods.some(({ kind }) => unmeant.includes(kind) && !sign.may?.includes(kind))
    )
      return [];
    const why = sign.why === undefined ? '' : besides(plain, sign);
    const nth = ordinal(plain);
    return [
      {
        deed: sign.deed,
        slots: { ...sign.slots?.(plain), ...(sign.why !== undefined && why !== '' && { [sign.why]: why }) },
        isPointed: sign.points.test(plain),
        isAlone: isAlone(plain, sign.verb),
        ...(nth !== undefined && { nth }),
      },
    ];
  });
}

const pointing =
  /^(?:我|俺|刚才|就|把|这个?|那个?|[这那]一?[笔单条家]|(?:支出)?申请\s*\d+号?|凭证\s*\d+号?|第[一二三四五六七八九\d]{1,2}[笔单条]|(?:那条|这条)?建议\d*|的|[，,：:\s])+/u;
/** Why something is taken back stands in the words of the judgement itself: 记重了. */
const mistaken = /(?:记|登|录|收|算|打)(?:错|重|串|多|少|反)(?:了|人|户|账|数|笔)*|重复(?:登记|记账|入账|了)*/u;

function clausesOf(text: string): string[] {
  return text.split(/[\s，,。.!！；;、]+/u);
}

/** The clauses beside the judgement, without what points at the thing. */
function besides(text: string, { verb, why }: Sign): string {
  // What does not pass is never without its fault: it would pass.
  if (why === 'fault') return faultIn(text) || text;
  const wrong = mistaken.exec(text)?.[0];
  if (wrong !== undefined) return wrong;
  const clauses = clausesOf(text)
    .map(clause => clause.replace(pointing, ''))
    .filter(clause => clause !== '' && !verb.test(clause) && [...clause].length > 1);
  return clauses.join('，');
}

/** What is still wrong, without the way there: 我去看了，还是没包好. */
function faultIn(text: string): string {
  return clausesOf(text)
    .filter(clause => clause !== '' && !/^(?:我|俺|刚才|又|再|今天|去|来|到现场)*[看查](?:过|了|完)*$/u.test(clause))
    .filter(clause => !/^(?:这|那|肯定|还是)*不(?:行|合格|通过)(?:啊|的)?$/u.test(clause))
    .join('，');
}

function ordinal(text: string): number | undefined {
  const { n } = /第(?<n>[一二三四五六七八九]|\d{1,2})[笔单条]/u.exec(text)?.groups ?? {};
  if (n !== undefined) return readSequence(n) ?? undefined;
  return /头一[笔单条]/u.test(text) ? 1 : undefined;
}

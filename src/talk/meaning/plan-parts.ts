import { onlyOne } from '../../domain/only-one.js';
import { destinations, sources } from '../../domain/funds/ledger.js';
import { allNamed } from '../../domain/funds/source-names.js';
import { typed, yuan } from '../../domain/money.js';
import { plannedBudgetFen } from '../../domain/plan/draft.js';
import type { PlannedSource } from '../../domain/plan/funding-plan.js';
import { Refusal } from '../../domain/refusal.js';
import { readMilestones } from '../../language/values/milestones-said.js';
import type { MoodKind } from '../../language/values/manner/mood.js';
import { readAllocation } from '../../language/values/money/allocation.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { readFundingList } from '../../language/values/money/funding-list.js';
import { readPricedList } from '../../language/values/money/priced-list.js';
import { readRoundTerms, roundTermsIn } from '../../language/values/money/round-terms.js';
import { giverNames, sourcesIn } from '../../language/values/money/sources-said.js';
import { sumsSaid } from '../../language/values/money/sums-said.js';
import { namesSaid } from '../../language/values/people/names-said.js';
import type { Project } from '../../store/proposal/project.js';

/** A part of a plan as a secretary says it, with the deed that writes it into the draft. */
export interface Part {
  readonly said: RegExp;
  readonly deed: string;
  readonly slot: string;
  /** Moods that are none here: 谁便宜用谁 asks nothing. */
  readonly may?: readonly MoodKind[];
  /** True where the words alone tell too little: they are of the draft only while it is spoken of and lacks this part. */
  readonly isBare?: true;
  /** True where the words add to this part: they are of the draft only while it is spoken of and has this part. */
  readonly adds?: true;
  /** True where only beside other parts of a plan the words are of one. */
  readonly isBeside?: true;
  /**
   * The words of the slot, where they are whole; what is asked; the draft, where it says so already; null for words that are none of this. `totalFen` is what was said beside it
   * of the whole cost.
   */
  read(words: string, now: Date, project: Project, totalFen?: number | null): Read;
}

type Read = { readonly value: string } | { readonly ask: string } | { readonly isThere: true } | null;

const be = '(?:就|是|定|为|嘛|呢|大概|一共|总共|先|也|按|写(?:成|作)?|改成|你?记(?:一下|下|好|上)|[:：，,\\s])*';

/** 材料八千人工四千: behind a sum the next item begins. */
const betweenSums = /(?<=[\d千百万元块])(?=\p{Script=Han}{2})(?!千|百|万|元|块)/gu;

/** What is done to a thing, and begins what a plan shall do. */
const works =
  '装(?!修)|换(?!成|人|个人)|修(?!改)|建(?!议)|铺|刷|砌|拆|挖|铲|焊|补|搭|疏通|清理|清洗|安|加装|加固|更换|新建|改造|粉刷|翻新|硬化';
const worksMay: readonly MoodKind[] = ['asked', 'conditional', 'hedged', 'denied', 'past'];
/** What ends so asks, whatever it may say. */
export const endsAsked = /(?:吗|么|呢|吧|行不行|好不好|咋样|怎么样)[。!！]*$|[?？]/u;

/** Words that may name sources with their sums. */
const sourced = new RegExp(
  `^(?<words>(?=[^]*(?:${giverNames}))(?=[^]*[\\d一二两三四五六七八九十百千万])[^?？]{4,160})$`,
  'u',
);

export const planParts: readonly Part[] = [
  {
    // 锁芯三千三，师傅安装一千二: what tells of works as well is a list where each has its price.
    said: /^(?:预算(?:明细)?)?[:：，,\s]*(?<words>(?=[^]*(?:安装|清运|拆除|施工|配件|管材))[^?？:：]{5,120})$/u,
    deed: 'plan.budget',
    slot: 'lines',
    read: words => ((readPricedList(words)?.length ?? 0) > 1 ? { value: words } : null),
  },
  {
    // 预算一万二 says the whole, and no line of it.
    said: new RegExp(`^(?:总)?(?:预算|造价|费用|钱|款)${be}(?<words>[^，,。;；]{1,12})$`, 'u'),
    deed: 'plan.budget',
    slot: 'lines',
    read: (words, _, project) => {
      const fen = totalIn(words);
      if (fen !== null && fen === plannedBudgetFen(project)) return { isThere: true };
      return fen !== null
        ? { ask: `预算${yuan(fen)}怎么分？例如“材料8000元，人工4000元”，合起来就是预算。` }
        : { ask: '预算怎么分？例如“材料8000元，人工4000元”。' };
    },
  },
  {
    said: /^(?:预算(?:明细)?|明细|钱)?[:：，,\s]*(?:就|先|是|这么分)*[:：，,\s]*(?<words>(?=[^]*(?:材料|人工|工钱|工费|辅料|运费|机械|设备|垃圾清运))[^?？:：]{5,120})$/u,
    deed: 'plan.budget',
    slot: 'lines',
    read: words => {
      const spaced = words.replaceAll(betweenSums, '，');
      const value = [words, spaced].find(each => readPricedList(each) !== null);
      return value === undefined ? { ask: '预算怎么分，没有听准。' } : { value };
    },
  },
  {
    said: /^(?:出资(?:办法)?|分摊|摊派|钱)?[:：，,\s]*(?:就|按)*(?<words>(?:每|各|家)[户家](?:都)?(?:[出摊]|平均|一样|平摊|均摊|户均)[^，,。?？]{0,12}|(?:按)?(?:户均|面积|楼层)[^。?？]{0,30}|按?户(?:数|头)?(?:平均|均|平)[^，,。?？]{0,6}|(?:按|照|依)(?:着)?(?:房子|房屋|建筑|房本)?的?(?:大小|面积|平方|平米)[^，,。?？]{0,6}|自愿[^。?？]{0,6}|平摊[^。?？]{0,6})$/u,
    deed: 'plan.shares',
    slot: 'how',
    read: words => {
      const value = [words, words.replace(/^(?:每|各|家)[户家](?:都)?(?:[出摊])?/u, '')].find(each =>
        readAllocation(each),
      );
      return value !== undefined
        ? { value }
        : { ask: '每户不写死数，按居民要出的总数算：户均、按面积、按楼层，还是自愿？例如回复“户均”。' };
    },
  },
  {
    said: new RegExp(`^(?:监管小组|监督小组|监管的?人?|监督的?人?)${be}(?<words>[^?？]{2,80})$`, 'u'),
    deed: 'team.set',
    slot: 'said',
    read: words => {
      const names = namesSaid(words).filter(name => !/他们|她们|咱们|等人|几个|[三五七]个/u.test(name));
      return names.length >= 3
        ? { value: words }
        : { ask: '监管小组要把人说全，至少3人、单数，例如“周桂兰、王师傅、李阿姨”。' };
    },
  },
  {
    said: new RegExp(`^工期${be}(?<words>[^?？]{2,120})$`, 'u'),
    deed: 'schedule.plan',
    slot: 'plan',
    read: (words, now) =>
      isPlanned(words, now) ? { value: words } : { ask: '工期要说哪一步到哪一天，例如“拆旧4月10日，装管4月25日”。' },
  },
  {
    // 布线4月10，装桩4月20，工期就这么排.
    said: /^(?<words>[^?？]{4,120}?)[，,。\s]*(?:就)?(?:工期|进度|节点|时间)(?:就|先)?(?:按)?(?:这么|这样|这个)(?:排|定|来|安排)?[了吧]?$/u,
    deed: 'schedule.plan',
    slot: 'plan',
    read: (words, now) => (isPlanned(words, now) ? { value: words } : null),
  },
  {
    said: /^(?<words>(?![^]*(?:认[筹捐领]|截止|公示|表决|投票|收款))[^?？]*\d\s*月[^?？]{2,120})$/u,
    deed: 'schedule.plan',
    slot: 'plan',
    isBeside: true,
    read: (words, now) => (isPlanned(words, now) ? { value: words } : null),
  },
  {
    // 认筹认到下个月15号，每户最多300; 4月7号认筹截止.
    said: /^(?<words>(?=[^]*(?:认[筹捐领]|筹款|截止|封顶|(?:最多|顶多|不超过?|最高|上限)[^，,]{0,6}\d|每?[户家][^，,]{0,3}(?:最多|顶多|不超|最高|上限)))[^?？]{4,80})$/u,
    deed: 'pledge.round',
    slot: 'terms',
    read: (words, now) => {
      const terms = roundTermsIn(words);
      return terms !== null && readRoundTerms(terms, now) ? { value: terms } : null;
    },
  },
  {
    // 钱一共三千，都大家自己凑: all of it, and nothing of the speaker's own.
    said: /^(?<words>[^?？]{0,24}?(?:都|全|全部|统统|通通|一律)(?:由|让|靠|是|归|从)?(?:咱们?|我们)?(?:大家伙?|大伙儿?|居民|业主|住户|各家|各户|邻居们?)(?:自己|自愿|一起|们|来)*(?:凑|出|掏|筹|认|拿|承担|负担)[^?？，,]{0,4}(?:[，,\s]+[一共总合计\d〇零二两三四五六七八九十百千万元块]{1,10})?)$/u,
    deed: 'plan.sources',
    slot: 'list',
    may: ['asked'],
    read: (words, _, project, totalFen) => {
      const said = sumsSaid(words);
      const only = onlyOne(said ?? []);
      const fen = said?.length === 0 ? (totalFen ?? plannedBudgetFen(project)) : (only?.fen ?? null);
      return fen === null ? { ask: '都由居民出，一共多少？例如“居民8000元”。' } : { value: `居民${typed(fen)}` };
    },
  },
  {
    said: new RegExp(
      `^(?:资金(?:来源)?|钱(?:从哪来|的来源)?|款项)${be}(?<words>[^?？]{4,160})$|^(?<bare>居民(?:出|自筹|掏)?[^?？]{1,80}(?:奖补|补贴|公共收益|维修资金)[^?？]{1,60})$`,
      'u',
    ),
    deed: 'plan.sources',
    slot: 'list',
    // 去年的6号表决定过的 tells what a source stands on.
    may: ['past'],
    read: words => {
      const said = words
        .replaceAll(/(?<=居民|大家|住户|政府|街道|社区)(?:自己)?(?:出|自筹|掏|给)/gu, '')
        .replaceAll(betweenSums, '，');
      const value = [words, said].find(each => allNamed(readFundingList(each)) !== null);
      return value === undefined ? { ask: '钱从哪里来，没有听准。例如“居民8000元，奖补4000元”。' } : { value };
    },
  },
  {
    // 居民出八千，公益资源补四千; 公益资源改成五千，居民七千 changes these two, and leaves the others of the draft as they are.
    said: sourced,
    deed: 'plan.sources',
    slot: 'list',
    read: (words, _, project) => {
      const list = sourcesIn(words);
      const isChange = /改(?:成|为|到|一下)?|调(?:成|到|整)|变成|换成/u.test(words);
      if (!list || (list.length < 2 && !isChange)) return null;
      const kept = isChange ? (project.fundingPlan?.sources ?? []) : [];
      if (isChange && kept.length === 0 && list.length < 2) return null;
      const others = kept.filter(({ source }) => list.every(one => one.source !== source));
      return { value: listOf([...list, ...others]) };
    },
  },
  {
    said: sourced,
    deed: 'plan.sources',
    slot: 'list',
    isBeside: true,
    read: words => {
      const list = sourcesIn(words);
      return list && { value: listOf(list) };
    },
  },
  {
    said: /^(?:剩|余|结余|花不完|用不完|没花完|没用完|多出)[^?？]{0,16}?(?:转|放|留|给|归|并|进|存|入|划|充|退|还)[^?？]{0,4}?(?<words>维修资金|维修基金|下一?个项目|(?:社区)?慈善基金|各户|各家|大家|住户)[^?？]{0,4}$/u,
    deed: 'plan.surplus',
    slot: 'to',
    may: ['denied'],
    read: words => ({
      value: /维修/u.test(words)
        ? destinations.maintenance_fund
        : words.startsWith('下')
          ? destinations.next_project
          : /慈善/u.test(words)
            ? destinations.charity_fund
            : '各户',
    }),
  },
  {
    said: new RegExp(`^(?:报价|询价)${be}(?<words>[^?？]{4,160})$`, 'u'),
    deed: 'plan.quotes',
    slot: 'quotes',
    read: words =>
      readPricedList(words) ? { value: words } : { ask: '各家报价没有听准，例如“甲公司8600元，乙公司9200元”。' },
  },
  {
    said: new RegExp(
      `^(?:做法|方案内容|怎么做|干法)(?:就?(?:这么|这样)?写(?:成|为|作)?)?${be}(?<words>[^?？]{2,300})$`,
      'u',
    ),
    deed: 'plan.text',
    slot: 'text',
    may: worksMay,
    read: words => ({ value: words }),
  },
  {
    // 装三盏太阳能路灯，找三家比价 is what shall be done, and no proposal or gift.
    said: new RegExp(
      `^(?:就|先|计划|统一|全部|都)*(?<words>(?![^]*了[。.!！]*$)(?:${works})(?![^]*\\d[月号])[^?？]{3,300})$`,
      'u',
    ),
    deed: 'plan.text',
    slot: 'text',
    may: worksMay,
    isBare: true,
    read: words => ({ value: words }),
  },
  {
    // 再装一副不锈钢扶手: more of what shall be done.
    said: new RegExp(
      `^(?:再|另外?|还要?|并且?|顺便|外加|加上)+(?:再|要|给|把)*(?<words>(?![^]*了[。.!！]*$)(?:${works})(?![^]*\\d[月号])[^?？，,]{2,60})$`,
      'u',
    ),
    deed: 'plan.text',
    slot: 'text',
    may: worksMay,
    adds: true,
    read: (words, _, { planText }) => ({ value: planText === null ? words : `${planText}，${words}` }),
  },
];

/** What a plan costs in all, said by itself: 一万二左右. */
export function totalIn(words: string): number | null {
  const bare = words.replace(/(?:左右|上下|的样子|吧|了)+$/u, '');
  const sum = onlyOne(findAmounts(`${bare}元`.replace(/(?:块钱?|元)元$/u, '元')));
  return sum?.kind === 'exact' ? sum.fen : null;
}

/** A list of sources as the form has it. */
function listOf(list: readonly Pick<PlannedSource, 'source' | 'plannedFen' | 'evidence'>[]): string {
  return list
    .map(({ source, plannedFen, evidence }) => {
      const name = source === 'residents' ? '居民' : sources[source];
      return `${name}${typed(plannedFen)}${evidence === null ? '' : `（${evidence}）`}`;
    })
    .join('，');
}

function isPlanned(words: string, now: Date): boolean {
  try {
    return readMilestones(words, now).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

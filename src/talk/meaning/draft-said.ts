import { onlyOne } from '../../domain/only-one.js';
import { destinations } from '../../domain/funds/ledger.js';
import { draftDeeds, plannedBudgetFen } from '../../domain/plan/draft.js';
import { planOpen, type ProjectState } from '../../domain/lifecycle.js';
import { allNamed } from '../../domain/funds/source-names.js';
import { may } from '../../domain/permissions.js';
import { typed, yuan } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import { readMilestones } from '../../language/values/milestones-said.js';
import type { Understanding } from '../../language/reading/understand.js';
import { type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { readAllocation } from '../../language/values/money/allocation.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { readFundingList } from '../../language/values/money/funding-list.js';
import { sumsSaid } from '../../language/values/money/sums-said.js';
import { readPricedList } from '../../language/values/money/priced-list.js';
import { namesSaid } from '../../language/values/people/names-said.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Question } from '../../store/question.js';
import type { Project } from '../../store/proposal/project.js';
import type { Begun } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';
import { byName } from './by-name.js';

/** A part of a plan as a secretary says it, with the deed that writes it into the draft. */
interface Part {
  readonly said: RegExp;
  readonly deed: string;
  readonly slot: string;
  /** Moods that are none here: 谁便宜用谁 asks nothing. */
  readonly may?: readonly MoodKind[];
  /** True where the words alone tell too little: they are of the draft only while it is spoken of and lacks this part. */
  readonly isBare?: true;
  /** True where the words add to this part: they are of the draft only while it is spoken of and has this part. */
  readonly adds?: true;
  /** The words of the slot, where they are whole; what is asked; or the draft, where it says so already. */
  read(words: string, now: Date, project: Project): Read;
}

type Read = { readonly value: string } | { readonly ask: string } | { readonly isThere: true };

const be = '(?:就|是|定|为|嘛|呢|大概|一共|总共|先|也|按|写(?:成|为|作)?|改成|你?记(?:一下|下|好|上)|[:：，,\\s])*';

/** 材料八千人工四千: behind a sum the next item begins. */
const betweenSums = /(?<=[\d千百万元块])(?=\p{Script=Han}{2})(?!千|百|万|元|块)/gu;

const worksMay: readonly MoodKind[] = ['asked', 'conditional', 'hedged', 'denied', 'past'];
/** What ends so asks, whatever it may say. */
const endsAsked = /(?:吗|么|呢|吧|行不行|好不好|咋样|怎么样)[。!！]*$|[?？]/u;

const planParts: readonly Part[] = [
  {
    // 预算一万二 says the whole, and no line of it.
    said: new RegExp(`^(?:总)?(?:预算|造价|费用|钱|款)${be}(?<words>[^，,。;；]{1,12})$`, 'u'),
    deed: 'plan.budget',
    slot: 'lines',
    read: (words, _, project) => {
      const sum = onlyOne(
        findAmounts(`${words.replace(/(?:左右|上下|的样子|吧|了)+$/u, '')}元`.replace(/元元$/u, '元')),
      );
      if (sum?.kind === 'exact' && sum.fen === plannedBudgetFen(project)) return { isThere: true };
      return sum?.kind === 'exact'
        ? { ask: `预算${yuan(sum.fen)}怎么分？例如“材料8000元，人工4000元”，合起来就是预算。` }
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
    said: /^(?:出资(?:办法)?|分摊|摊派|钱)?[:：，,\s]*(?:就|按)*(?<words>(?:每|各|家)[户家](?:都)?(?:[出摊]|平均|一样|平摊|均摊|户均)[^，,。?？]{0,12}|(?:按)?(?:户均|面积|楼层)[^。?？]{0,30}|(?:按|照|依)(?:着)?(?:房子|房屋|建筑|房本)?的?(?:大小|面积|平方|平米)[^，,。?？]{0,6}|自愿[^。?？]{0,6}|平摊[^。?？]{0,6})$/u,
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
    // 钱一共三千，都大家自己凑: all of it, and nothing of the speaker's own.
    said: /^(?<words>[^?？]{0,24}?(?:都|全|全部|统统|通通|一律)(?:由|让|靠|是|归|从)?(?:咱们?|我们)?(?:大家伙?|大伙儿?|居民|业主|住户|各家|各户|邻居们?)(?:自己|自愿|一起|们|来)*(?:凑|出|掏|筹|认|拿|承担|负担)[^?？，,]{0,4}(?:[，,\s]+[一共总合计\d〇零二两三四五六七八九十百千万元块]{1,10})?)$/u,
    deed: 'plan.sources',
    slot: 'list',
    may: ['asked'],
    read: (words, _, project) => {
      const said = sumsSaid(words);
      const only = onlyOne(said ?? []);
      const fen = said?.length === 0 ? plannedBudgetFen(project) : (only?.fen ?? null);
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
    read: words => {
      const said = words
        .replaceAll(/(?<=居民|大家|住户|政府|街道|社区)(?:自己)?(?:出|自筹|掏|给)/gu, '')
        .replaceAll(betweenSums, '，');
      const value = [words, said].find(each => allNamed(readFundingList(each)) !== null);
      return value === undefined ? { ask: '钱从哪里来，没有听准。例如“居民8000元，奖补4000元”。' } : { value };
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
    said: /^(?:就|先|计划|统一|全部|都)*(?<words>(?![^]*了[。.!！]*$)(?:装(?!修)|换(?!成|人|个人)|修(?!改)|建(?!议)|铺|刷|砌|拆|挖|安|加装|加固|更换|新建|改造|粉刷|翻新|硬化)(?![^]*\d[月号])[^?？]{3,300})$/u,
    deed: 'plan.text',
    slot: 'text',
    may: worksMay,
    isBare: true,
    read: words => ({ value: words }),
  },
  {
    // 再装一副不锈钢扶手: more of what shall be done.
    said: /^(?:再|另外?|还要?|并且?|顺便|外加|加上)+(?:再|要|给|把)*(?<words>(?![^]*了[。.!！]*$)(?:装(?!修)|换(?!成|人|个人)|修(?!改)|建(?!议)|铺|刷|砌|拆|挖|安|加装|加固|更换|新建|改造|粉刷|翻新|硬化)(?![^]*\d[月号])[^?？，,]{2,60})$/u,
    deed: 'plan.text',
    slot: 'text',
    may: worksMay,
    adds: true,
    read: (words, _, { planText }) => ({ value: planText === null ? words : `${planText}，${words}` }),
  },
];

function isPlanned(words: string, now: Date): boolean {
  try {
    return readMilestones(words, now).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** In a draft that is not on display nothing is told to anybody yet. */
const drafting: ReadonlySet<ProjectState> = new Set(
  planOpen.filter(state => state !== 'plan_published' && state !== 'issue_reported'),
);

/** What is wanted of the draft as a whole, in the words of a day. */
const steps: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:那|先|再|给我|让我|我|想|能不能|可以|帮我|你)*(?:看|瞅|瞧|瞄|过目)(?:一?[看下眼])?[^，,。]{0,8}?(?:公示|贴|发|登|挂)(?:出(?:去|来)|上去?|的)*[^，,。]{0,4}(?:啥|什么|咋|怎么|的)(?:个)?(?:样|样子|模样)[^，,。]{0,3}$/u,
    'plan.preview',
  ],
  // 你记了哪些我核一核, 还缺啥, 草稿到哪了.
  [
    /^(?:你|都|刚才|现在|到底)*(?:记|写|填)(?:了|下|好|上)+(?:些)?(?:哪些|哪几样|哪样|啥|什么|几样)[^。]{0,8}$|^(?:那|现在|这个?|方案|草稿|[，,\s])*(?:还)?(?:缺|差|少)(?:了|的)?(?:些)?(?:啥|什么|哪些|哪样|哪几样|几样)(?:没(?:填|定|写|有|弄))?[了呢啊呀]?[?？]?$|^(?:这个?|方案)*草稿(?:写|弄|备)?(?:到哪(?:儿|里)?(?:一步)?了?|怎么样了?|咋样了?|齐了?(?:没|吗))[^。]{0,6}$/u,
    'plan.draft',
  ],
  [
    /^(?:行|好|可以|中|成|嗯|没问题|就这样|就这么|那|就|现在|马上|[，,。\s])*(?:把)?(?:方案|它|这个)?(?:给我?)?(?:贴|发|公示|公布|挂|登)(?:出去|上去|上墙|上)?(?:吧|呗|了吧)[。.!！]*$|^(?:现在|那|马上|可以|就|[，,\s])+(?:把)?(?:方案|它)?(?:贴|发|公示|公布|挂|登)(?:出去|上去|上墙)(?:了)?[。.!！]*$/u,
    'plan.publish',
  ],
];

/** True for what may be said of a draft: everything but what is read as a part of it, or is surely another deed of an office. */
export function mayBeOfDraft({ intents }: Parts, { intent, confidence }: Understanding): boolean {
  const binds = intents.get(intent)?.binds ?? 'office';
  const isOther = binds !== 'household' && binds !== 'nobody' && intent !== 'proposal.open';
  return !isOther || (confidence < sureFrom && !draftDeeds.has(intent));
}

/**
 * 材料八千人工四千, 每户户均, 监管小组就… of who prepares plans: each goes into the draft of the matter that is named, that was spoken of, or
 * that alone is being prepared; what is not whole is asked. Null for all other words, and where nobody knows which matter is meant.
 */
export async function draftSaid({ spoken }: Parts, turn: Turn, text: string): Promise<Wish | Begun | null> {
  const { member, now, message } = turn;
  if (!may(member, 'plan.publish') || [...text].length > 200) return null;
  const last = spoken.own(turn);
  const [, step] = steps.find(([words]) => words.test(text.trim())) ?? [];
  if (step !== undefined) {
    // What is told to all is of what was spoken of; what only shows it, of the one draft there is.
    const isShown = step !== 'plan.publish';
    const isDraft = last !== null && ofDraft.test(last.intent);
    const project = isShown || isDraft ? await draftOf(turn, undefined, isDraft ? last.no : undefined) : null;
    return project && { intent: step, slots: { no: project.no }, sure: isShown, confirmed: false };
  }
  const said = await withNumber(turn, text);
  if (said === null) return null;
  const { number, bare } = said;
  const moods = readMood(text);
  const found = planParts
    .map(part => ({ part, groups: part.said.exec(bare)?.groups }))
    .find(
      ({ part, groups }) =>
        groups &&
        !(part.may && endsAsked.test(bare)) &&
        moods.every(({ kind }) => kind === 'laughing' || kind === 'onBehalf' || part.may?.includes(kind)),
    );
  if (!found || !draftDeeds.has(found.part.deed)) return null;
  const project = await draftOf(turn, number, last?.no);
  if (!project) return null;
  const { deed, slot, read, isBare, adds } = found.part;
  const { no } = project;
  const isSpokenOf = message.chat.kind === 'single' && (number ?? last?.no) === no;
  if ((isBare && !(isSpokenOf && project.planText === null)) || (adds && !(isSpokenOf && project.planText !== null)))
    return null;
  const words = (found.groups?.['words'] ?? found.groups?.['bare'] ?? '').replace(/[。.!！]+$/u, '');
  const answer = read(words, now, project);
  if ('isThere' in answer) return { intent: 'plan.draft', slots: { no }, sure: true, confirmed: false };
  if ('value' in answer) {
    return { intent: deed, slots: { no, [slot]: answer.value }, sure: false, confirmed: false };
  }
  const wish = { intent: deed, slots: { no, ...(deed === 'team.set' ? loosely : {}) }, sure: true, confirmed: false };
  return { wish, asking: { asks: slot, question: `${no}号：${answer.ask}还没有记。` } };
}

/** The deeds behind which the draft is still spoken of. */
const ofDraft = /^(?:plan|schedule|team|pledge\.round|ask\.plan|proposal\.(?:show|classify)|project\.(?:scope|payer))/u;

/** The words behind the number or the name of a matter; null where several are named, or one stands elsewhere. */
async function withNumber(
  turn: Turn,
  text: string,
): Promise<{ readonly number: number | undefined; readonly bare: string } | null> {
  const named = findNumbers(text).length === 0 ? await byName(turn, text) : null;
  const isFirst = named?.names.size === 1 && findNumbers(named.text)[0]?.start === 0;
  const said = isFirst ? named.text : text;
  const [number, ...others] = findNumbers(said);
  if (others.length > 0 || (number && number.start > 0)) return null;
  const bare = said
    .slice(number?.end ?? 0)
    .replace(/^(?:项目|提案)?的?[，,：:\s]*/u, '')
    .trim();
  return { number: number?.no, bare };
}

async function draftOf({ unit }: Turn, no: number | undefined, spoken: number | undefined): Promise<Project | null> {
  const said = no ?? spoken;
  const project = said === undefined ? null : await unit.projects.byNo(said);
  if (project && drafting.has(project.state)) return project;
  if (no !== undefined) return null;
  return onlyOne(await unit.projects.inStates([...drafting])) ?? null;
}

/** 工期十天 beside the question who the group is: another part of the plan, and no answer to it. */
export async function isOtherPart(parts: Parts, turn: Turn, { intent }: Question, text: string): Promise<boolean> {
  if (!draftDeeds.has(intent)) return false;
  const said = await draftSaid(parts, turn, text);
  return said !== null && ('wish' in said ? said.wish : said).intent !== intent;
}

import { onlyOne } from '../../domain/only-one.js';
import { draftDeeds } from '../../domain/plan/draft.js';
import { planOpen, type ProjectState } from '../../domain/lifecycle.js';
import { allNamed } from '../../domain/funds/source-names.js';
import { may } from '../../domain/permissions.js';
import { yuan } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import { readMilestones } from '../../domain/works/milestones.js';
import { readMood } from '../../language/values/manner/mood.js';
import { readAllocation } from '../../language/values/money/allocation.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { readFundingList } from '../../language/values/money/funding-list.js';
import { readPricedList } from '../../language/values/money/priced-list.js';
import { namesSaid } from '../../language/values/people/names-said.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Question } from '../../store/question.js';
import type { Project } from '../../store/proposal/project.js';
import type { Begun } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, type Wish } from '../wish.js';
import { byName } from './by-name.js';

/** A part of a plan as a secretary says it, with the deed that writes it into the draft. */
interface Part {
  readonly said: RegExp;
  readonly deed: string;
  readonly slot: string;
  /** The words of the slot, where they are whole; else what is asked. */
  read(words: string, now: Date): { readonly value: string } | { readonly ask: string };
}

const be = '(?:就|是|定|为|嘛|呢|大概|一共|总共|先|也|按|[:：，,\\s])*';

/** 材料八千人工四千: behind a sum the next item begins. */
const betweenSums = /(?<=[\d千百万元块])(?=\p{Script=Han}{2})(?!千|百|万|元|块)/gu;

const planParts: readonly Part[] = [
  {
    // 预算一万二 says the whole, and no line of it.
    said: new RegExp(`^(?:总)?(?:预算|造价|费用)${be}(?<words>[^，,。;；]{1,12})$`, 'u'),
    deed: 'plan.budget',
    slot: 'lines',
    read: words => {
      const sum = onlyOne(
        findAmounts(`${words.replace(/(?:左右|上下|的样子|吧|了)+$/u, '')}元`.replace(/元元$/u, '元')),
      );
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
    said: /^(?:出资(?:办法)?|分摊|摊派|钱)?[:：，,\s]*(?:就|按)*(?<words>(?:每|各|家)[户家](?:都)?(?:[出摊]|平均|一样|平摊|均摊|户均)[^，,。?？]{0,12}|(?:按)?(?:户均|面积|楼层)[^。?？]{0,30}|自愿[^。?？]{0,6}|平摊[^。?？]{0,6})$/u,
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
    said: new RegExp(`^(?:报价|询价)${be}(?<words>[^?？]{4,160})$`, 'u'),
    deed: 'plan.quotes',
    slot: 'quotes',
    read: words =>
      readPricedList(words) ? { value: words } : { ask: '各家报价没有听准，例如“甲公司8600元，乙公司9200元”。' },
  },
  {
    said: new RegExp(`^(?:做法|方案内容)${be}(?<words>[^?？]{2,300})$`, 'u'),
    deed: 'plan.text',
    slot: 'text',
    read: words => ({ value: words }),
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

/**
 * 材料八千人工四千, 每户户均, 监管小组就… of who prepares plans: each goes into the draft of the matter that is named, that was spoken of, or
 * that alone is being prepared; what is not whole is asked. Null for all other words, and where nobody knows which matter is meant.
 */
export async function draftSaid({ spoken }: Parts, turn: Turn, text: string): Promise<Wish | Begun | null> {
  const { member, now } = turn;
  if (!may(member, 'plan.publish') || [...text].length > 200) return null;
  if (readMood(text).some(({ kind }) => kind !== 'laughing' && kind !== 'onBehalf')) return null;
  const named = findNumbers(text).length === 0 ? await byName(turn, text) : null;
  const said = named?.names.size === 1 ? named.text : text;
  const [number, ...others] = findNumbers(said);
  if (others.length > 0 || (number && number.start > 0)) return null;
  const bare = said
    .slice(number?.end ?? 0)
    .replace(/^(?:项目|提案)?的?[，,：:\s]*/u, '')
    .trim();
  const found = planParts.map(part => ({ part, groups: part.said.exec(bare)?.groups })).find(({ groups }) => groups);
  if (!found) return null;
  const project = await draftOf(turn, number?.no, spoken.own(turn)?.no);
  if (!project || !draftDeeds.has(found.part.deed)) return null;
  const { deed, slot, read } = found.part;
  const words = (found.groups?.['words'] ?? found.groups?.['bare'] ?? '').replace(/[。.!！]+$/u, '');
  const answer = read(words, now);
  const { no } = project;
  if ('value' in answer) {
    return { intent: deed, slots: { no, [slot]: answer.value }, sure: false, confirmed: false };
  }
  const wish = { intent: deed, slots: { no, ...(deed === 'team.set' ? loosely : {}) }, sure: true, confirmed: false };
  return { wish, asking: { asks: slot, question: `${no}号：${answer.ask}还没有记。` } };
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

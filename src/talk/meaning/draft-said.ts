import { onlyOne } from '../../domain/only-one.js';
import { draftDeeds } from '../../domain/plan/draft.js';
import { planOpen, type ProjectState } from '../../domain/lifecycle.js';
import { may } from '../../domain/permissions.js';
import type { Understanding } from '../../language/reading/understand.js';
import { readJudgements } from '../../language/values/judgements.js';
import { readMood } from '../../language/values/manner/mood.js';
import { readPricedList } from '../../language/values/money/priced-list.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Question } from '../../store/question.js';
import type { Project } from '../../store/proposal/project.js';
import type { Begun } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';
import { byName } from './by-name.js';
import { endsAsked, planParts, totalIn } from './plan-parts.js';
import { mayBeWhole, wholePlan } from './whole-plan.js';

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

/** What is surely another deed of an office is said of no draft. */
function isOtherDeed({ intents }: Parts, { intent, confidence }: Understanding): boolean {
  const binds = intents.get(intent)?.binds ?? 'office';
  return binds !== 'household' && binds !== 'nobody' && intent !== 'proposal.open' && confidence >= sureFrom;
}

/** Lists that are read by their form, whatever the reader makes of them. */
const listed: ReadonlySet<string> = new Set(['plan.sources', 'plan.budget', 'schedule.plan']);

/**
 * 材料八千人工四千, 每户户均, 监管小组就… of who prepares plans: each goes into the draft of the matter that is named, that was spoken of, or
 * that alone is being prepared; what is not whole is asked. Null for all other words, and where nobody knows which matter is meant.
 */
export async function draftSaid(
  parts: Parts,
  turn: Turn,
  text: string,
  read?: Understanding,
): Promise<Wish | Begun | null> {
  const { member, now, message } = turn;
  // What the reader hears as a part of the draft is its own where it is not a whole list.
  const isRead = read !== undefined && draftDeeds.has(read.intent);
  if (read && !isRead && isOtherDeed(parts, read)) return null;
  if (!may(member, 'plan.publish') || [...text].length > 500) return null;
  // 装地漏那个主意不错，写进方案 answers an idea.
  if (readJudgements(text).some(({ deed, isPointed }) => deed === 'idea.answer' && isPointed)) return null;
  const last = parts.spoken.own(turn);
  const [, step] = steps.find(([words]) => words.test(text.trim())) ?? [];
  if (step !== undefined && !isRead) {
    // What is told to all is of what was spoken of; what only shows it, of the one draft there is.
    const isShown = step !== 'plan.publish';
    const isDraft = last !== null && ofDraft.test(last.intent);
    const project = isShown || isDraft ? await draftOf(turn, undefined, isDraft ? last.no : undefined) : null;
    return project && { intent: step, slots: { no: project.no }, sure: isShown, confirmed: false };
  }
  const said = await withNumber(turn, text);
  if (said === null) return null;
  const { number, bare } = said;
  const found = planParts.filter(part => part.said.test(bare));
  if (found.length === 0 && !mayBeWhole(bare)) return null;
  const project = await draftOf(turn, number, last?.no);
  if (!project) return number === undefined ? ofSomeDraft(turn, bare) : null;
  const totalSaid = last?.no === project.no ? last.slots?.[totalMark] : undefined;
  const whole = await wholePlan(parts, turn, project, {
    text: bare,
    totalSaid: typeof totalSaid === 'number' ? totalSaid : undefined,
  });
  if (whole || [...text].length > 200) return whole;
  const { no } = project;
  const isSpokenOf = message.chat.kind === 'single' && (number ?? last?.no) === no;
  const moods = readMood(text);
  for (const part of found) {
    const { deed, slot, isBare, adds, isBeside } = part;
    const groups = isBeside ? undefined : part.said.exec(bare)?.groups;
    if (!groups || !draftDeeds.has(deed) || (part.may && endsAsked.test(bare))) continue;
    const isMeant = moods.every(
      ({ kind }) => kind === 'laughing' || kind === 'onBehalf' || part.may?.includes(kind) === true,
    );
    const words = (groups['words'] ?? groups['bare'] ?? '').replace(/[。.!！]+$/u, '');
    const answer = isMeant ? part.read(words, now, project) : null;
    if (answer === null || (isRead && !('value' in answer && listed.has(deed)))) continue;
    if ((isBare && !(isSpokenOf && project.planText === null)) || (adds && !(isSpokenOf && project.planText !== null)))
      return null;
    if ('isThere' in answer) return { intent: 'plan.draft', slots: { no }, sure: true, confirmed: false };
    if ('value' in answer) return { intent: deed, slots: { no, [slot]: answer.value }, sure: false, confirmed: false };
    const total = deed === 'plan.budget' ? totalIn(words) : null;
    if (total !== null) parts.spoken.note(turn, { intent: deed, no, isDone: false, slots: { [totalMark]: total } });
    const wish = { intent: deed, slots: { no, ...(deed === 'team.set' ? loosely : {}) }, sure: true, confirmed: false };
    return { wish, asking: { asks: slot, question: `${no}号：${answer.ask}还没有记。` } };
  }
  return null;
}

/** Kept with the budget that was spoken of: what it comes to, until its lines or its sources say so. */
const totalMark = 'total';

/** The deeds behind which the draft is still spoken of. */
const ofDraft = /^(?:plan|schedule|team|pledge\.round|ask\.plan|proposal\.(?:show|classify)|project\.(?:scope|payer))/u;

/** What is said to whoever writes it down, and of nothing that is written. */
const notesIt = /[，,\s]+(?:先|就|都|你)*(?:给我|帮我|给)?(?:记|写)(?:上|下|着|一下)(?:吧|再说|了)?[。.!！]*$/u;

/** The words behind the number or the name of a matter; null where several are named, or one stands elsewhere. */
async function withNumber(
  turn: Turn,
  text: string,
): Promise<{ readonly number: number | undefined; readonly bare: string } | null> {
  const named = findNumbers(text).length === 0 ? await byName(turn, text) : null;
  const isFirst = named?.names.size === 1 && findNumbers(named.text)[0]?.start === 0;
  const said = isFirst ? named.text : text;
  const [number, ...others] = findNumbers(said).filter(({ end }) => !/^表?决/u.test(said.slice(end)));
  if (others.length > 0 || (number && number.start > 0)) return null;
  const bare = said
    .slice(number?.end ?? 0)
    .replace(
      /^(?:项目|提案)?(?:[这那](?:个|件|边|块)?(?:事(?:情|儿)?)?)?(?:的)?(?:方案|草稿)?(?=[，,：:\s的]|做法|预算)的?[，,：:\s]*|^(?:项目|提案)?的?[，,：:\s]*/u,
      '',
    )
    .replace(notesIt, '')
    .trim();
  return { number: number?.no, bare };
}

/** 锁芯三千三，师傅安装一千二: lines of a budget are no gift, whichever of several drafts they are of; that is asked. */
async function ofSomeDraft({ unit }: Turn, bare: string): Promise<Wish | null> {
  const lines = planParts.find(({ said, slot }) => slot === 'lines' && said.exec(bare)?.groups?.['words'] === bare);
  if (!lines || (readPricedList(bare)?.length ?? 0) < 2 || (await unit.projects.inStates([...drafting])).length === 0)
    return null;
  return { intent: lines.deed, slots: { [lines.slot]: bare, ...loosely }, sure: false, confirmed: false };
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

import { endWords, momentWords } from '../../domain/calendar.js';
import { isInRound, planOpen, worksStates } from '../../domain/lifecycle.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { onlyOne } from '../../domain/only-one.js';
import { yuan } from '../../domain/money.js';
import { askedWords } from '../../domain/next-words.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import { signsInOrder } from '../../language/values/matter-names.js';
import { remembered } from '../../language/values/manner/remembered.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut } from '../../language/values/span.js';
import { withoutMarks } from '../../language/values/width.js';
import { nextOf } from '../../operations/next-steps.js';
import { draftFor } from '../../operations/plan/plan-draft.js';
import { roundWords } from '../../publish/pledge/round-words.js';
import type { Project } from '../../store/proposal/project.js';
import type { Called } from '../meaning/by-name.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { titled } from './asked.js';
import { countWords, mayBegin, nowWords } from './now-words.js';
import { onlyWords } from './words.js';

/** What of a matter's state is asked for. */
type Wanted =
  | 'share'
  | 'lack'
  | 'sign'
  | 'site'
  | 'part'
  | 'vote'
  | 'longer'
  | 'till'
  | 'money'
  | 'lines'
  | 'offers'
  | 'settled'
  | 'built';

/** Words of a question about where a matter stands, and nothing else (white list). */
const kindsOf = onlyWords<Wanted>([
  [
    'lack',
    '没办完 没办的 没弄完 没做完 没弄好 没答复 没定 没完 还差 还缺 还少 差 缺 够不够 够数 够了 够 齐了 齐 没齐 卡在哪 卡住 拖着 等什么 等啥 等谁 剩下',
  ],
  ['sign', '签字 签名 签 验收 合格 监管小组 监管'],
  ['site', '到场 确认 动手 动工 开工 开干 抢修 应急'],
  ['part', '方案 草稿 才能公示 能公示 要公示 可以公示 公示不了 不能公示 才能贴 能贴 重新贴'],
  ['vote', '发起表决 发起投票 表决 投票 几家投 几户投 多少家投 多少户投 投 票'],
  ['longer', '延期 延长 延 宽限'],
  ['till', '截止 到期 结束 到哪天 到几号'],
  ['money', '收款 收钱 认捐 认筹 交钱 收 认 捐 交 凑 筹 出'],
  ['lines', '预算 明细 花在哪 花到哪 花 用在哪 用 包括 包含 组成 哪几项 哪些项 几项 构成 贵 咋要 怎么要 造价'],
  ['offers', '报价 询价 比价 问了 问过 问 几家 一家 哪家'],
  ['settled', '定下来 定了 定下 敲定 通过 批下来 有结果 结果 落定'],
  ['built', '装上 装好 修好 弄好 建好 盖好 做好 用上 装 修 建 弄 办成 办好 完工'],
  ['fill', '能不能 可以 能 会 该 要'],
  ['share', '几成 百分之几 百分之多少'],
  ['fill', '谁 哪个人 哪个 哪位 几个人 几个 几户 多少户 多少人 多少 几 人 户 家 个'],
  [
    'fill',
    '什么时候 啥时候 几时 哪天 多会儿 多久 几天 什么 啥 哪些 些 哪 怎么 咋 为什么 为啥 请问 问下 那个 这个 那 这 它 现在 目前 到底 这会儿 今天 今晚 还有 还 有没有 有 没有 没 不 都 就 才 再 也 的 得 地 了 啦 啊 呀 呢 哦 吗 嘛 么 吧 是不是 是 在 上 里 到 事儿 事 项目 东西 钱 块 元 一共 总共 只 光 就 完 好 成',
  ],
]);

const sum =
  /(?<![\d一二两三四五六七八九十百千万])[\d一二两三四五六七八九十百千万]*[\d百千万][一二两三四五六七八九]?(?:来?块钱?|元)?/gu;
const asks =
  /[?？]\s*$|[吗么嘛呢谁啥哪咋几]|什么|怎|为何|多少|多久|够不够|能不能|是不是|有没有|(?:没有?|不)[啊呀呢]*$/u;
/** Only words that have one of these are looked at: no name is looked up for others. */
const hints =
  /差|缺|够|齐|签|动手|动工|开工|延|没[办弄做定答完]|卡|等[谁啥什]|预算|明细|包括|[花用][在到]|咋要|怎么要|问了|报价|询价|几家|一家|定下|定了|敲定|结果|几成|百分之|几[家户]投|收|装|修|建|用上|[弄办做]好/u;

const longest = 26;

const wantedIn = remembered((bare: string): ReadonlySet<Wanted> | null => {
  const found = kindsOf(bare.replaceAll(sum, ''));
  return found && found.size > 0 ? found : null;
});

/**
 * What a matter lacks, who still has to act, what its plan costs, until when it runs (还差谁确认, 几个人签了够不够, 都花在哪, 就问了一家): answered
 * from its state. Of the matter that is named, else of the one that was just spoken of. Null for all else; nothing is done.
 */
export async function stateAsked(parts: Parts, turn: Turn, text: string, called: Called): Promise<Reply | Wish | null> {
  if ([...text].length > longest || !hints.test(text) || !asks.test(text.trim())) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'conditional')) return null;
  const { bare, no } = (await unnamed(turn, text, called)) ?? {};
  const wanted = bare === undefined ? null : wantedIn(bare);
  const about = no ?? parts.spoken.own(turn)?.no;
  if (!wanted || about === undefined) return null;
  const project = await turn.unit.projects.byNo(about);
  const told = project && (await answerOf(turn, project, wanted, text));
  if (!project || !told) return null;
  parts.spoken.note(turn, { intent: 'proposal.show', no: project.no, isDone: false });
  return typeof told === 'string' ? { text: told } : { ...told, sure: true, confirmed: false };
}

/** 修树的事 of 修剪院里的大树: a short name of which each sign stands in that order in one title alone. */
async function nicknamed({ unit }: Turn, bare: string): Promise<{ bare: string; no: number | undefined } | null> {
  const { what = '', rest = '' } =
    /^(?<what>\p{Script=Han}{2,5}?)(?:的?那?(?:个|件)?事儿?|那个|那件)(?<rest>\p{Script=Han}{2,12})$/u.exec(bare)
      ?.groups ?? {};
  if (what === '' || !wantedIn(rest)) return null;
  const only = onlyOne((await unit.projects.titlesUnderWay()).filter(({ title }) => signsInOrder(what, title)));
  return only ? { bare: rest, no: only.no } : null;
}

/** The question without the one matter that it names, by number or by name. */
async function unnamed(
  turn: Turn,
  text: string,
  called: Called,
): Promise<{ bare: string; no: number | undefined } | null> {
  const [number, ...others] = findNumbers(text);
  if (others.length > 0) return null;
  if (number) return { bare: withoutMarks(cutOut(text, [number])), no: number.no };
  const bare = withoutMarks(text);
  if (wantedIn(bare)) return { bare, no: undefined };
  const named = await called();
  const [first, ...more] = named ? findNumbers(named.text) : [];
  if (!named) return nicknamed(turn, bare);
  if (!first || more.length > 0) return null;
  return { bare: withoutMarks(cutOut(named.text, [first])), no: first.no };
}

type Told = string | Pick<Wish, 'intent' | 'slots'> | null;

async function answerOf(turn: Turn, project: Project, wanted: ReadonlySet<Wanted>, text: string): Promise<Told> {
  const { unit, now } = turn;
  const { no, state } = project;
  if (wanted.has('share')) return shareWords(turn, project);
  const isPlan = wanted.has('offers') || wanted.has('lines');
  if (isPlan && !worksStates.includes(state)) return planWords(project, wanted);
  if (isPlan) return null;
  if (wanted.has('longer')) return longerWords(turn, project);
  if (state === 'voting' && (wanted.has('lack') || wanted.has('vote'))) return { intent: 'poll.status', slots: { no } };
  if (isInRound(project) && (wanted.has('lack') || wanted.has('money')) && !wanted.has('built'))
    return `${titled(project)}：${await roundWords(unit, project, { now, isMoney: /[收交]/u.test(text) })}`;
  if (wanted.has('money')) return null;
  if (wanted.has('part') && planOpen.includes(state)) return draftWords(turn, project);
  if (wanted.has('lack') && state === 'issue_reported') return { intent: 'proposal.show', slots: { no } };
  if (wanted.has('lack') || wanted.has('site')) return lackWords(turn, project);
  if (wanted.has('sign')) {
    const count = await countWords(turn, project);
    return count === '' ? null : nowWords(turn, project, { count });
  }
  if (wanted.has('settled') || (wanted.has('built') && !worksStates.includes(state) && project.acceptedAt === null))
    return nowWords(turn, project);
  return null;
}

/** 筹到几成了: how much of the budget was promised. */
async function shareWords({ unit, now }: Turn, project: Project): Promise<string | null> {
  if (!isInRound(project) || !project.budgetFen) return null;
  const { pledgedFen } = summaryOf(await unit.ledger.balances(project.id));
  const share = Math.floor((pledgedFen * 100) / project.budgetFen);
  return `${titled(project)}认捐到预算的${share}%。${await roundWords(unit, project, { now })}`;
}

/** All that somebody still has to do, where more than the first step stands between. */
async function lackWords(turn: Turn, project: Project): Promise<string> {
  const { unit, now } = turn;
  const next = await nextOf(unit, project, now);
  const open = next.steps.filter(({ optional, isFree }) => !optional && !isFree);
  const all =
    open.length > 1
      ? `要办的：${open
          .slice(0, 5)
          .map(one => askedWords(one, now))
          .join('；')}。`
      : '';
  return `${mayBegin(project)}${all}${await nowWords(turn, project, { next })}`;
}

/** The parts of a plan that nobody has set yet; only who publishes it hears of them. */
async function draftWords({ unit, member, now }: Turn, project: Project): Promise<string> {
  const parts = project.state === 'plan_published' ? null : await draftFor(unit, project, member, now);
  if (!parts) return nowWords({ unit, now }, project);
  const open = (isNeeded: boolean): string =>
    parts
      .filter(one => one.isNeeded === isNeeded && !one.isSet)
      .map(({ name }) => name)
      .join('、');
  const [needed, others] = [open(true), open(false)];
  const must = needed === '' ? '必须定的都定了' : `必须定、还没定：${needed}`;
  return `${titled(project)}的方案：${must}；${others === '' ? '别的也都定了' : `可以不定、还没定：${others}`}。一样一样定，书记私聊发送“${project.no}号方案草稿”。`;
}

/** What a published plan costs, line by line, and what was offered. */
function planWords(project: Project, wanted: ReadonlySet<Wanted>): string | null {
  const { planFacts, budgetFen, planPublishedAt } = project;
  if (!planPublishedAt || !planFacts || budgetFen === null)
    return wanted.has('lines') && planOpen.includes(project.state)
      ? `${titled(project)}还没有公示方案，预算没有定；定了在方案里一项一项公示。`
      : null;
  const lines = planFacts['预算明细'] ? `：${plain(planFacts['预算明细'], 200)}` : '，没有分项';
  const offers = planFacts['报价'] ? `登记的报价：${plain(planFacts['报价'], 200)}。` : '没有登记询价。';
  const objects =
    project.state === 'plan_published' ? `公示期里不清楚的，说“${project.no}号异议：……”，书记要公示答复。` : '';
  const budget = `${titled(project)}预算${yuan(budgetFen)}${lines}。`;
  return `${wanted.has('lines') ? budget : ''}${wanted.has('offers') || wanted.has('lines') ? offers : ''}${objects}`;
}

/** Whether a vote is extended, or may be. */
async function longerWords({ unit, now }: Turn, project: Project): Promise<string | null> {
  const poll = (await unit.polls.ofProject(project.id)).find(({ closedAt }) => closedAt === null);
  if (poll) {
    const may = poll.extendedFrom
      ? '已经延过一次，不能再延。'
      : `没有延过；到时参加的不够数，书记可以延一次，最多${rulesAt(now).extensionDays}天。`;
    return `${titled(project)}的表决${momentWords(poll.closesAt, now)}截止。${may}`;
  }
  return project.pledgeClosesAt && isInRound(project)
    ? `${titled(project)}认捐到${endWords(project.pledgeClosesAt, now)}为止。`
    : null;
}

import { onlyOne } from '../../domain/only-one.js';
import { momentWords } from '../../domain/calendar.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { isInRound, states, worksStates } from '../../domain/lifecycle.js';
import { typed, yuan } from '../../domain/money.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { voteSayings } from '../../domain/poll/choices.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { projectName } from '../../domain/project-words.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { remembered } from '../../language/values/manner/remembered.js';
import { nextLine } from '../../operations/next-steps.js';
import { roundUntil, roundWords } from '../../publish/pledge/round-words.js';
import { howToVote } from '../../publish/poll/how-to-vote.js';
import { hasNoBallot, ownBallot } from '../../publish/ballot/own-ballot.js';
import type { Project } from '../../store/proposal/project.js';
import { exactlyAsked, isExactly } from '../asked/answered.js';
import { boundAsked } from '../meaning/bound-asked.js';
import { bindingAsked } from '../meaning/newcomer.js';
import { signsIn } from '../meaning/at-meeting.js';
import { whoSees } from '../question/kept-secret.js';
import type { Reply } from '../reply.js';
import { notedAsked, standing } from '../question/still-standing.js';
import type { Answer, Asked, Found } from './asked.js';
import { objectionAnswered } from './objection-answered.js';
import { paperAsked } from '../meaning/paper-asked.js';
import { thingAsked } from '../meaning/thing-asked.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import type { Called } from '../meaning/by-name.js';
import { withoutMatter } from '../meaning/without-matter.js';

/** Whether the own vote is cast (我投了没, 投上了吗). */
const castAsked =
  /^(?:我|俺|咱)?(?:们)?(?:家)?(?:的)?(?:那一?)?(?:票)?(?:(?:投|记)(?:上|成|成功|进去|好|到|过)*(?:票)?了?(?:没|没有|吗)|有没有投|投没投)(?:啊|呀|呢)?$/u;

const when = '(?:是|要)?(?:什么时候|什么时间|啥时候|几时|哪天|哪一天|多会儿|几号)';

const month = '(?:(?:(?:\\d{4}|去|今)年)?[\\d一二三四五六七八九十]{1,3}月份?|上个?月|[本当]月|这个?月)';
const monthSaid = new RegExp(month, 'u');

/** Whole questions that need the matter that was just spoken of; none of them does anything (docs/domain.md 16). */
const questions: readonly (readonly [RegExp, Answer])[] = [
  [
    /^(?:现在|目前|大家伙?|大伙儿?|咱们|邻居们|一共|总共|已经|到现在)*(?:还)?(?:有|认|筹|凑|收|捐|差|缺)(?:捐|到|了|够|起来)*(?:多少|几多|好多)(?:钱|块钱|元)?(?:了|啦)?(?:啊|呀|呢)?$|^(?:钱|票|人|户)?数?(?:凑|筹|认|收)?够数?了?(?:没|没有|吗)$/u,
    async asked => gathered(asked),
  ],
  [
    // 我出200，还差多少 promises and asks: only what is supposed is no promise.
    /^(?:(?!要是|如果|假如)[^我俺咱\n])*(?:要是|如果|假如|我|俺|咱)[^出捐认交掏拿加\n]*[出捐认交掏拿加].*(?:够不够|够吗|够了吗|够没|够了没|够了没有)$|^(?:我|俺|咱|我们)?(?:家)?(?:要是|如果|假如).*(?:出|捐|认|交|掏|拿|加).*差多少$/u,
    enoughWords,
  ],
  [
    new RegExp(
      `^(?:认捐|认筹|捐款|捐钱|投票|表决|公示|这个|次|个|本次|那个|它|到|的)*(?:${when}|(?:还有|还剩|剩)几天)(?:才|就|会)?(?:截止|结束|到期|完)(?:投票|表决|认捐|认筹|公示)?(?:啊|呢|呀|来着)*$|^(?:认捐|认筹|投票|表决|公示)?(?:截止|结束)?(?:时间|日期)?(?:是|到|在)(?:什么时候|哪天|几号|啥时候|何时)(?:啊|呢|呀|截止)?$`,
      'u',
    ),
    async asked => deadlineWords(asked),
  ],
  [
    new RegExp(
      `^${when}(?:才|就)?(?:能|可以|开始|该|发起|启动|搞|办)*(?:投票|投|表决)(?:啊|呢|呀|吗)*$|^(?:现在|这会儿|已经|今天)*(?:能|可以|开始|该|让)+(?:投票|投|表决)(?:了)?(?:吗|么|没|没有|不)(?:啊|呀)?$`,
      'u',
    ),
    votingWords,
  ],
  [
    new RegExp(
      `^(?:${when}|现在)?(?:才|就)?(?:能|可以|给)+(?:打分|打个分|评分|评价)(?:了)?(?:啊|呢|呀|吗|么|没|不)*$`,
      'u',
    ),
    ratingWords,
  ],
  [
    /^(?:他们|她们|监管小组|监督的|监管的)?(?:都|去)*(?:验|验收|检查|查)(?:收)?(?:过|好|了)*(?:没|没有|吗)$/u,
    checkedWords,
  ],
  // 那哪天能 behind 路灯能投票了吗.
  [new RegExp(`^${when}(?:才|就)?(?:能|可以|行)(?:啊|呢|呀|了)*$`, 'u'), async asked => votingOrRating(asked)],
  [castAsked, castWords],
  [
    // 我老公昨天是不是投过了: the household has one vote.
    /^(?:我|俺|咱)?(?:们)?家?(?:的)?(?:老公|老婆|老伴儿?|媳妇儿?|爱人|对象|那口子|孩子|儿子|闺女|女儿|[爸妈]|老头子|老太婆|当家的)(?:昨天|昨晚|昨儿|今天|今早|刚才|早上|上午|下午|他|她)*(?:(?:是不是|有没有|是否)(?:已经|都)?投(?:过|了)*(?:票)?(?:了)?|(?:已经)?投(?:过|了|上)*(?:票)?(?:了)?(?:没有?|吗))(?:啊|呀|呢|吗)?$/u,
    castWords,
  ],
  [
    /^(?:(?:我|俺|咱)(?:们)?(?:提)?的?那?(?:个|件)?的?)?(?:现在|目前|已经|一共|总共|到底)*(?:有)?(?:了)?(?:几|多少)(?:家|户|个|人|位)+(?:邻居|居民|人)?(?:附议|支持|响应)(?:过|了|的)*(?:啊|呀|呢)?$|^(?:附议|支持)(?:的)?(?:有|了|到)?(?:几|多少)(?:家|户|个|人)+(?:了)?(?:啊|呀|呢)?$/u,
    async ({ project: { no } }) => ({ intent: 'proposal.show', slots: { no } }),
  ],
  [
    /^(?:现在|目前|已经|一共|总共|到底)*(?:还|有|到|了|差|缺|要|够)*(?:几|多少)(?:家|户|个人|票)(?:人家|人)?(?:附议|支持|响应)?(?:就|才)?(?:够|成|行|能成|投|投票)?(?:过|了|的|算)*(?:啊|呀|呢)?$/u,
    async ({ project: { no, state }, poll }) =>
      poll
        ? { intent: 'poll.status', slots: { no } }
        : state === 'issue_reported'
          ? { intent: 'proposal.show', slots: { no } }
          : null,
  ],
  [
    /^(?:我|俺|咱)(?:们)?(?:家)?(?:还|现在|一共|总共)*(?:差|欠|该补|要补)(?:着)?(?:多少|几多)(?:钱|块)?(?:没有?|还没)?(?:交|给|付|出)?(?:齐|够|清)?(?:了|啊|呢|呀)*$/u,
    async ({ project }) => (isInRound(project) ? { intent: 'pledge.share', slots: { no: project.no } } : null),
  ],
  [
    new RegExp(
      `^(?:钱|账)?${month}(?:的|都|是|一共|里)*(?:钱|账|款|开销|花费|支出|收支)?(?:都|是|一共)*(?:(?:咋|怎么)[花用]|[花用](?:到|在|去)?(?:了|哪|啥|多少|什么)).{0,4}$`,
      'u',
    ),
    async ({ text, project: { no } }) => ({
      intent: 'funds.statement',
      slots: { no, month: monthSaid.exec(text.normalize('NFKC'))?.[0] ?? '' },
    }),
  ],
  [
    /^(?:这个?|那个?|它)?(?:我|俺|咱)?(?:们)?(?:要|该|得)?(?:咋个?|怎么|怎样|如何)(?:去)?投(?:票|法|的)?(?:呢|啊|呀|嘛)*$/u,
    waysToVote,
  ],
  [
    /^(?:我|俺|咱)?(?:们)?(?:家)?(?:的)?(?:名字?|姓名|大名)(?:会|能|要)?(?:不会|不能|不|别)?.{0,6}(?:出来|出去|公布|公开|公示|显示|看到|看见|知道|写|露|登|上榜|传).{0,4}(?:吧|吗|么|不|没有?)$|^(?:别人|别家|邻居|大家|人家|群里|外人)(?:们)?(?:都)?(?:不会|会不会|会|能不能|能|可以|不能)?(?:看|知道|查)(?:得|不)?(?:到|见|出来)?.{0,10}(?:吧|吗|么|不)$|^(?:不会|会不会|会)?(?:有)?(?:人|谁|别人|邻居)(?:会|能)?(?:知道|说我|说闲话|笑话我?).{0,4}(?:吧|吗|么|不)$|^谁(?:能|会|可以|都能)?(?:看|知道|查)(?:得)?(?:到|见)?.{0,8}$|^(?:那|在)?(?:群里|公示栏?里?|公示上?|榜上|大家面前)(?:不会|会不会|会|不|要)(?:说|讲|念|报|提|点名|写)(?:出来|出去)?(?:我|我家|名字)*(?:的)?(?:吧|吗|么|不)$/u,
    nameWords,
  ],
  [
    new RegExp(
      `^(?:你们?|您|他们)?${when}(?:来|去|能|会|要|开始)*(?:拉|拿|取|收|搬|送|用|来|去|干活?|开工|上工)(?:走|过去|过来)?(?:啊|呀|呢)?$`,
      'u',
    ),
    async ({ turn, done }) =>
      done && /^pledge\.(?:goods|labour)$/u.test(done.intent)
        ? `${await standing(turn, done)}时间还没有定，请等楼长通知。`
        : null,
  ],
  [/^(?:我|俺|咱)(?:们)?(?:自己)?(?:家)?(?:的)?呢$/u, ourselves],
  [/^(?:你)?(?:就)?(?:回复?|答复?)(?:(?:她|他|人家|他们|一下)?[:：]|(?:她|他|人家|一下)).{2,}$/u, objectionAnswered],
  [
    /^(?:的)?(?:那|这)?(?:条|个)?(?:的)?异议(?:\d{1,3}|[一二三四五])?(?:的)?(?:内容|是|里|上|都)*(?:写|说|提|讲)?(?:的|了)?(?:是)?(?:啥|什么|些什么|哪些)(?:来着|内容|啊|呀|呢)*$/u,
    async ({ project: { no } }) => ({ intent: 'objection.list', slots: { no } }),
  ],
  [
    /^(?:是不是|有没有|还)*(?:有|漏了?|差)(?:[\p{Script=Han}]{1,6}的?)?那(?:一)?笔(?:没[对记入]|吗|呢|了|啊)*$|那(?:一)?笔(?:钱)?(?:记|入|对|到)(?:上|好|过)?(?:账)?了?(?:没有?|吗)$/u,
    async ({ turn, project: { no } }) =>
      may(turn.member, 'funds.reconcile') ? { intent: 'funds.pending', slots: { no } } : null,
  ],
  [/(?:撤回|撤|取消|停|黄|作废|终止|不办|不搞)(?:掉|了)*(?:吗|没有?|啊|[?？])[?？]*$/u, stoppedWords],
  [
    /^(?:下一步|接下来|接着|然后)(?:轮到|该|要|是)*(?:我|俺|咱|谁)?(?:们)?(?:该|要|来)*(?:干|做|办|弄)?(?:啥|什么|嘛|谁|呢)(?:来着|了|啊|呢|呀)*$/u,
    async ({ turn, project, last }) =>
      turn.message.chat.kind === 'group' && last ? `${stateWords(project)}${await next({ turn, project })}` : null,
  ],
];

const questionIn = remembered((bare: string) => questions.find(([pattern]) => isExactly(pattern, bare)));

/**
 * Answers a short question that names no matter (那还差多少, 哪天截止, 投上了没) by the one that was spoken of within ten minutes, or by
 * the number that stands in it. Null for everything that is no such question: only whole sentences of the list are.
 */
export async function followUp(parts: Parts, turn: Turn, text: string, called: Called): Promise<Reply | Wish | null> {
  if ([...text].length > 40) return null;
  const thing = await thingAsked(parts, turn, text);
  if (thing) return thing;
  const sees = await whoSees(turn, text);
  if (sees) return sees;
  const paper = await paperAsked(turn, text);
  if (paper) return paper;
  const bound = (await boundAsked(turn, text)) ?? (await bindingAsked(turn, text));
  if (bound) return bound;
  const signed = await signsIn(turn, text);
  if (signed) return signed;
  const asked = await withoutMatter(text, called);
  const found = asked && questionIn(asked.bare);
  // Of a vote the receipt is told with it.
  const isReceipt = found?.[1] === castWords && parts.spoken.done(turn)?.intent === 'poll.vote';
  const noted = isReceipt ? null : await notedAsked(parts, turn, text);
  if (noted) return noted;
  if (!found) return asked && exactlyAsked(parts, turn, text, asked);
  const last = parts.spoken.last(turn);
  if (
    asked.no === undefined &&
    castAsked.test(asked.bare.replace(/(?<![?？])[?？]+$/u, '')) &&
    !/^(?:poll|ballot)\./u.test(last?.intent ?? '')
  ) {
    const all = await castInAll(turn);
    if (all) return { text: all };
  }
  const no = asked.no ?? last?.no ?? (await onlyMatter(turn));
  const project = no === undefined ? null : await turn.unit.projects.byNo(no);
  if (!project) return null;
  const poll = (await turn.unit.polls.ofProject(project.id)).find(
    ({ closedAt, closesAt }) => closedAt === null && turn.now < closesAt,
  );
  const answer = await found[1]({ turn, text, project, poll: poll ?? null, last, done: parts.spoken.done(turn) });
  if (answer === null) return null;
  parts.spoken.note(turn, {
    intent: last?.no === project.no ? last.intent : 'proposal.show',
    no: project.no,
    isDone: false,
  });
  return typeof answer === 'string' ? { text: answer } : { sure: true, ...answer, confirmed: false };
}

async function onlyMatter({ unit }: Turn): Promise<number | undefined> {
  return onlyOne(await unit.projects.underWay())?.no;
}

function titled({ no, title }: Project): string {
  return projectName({ no, title }, 30);
}

function stateWords(project: Project): string {
  return `${titled(project)}现在：${states[project.state].said}。`;
}

async function next({ turn, project }: Pick<Asked, 'turn' | 'project'>): Promise<string> {
  return `下一步：${await nextLine(turn.unit, project, turn.now)}。`;
}

async function roundAsked({ turn, project, text }: Asked): Promise<string | Found | null> {
  if (!isInRound(project))
    return project.budgetFen === null ? null : { intent: 'funds.show', slots: { no: project.no } };
  // 一共收了多少 asks for money, and a promise is none.
  return `${titled(project)}：${await roundWords(turn.unit, project, { now: turn.now, isMoney: /[收到交]/u.test(text) })}`;
}

/** 够数了没 of what neighbours second asks for households as well. */
function gathered(asked: Asked): Promise<string | Found | null> | Found | null {
  if (asked.poll) return enoughVoted(asked);
  const isSeconded = asked.project.state === 'issue_reported' || asked.project.state === 'topic_proposed';
  return isSeconded ? { intent: 'proposal.show', slots: { no: asked.project.no } } : roundAsked(asked);
}

/** 够数了吗 of a vote asks for households, and 还差多少钱 for money. */
function enoughVoted({ text, project: { no } }: Asked): Found | null {
  return /[数票人户]|够了?(?:没有?|吗)/u.test(text) && !/钱/u.test(text)
    ? { intent: 'poll.status', slots: { no } }
    : null;
}

/** Plain arithmetic: nothing is promised by it. */
async function enoughWords(asked: Asked): Promise<string | null> {
  const { project, text } = asked;
  const sum = readAmount(text);
  if (!isInRound(project) || sum.kind !== 'exact') return null;
  const summary = summaryOf(await asked.turn.unit.ledger.balances(project.id));
  const lackFen = missingFen(project, summary).toTarget;
  const left =
    lackFen === 0
      ? '认捐已经够了'
      : sum.fen >= lackFen
        ? `还差${yuan(lackFen)}，您家出${yuan(sum.fen)}就够了`
        : `还差${yuan(lackFen)}，您家出${yuan(sum.fen)}以后还差${yuan(lackFen - sum.fen)}`;
  return `${titled(project)}${left}。这只是算一算，没有记；要出就发送“${project.no}号我出${typed(sum.fen)}”。`;
}

async function deadlineWords(asked: Asked): Promise<string | Found> {
  const { project, poll, turn } = asked;
  if (worksStates.includes(project.state) && (await turn.unit.works.milestones(project.id)).length > 0)
    return { intent: 'ask.finish', slots: { no: project.no } };
  if (poll) return `${titled(project)}的表决${momentWords(poll.closesAt, turn.now)}截止。`;
  if (isInRound(project) && project.pledgeClosesAt) return `${titled(project)}${roundUntil(project, turn.now)}`;
  return `${stateWords(project)}${await next(asked)}`;
}

async function votingWords(asked: Asked): Promise<string> {
  const { project, poll, turn } = asked;
  return poll
    ? `${titled(project)}现在就能投，${momentWords(poll.closesAt, turn.now)}截止。想好了就直接说，例如“${voteSayings(poll)[0]}”。`
    : `${stateWords(project)}${await next(asked)}`;
}

/** How the open vote is voted on, with its real number: the one that was spoken of, or the only one. */
async function waysToVote({ turn, poll }: Asked): Promise<string | null> {
  const open = poll ? [poll] : await turn.unit.polls.open();
  const only = onlyOne(open);
  return only ? howToVote(only, turn.now) : null;
}

/** Who sees the giver's name; of a ballot the count sheet tells. */
async function nameWords({ turn: { unit, member }, project, done }: Asked): Promise<string | null> {
  if (done?.intent === 'pledge.cancel') return '不会。撤回认捐不公布，谁家没出钱也不公布名单。';
  if (!done?.intent.startsWith('pledge.') || done.no !== project.no || member.householdId === null) return null;
  const notes = await unit.ledger.notesOf(project.id, member.householdId);
  const isHidden = notes.some(({ unnamed }) => unnamed === 1);
  return isHidden
    ? `不会。您家给${titled(project)}的认捐不公开，公示和光荣榜里都没有您家的名字；只有记账、对账和审批的人在账上看得到。`
    : `您家给${titled(project)}的认捐没有匿名：数额不会写在您家名下，光荣榜也只写本人同意公布的名字。不想让人知道，说“给我匿名”就行。`;
}

async function ratingWords(asked: Asked): Promise<string> {
  const { project } = asked;
  const wait = project.acceptedAt ? '' : '验收合格以后每户都能打分。';
  return `${wait}${stateWords(project)}${await next(asked)}`;
}

function votingOrRating(asked: Asked): Promise<string> {
  return /打分|评[分价]|几分/u.test(asked.last?.text ?? '') ? ratingWords(asked) : votingWords(asked);
}

async function checkedWords(asked: Asked): Promise<string> {
  const { project, turn } = asked;
  if (project.acceptedAt) return `${titled(project)}已经验收合格，${momentWords(project.acceptedAt, turn.now)}。`;
  return `${titled(project)}还没有验收合格，现在：${states[project.state].said}。${await next(asked)}`;
}

/** The own ballot with its code in private; in the group only that it is cast. */
async function castWords({ turn, project, poll }: Asked): Promise<string | null> {
  const { unit, member, now, message } = turn;
  if (!poll) return null;
  if (member.householdId === null) return null;
  const words = await ownBallot(unit, poll, member.householdId, now);
  if (hasNoBallot(words))
    return `${titled(project)}还没有您家的票。${momentWords(poll.closesAt, now)}截止，例如“${voteSayings(poll)[0]}”。`;
  return message.chat.kind === 'single'
    ? `投上了。您家对${titled(project)}的票：${words}。截止前可以改。`
    : `投上了，${project.no}号您家的票已经记好。投的什么私聊发送“我的票”看。`;
}

/** In which of the open votes the own household has voted: in the group without what was chosen. */
async function castInAll({ unit, member, now, message }: Turn): Promise<string | null> {
  const polls = await unit.polls.open();
  if (polls.length < 2 || member.householdId === null) return null;
  const lines: string[] = [];
  for (const poll of polls) {
    const words = await ownBallot(unit, poll, member.householdId, now);
    const said = hasNoBallot(words) || message.chat.kind === 'single' ? words : '投上了';
    lines.push(`${poll.no}号「${plain(poll.question, 30)}」：${said}。`);
  }
  return ['正在表决的：', ...lines].join('\n');
}

async function ourselves({ project: { no }, last }: Asked): Promise<Pick<Wish, 'intent' | 'slots'> | null> {
  if (!last) return null;
  if (last.intent === 'pledge.share') return { intent: 'pledge.share', slots: { no } };
  if (/^(?:funds|pledge)\./u.test(last.intent)) return { intent: 'funds.own', slots: { no } };
  return /^(?:poll|ballot)\./u.test(last.intent) ? { intent: 'ballot.own', slots: {} } : null;
}

async function stoppedWords(asked: Asked): Promise<string | null> {
  const { project, text } = asked;
  const isNamed = findNumbers(text).length > 0;
  // Behind the own deed it is asked of that (asked/standing.ts).
  if (!isNamed && asked.done) return null;
  // 楼下停水了吗 is about something else.
  if (!isNamed && !/^(?:那|它|是不是|真的?|已经|都)*(?:撤回|撤|取消|停|黄|作废|终止|不办|不搞)/u.test(text))
    return null;
  if (!/[?？]$|[吗没]有?$/u.test(text.trim())) return null;
  return `${stateWords(project)}真的撤下方案或者终止，我会在群里公示。${await next(asked)}`;
}

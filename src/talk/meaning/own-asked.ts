import { onlyOne } from '../../domain/only-one.js';
import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import { withoutMarks } from '../../language/values/width.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut } from '../../language/values/span.js';
import type { Project } from '../../store/proposal/project.js';
import { toSpeaker } from '../handled.js';
import { openly, type Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import type { Called } from './by-name.js';
import { onlyWords } from '../asked/words.js';
import { standingLines } from './home-asked.js';

/** What of the own record is asked about. */
type Kind = 'money' | 'vote' | 'rating' | 'idea' | 'all';

/** The words of such a question; every word of it is one of them. */
const kindsOf = onlyWords<'own' | 'ask' | 'tell' | 'take' | 'done' | Kind>([
  [
    'own',
    '我们家 俺们家 咱们家 我们 俺们 咱们 我家 俺家 咱家 自家 自己 我 俺 咱 我老公 我老婆 我老伴儿 我老伴 我媳妇 我爱人 我对象 我儿子 我女儿 我闺女 我家孩子 我孩子 我爸 我妈 俺儿子 俺闺女 俺老伴',
  ],
  ['ask', '多少钱 多少 几多 几分 几块 几百 哪几个 哪几件 哪些 哪个 什么 几个 啥 没有 了没 没 吗 嘛 怎么样 咋样 呢'],
  ['tell', '念念 查查 看看 查 看 列 数数 说说 讲讲 念'],
  ['money', '认捐 认筹 答应 承诺 应承 出钱 出资 捐款 捐钱 出 捐 认 凑'],
  ['vote', '投票 表决 投 票'],
  ['rating', '打分 评分 打 评'],
  ['idea', '建议 主意 点子 提议'],
  ['take', '采纳 采用 回复 答复 用上'],
  ['all', '办过 办了 做过 做了 弄过 弄了 参加过 参加了 参与过 参与了 干过 干了'],
  ['done', '一共 总共 已经 合计 拢共 过 了'],
  [
    'fill',
    '来着 一下 起来 提 出来 出去 到底 现在 目前 到现在 最近 今年 那俩 这俩 两个 几条 几个 帮 替 给 请 那 这 个 条 些 俩 都 还 上 成 好 的 得 钱 块 元 项目 事 件 号 啊 呀 吧 哦 有 被 对 在 里 是 在',
  ],
]);

const isOfPast = /[过了的没票]|一共|总共|已经|那/u;

/** What of the own record the words ask, which say nothing else; null for all else: 我出多少 asks what is wanted. */
export function ownKind(text: string): Kind | null {
  const has = kindsOf(text);
  if (!has?.has('own') || (!has.has('ask') && !has.has('tell'))) return null;
  // 我投啥好 and 我提啥建议 ask for advice.
  if (!isOfPast.test(text)) return null;
  if (has.has('all')) return 'all';
  if (has.has('idea')) return 'idea';
  // 我提的那俩采纳了吗.
  if (has.has('take')) return text.includes('提') ? 'idea' : null;
  if (has.has('rating')) return 'rating';
  if (has.has('vote')) return has.has('money') ? null : 'vote';
  if (has.has('money')) return has.has('done') ? 'money' : null;
  // 一共多少了我们家.
  return /[我俺咱自]们?家/u.test(text) && /一共|总共|合计|拢共/u.test(text) ? 'money' : null;
}

/** 给我念念我都办了啥, 我票呢, 我一共答应出了多少钱, 我家打的几分: what the record holds of the own household. Nobody else hears it. */
export async function ownAsked(parts: Parts, turn: Turn, text: string, called: Called): Promise<Reply | Wish | null> {
  const { member, message } = turn;
  if ([...text].length > 30 || member.householdId === null || !/[我俺咱]|自[家己]/u.test(text)) return null;
  const bare = withoutMarks(text);
  const { said, no } = await withoutName(bare, called);
  const kind = ownKind(said);
  if (kind === null) return null;
  if (kind === 'vote') return { intent: 'ballot.own', slots: {}, sure: true, confirmed: false };
  const alone = (await linesOf(kind, turn, no)).join('\n');
  if (no !== undefined) parts.spoken.note(turn, { intent: 'proposal.show', no, isDone: false });
  return toSpeaker({ ...turn, chat: message.chat }, { alone, text: openly('事') });
}

/** The words without the number or the name of the one matter in them. */
async function withoutName(text: string, called: Called): Promise<{ said: string; no: number | undefined }> {
  const [number] = findNumbers(text);
  if (number) return { said: cutOut(text, [number]), no: number.no };
  if (ownKind(text) !== null) return { said: text, no: undefined };
  const names = (await called())?.names;
  const no = onlyOne(names?.keys() ?? []);
  const name = no === undefined ? undefined : names?.get(no);
  return { said: name === undefined ? text : text.replace(name, ''), no };
}

async function linesOf(kind: Exclude<Kind, 'vote'>, turn: Turn, no: number | undefined): Promise<string[]> {
  const of = no === undefined ? '' : `给${no}号`;
  const wants = (one: Kind): boolean => kind === one || kind === 'all';
  const money = wants('money') ? await moneyOf(turn, no) : [];
  if (kind === 'money')
    return money.length > 0 ? [`您家：${money.join('；')}。`] : [`您家${of}现在没有认捐，也没有交过钱。`];
  const ratings = wants('rating') ? await ratingsOf(turn, no) : [];
  if (kind === 'rating') return ratings.length > 0 ? ratings : [`您家${of}还没有打过分。验收合格以后每户都能打分。`];
  const ideas = await ideasOf(turn, no);
  if (kind === 'idea') return ideas.length > 0 ? ideas : [`您${of}还没有提过建议。`];
  const seconds = await secondsOf(turn);
  const all = [...money.map(line => `您家${line}`), ...seconds, ...ratings, ...ideas];
  const none = all.length === 0 ? '您家还没有认捐、附议、打分，也没有提过建议。' : '';
  return [...all, `${none}投的票发送“我的票”看，报的事发送“报事”看。`];
}

async function moneyOf(turn: Turn, no: number | undefined): Promise<string[]> {
  return turn.member.householdId === null ? [] : standingLines(turn, turn.member.householdId, no);
}

async function matters({ unit }: Turn, no: number | undefined): Promise<readonly Project[]> {
  const all = await unit.projects.underWay();
  return no === undefined ? all : all.filter(one => one.no === no);
}

async function ratingsOf(turn: Turn, no: number | undefined): Promise<string[]> {
  const { unit, member } = turn;
  const lines: string[] = [];
  for (const project of await matters(turn, no)) {
    if (project.acceptedAt === null) continue;
    const own = (await unit.works.ratings(project.id)).find(({ householdId }) => householdId === member.householdId);
    if (own) lines.push(`您家给${projectName(project)}打的是${own.score}分。`);
  }
  return lines;
}

async function secondsOf(turn: Turn): Promise<string[]> {
  const { unit, member } = turn;
  const raised = await unit.projects.inStates(['issue_reported']);
  const lines: string[] = [];
  for (const project of raised) {
    const all = await unit.projects.supports(project.id);
    if (all.some(({ householdId }) => householdId === member.householdId))
      lines.push(`您家附议了${projectName(project)}。`);
  }
  return lines;
}

async function ideasOf(turn: Turn, no: number | undefined): Promise<string[]> {
  const { unit, member } = turn;
  const lines: string[] = [];
  for (const project of await matters(turn, no)) {
    for (const idea of await unit.projects.ideas.ofProject(project.id)) {
      if (idea.memberId !== member.id) continue;
      const why = idea.answer ? `：${plain(idea.answer, 40)}` : '';
      const state =
        idea.taken === null ? '还没有答复，定方案时逐条答复' : idea.taken === 1 ? `已采纳${why}` : `没有采纳${why}`;
      lines.push(`您给${projectName(project)}提的建议${idea.no}“${plain(idea.text, 30)}”：${state}。`);
    }
  }
  return lines;
}

import { things } from '../../domain/things.js';
import { withoutMarks } from '../../language/values/width.js';
import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { taskDayWords } from '../../domain/works/task.js';
import { categoryCalled } from '../../domain/proposal/categories.js';
import { findingStanding } from '../../publish/works/board-supervision.js';
import type { Reply } from '../reply.js';
import { requestStanding } from '../before/request-asked.js';
import { matterNamed } from './by-name.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { ownReports, standingReports } from './numbered-things.js';
import { bestOf } from './which-thing.js';

const asked =
  /^(?:请问|那个?|看|查一?下?|问一?下?)*(?:支出|付款)?(?<what>整改|申请)(?:第|单|项)?(?<n>\d{1,7})号?(?:的事|那(?:个|笔|条|项|件)|这(?:个|笔|条|项))?(?:现在|目前|到底|是|都)*(?:(?:咋样|怎么样|怎样|啥情况|什么情况|啥样|情况|进展|状态|到哪(?:一?步|了|儿了)?|啥时候能?[好成批付]|是?(?:啥|什么)(?:来着|内容|事)?|写的?(?:啥|什么))(?:了|啦)?|(?:改|修|弄|办|批|核|审|付|放|好|过|完)(?:好|完|成|过|准|对|出去|行)*(?:了)?(?:没有?|吗|么|不))?(?:啊|呀|呢|了|来着)*$/u;

/** 整改3咋样了, 申请2批了没: how it stands, as everybody may know; it is never taken for the number of a matter, and does nothing. */
export async function thingAsked({ spoken }: Parts, turn: Turn, text: string): Promise<Reply | Wish | null> {
  const { unit, member, now } = turn;
  if (!/整改|申请|报|没投|没有投|认领|领的|的事|那个|有人|派人/u.test(text)) return null;
  const bare = withoutMarks(text);
  // What is told behind the question is why it is asked.
  const [first = ''] = text.split(/[，,。！!]+/u);
  const own = [bare, withoutMarks(first)].find(words => words.length <= 30 && ownReport.test(words));
  if (own !== undefined) return ownReportAsked(turn, own, text);
  if (bare.length <= 30 && unvoted.test(bare)) return visitsAsked(turn, text);
  if (bare.length <= 30 && ownTask.test(bare)) return ownTasks(turn);
  const news = bare.length <= 30 ? (reportNews.exec(bare)?.groups?.['what'] ?? null) : null;
  // 那个咋样了 is of what was just spoken of.
  const report = news === null || /^那个?(?:现在)?(?:咋|怎么)/u.test(bare) ? null : await reportNamed(turn, news);
  if (report) return report;
  const { what, n } = bare.length > 30 ? {} : (asked.exec(bare)?.groups ?? {});
  if (what === undefined || n === undefined || !may(member, 'record.read')) return null;
  const number = Number(n);
  const thing =
    what === things.finding.said ? await unit.supervision.finding(number) : await unit.spending.byNo(number);
  const project = thing && (await unit.projects.byId(thing.projectId));
  if (!thing || !project)
    return { text: `没有${what}${number}。发送“${what === things.finding.said ? '待办' : '支出申请'}”看看有哪些。` };
  const isFinding = 'dueOn' in thing;
  const slots = isFinding ? { finding: number } : { request: number };
  spoken.note(turn, { intent: isFinding ? 'finding.check' : 'spend.list', no: project.no, isDone: false, slots });
  if (isFinding) {
    const next = thing.state === 'mended' && may(member, 'inspection.report');
    const how = next ? `去看过后发送“复查${number}通过”，或“复查${number}不通过：原因”。` : '';
    return { text: `${project.no}号整改${number}：${plain(thing.text, 100)}。${findingStanding(thing, now)}。${how}` };
  }
  return { text: await requestStanding(turn, thing, project) };
}

/** 俺报的灯咋样了, 我报修的那个弄好没: of what the speaker reported. */
const ownReport =
  /^(?:请问|那)?(?:我|俺|咱)(?:们)?(?:家)?(?:之前|上次|前两?天|昨天|早上|刚才)?(?:报|反映|反应)(?:修|事|告|上去)?(?:过|了)?的?(?:那个|那件|那)?(?<what>.{0,8}?)(?:的事|事)?(?:现在|到底)?(?:(?:咋样|怎么样|怎样|啥样|啥情况|什么情况|到哪(?:一?步|儿)?)(?:了|啦)?|(?:有人(?:管|修|来|弄)|[修弄管来办搞]|处理|解决)(?:好|完|了|过)*(?:没有?|吗|么|不))(?:啊|呀|呢|了)*$/u;

/** The one report of the speaker that still stands, or the one that the words name; else the list of those that do. */
async function ownReportAsked(turn: Turn, bare: string, text: string): Promise<Reply | Wish> {
  const { unit, member } = turn;
  const own = await unit.reports.openOf(member.userid);
  const what = ownReport.exec(bare)?.groups?.['what'] ?? '';
  const named = own.filter(({ category }) => [...what].some(sign => categoryCalled(category).said.includes(sign)));
  const told = bestOf(await ownReports(turn, []), text);
  const only =
    onlyOne(own.length > 1 ? named : own) ?? own.find(({ no }) => told.isNamed && no === onlyOne(told.things)?.value);
  if (own.length === 0)
    return { text: '您现在没有在办的报事。发送“报事”看全部；要报一件，发送例如“报事：3号楼2单元楼道灯坏了”。' };
  const look = only ? { intent: 'report.show', slots: { report: only.no } } : { intent: 'report.list', slots: {} };
  return { ...look, sure: true, confirmed: false };
}

/** 灯的事有信儿没, 有人看了吗, 恁看俺那个下水道咋弄来: of the own report that stands where the words fit it, else of the one that they name. */
const reportNews =
  /^(?:请问|您好|你好|我?(?:替|帮|给).{1,3}?问(?:一下|一声|问)|[您你恁]看看?)*(?:(?:我|俺|咱)?(?:们)?(?:家)?(?:报的|反映的|那个)?(?<what>.{0,10}?)(?:的事儿?|那(?:个|事|件)(?:事儿?)?)?)(?:现在|到底|还|都|几天了)*(?:(?:咋|怎么)(?:弄|整|办|样|处理)(?:的|了|来|啦)+|(?:有|没)(?:个)?(?:信儿?|消息|回音|动静|着落|结果|下文)(?:没有?|了|吗)?|(?:有|派)(?:没有)?(?:人|师傅)(?:来|去)?(?:看|管|修|弄|处理)?(?:了|过)*(?:吗|没有?)?|(?:多久|啥时候|什么时候|几时|哪天)(?:才|能|会)*(?:有)?人?(?:来)?(?:管|修|看|弄|处理))(?:啊|呀|呢)*$/u;

async function reportNamed(turn: Turn, what: string): Promise<Wish | null> {
  const { unit, member } = turn;
  const own = await unit.reports.openOf(member.userid);
  const isAny = /报/u.test(what) || what === '';
  const named: typeof own = [];
  for (const report of own) {
    const told = (await unit.reports.voices(report.id)).map(({ words }) => words);
    const said = [categoryCalled(report.category).said, ...told].join('');
    if (isAny || [...what].some(sign => said.includes(sign))) named.push(report);
  }
  const of = named.length === 0 && !isAny ? bestOf(await standingReports(turn, []), what) : null;
  const only = onlyOne(named)?.no ?? (of?.isNamed === true ? onlyOne(of.things)?.value : undefined);
  return only !== undefined ? { intent: 'report.show', slots: { report: only }, sure: true, confirmed: false } : null;
}

/** 我认领的啥, 俺领的是几号. */
const ownTask =
  /^(?:请问|那)?(?:我|俺|咱)(?:们)?(?:家)?(?:认领|领|接)(?:的|了|过)*(?:任务|活儿?|事)?(?:都|是|的)*(?:啥|什么|哪(?:一)?(?:个|件|些|样)|几号|第几(?:个|号)?)(?:来着|任务|事|活儿?|啊|呀|呢|了)*$/u;

async function ownTasks({ unit, member, now }: Turn): Promise<Reply> {
  const own = (await unit.tasks.open()).filter(({ claimedById }) => claimedById === member.id);
  if (own.length === 0) return { text: '您现在没有认领的任务。要认领，说例如“三单元的路灯我来盯”。' };
  const lines = own.map(({ no, what, dueAt, doneAt }) => {
    const stands = doneAt ? '已报完成，等别家去看' : taskDayWords(dueAt, now);
    return `- 任务${no} ${plain(what, 40)}：${stands}`;
  });
  return { text: ['您认领的：', ...lines, '办好了说“办好了”，办不了说“办不了了”。'].join('\n') };
}

/** 还有谁没投, 粉刷谁家还没投, 哪些人家还没投 我接着跑. */
const unvoted =
  /^(?=.*[还剩差]).{0,10}?(?:还)?(?:有|剩|差)?(?:谁|哪[几些]?(?:家|户|个|人家?|住户))(?:家)?(?:还)?没(?:有)?投(?:票)?(?:的)?(?:了|呢|啊|呀)*(?:[我俺咱](?:们)?(?:好|再|接着|去|来|上门|挨家)*(?:跑|走|催|问|敲门|上门|去)(?:一?[趟圈下遍])?)?$/u;

/** Who goes from door to door has the list of the own building; nobody else hears who has not voted. */
async function visitsAsked(turn: Turn, text: string): Promise<Wish | null> {
  const { unit, member, message } = turn;
  if (message.chat.kind !== 'single' || !may(member, 'poll.visits')) return null;
  const open = await unit.polls.open();
  const named = await matterNamed(turn, text);
  const no = open.find(one => one.no === named)?.no ?? (named === undefined ? onlyOne(open)?.no : undefined);
  return no === undefined ? null : { intent: 'poll.visits', slots: { no }, sure: true, confirmed: false };
}

import { ratingEndsAt } from '../../domain/works/closing.js';
import { endWords, lastDayWords, momentWords } from '../../domain/calendar.js';
import { destinations } from '../../domain/funds/ledger.js';
import { moneyStates, states, worksStates } from '../../domain/lifecycle.js';
import { placeWords } from '../../domain/masking.js';
import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import { taskDayWords } from '../../domain/works/task.js';
import { waitingFor } from '../../operations/waiting.js';
import { ownCents } from '../../publish/funds/own-cents.js';
import { askedHome } from '../../publish/people/asked-home.js';
import { ownPledge, ownVote } from '../../publish/people/own-standing.js';
import { reportView } from '../../publish/proposal/report-words.js';
import type { Project } from '../../store/proposal/project.js';
import type { Turn } from '../turn.js';
import { type Asked, titled } from './asked.js';
import type { Told } from './topic.js';

/** What a short question may be about: what was said or done last, or what stands of the speaker. */
export type Kind =
  | 'report'
  | 'vote'
  | 'pledge'
  | 'second'
  | 'proposal'
  | 'objection'
  | 'idea'
  | 'binding'
  | 'confirmed'
  | 'task'
  | 'mark'
  | 'money'
  | 'works'
  | 'contest';

/** One thing of a kind, by the matter's number or its own. */
export interface Thing {
  readonly kind: Kind;
  readonly no?: number;
  readonly nth?: number;
}

/** How a thing stands now: what it is, what was recorded, what comes next, until when, and who sees to it. */
type Standing = (asked: Asked, thing: Thing) => Promise<Told>;

interface KindOf {
  readonly tell: Standing;
  /** What only the speaker may hear. */
  readonly isOwn: boolean;
}

const nowOf = async (asked: Asked, project: Project): Promise<string> =>
  `现在：${states[project.state].said}。${await asked.next(project)}`;

/** Of the matter that the thing belongs to. */
function ofMatter(tell: (asked: Asked, project: Project, thing: Thing) => Promise<Told>): Standing {
  return async (asked, thing) => {
    const project = thing.no === undefined ? null : await asked.turn.unit.projects.byNo(thing.no);
    return project && tell(asked, project, thing);
  };
}

async function voteWords({ turn: { unit, member, now } }: Asked, project: Project): Promise<string | null> {
  const polls = await unit.polls.ofProject(project.id);
  const poll = polls.find(({ closedAt }) => closedAt === null) ?? polls.at(-1);
  const own = poll && (await ownVote(unit, member, poll, now));
  if (!own) return null;
  return `您家对${titled(project)}的票：${own.words}${own.change ? '，截止前可以改' : ''}。`;
}

async function pledgeWords(asked: Asked, project: Project): Promise<string> {
  const { unit, member, now } = asked.turn;
  const own = await ownPledge(unit, member, project, now);
  if (!own || member.householdId === null) return `您家给${titled(project)}现在没有认捐，也没有交过钱。`;
  const { promisedFen, paidFen } = await unit.ledger.standingOf(project.id, member.householdId);
  const cents = paidFen > 0 ? await ownCents(unit, { project, householdId: member.householdId, now }) : null;
  const lacks = promisedFen > paidFen;
  const until = project.pledgeClosesAt ? `认捐到${endWords(project.pledgeClosesAt, now)}为止，` : '';
  const cashier = await asked.holder('cashier');
  const isPledging = project.state === 'pledging';
  const pay = isPledging
    ? `还在认筹，${until}付款前可以改、可以撤；现在不用交，认够了群里通知收款再交给${cashier}。`
    : lacks
      ? `${paidFen > 0 ? '' : '出纳还没有记到您家交的钱。'}没交的随时能撤，没有关系。交给${cashier}，怎么交问出纳；出纳记了账、会计对过账才算数，交过了没记上的也找出纳。`
      : '';
  return `您家给${titled(project)}：${own.words}。${pay}${cents === null ? '' : `\n${cents}`}`;
}

/** Where what is left of the residents' money goes. */
export function surplusWords(project: Project | null): string {
  return project?.surplusTo ? `按公示的方案转给${destinations[project.surplusTo]}` : '按各户实交的比例退回，退到分';
}

/** 退我多少, and not 还剩多少. */
const asksBack = /退|找零|领/u;

/** While money is given and spent what is left is looked up; of the final accounts it is told who gets it back, and when. */
async function moneyWords(asked: Asked, project: Project): Promise<Told> {
  const { unit, member, now } = asked.turn;
  const isOver = project.state === 'accepted' || project.state === 'settlement_published';
  if (!isOver && !asksBack.test(asked.text)) return { intent: 'funds.show', slots: { no: project.no } };
  const { householdId } = member;
  const cents = householdId === null || !asked.isPrivate ? null : await ownCents(unit, { project, householdId, now });
  const days = project.surplusTo ? '' : `，决算公示后最迟${rulesAt(now).refundWorkdays}个工作日退到`;
  const mayUndo = project.state === 'pledging' || project.state === 'collecting' ? '没交的认捐随时能撤。' : '';
  const paid = isOver ? '' : '交了、对过账的要用在这件事上，自家有难处要退请找社区会计。';
  return `${titled(project)}：${mayUndo}${paid}决算以后剩的居民的钱，${surplusWords(project)}${days}，由出纳办。${await nowOf(asked, project)}${cents === null ? '' : `\n${cents}`}`;
}

/** What becomes of what is left of the one matter that was accepted; null where there is none. */
export async function surplusOf(asked: Asked): Promise<Told> {
  const project = await asked.matter('accepted', 'settlement_published');
  return project && moneyWords(asked, project);
}

async function markWords({ turn: { unit, member, now } }: Asked, project: Project): Promise<string | null> {
  const own = (await unit.works.ratings(project.id)).find(({ householdId }) => householdId === member.householdId);
  const until = ratingEndsAt(project);
  if (!until) return null;
  const change = now < until ? `，${lastDayWords(until, now)}前可以改` : '';
  return own
    ? `您家给${titled(project)}打的是${own.score}分${change}。`
    : `您家还没有给${titled(project)}打分${change}。`;
}

async function secondWords(asked: Asked, project: Project): Promise<string> {
  const { unit, member } = asked.turn;
  const all = await unit.projects.supports(project.id);
  const isOwn = all.some(({ householdId }) => householdId === member.householdId);
  return `${titled(project)}：${isOwn ? '您家的附议记着。' : '没有您家的附议。'}一共${all.length}户附议，${await nowOf(asked, project)}`;
}

async function objectionSaid(asked: Asked, project: Project, { nth }: Thing): Promise<string | null> {
  const { unit, now } = asked.turn;
  const objection = (await unit.objections.ofProject(project.id)).find(({ no }) => no === nth);
  if (!objection) return null;
  const stands = objection.answeredAt
    ? `${momentWords(objection.answeredAt, now)}答复${objection.upheld ? '：成立' : ''}：${plain(objection.answer ?? '', 200)}`
    : `还没有答复，${await asked.holder('grid_secretary')}${lastDayWords(objection.dueAt, now)}前答复，公示出来，不写您的名字；没答复完不进入下一步`;
  return `您给${titled(project)}提的异议${objection.no}“${plain(objection.text, 60)}”：${stands}。`;
}

async function ideaSaid({ turn: { unit } }: Asked, project: Project, { nth }: Thing): Promise<string | null> {
  const idea = (await unit.projects.ideas.ofProject(project.id)).find(({ no }) => no === nth);
  if (!idea) return null;
  const why = idea.answer ? `：${plain(idea.answer, 60)}` : '';
  const stands =
    idea.taken === null ? '还没有答复，定方案时逐条答复' : `${idea.taken === 1 ? '已采纳' : '没有采纳'}${why}`;
  return `您给${titled(project)}提的建议${idea.no}“${plain(idea.text, 60)}”：${stands}。`;
}

/** Of the speaker's own request, for whom it waits; who confirms hears what waits for their word. */
export async function bindingWords({ unit, member, message, now }: Turn): Promise<string | null> {
  if (may(member, 'member.confirm') && message.chat.kind === 'single') {
    const waiting = (await waitingFor(unit, member, now, [])).filter(({ deed }) => deed === 'member.confirm');
    const lines = waiting.map(({ title, says }) => `${title}，核对无误发送“${says[0]}”。`);
    return lines.length > 0 ? ['还在等您的：', ...lines].join('\n') : '现在没有等您确认的绑定申请。';
  }
  if (member.household) return `您已经绑定好了：${placeWords(member.household)}。`;
  const home = await askedHome(unit, member.userid);
  return (
    home &&
    `还没有确认：您申请绑定的${placeWords(home)}在等${home.building}号楼楼长或书记确认，一般当天就好；急的话当面或打电话跟楼长说一声。确认前您可以先看、先问、先报事。`
  );
}

export async function taskWords({ turn: { unit, now } }: Asked, { nth }: Thing): Promise<string | null> {
  const task = nth === undefined ? null : await unit.tasks.task(nth);
  if (!task) return null;
  const stands = task.checkedAt
    ? `${momentWords(task.checkedAt, now)}已有邻居核实，办好了`
    : task.droppedAt
      ? '已经放弃，不用再办'
      : task.doneAt
        ? `已报完成，等别家邻居去看过，说“任务${task.no}核实”才算`
        : `${taskDayWords(task.dueAt, now)}，办好说“任务${task.no}完成”，再由别家邻居去看；办不了说“任务${task.no}放弃”`;
  return `任务${task.no}“${plain(task.what, 40)}”：${stands}。`;
}

const asksWhen = /什么时|啥时|何时|几[时天号]|哪一?天|多[久会]/u;

export const kinds: Readonly<Record<Kind, KindOf>> = {
  report: {
    isOwn: false,
    tell: async ({ turn: { unit, member, now }, isPrivate }, { nth }) => {
      const report = nth === undefined ? null : await unit.reports.byNo(nth);
      return report && reportView(unit, report, { member, isPrivate, now });
    },
  },
  contest: { isOwn: false, tell: async () => ({ intent: 'contest.show', slots: {} }) },
  vote: { isOwn: true, tell: ofMatter(voteWords) },
  pledge: { isOwn: true, tell: ofMatter(pledgeWords) },
  mark: { isOwn: true, tell: ofMatter(markWords) },
  second: { isOwn: false, tell: ofMatter(secondWords) },
  proposal: {
    isOwn: false,
    tell: ofMatter(async (asked, project) => `${titled(project)}${await nowOf(asked, project)}`),
  },
  objection: { isOwn: true, tell: ofMatter(objectionSaid) },
  idea: { isOwn: true, tell: ofMatter(ideaSaid) },
  binding: { isOwn: true, tell: ({ turn }) => bindingWords(turn) },
  confirmed: {
    isOwn: true,
    tell: async ({ turn }) => `办好了，刚才那位已经确认绑定。${(await bindingWords(turn)) ?? ''}`,
  },
  task: { isOwn: false, tell: taskWords },
  money: { isOwn: false, tell: ofMatter(moneyWords) },
  works: {
    isOwn: false,
    tell: ofMatter(async ({ text }, { no }) => ({
      intent: asksWhen.test(text) ? 'ask.finish' : 'progress.show',
      slots: { no },
    })),
  },
};

/** More than so many are not told at once. */
const mostTold = 3;

/** The matters that the household paid for, where it is asked what comes back. */
async function paidFor({ turn: { unit, member }, text }: Asked): Promise<readonly Thing[]> {
  const { householdId } = member;
  if (householdId === null || !asksBack.test(text)) return [];
  const found: Thing[] = [];
  for (const { id, no } of await unit.projects.inStates([...moneyStates, 'settlement_published']))
    if ((await unit.ledger.standingOf(id, householdId)).paidFen > 0) found.push({ kind: 'money', no });
  return found.slice(0, mostTold);
}

/** What stands of the speaker, of a kind: what they paid for, else the only one, so that nothing is taken for another. */
export async function ownThings(asked: Asked, kind: Kind): Promise<readonly Thing[]> {
  const paid = kind === 'money' ? await paidFor(asked) : [];
  if (paid.length > 0) return paid;
  const only = await ownThing(asked, kind);
  return only ? [only] : [];
}

async function ownThing({ turn: { unit, member } }: Asked, kind: Kind): Promise<Thing | null> {
  const of = async (wanted: readonly Project['state'][], fits: (project: Project) => Promise<boolean>) => {
    const found: Thing[] = [];
    for (const project of await unit.projects.inStates(wanted))
      if (await fits(project)) found.push({ kind, no: project.no });
    return onlyOne(found) ?? null;
  };
  switch (kind) {
    case 'report': {
      const only = onlyOne(await unit.reports.openOf(member.userid));
      return only ? { kind, nth: only.no } : null;
    }
    case 'task': {
      const only = onlyOne((await unit.tasks.open()).filter(({ claimedById }) => claimedById === member.id));
      return only ? { kind, nth: only.no } : null;
    }
    case 'objection': {
      const found: Thing[] = [];
      for (const project of await unit.projects.inStates(['plan_published', 'result_published']))
        for (const one of await unit.objections.ofProject(project.id))
          if (one.memberId === member.id) found.push({ kind, no: project.no, nth: one.no });
      return onlyOne(found) ?? null;
    }
    case 'binding':
      return member.householdId === null || may(member, 'member.confirm') ? { kind } : null;
    case 'pledge': {
      const { householdId } = member;
      if (householdId === null) return null;
      return of(
        ['pledging', 'collecting'],
        async ({ id }) => (await unit.ledger.standingOf(id, householdId)).promisedFen > 0,
      );
    }
    case 'money':
      return of([...moneyStates, 'settlement_published'], async () => true);
    case 'works':
      return of(worksStates, async () => true);
    default:
      return null;
  }
}

import { endWords, lastDayWords } from '../../domain/calendar.js';
import { handsWords } from '../../domain/funds/spending.js';
import { holdersOf } from '../../domain/permissions.js';
import { askedWords } from '../../domain/next-words.js';
import { ratingEndsAt } from '../../domain/works/closing.js';
import { isInRound } from '../../domain/lifecycle.js';
import { nextOf } from '../../operations/next-steps.js';
import { objectionStays } from '../../publish/plan/objection-notice.js';
import { roundUntil } from '../../publish/pledge/round-words.js';
import { ratingWords } from '../../publish/works/rating-words.js';
import type { JournalLine } from '../../store/engine/journal-line.js';
import type { Project } from '../../store/proposal/project.js';
import { requestStanding } from '../before/request-asked.js';
import { rememberedMs } from '../before/spoken.js';
import { type Asked, titled } from './asked.js';
import { mayBegin, nowWords } from './now-words.js';
import { taskWords } from './standings.js';
import type { Told } from './topic.js';

/** What is asked of a deed that was just done. */
export type Concern =
  | 'valid'
  | 'change'
  | 'told'
  | 'named'
  | 'when'
  | 'who'
  | 'next'
  | 'where'
  | 'others'
  | 'enough'
  | 'many'
  | 'seen'
  | 'again';

type Tell = (asked: Asked, line: JournalLine) => Promise<Told>;
type Facts = Partial<Record<Concern, Tell>>;

const said =
  (words: string): Tell =>
  async () =>
    words;

/** The matter of the deed. */
async function matterOf({ turn, no }: Asked): Promise<Project | null> {
  return no === undefined ? null : turn.unit.projects.byNo(no);
}

/** Where the matter of the deed stands, and what comes next. */
const stands: Tell = async asked => {
  const project = await matterOf(asked);
  return project && nowWords(asked.turn, project);
};

/** What another person has to check before it counts; who entered it never does. */
function checkedBy(deed: string, how: string): Facts {
  const who: Tell = async ({ parts }) => {
    const permission = parts.intents.get(deed)?.permission;
    const holders = permission ? holdersOf(permission).join('、') : '';
    return `您自己录的，自己不能核对，要另一个人：${holders}都可以，看过原件发送“${how}”。`;
  };
  return {
    valid: said(`还不算数：要另一个人对着原件核对，说“${how}”才算。`),
    who,
    next: async (asked, line) => `等另一个人核对。${(await who(asked, line)) ?? ''}`,
  };
}

const ofObjection: Facts = {
  valid: said('记下了，算数：没答复完，这件事不进入下一步。'),
  named: said('不写您的名字：公示的只有异议的内容和答复。'),
  told: async (asked, line) => `${(await objectionDue(asked, line)) ?? ''}答复公示出来，群里和公示栏都看得到。`,
  when: async (asked, line) =>
    `${(await objectionDue(asked, line)) ?? ''}公示出来，不写您的名字；没答复完不进入下一步。`,
  who: async (asked, line) => `${(await objectionDue(asked, line)) ?? ''}答复公示出来。`,
  change: said(`${objectionStays}还有别的意见，可以再提一条。`),
  next: stands,
};

async function objectionDue(asked: Asked, { facts }: JournalLine): Promise<string | null> {
  const { unit, now } = asked.turn;
  const project = await matterOf(asked);
  const found = project && (await unit.objections.ofProject(project.id)).find(({ no }) => no === facts['objection']);
  if (!found) return null;
  const who = await asked.holder('grid_secretary');
  return found.answeredAt ? '已经答复了，发送“我的异议”看。' : `${who}${lastDayWords(found.dueAt, now)}前答复，`;
}

/** A payment on its way: with whom it lies, what it lacks, from when it may be paid. */
const request: Tell = async ({ turn }, { facts }) => {
  const { request: number } = facts;
  const found = typeof number === 'number' ? await turn.unit.spending.byNo(number) : null;
  const project = found && (await turn.unit.projects.byId(found.projectId));
  return found && project && requestStanding(turn, found, project);
};

/** All hands that a payment goes through, and where it is. */
const hands: Tell = async (asked, line) => {
  return `${handsWords(asked.turn.now)}，各是一个人。${(await request(asked, line)) ?? ''}`;
};

const ofRequest: Facts = { valid: request, when: request, who: hands, next: request, enough: request };

/** Who still has to act in the matter, by its next steps. */
const lacking: Tell = async asked => {
  const { unit, now } = asked.turn;
  const project = await matterOf(asked);
  if (!project) return null;
  const next = await nextOf(unit, project, now);
  const open = next.steps.filter(({ optional }) => !optional);
  const confirm = open.filter(({ deed }) => deed === 'emergency.confirm');
  if (confirm.length > 0)
    return `${titled(project)}还不能动工，还差：${confirm.map(one => askedWords(one, now)).join('；')}。`;
  return `${mayBegin(project)}${await nowWords(asked.turn, project, { next })}`;
};

const ofEmergency: Facts = { enough: lacking, valid: lacking, who: lacking, next: lacking, when: lacking };

const rated: Tell = async asked => {
  const { now } = asked.turn;
  const project = await matterOf(asked);
  const until = project && ratingEndsAt(project);
  if (!until) return null;
  return now < until
    ? `能：${lastDayWords(until, now)}前随时能改，再说一遍分数就行，以最后一次为准。`
    : `不能了：${lastDayWords(until, now)}前才能改，已经过了。`;
};

/** Whether the home that somebody spoke for hears of it. */
const otherHome: Tell = async ({ parts, turn }, { facts }) => {
  const isFor = facts['proxy'] === true || parts.spoken.did(turn)[0]?.slots['beneficiary'] !== undefined;
  return isFor
    ? '会：那一户有人绑定的，私下告诉他们；没有绑定的收不到，请您说一声。不是他们的意思，付款前随时能撤。'
    : null;
};

const toLeader: Tell = async asked =>
  `先跟${await asked.holder('building_leader')}或书记说一声，约好时间、地点再送；东西到了由他们登记。送到前可撤回。`;

const takenOver = said('能：谁愿意都行，在群里说一声“……我来盯”就归他，原来那份已经放下了。');

const rateUnnamed = '不写：只公布平均分，看不出是谁打的。';

/** From how many homes on an average is told stands in the words themselves. */
const ratedBy: Tell = async asked => {
  const project = await matterOf(asked);
  const words = project && (await ratingWords(asked.turn.unit, project, asked.turn.now));
  return project && words !== null ? `${titled(project)}：${words}` : null;
};

/** What was taken back may be promised anew as long as money is promised. */
const givesAgain: Tell = async asked => {
  const project = await matterOf(asked);
  if (!project) return null;
  return isInRound(project)
    ? `能：${roundUntil(project, asked.turn.now)}什么时候想出都行，说例如“${project.no}号我出50元”。`
    : `${titled(project)}现在不收认捐。${await nowWords(asked.turn, project)}`;
};

const seenBy = '别家的邻居谁都行，自己家的人不算；看过发送“任务几核实”。';

const ofTask: Tell = async (asked, { facts: { task } }) =>
  typeof task === 'number' ? taskWords(asked, { kind: 'task', nth: task }) : null;

const ofReport: Tell = async (_, { facts: { report } }) =>
  typeof report === 'number' ? { intent: 'report.show', slots: { report } } : null;

const ofTaskDone: Facts = {
  valid: said('还要一位别家的邻居去看过，说“任务几核实”才算办好。'),
  who: said(seenBy),
  next: said(`等一位邻居去看。${seenBy}`),
};

/** What each deed says of itself once it is done: the one table. */
const table: readonly (readonly [RegExp, Facts])[] = [
  [/^objection\.raise$/u, ofObjection],
  [
    /^idea\.add$/u,
    {
      named: said('公示的是建议的内容，不写您的名字。'),
      when: said('定方案的时候逐条答复采纳不采纳，答复了私下告诉您。'),
      who: said('书记定方案时逐条答复。'),
      next: stands,
    },
  ],
  [/^paper\.enter$/u, checkedBy('paper.check', '核对纸票几一致')],
  [/^sheet\.enter$/u, checkedBy('sheet.check', '核对纸单几一致')],
  [/^phone\.enter$/u, checkedBy('phone.check', '核对电话几一致')],
  [/^mandate\.enter$/u, checkedBy('mandate.check', '核对委托几一致')],
  [/^spend\.(?:ask|check|approve|hold|release|clear|voucher)$/u, ofRequest],
  [
    /^funds\.receive$/u,
    {
      valid: said('还是待对账：会计和流水对过、说“对账无误”，才算实收。'),
      who: async asked => `会计对账：${await asked.holder('bookkeeper')}；收钱的自己不能对。`,
    },
  ],
  [/^emergency\.(?:declare|confirm)$/u, ofEmergency],
  [/^project\.accept$/u, { enough: stands, valid: stands, next: stands }],
  [
    /^project\.rate$/u,
    { change: rated, again: rated, when: rated, named: said(rateUnnamed), seen: said(rateUnnamed), many: ratedBy },
  ],
  [/^proposal\.(?:open|support)$/u, { next: stands, enough: stands }],
  [/^pledge\.money$/u, { told: otherHome }],
  [/^pledge\.cancel$/u, { again: givesAgain, change: givesAgain, when: givesAgain }],
  [/^pledge\.goods$/u, { where: toLeader }],
  [
    /^pledge\.labour$/u,
    { where: async asked => `时间、地点等${await asked.holder('building_leader')}通知；去不了随时能撤。` },
  ],
  [/^report\.open$/u, { when: ofReport, who: ofReport, next: ofReport, valid: ofReport }],
  [/^task\.drop$/u, { others: takenOver, next: takenOver }],
  [
    /^task\.claim$/u,
    {
      when: ofTask,
      valid: ofTask,
      next: ofTask,
      change: ofTask,
      others: said('这件您领着；办不了说“任务几放弃”，谁愿意再领都行，不扣分。'),
    },
  ],
  [/^task\.done$/u, ofTaskDone],
  [
    /^poll\.extend$/u,
    {
      change: async ({ turn: { unit, now }, no }) => {
        const poll = no === undefined ? null : await unit.polls.byNo(no);
        return poll && `不能再延：一次表决只延一次，${endWords(poll.closesAt, now)}截止。`;
      },
      next: stands,
    },
  ],
  [
    /^progress\.report$/u,
    { when: async ({ no }) => (no === undefined ? null : { intent: 'ask.finish', slots: { no } }) },
  ],
  [/^(?:plan\.publish|notice\.post|poll\.open|proposal\.classify|project\.refer)$/u, { next: stands, valid: stands }],
];

/** Who can see what was done just now: a notice of that message hangs where everybody reads it. */
const seen: Tell = async ({ turn: { unit, member, now } }, line) => {
  const lines = await unit.journal.ofMember(member.userid, new Date(now.getTime() - rememberedMs));
  const told = lines.find(one => one.deed === 'notice.publish' && one.messageId === line.messageId);
  const notice = told?.facts['notice'];
  return typeof notice === 'number' ? `都看得到：这是第${notice}号公示，发在群里，公示栏网页上也有。` : null;
};

/** What a deed says of that; of what was published everybody may know. */
export function factOf(deed: string, concern: Concern): Tell | undefined {
  const fact = table.find(([pattern]) => pattern.test(deed))?.[1][concern];
  return fact ?? (concern === 'seen' ? seen : undefined);
}

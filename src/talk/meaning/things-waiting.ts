import { placeWords } from '../../domain/masking.js';
import { owesBack, refundShares } from '../../operations/funds/pay-refunds.js';
import { planOpen, type ProjectState } from '../../domain/lifecycle.js';
import { sharesIn } from '../../operations/funds/hold-unclaimed.js';
import { isLapsed } from '../../domain/plan/emergency.js';
import { notesToCheck } from '../../operations/ballot/helper-note.js';
import type { Report } from '../../store/proposal/report.js';
import type { Turn } from '../turn.js';
import { outsideTasks, ownReports, reportThings, standingReports, type Thing, type Things } from './numbered-things.js';
import type { OfDeed } from './which-thing.js';

/** What was taken down by telephone, or from a sheet of which there is a picture. */
const notes =
  (isSheet: boolean): Things =>
  async ({ unit, member }) =>
    (await notesToCheck(unit, member.id)).flatMap(({ note: { no, photo }, household: home, words }) =>
      (photo !== null) === isSheet ? [{ value: no, words, names: home.owners, home }] : [],
    );

/** Small jobs: the speaker's own that are not done, or those of others, said to be done or not. */
const tasks =
  (whose: 'own' | 'others', isDone: boolean): Things =>
  async ({ unit, member }) =>
    (await unit.tasks.open()).flatMap(({ no, what, claimedById, doneAt }) =>
      (claimedById === member.id) === (whose === 'own') && (doneAt !== null) === isDone
        ? [{ value: no, words: what, names: [] }]
        : [],
    );

const kinds = /[灯门路管井锁梯树草花车箱栏墙窗牌水电雪圾廊院叶椅]/u;

/** 灯没亮 is of the task about a lamp, and of none about a door; what names no thing is of any. */
async function isOfNoTask({ unit, member }: Turn, text: string): Promise<boolean> {
  if (!kinds.test(text)) return false;
  const others = (await unit.tasks.open()).filter(({ claimedById }) => claimedById !== member.id);
  return !others.some(({ what }) => [...what].some(sign => kinds.test(sign) && text.includes(sign)));
}

/** Reports that the speaker sees to. */
const reportsSeenTo =
  (...states: readonly Report['state'][]): Things =>
  async turn =>
    reportThings(
      turn,
      (await turn.unit.reports.standing()).filter(
        ({ ownedBy, state }) => ownedBy === turn.member.userid && states.includes(state),
      ),
    );

const ownReportMs = 60 * 60_000;

/** Of several that others see to, one has to be named. */
const areOthers = async ({ unit, member }: Turn): Promise<boolean> => {
  const all = await unit.reports.standing();
  return all.length > 1 && all.every(({ ownedBy }) => ownedBy !== member.userid);
};

/** What the speaker reported within the hour: 不用了 is hardly said of anything older without naming it. */
const justReported: Things = async turn =>
  reportThings(
    turn,
    (await turn.unit.reports.openOf(turn.member.userid)).filter(
      ({ openedAt }) => turn.now.getTime() - openedAt.getTime() <= ownReportMs,
    ),
  );

const lastReported: Things = async (turn, projects) => {
  const just = await justReported(turn, projects);
  const last = Math.max(...just.map(({ value }) => Number(value)));
  return just.filter(({ value }) => value === last);
};

/** The matters themselves. */
const matters: Things = async (_, projects) =>
  projects.map(({ no, title }) => ({ value: no, words: title, names: [] }));

const emergencies: Things = async (turn, projects) =>
  matters(
    turn,
    projects.filter(({ emergency }) => emergency && !emergency.startedAt && !isLapsed(emergency, turn.now)),
  );

/** Homes whose share of what was left went out to them, or came back and waits for them. */
const shares =
  (account: 'refunded' | 'unclaimed'): Things =>
  async ({ unit }, projects) =>
    (await sharesIn(unit, projects, account)).map(({ no, home }) => ({
      value: placeWords(home),
      no,
      words: '',
      names: home.owners,
      home,
    }));

/** Matters that still owe their givers what is left. */
const owing: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const project of projects)
    if ((await refundShares(unit, project)).length > 0)
      found.push({ value: project.no, words: project.title, names: [] });
  return found;
};

const afterwards: readonly ProjectState[] = [...owesBack, 'closed'];

/** What waits for somebody and is judged in few words, by the name that the judgement calls it. */
export const waitingThings: Readonly<Record<string, OfDeed>> = {
  'phone.check': { slot: 'phone', states: [], things: notes(false) },
  'sheet.check': { slot: 'sheet', states: [], things: notes(true) },
  'task.done': { slot: 'no', states: [], things: tasks('own', false) },
  'task.drop': { slot: 'no', states: [], things: tasks('own', false) },
  'task.check': {
    slot: 'no',
    states: [],
    things: tasks('others', true),
    elsewhere: tasks('others', false),
    // 二楼的灯又不亮了 tells of trouble, whoever has taken a job about a lamp.
    elsewhereIfPointed: true,
    isOther: isOfNoTask,
  },
  'task.return': {
    slot: 'no',
    states: [],
    things: tasks('others', true),
    elsewhere: tasks('others', false),
    elsewhereIfPointed: true,
    isOther: isOfNoTask,
  },
  'outside.end': { slot: 'outside', states: [], things: outsideTasks, mustName: true },
  'own report.answer': {
    slot: 'report',
    states: [],
    things: reportsSeenTo('open'),
    elsewhere: standingReports,
    isOther: areOthers,
  },
  'own report.solve': {
    slot: 'report',
    states: [],
    things: reportsSeenTo('open', 'answered'),
    elsewhere: standingReports,
  },
  // 这个干脆大家一起弄吧，转成提案 right behind a report is of that one.
  'report.grow': { slot: 'report', states: [], things: ownReports, just: lastReported },
  'new report.withdraw': { slot: 'report', states: [], things: justReported },
  'project.accept': { slot: 'no', states: ['completed_pending_acceptance'], things: matters },
  'emergency.confirm': { slot: 'no', states: planOpen, things: emergencies },
  'refund.hold': { slot: 'place', states: afterwards, things: shares('refunded'), mustName: true, withNo: true },
  'refund.claim': { slot: 'place', states: afterwards, things: shares('unclaimed'), mustName: true, withNo: true },
  refunds: { slot: 'no', states: [...owesBack], things: owing },
};

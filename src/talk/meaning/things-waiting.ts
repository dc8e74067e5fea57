import { planOpen } from '../../domain/lifecycle.js';
import { isLapsed } from '../../domain/plan/emergency.js';
import { categoryCalled } from '../../domain/proposal/categories.js';
import { reportPlace } from '../../domain/proposal/report.js';
import { notesToCheck } from '../../operations/ballot/helper-note.js';
import type { Report } from '../../store/proposal/report.js';
import type { Turn } from '../turn.js';
import { outsideTasks, type Thing, type Things } from './numbered-things.js';
import type { OfDeed } from './which-thing.js';

/** What was taken down by telephone, or from a sheet of which there is a picture. */
const notes =
  (isSheet: boolean): Things =>
  async ({ unit, member }) =>
    (await notesToCheck(unit, member.id)).flatMap(({ note: { no, photo }, words }) =>
      (photo !== null) === isSheet ? [{ value: no, words, names: [] }] : [],
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

const kinds = /[灯门路管井锁梯树草花车箱栏墙窗牌水电雪圾廊院]/u;

/** 灯没亮 is of the task about a lamp, and of none about a door. */
async function isOfNoTask({ unit, member }: Turn, text: string): Promise<boolean> {
  const others = (await unit.tasks.open()).filter(({ claimedById }) => claimedById !== member.id);
  return !others.some(({ what }) => [...what].some(sign => kinds.test(sign) && text.includes(sign)));
}

/** Reports that the speaker sees to. */
const reportsSeenTo =
  (...states: readonly Report['state'][]): Things =>
  async turn =>
    thingsOf(
      turn,
      (await turn.unit.reports.standing()).filter(
        ({ ownedBy, state }) => ownedBy === turn.member.userid && states.includes(state),
      ),
    );

const ownReportMs = 60 * 60_000;

/** What the speaker reported within the hour: 不用了 is hardly said of anything older without naming it. */
const justReported: Things = async turn =>
  thingsOf(
    turn,
    (await turn.unit.reports.openOf(turn.member.userid)).filter(
      ({ openedAt }) => turn.now.getTime() - openedAt.getTime() <= ownReportMs,
    ),
  );

/** Reports by their kind, their place and the words of those who told them. */
async function thingsOf({ unit }: Turn, reports: readonly Report[]): Promise<Thing[]> {
  const found: Thing[] = [];
  for (const report of reports) {
    const told = (await unit.reports.voices(report.id)).map(({ words }) => words);
    const words = [categoryCalled(report.category).said, reportPlace(report), ...told].join(' ');
    found.push({ value: report.no, words, names: [] });
  }
  return found;
}

/** The matters themselves. */
const matters: Things = async (_, projects) =>
  projects.map(({ no, title }) => ({ value: no, words: title, names: [] }));

const emergencies: Things = async (turn, projects) =>
  matters(
    turn,
    projects.filter(({ emergency }) => emergency && !emergency.startedAt && !isLapsed(emergency, turn.now)),
  );

/** What a dispatch meeting asked for: of the speaker, or done by somebody else. */
const actions =
  (isDone: boolean): Things =>
  async ({ unit, member }) =>
    (await unit.actions.open()).flatMap(({ no, what, state, ownerId, doneById }) =>
      (isDone ? state === 'done' && doneById !== member.id : state === 'open' && ownerId === member.id)
        ? [{ value: no, words: what, names: [] }]
        : [],
    );

/** What waits for somebody and is judged in few words, by the name that the judgement calls it. */
export const waitingThings: Readonly<Record<string, OfDeed>> = {
  'phone.check': { slot: 'phone', states: [], things: notes(false) },
  'sheet.check': { slot: 'sheet', states: [], things: notes(true) },
  'task.done': { slot: 'no', states: [], things: tasks('own', false) },
  'task.drop': { slot: 'no', states: [], things: tasks('own', false) },
  'task.check': { slot: 'no', states: [], things: tasks('others', true), isOther: isOfNoTask },
  'task.return': {
    slot: 'no',
    states: [],
    things: tasks('others', true),
    elsewhere: tasks('others', false),
    isOther: isOfNoTask,
  },
  'outside.end': { slot: 'outside', states: [], things: outsideTasks, mustName: true },
  'own report.answer': { slot: 'report', states: [], things: reportsSeenTo('open') },
  'own report.solve': { slot: 'report', states: [], things: reportsSeenTo('open', 'answered') },
  'new report.withdraw': { slot: 'report', states: [], things: justReported },
  'project.accept': { slot: 'no', states: ['completed_pending_acceptance'], things: matters },
  'emergency.confirm': { slot: 'no', states: planOpen, things: emergencies },
  'dispatch.done': { slot: 'action', states: [], things: actions(false) },
  'dispatch.check': { slot: 'action', states: [], things: actions(true) },
};

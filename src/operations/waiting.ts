import { hasVoice } from '../domain/ballot/count-ballots.js';
import { dayOf, endOfDay, monthTold, noonOf } from '../domain/calendar.js';
import { buildingWords } from '../domain/label.js';
import { periodWords } from '../domain/market/market.js';
import { typed, yuan } from '../domain/money.js';
import { isWorkday } from '../domain/periods.js';
import { onDuty } from '../domain/works/duty.js';
import { isWithin } from '../domain/plan/scope.js';
import { plain } from '../domain/plain-text.js';
import { voteSayings } from '../domain/poll/choices.js';
import { categoryCalled } from '../domain/proposal/categories.js';
import { reportPlace } from '../domain/proposal/report.js';
import { isSecretary, may } from '../domain/permissions.js';
import { type Next, type Step, isFor } from '../domain/step.js';
import { calledBy, whoAsks } from '../domain/people/identity.js';
import { projectName } from '../domain/project-words.js';
import type { MemberView } from '../store/people/members.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';
import { bindingsAsked } from '../store/people/bindings-asked.js';
import { fundAccount, marketStanding } from '../store/market/market-standing.js';
import { worksDays } from '../store/works/duty.js';
import { isOfTeam, teamOf } from '../store/works/team.js';
import { movableMatters, nextOf } from './next-steps.js';
import { signInFrom } from './meeting/hold-meeting.js';
import { notesToCheck } from './ballot/helper-note.js';
import { outsideStanding } from '../store/works/outside-standing.js';

/** Something that a member can do now: because it waits for them, or because they may. */
export interface Waiting extends Pick<Step, 'deed' | 'slots' | 'title' | 'detail' | 'says' | 'until' | 'isFree'> {
  /** `12号「装路灯」`; empty where it is about no matter. */
  readonly about: string;
  /** True for what waits for this member; false for what they may do and need not. */
  readonly isDue: boolean;
  /** A notice of its own has told it this morning. */
  readonly isTold?: true;
}

/** A matter, and what comes next with it. */
interface Matter {
  readonly project: Project;
  readonly next: Next;
}

/** The matters that somebody can move on, each with what comes next. */
export async function mattersWithNext(unit: Unit, now: Date): Promise<Matter[]> {
  const found: Matter[] = [];
  for (const project of await movableMatters(unit)) found.push({ project, next: await nextOf(unit, project, now) });
  return found;
}

/** What a member can do about one matter. */
export function waitingIn({ project, next }: Matter, member: MemberView): Waiting[] {
  const about = projectName(project, 16);
  const own = next.steps
    .filter(step => isFor(step.for, member))
    .map(step => ({ ...step, about, isDue: !step.optional && !step.isFree }));
  // What the matter waits for comes before what may be done besides; who may do the same in two parts does it once.
  const once = new Map<string, Waiting>();
  for (const step of own.toSorted((one, other) => Number(other.isDue) - Number(one.isDue))) {
    const key = JSON.stringify([step.deed, Object.entries(step.slots).toSorted()]);
    if (!once.has(key)) once.set(key, step);
  }
  return [...once.values()];
}

/** What waits for a member and what they may do, the most pressing first; true at this moment. */
export async function waitingFor(
  unit: Unit,
  member: MemberView,
  now: Date,
  matters?: readonly Matter[],
): Promise<Waiting[]> {
  const found: Waiting[] = [
    ...(await bindings(unit, member)),
    ...(await papers(unit, member)),
    ...(await notes(unit, member)),
    ...(await tasks(unit, member)),
    ...(await outside(unit, member, now)),
    ...(await months(unit, member)),
    ...(await reports(unit, member)),
    ...(await questions(unit, member, now)),
    ...(await meetings(unit, member, now)),
    ...(await shares(unit, member, now)),
    ...(await rounds(unit, member, now)),
  ];
  for (const matter of matters ?? (await mattersWithNext(unit, now))) found.push(...waitingIn(matter, member));
  return [...found.filter(({ isDue }) => isDue).toSorted(byDay), ...found.filter(({ isDue }) => !isDue)];
}

function byDay(one: Waiting, other: Waiting): number {
  return (one.until?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.until?.getTime() ?? Number.MAX_SAFE_INTEGER);
}

/** Who has asked to be bound to a home, for those who confirm it. */
async function bindings(unit: Unit, member: MemberView): Promise<Waiting[]> {
  if (!may(member, 'member.confirm')) return [];
  return (await bindingsAsked(unit, member)).map(({ asking, home }) => {
    const title = `${buildingWords(home.building)}有人申请绑定，确认${whoAsks(asking)}`;
    const userid = calledBy(asking);
    const says = [`确认绑定 ${userid}`];
    return { deed: 'member.confirm', slots: { userid }, title, says, about: '', isDue: true };
  });
}

/** Paper ballots that somebody else entered, for those who check them. */
async function papers(unit: Unit, member: MemberView): Promise<Waiting[]> {
  if (!may(member, 'paper.check')) return [];
  const found: Waiting[] = [];
  for (const poll of await unit.polls.open()) {
    const open = (await unit.papers.ballots(poll.id)).filter(
      ({ state, enteredById }) => state === 'pending' && enteredById !== member.id,
    );
    // One picture is looked at once, however many papers it shows.
    for (const photo of new Set(open.map(paper => paper.photo))) {
      const [paper, ...others] = open.filter(one => one.photo === photo);
      if (!paper) continue;
      const { id } = paper;
      const which = others.length === 0 ? `纸票${id}` : `纸票${id}等${others.length + 1}张`;
      const title = `看${which}的照片，再核对`;
      const about = `${poll.no}号表决`;
      found.push({ deed: 'paper.show', slots: { paper: id }, title, says: [`看纸票${id}`], about, isDue: true });
    }
  }
  return found;
}

/** What others took down by telephone, for those who call back, and what they entered from a sheet, for those who look at its picture. */
async function notes(unit: Unit, member: MemberView): Promise<Waiting[]> {
  if (!may(member, 'paper.check')) return [];
  return (await notesToCheck(unit, member.id)).map(({ note: { no, photo }, words }) => {
    const check =
      photo === null
        ? {
            deed: 'phone.check',
            slots: { phone: no },
            title: '打回去核对',
            says: `核对电话${no}一致`,
            about: `电话${no} `,
          }
        : {
            deed: 'sheet.show',
            slots: { sheet: no },
            title: '看照片，再核对',
            says: `看纸单${no}`,
            about: `纸单${no} `,
          };
    return { ...check, title: `${check.title}，${words}`, says: [check.says], isDue: true };
  });
}

/** Votes that belong to no matter, for the homes that have not voted in them. */
async function questions(unit: Unit, { household }: MemberView, now: Date): Promise<Waiting[]> {
  if (!household) return [];
  const found: Waiting[] = [];
  for (const poll of await unit.polls.open()) {
    const { no, question, projectId, closesAt, electorate, scope, options } = poll;
    if (projectId !== null || closesAt <= now) continue;
    const mayVote = electorate
      ? electorate.some(({ parts }) => parts.includes(household.id))
      : isWithin(scope, household);
    if (!mayVote || hasVoice(poll, await unit.polls.facts(poll))(household.id)) continue;
    found.push({
      deed: 'poll.vote',
      slots: { no },
      title: '投票',
      says: voteSayings({ no, options }),
      about: `${no}号表决「${plain(question, 24)}」`,
      until: closesAt,
      isDue: true,
    });
  }
  return found;
}

/** A meeting is signed in to by who is there, and its minutes are written by who called it. */
async function meetings(unit: Unit, { id, householdId }: MemberView, now: Date): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const meeting of await unit.meetings.open()) {
    const { no, agenda, startsAt, calledById } = meeting;
    const about = `${no}号议事会「${plain(agenda, 24)}」`;
    const slots = { no };
    if (householdId !== null && now >= signInFrom(meeting) && now < endOfDay(startsAt)) {
      const isThere = (await unit.meetings.attendance(meeting.id)).some(one => one.householdId === householdId);
      const sign = {
        deed: 'meeting.signin',
        title: '到场了签到',
        says: [`${no}号签到`],
        isDue: false,
        isFree: true,
      } as const;
      if (!isThere) found.push({ ...sign, slots, about });
    }
    if (calledById === id && now >= startsAt)
      found.push({
        deed: 'meeting.minutes',
        slots,
        title: '发会议纪要',
        says: [`${no}号会议纪要：……`],
        about,
        isDue: true,
      });
  }
  return found;
}

/**
 * Shares of space that was let: figures wait for the operator, and for the secretaries once they are late; what is due waits for the cashier, and
 * what came in for the bookkeeper.
 */
async function shares(unit: Unit, member: MemberView, now: Date): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const { agreement, periods } of await marketStanding(unit, now))
    for (const { key, state, dueFen, recordedFen, declareBy, payBy } of periods) {
      const { no, operator, contactId } = agreement;
      const about = `公益协议${no}「${plain(operator, 16)}」`;
      const period = periodWords(key);
      const isLate = state === 'undeclared_late' && isSecretary(member);
      const isTheirs = isLate || contactId === member.id;
      const leftFen = (dueFen ?? 0) - recordedFen;
      if (state.startsWith('undeclared') && isTheirs) {
        const says = [`公益协议${no}申报${period}收入……元`];
        const until = endOfDay(noonOf(declareBy));
        const title = `申报${period}的收入或利润`;
        const slots = { agreement: no, period };
        // The secretaries have a notice of their own about what is late.
        const told = contactId === member.id ? {} : { isTold: true as const };
        found.push({ deed: 'market.declare', slots, title, says, until, about, isDue: true, ...told });
      }
      if ((state === 'due' || state === 'overdue') && leftFen > 0 && may(member, 'funds.receive')) {
        const says = [`公益协议${no}的${period}分成到账${typed(leftFen)}`];
        const until = endOfDay(noonOf(payBy));
        const slots = { agreement: no, period, amount: leftFen };
        const title = `记${period}的分成到账${yuan(leftFen)}`;
        found.push({ deed: 'market.receive', slots, title, says, until, about, isDue: true });
      }
    }
  const { pendingFen } = may(member, 'funds.reconcile') ? await fundAccount(unit) : { pendingFen: 0 };
  if (pendingFen > 0) {
    const says = [`慈善基金对账无误，共${typed(pendingFen)}`];
    const title = `慈善基金对账，待核${yuan(pendingFen)}`;
    found.push({ deed: 'fund.reconcile', slots: { amount: pendingFen }, title, says, about: '', isDue: true });
  }
  return found;
}

/** The works that it is a member's turn to look at today, until somebody has. */
async function rounds(unit: Unit, member: MemberView, now: Date): Promise<Waiting[]> {
  if (!may(member, 'inspection.report') || !isWorkday(now)) return [];
  const found: Waiting[] = [];
  for (const project of await unit.projects.inStates(['in_progress', 'rectification'])) {
    const { id, no, title } = project;
    const days = await worksDays(unit, project, now);
    if (days === null || (await unit.watch.stoppage(id))) continue;
    if (onDuty(await teamOf(unit, id), days.length)?.id !== member.id) continue;
    if ((await unit.works.notes(id, 'inspection')).some(({ at }) => dayOf(at) === dayOf(now))) continue;
    found.push({
      deed: 'inspection.report',
      slots: { no },
      title: '今天轮到您巡查',
      says: [`${no}号巡查：……`],
      about: projectName({ no, title }, 16),
      until: endOfDay(now),
      isDue: true,
      isTold: true,
    });
  }
  return found;
}

/** The small jobs that a member has taken on and not done. */
async function tasks(unit: Unit, member: MemberView): Promise<Waiting[]> {
  const open = (await unit.tasks.open()).filter(
    ({ claimedById, doneAt }) => claimedById === member.id && doneAt === null,
  );
  return open.map(({ no, what, dueAt }) => ({
    deed: 'task.done',
    slots: { no },
    title: `任务${no}“${plain(what, 20)}”办好了`,
    says: [`任务${no}完成`],
    until: dueAt,
    about: '',
    isDue: true,
  }));
}

/** What outside parties have answered, to be looked at and ended; and those who are late, to be asked again. */
async function outside(unit: Unit, member: MemberView, now: Date): Promise<Waiting[]> {
  if (!may(member, 'outside.ask')) return [];
  const isMine = (askedById: number): boolean => askedById === member.id || isSecretary(member);
  return (await outsideStanding(unit)).flatMap(({ task: { no, party, askedById, dueAt }, isAnswered }) => {
    if (!isMine(askedById) || (!isAnswered && dueAt > now)) return [];
    const title = isAnswered ? `看${plain(party, 20)}的答复，办完就办结` : `催${plain(party, 20)}答复`;
    const says = [`请办${no}`];
    return [
      { deed: 'outside.show', slots: { outside: no }, title, says, about: `请办${no} `, until: dueAt, isDue: true },
    ];
  });
}

/** Reports that a member sees to; those that are overdue wait for the secretaries as well. */
async function reports(unit: Unit, member: MemberView): Promise<Waiting[]> {
  if (!may(member, 'report.handle')) return [];
  const found: Waiting[] = [];
  for (const report of await unit.reports.standing()) {
    const { no, state, dueAt, ownedBy, climbed } = report;
    if (ownedBy !== member.userid && !(climbed > 0 && isSecretary(member))) continue;
    const [deed, title, says] =
      state === 'open'
        ? ['report.answer', '答复', `报事${no}答复：……`]
        : ['report.solve', '办结', `报事${no}办好了：……`];
    found.push({
      deed,
      slots: { report: no },
      title: `${title}报事${no}（${reportPlace(report)}，${categoryCalled(report.category).said}）`,
      says: [says],
      until: dueAt,
      about: '',
      isDue: true,
    });
  }
  return found;
}

/** Monthly reports of teams that a member belongs to and has not signed. */
async function months(unit: Unit, member: MemberView): Promise<Waiting[]> {
  if (!may(member, 'inspection.report')) return [];
  const found: Waiting[] = [];
  for (const { projectId, month, people } of await unit.supervision.unpostedMonths()) {
    const project = people.includes(member.id) ? null : await unit.projects.byId(projectId);
    if (!project || !(await isOfTeam(unit, projectId, member.id))) continue;
    const about = projectName(project, 16);
    const says = [`${project.no}号监管月报✔`];
    found.push({
      deed: 'month.sign',
      slots: { no: project.no },
      title: `给${monthTold(month)}监管月报签字`,
      says,
      about,
      isDue: true,
    });
  }
  return found;
}

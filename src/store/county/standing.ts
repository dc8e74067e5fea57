import { type Override, type Standing, type Verdict, verdictOf } from '../../domain/county/colour.js';
import { receivedFen } from '../../domain/funds/ledger.js';
import { isUnderWay, type ProjectState, worksStates } from '../../domain/lifecycle.js';
import { maskName } from '../../domain/masking.js';
import { overdueSince } from '../../domain/notice/owed-notices.js';
import { type RoleId, roles } from '../../domain/permissions.js';
import type { Disclosure } from '../notice/disclosure.js';
import type { ColourMark } from './colour-mark.js';
import type { Objection } from '../plan/objection.js';
import type { Project } from '../proposal/project.js';
import { owedBy } from '../notice/to-tell.js';
import type { Unit } from '../engine/unit.js';

interface VerdictOptions {
  /** A notice that is being written at this moment, by its name in the list of what is owed: it is not owed any more. */
  readonly writing?: string;
  /** False: as the rule finds it, whatever was set by hand. */
  readonly byHand?: boolean;
}

/** The colour of a project at a moment, with its word and the reason, from all that the record knows (docs/domain.md 11.1). */
export async function verdictOn(
  unit: Unit,
  project: Project,
  now: Date,
  { writing, byHand = true }: VerdictOptions = {},
): Promise<Verdict> {
  const standing = await standingOf(unit, project, now, writing);
  return verdictOf(byHand ? standing : { ...standing, override: null }, now);
}

const withoutDays: readonly ProjectState[] = [
  'completed_pending_acceptance',
  'quorum_failed',
  'not_approved',
  'funding_failed',
];

/** Until a vote has taken effect, an objection that was granted asks for another plan. */
const undecided: readonly ProjectState[] = ['plan_published', 'voting', 'result_published'];

async function standingOf(unit: Unit, project: Project, now: Date, writing?: string): Promise<Standing> {
  const { id, state } = project;
  if (!isUnderWay(state) || state === 'accepted' || state === 'settlement_published')
    return { ...project, reportedAt: null };
  // The evening's report tells the milestones reached as well, whichever way they are owed.
  const owed = (await owedBy(unit, project)).filter(({ name }) => writing === undefined || !name.endsWith(writing));
  const marks = await unit.watch.marks(id);
  const keyed = (await unit.watch.keyYearsOf(id)).map(({ deadline }) => deadline);
  const isWorked = worksStates.includes(state);
  const [latest] =
    state === 'in_progress' ? (await unit.works.notes(id, 'progress')).filter(({ at }) => at <= now).slice(-1) : [];
  const stoppage = await unit.watch.stoppage(id);
  const held = (await unit.spending.ofProject(id)).flatMap(({ state: step, heldAt }) =>
    step === 'held' && heldAt ? [heldAt.getTime()] : [],
  );
  const received = isWorked ? receivedFen(await unit.ledger.balances(id)) : 0;
  return {
    ...project,
    reportedAt: latest?.at ?? null,
    overdueSince: overdueSince(owed, now),
    // At 100 % every step is done, whether it was reported by its name or not.
    // The days of a plan that failed are nobody's to keep.
    milestones: withoutDays.includes(state) ? [] : await unit.works.milestones(id),
    deadline: keyed.toSorted().at(-1) ?? null,
    stoppage,
    heldSince: held.length === 0 ? null : new Date(Math.min(...held)),
    upheldSince: upheldSince(await unit.objections.ofProject(id), project, await unit.disclosures.latest(id, 'plan')),
    gapFen: isWorked ? Math.max(0, (project.budgetFen ?? 0) - received) : 0,
    wasRed: wasRed(marks),
    override: await overrideOf(unit, marks),
  };
}

/** Since when an objection that was granted waits: against a plan for another plan, against a result for another vote. */
function upheldSince(
  objections: readonly Objection[],
  { state }: Project,
  plan: Pick<Disclosure, 'at'> | null,
): Date | null {
  const waiting = objections.flatMap(({ upheld, answeredAt, about }) => {
    if (!upheld || !answeredAt) return [];
    const isMet = plan !== null && plan.at > answeredAt;
    const waits = about === 'plan' ? undecided.includes(state) : state === 'not_approved';
    return waits && !isMet ? [answeredAt.getTime()] : [];
  });
  return waiting.length === 0 ? null : new Date(Math.min(...waiting));
}

/** It was found red, and no dispatch has confirmed since that it is mended. */
function wasRed(marks: readonly ColourMark[]): boolean {
  const red = marks.findLast(({ kind, colour }) => kind === 'rule' && colour === 'red');
  const confirmed = marks.findLast(({ kind }) => kind === 'confirm');
  return red !== undefined && (confirmed === undefined || confirmed.id < red.id);
}

async function overrideOf(unit: Unit, marks: readonly ColourMark[]): Promise<Override | null> {
  const last = marks.findLast(({ kind }) => kind === 'override');
  if (!last?.expiresAt) return null;
  const author = last.byId === null ? null : await unit.members.byId(last.byId);
  const { colour, reason, expiresAt } = last;
  return {
    colour: colour as Override['colour'],
    reason,
    author: author ? await shownAs(unit, author) : '管理员',
    expiresAt,
  };
}

/** How somebody in office is named where everybody reads: 网格书记王＊. */
export async function shownAs(unit: Unit, { userid, name }: { userid: string; name: string }): Promise<string> {
  const held = (await unit.members.roles()).find(role => role.userid === userid);
  return `${held ? roles[held.role as RoleId] : ''}${maskName(name)}`;
}

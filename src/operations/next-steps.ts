import { lastAt, dayMs } from '../domain/calendar.js';
import { countBallots, hasVoice } from '../domain/ballot/count-ballots.js';
import { plannedBudgetFen } from '../domain/plan/draft.js';
import { closesFrom, ratingEndsAt } from '../domain/works/closing.js';
import { isWithin } from '../domain/plan/scope.js';
import { type ProjectState } from '../domain/lifecycle.js';
import { type Standing, nextSteps } from '../domain/next-steps.js';
import { periodEnd, opensAfterFullDays } from '../domain/periods.js';
import { isLapsed } from '../domain/plan/emergency.js';
import { mayAskResidents } from '../domain/plan/payer-check.js';
import { type Track, trackRules } from '../domain/poll/tracks.js';
import { rulesAt } from '../domain/rules.js';
import { nextWords } from '../domain/next-words.js';
import type { Next } from '../domain/step.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';
import { moneyStanding, requestsStanding } from './funds/money-standing.js';
import { coolsUntil } from './plan/cooling.js';
import { isAsPublished } from './plan/plan-facts.js';
import { worksStanding } from './works/works-standing.js';

/** What comes next with a matter: the deeds, for whom, until when; and what is only waited for. */
export async function nextOf(unit: Unit, project: Project, now: Date): Promise<Next> {
  return nextSteps(await standingOf(unit, project, now));
}

/** The matters that somebody can move on: those under way, and given-up ones that still hold money. */
export async function movableMatters(unit: Unit): Promise<Project[]> {
  return [...(await unit.projects.underWay()).toReversed(), ...(await unit.projects.inStates(['cancelled']))];
}

/** Where a matter stands, read by the same rules that the deeds themselves go by. */
export async function standingOf(unit: Unit, project: Project, now: Date): Promise<Standing> {
  const { no, state, proposerId, payerCheck } = project;
  const rules = rulesAt(now);
  const seconded = (await unit.projects.supports(project.id)).map(({ householdId }) => householdId);
  const objections = await unit.objections.open(project.id);
  const isOnDisplay = state === 'plan_published';
  return {
    no,
    state,
    now,
    proposerId,
    seconded,
    secondsMissing: Math.max(0, rules.minProposingHouseholds - seconded.length),
    payer: payerCheck ? (mayAskResidents(payerCheck) ? 'residents' : 'others') : 'unchecked',
    hasTeam: (await unit.supervision.team(project.id)) !== null,
    plannedFen: plannedBudgetFen(project),
    hasText: project.planText !== null,
    objections,
    pollFrom: isOnDisplay ? pollFromOf(project, now) : null,
    isChanged: isOnDisplay && !(await isAsPublished(unit, project)),
    coolsUntil: mayCool.includes(state) ? await coolsUntil(unit, project) : null,
    emergency: emergencyOf(project, now),
    unposted: isOnDisplay ? await unpostedOf(unit, project) : null,
    poll: state === 'voting' ? await votingOf(unit, project) : null,
    reviewEndsAt: state === 'result_published' ? await reviewEndOf(unit, project) : null,
    money: await moneyStanding(unit, project, now),
    requests: await requestsStanding(unit, project, now),
    works: await worksStanding(unit, project),
    settlesAt: new Date(lastAt({ hour: 9, minute: 0 }, now).getTime() + dayMs),
    ratedBy: ratingEndsAt(project),
    closesFrom: closesFrom(project),
  };
}

function pollFromOf({ planPublishedAt, track }: Project, now: Date): Date | null {
  if (!planPublishedAt) return null;
  const { planNoticeDays, ownersNoticeDays } = rulesAt(now);
  return track && trackRules[track].electorate === 'owners'
    ? opensAfterFullDays(planPublishedAt, ownersNoticeDays)
    : periodEnd(planPublishedAt, planNoticeDays);
}

async function unpostedOf(unit: Unit, { id }: Project): Promise<number | null> {
  const { boardSince } = unit.grid;
  const notice = boardSince && (await unit.disclosures.latest(id, 'plan'));
  return notice && !notice.boardAt && notice.at >= boardSince ? notice.no : null;
}

/** Where a plan may be put anew. */
const mayCool: readonly ProjectState[] = ['topic_selected', 'not_approved', 'quorum_failed', 'funding_failed'];

const mayBeUrgent: readonly ProjectState[] = ['issue_reported', 'topic_proposed', 'topic_selected', 'plan_published'];

function emergencyOf({ emergency, state, payerCheck }: Project, now: Date): Standing['emergency'] {
  const isOpen = mayBeUrgent.includes(state);
  if (!emergency || isLapsed(emergency, now))
    return { mayDeclare: isOpen && payerCheck?.answer === 'emergency', waitsFor: [], by: [], begunFen: 0 };
  const { householdById, officeById, declaredById, startedAt, capFen } = emergency;
  const by = [declaredById, householdById, officeById].filter(id => id !== null);
  if (!isOpen || startedAt) return { mayDeclare: false, waitsFor: [], by, begunFen: startedAt ? capFen : 0 };
  return {
    mayDeclare: false,
    waitsFor: [
      ...(householdById === null ? (['household'] as const) : []),
      ...(officeById === null ? (['office'] as const) : []),
    ],
    by,
    begunFen: 0,
  };
}

async function votingOf(unit: Unit, project: Project): Promise<Standing['poll']> {
  const poll = (await unit.polls.ofProject(project.id)).find(({ closedAt }) => closedAt === null);
  if (!poll) return null;
  const { closesAt, options, electorate, extendedFrom } = poll;
  const facts = await unit.polls.facts(poll);
  const isHeard = hasVoice(poll, facts);
  const parts = electorate && new Set(electorate.flatMap(person => person.parts));
  const homes = (await unit.members.electors(null)).filter(home =>
    parts ? parts.has(home.id) : isWithin(poll.scope, home),
  );
  const quorum = trackRules[poll.track as Track].quorum;
  return {
    closesAt,
    silent: homes.filter(({ id }) => !isHeard(id)).map(({ id }) => id),
    options,
    mayExtend: quorum !== null && extendedFrom === null && !countBallots(poll, facts).quorum,
  };
}

async function reviewEndOf(unit: Unit, { id }: Project): Promise<Date | null> {
  return (await unit.polls.decisionOf(id))?.reviewEndsAt ?? null;
}

/** What comes next with a matter, in a sentence for everybody. */
export async function nextLine(unit: Unit, project: Project, now: Date): Promise<string> {
  return nextWords(await nextOf(unit, project, now), now);
}

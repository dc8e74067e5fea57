import { In } from 'typeorm';
import type { Verdict } from '../../domain/county/colour.js';
import { dayOf } from '../../domain/calendar.js';
import {
  type Figures,
  type Passage,
  bySource,
  noFigures,
  punctuality,
  stepFigures,
} from '../../domain/county/county-figures.js';
import { isUnderWay, states } from '../../domain/lifecycle.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { creditRulesAt, levelOf } from '../../domain/credit/credit.js';
import { rulesAt } from '../../domain/rules.js';
import { reportAges } from '../../domain/proposal/report-ages.js';
import { sum } from '../../domain/sum.js';
import { Disclosure } from '../../store/notice/disclosure.js';
import { JournalLine } from '../../store/engine/journal-line.js';
import { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import { Redemption } from '../../store/credit/redemption.js';
import { verdictOn } from '../../store/county/standing.js';
import { owedBy } from '../../store/notice/to-tell.js';
import type { Unit } from '../../store/engine/unit.js';

/** The project that a grid is watched by, with its colour. */
interface KeyProject {
  readonly no: number;
  readonly title: string;
  readonly verdict: Verdict;
  readonly percent: number;
}

export interface GridFigures {
  readonly figures: Figures;
  readonly key: KeyProject | null;
}

/** Of a benefit for a score below all levels. */
export const noLevel = '不分级';

/** A grid's figures, from its record as it stands at `now`. */
export async function figuresOf(unit: Unit, now: Date): Promise<GridFigures> {
  const projects = await unit.projects.every();
  const key = await keyProjectOf(unit, projects, now);
  const summaries = [];
  for (const { id } of projects) summaries.push(summaryOf(await unit.ledger.balances(id)));
  const { due, onTime } = await noticesOf(unit, projects, now);
  const { could, voted } = await votersOf(unit);
  const redemptions = await unit.manager.findBy(Redemption, { gridId: unit.grid.id });
  const figures: Figures = {
    ...noFigures,
    grids: 1,
    covered: key ? 1 : 0,
    households: await unit.members.householdCount(),
    projects: projects.length,
    accepted: projects.filter(({ acceptedAt }) => acceptedAt !== null).length,
    colours: { ...noFigures.colours, ...(key ? { [key.verdict.colour]: 1 } : {}) },
    could,
    voted,
    pledgedFen: sum(summaries.map(({ pledgedFen }) => pledgedFen)),
    receivedBySource: bySource(summaries.map(({ receivedBySource }) => receivedBySource)),
    spentFen: sum(summaries.map(({ spentFen }) => spentFen)),
    steps: stepFigures(await passagesOf(unit, projects), now),
    due,
    onTime,
    redemptions: redemptions.length,
    points: sum(redemptions.map(({ points }) => points)),
    ...(await benefitsOf(unit, now)),
    reports: reportAges(await unit.reports.standing(), now),
  };
  return { figures, key };
}

/** The key project of the year; where none is set, of the projects in hand the one with the largest budget. */
async function keyProjectOf(unit: Unit, projects: readonly Project[], now: Date): Promise<KeyProject | null> {
  const set = await unit.watch.keyProject(Number(dayOf(now).slice(0, 4)));
  const [largest] = projects
    .filter(({ state }) => isUnderWay(state))
    .toSorted((a, b) => (b.budgetFen ?? 0) - (a.budgetFen ?? 0) || a.no - b.no);
  const key = projects.find(({ id }) => id === set?.projectId) ?? largest;
  if (!key) return null;
  return { no: key.no, title: key.title, percent: key.percent, verdict: await verdictOn(unit, key, now) };
}

/** Over all closed polls that decide something: how many could vote, and how many did. */
async function votersOf(unit: Unit): Promise<{ could: number; voted: number }> {
  const polls = await unit.manager.find(Poll, {
    where: { gridId: unit.grid.id },
    only: ['closedAt', 'result', 'track'],
  });
  const counted = polls.flatMap(({ closedAt, result, track }) =>
    closedAt && result && track !== 'advisory' ? [result] : [],
  );
  return {
    could: sum(counted.map(({ households }) => Number(households))),
    voted: sum(counted.map(({ voted }) => Number(voted))),
  };
}

async function noticesOf(
  unit: Unit,
  projects: readonly Project[],
  now: Date,
): Promise<{ due: number; onTime: number }> {
  const { id, boardSince } = unit.grid;
  const notices = await unit.manager.find(Disclosure, { where: { gridId: id }, order: { no: 'ASC' } });
  let overdue = 0;
  for (const project of projects.filter(({ state }) => isUnderWay(state)))
    overdue += (await owedBy(unit, project)).filter(
      ({ unposted, dueAt }) => unposted === undefined && dueAt < now,
    ).length;
  return punctuality(notices, { overdue, boardSince, now });
}

/**
 * What is offered, and how many households enjoy something of each level (docs/domain.md 10.4). A count below the least number that may
 * be told counts as none, so that no sum of grids and no difference of two gives it away.
 */
async function benefitsOf(unit: Unit, now: Date): Promise<Pick<Figures, 'benefits' | 'enjoying'>> {
  const all = await unit.credit.benefits.all();
  const homes = new Map<string, Set<number>>();
  for (const { id, leastScore } of all) {
    const level = levelOf(leastScore, creditRulesAt(now)).name ?? noLevel;
    const own = homes.get(level) ?? new Set();
    for (const { householdId } of await unit.credit.benefits.usesOf(id)) own.add(householdId);
    homes.set(level, own);
  }
  const told = [...homes].filter(([, { size }]) => size >= rulesAt(now).breakdownMin);
  return {
    benefits: all.filter(({ endedAt }) => endedAt === null).length,
    enjoying: Object.fromEntries(told.map(([level, { size }]) => [level, size])),
  };
}

/** When each project passed from one step to the next, as the journal tells it. */
export async function passagesOf(unit: Unit, projects: readonly Project[]): Promise<Passage[]> {
  const lines = await unit.manager.find(JournalLine, {
    where: { gridId: unit.grid.id, deed: In(['proposal.classify', 'plan.approve', 'progress.report']) },
    order: { seq: 'ASC' },
    only: ['deed', 'at', 'facts'],
  });
  const first = new Map<string, Date>();
  for (const { deed, at, facts } of lines) {
    if (deed === 'progress.report' && facts['percent'] !== 100) continue;
    const of = `${deed} ${String(facts['no'])}`;
    if (!first.has(of)) first.set(of, at);
  }
  return projects.map(({ no, state, stateSince, openedAt, acceptedAt }) => ({
    openedAt,
    passedAt: [
      ...['proposal.classify', 'plan.approve', 'progress.report'].map(deed => first.get(`${deed} ${no}`) ?? null),
      acceptedAt,
    ],
    now: isUnderWay(state) ? { step: states[state].step, since: stateSince } : null,
  }));
}

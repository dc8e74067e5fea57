import { dayMs, dayOf } from '../../domain/calendar.js';
import type { Figure } from '../../domain/contest/contest.js';
import type { CriterionId } from '../../domain/contest/contest-rules.js';
import { receivedFen } from '../../domain/funds/ledger.js';
import { isUnderWay } from '../../domain/lifecycle.js';
import { isMoneyState, wasInTime } from '../../domain/notice/owed-notices.js';
import { rulesAt } from '../../domain/rules.js';
import { Delivery } from '../../store/poll/delivery.js';
import { Disclosure } from '../../store/notice/disclosure.js';
import type { Household } from '../../store/people/household.js';
import { PaperBallot } from '../../store/ballot/paper-ballot.js';
import { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Rating } from '../../store/works/rating.js';
import { ServiceShift } from '../../store/credit/service-shift.js';
import { SpendRequest } from '../../store/funds/spend-request.js';
import { missedDuty, worksDays } from '../../store/works/duty.js';
import { owedBy } from '../../store/notice/to-tell.js';
import type { Unit } from '../../store/engine/unit.js';
import { percentOf } from '../../store/county/wall-chart.js';

/** The days that a contest looks at, as moments: from the first, before the last. */
interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** The days of a contest as moments. */
export function periodOf({ fromDay, untilDay }: { fromDay: string; untilDay: string }): Period {
  const last = new Date(`${untilDay}T00:00:00+08:00`).getTime();
  return { from: new Date(`${fromDay}T00:00:00+08:00`), until: new Date(last + dayMs) };
}

type Figures = Partial<Record<CriterionId, Figure>>;

/** Who is looked at besides the grid: a member with the buildings that they answer for; null for all. */
export interface Person {
  readonly memberId: number;
  readonly buildings: ReadonlySet<string> | null;
}

interface GridRecord {
  readonly households: number;
  readonly figures: Figures;
  readonly ratings: number;
  readonly punctual: Figure;
  readonly missingVouchers: number;
  of(person: Person): { figures: Figures; ratings: number };
}

/** What a grid's record says for a contest (docs/domain.md 12): each figure a part and its whole, counted within the period. */
export async function contestFigures(unit: Unit, period: Period, now: Date): Promise<GridRecord> {
  const isIn = (at: Date | null): at is Date => at !== null && at >= period.from && at < period.until;
  const gridId = unit.grid.id;
  const least = rulesAt(now).breakdownMin;
  const projects = await unit.projects.every();
  const present = await unit.members.present();
  const ratings = (await ratingsOf(unit, projects)).filter(({ at }) => isIn(at));
  const punctual = await punctuality(unit, projects, { isIn, until: period.until, now });
  const requests = await unit.manager.findBy(SpendRequest, { gridId, state: 'paid' });

  const accepted = projects.filter(({ acceptedAt }) => isIn(acceptedAt));
  const key = await unit.watch.keyProject(Number(dayOf(new Date(period.until.getTime() - 1)).slice(0, 4)));
  const keyed = key && projects.find(({ id }) => id === key.projectId);
  const deliveries = (await unit.manager.findBy(Delivery, { gridId })).filter(({ at }) => isIn(at));
  const papers = (await unit.manager.findBy(PaperBallot, { gridId })).filter(({ enteredAt }) => isIn(enteredAt));
  const shifts = (await unit.manager.findBy(ServiceShift, { gridId })).filter(
    ({ startedAt, confirmedAt }) => confirmedAt !== null && isIn(startedAt),
  );
  const homes = new Map((await unit.members.households()).map(household => [household.id, household]));

  return {
    households: present.length,
    figures: {
      key: [keyed ? percentOf(keyed, await unit.works.milestones(keyed.id)) : 0, 100],
      participation: await participation(unit, isIn),
      funding: await funding(unit, projects, isIn),
      punctuality: punctual,
      satisfaction: stars(ratings, least),
      supervision: await supervision(unit, projects, period, now),
    },
    ratings: ratings.length,
    punctual,
    missingVouchers: requests.filter(({ photo, askedAt }) => photo === null && isIn(askedAt)).length,
    of({ memberId, buildings }) {
      const isOwn = (household: Household | undefined): boolean =>
        household !== undefined && (buildings === null || buildings.has(household.building));
      const rated = ratings.filter(({ householdId }) => isOwn(homes.get(householdId)));
      const led = accepted.filter(
        ({ id, proposerId }) => proposerId === memberId || (key?.leaderId === memberId && id === key.projectId),
      );
      const reached = new Set(deliveries.flatMap(({ byId, householdId }) => (byId === memberId ? householdId : [])));
      const entered = papers.filter(({ enteredById }) => enteredById === memberId);
      const sound = entered.filter(({ state }) => state === 'checked').length;
      const wrong = entered.filter(({ state }) => state === 'returned' || state === 'disputed').length;
      const half = shifts.reduce((sum, shift) => sum + (shift.memberId === memberId ? shift.halfHours : 0), 0);
      return {
        figures: {
          led: [led.length, 1],
          reached: [
            [...reached].filter(id => isOwn(homes.get(id))).length,
            present.filter(household => isOwn(household)).length,
          ],
          papers: [sound, sound + wrong],
          hours: [half, 1],
          // Too few of the own buildings: then those of the whole grid.
          rating: stars(rated.length < least ? ratings : rated, least),
        },
        ratings: rated.length,
      };
    },
  };
}

type IsIn = (at: Date | null) => boolean;

async function ratingsOf(unit: Unit, projects: readonly Project[]): Promise<Rating[]> {
  const found: Rating[] = [];
  for (const { id, acceptedAt } of projects) if (acceptedAt) found.push(...(await unit.works.ratings(id)));
  return found;
}

/** Stars given, of five each; of too few ratings nothing is told, or a leader would know who gave which (docs/domain.md 13.4). */
function stars(ratings: readonly Rating[], least: number): Figure {
  if (ratings.length < least) return [0, 0];
  return [ratings.reduce((sum, { score }) => sum + score, 0), ratings.length * 5];
}

/** Households that voted, of those that could, over all polls that decided something. */
async function participation(unit: Unit, isIn: IsIn): Promise<Figure> {
  const polls = await unit.manager.findBy(Poll, { gridId: unit.grid.id });
  const results = polls.flatMap(({ track, closedAt, result }) =>
    track !== 'advisory' && isIn(closedAt) && result ? [result] : [],
  );
  const sum = (part: 'voted' | 'households'): number =>
    results.reduce((total, result) => total + (result[part] ?? 0), 0);
  return [sum('voted'), sum('households')];
}

/** Received of the budgets, in fen, over projects whose plan was published in the period and that got as far as money. */
async function funding(unit: Unit, projects: readonly Project[], isIn: IsIn): Promise<Figure> {
  let [received, budget] = [0, 0];
  for (const { id, state, budgetFen, planPublishedAt } of projects) {
    const isFunded = isMoneyState(state) || state === 'settlement_published' || state === 'closed';
    if (!isFunded || !isIn(planPublishedAt) || budgetFen === null) continue;
    received += Math.min(budgetFen, receivedFen(await unit.ledger.balances(id)));
    budget += budgetFen;
  }
  return [received, budget];
}

/** Notices in time, of those that were due; what is owed and late counts as due. */
async function punctuality(
  unit: Unit,
  projects: readonly Project[],
  { isIn, until, now }: { isIn: IsIn; until: Date; now: Date },
): Promise<Figure> {
  const notices = await unit.manager.findBy(Disclosure, { gridId: unit.grid.id });
  const verdicts = notices
    .filter(({ at }) => isIn(at))
    .flatMap(notice => wasInTime(notice, unit.grid.boardSince, now) ?? []);
  let late = 0;
  for (const project of projects.filter(({ state }) => isUnderWay(state)))
    late += (await owedBy(unit, project)).filter(
      ({ unposted, dueAt }) => unposted === undefined && dueAt < now && dueAt < until,
    ).length;
  return [verdicts.filter(Boolean).length, verdicts.length + late];
}

/** Working days of the works on which the supervision team looked at them. */
async function supervision(
  unit: Unit,
  projects: readonly Project[],
  { from, until }: Period,
  now: Date,
): Promise<Figure> {
  const isIn = (day: string): boolean => day >= dayOf(from) && day < dayOf(until);
  let [looked, days] = [0, 0];
  for (const project of projects) {
    const worked = ((await worksDays(unit, project, now)) ?? []).filter(isIn).length;
    if (worked === 0) continue;
    looked += worked - (await missedDuty(unit, project, now)).filter(isIn).length;
    days += worked;
  }
  return [looked, days];
}

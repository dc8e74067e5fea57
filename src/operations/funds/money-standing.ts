import { dayWords, endOfDay, hourMs } from '../../domain/calendar.js';
import { type Balances, movedTo, openFen, paidIn, summaryOf } from '../../domain/funds/ledger.js';
import type { WaitingRequest } from '../../domain/funds/spend-steps.js';
import { isInRound, type ProjectState, roundStates, spendStates } from '../../domain/lifecycle.js';
import { placeWords } from '../../domain/masking.js';
import { capWords, missingFen, pledgeExample } from '../../domain/pledge/pledge-round.js';
import { releasableFrom } from '../../domain/pledge/released.js';
import type { MoneyStanding } from '../../domain/pledge/round-steps.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Unit } from '../../store/engine/unit.js';
import { isCleared } from '../works/clear-cancelled.js';
import { surplusOf } from './pass-surplus.js';
import { approvalNeeded } from './payee-limits.js';
import { stopsOf } from './payment-stops.js';

const isLeft: readonly ProjectState[] = ['settlement_published', 'cancelled'];

const none: MoneyStanding = {
  budgetFen: 0,
  gapFen: 0,
  pendingFen: 0,
  receivedFen: 0,
  closesAt: null,
  example: '',
  cap: '',
  longerUntil: '',
  owing: [],
  silent: [],
  awaited: [],
  leftResidentsFen: 0,
  leftOthersFen: 0,
  handsOn: false,
  needsSeeing: false,
};

/** The money of a matter, as far as it decides on what comes next; before there can be any nothing is read. */
export async function moneyStanding(unit: Unit, project: Project, now: Date): Promise<MoneyStanding> {
  const { state } = project;
  const budgetFen = project.budgetFen ?? 0;
  if (![...roundStates, ...spendStates, ...isLeft].includes(state)) return { ...none, budgetFen };
  const balances = await unit.ledger.balances(project.id);
  const summary = summaryOf(balances);
  const left = isLeft.includes(state) ? await surplusOf(unit, project) : { residentsFen: 0, othersFen: 0 };
  const households = isInRound(project) || spendStates.includes(state) ? await promises(unit, project, now) : none;
  return {
    ...households,
    budgetFen,
    gapFen: isInRound(project) ? missingFen(project, summary).toTarget : 0,
    pendingFen: summary.pendingFen,
    receivedFen: summary.receivedFen,
    closesAt: project.pledgeClosesAt,
    example: pledgeExample(project.round),
    cap: capWords(project.round),
    longerUntil: plainDay(longerUntil(project, now)),
    awaited: awaitedOf(project, balances),
    leftResidentsFen: left.residentsFen,
    leftOthersFen: left.othersFen,
    handsOn: project.surplusTo !== null,
    needsSeeing: state === 'cancelled' && summary.spentFen > 0 && !(await isCleared(unit, project)),
  };
}

/** The usual days more, from now or from the end that is set, whichever is later. */
function longerUntil({ pledgeClosesAt }: Project, now: Date): Date {
  const from = pledgeClosesAt && pledgeClosesAt > now ? pledgeClosesAt : now;
  return endOfDay(from, rulesAt(now).pledgeDays);
}

/** `4月20日`, of the day that ends at that midnight. */
function plainDay(end: Date): string {
  return dayWords(new Date(end.getTime() - hourMs)).replace(/（.*/u, '');
}

const nothing = { promisedFen: 0, paidFen: 0, promisedAt: new Date(0) };

/** Who of the households that may take part has promised nothing, and who has not paid what they promised. */
async function promises(unit: Unit, project: Project, now: Date): Promise<Pick<MoneyStanding, 'owing' | 'silent'>> {
  const rules = rulesAt(now);
  const standing = new Map<number, { promisedFen: number; paidFen: number; promisedAt: Date }>();
  for (const entry of await unit.ledger.entries(project.id)) {
    if (entry.householdId === null) continue;
    const { promisedFen, paidFen, promisedAt } = standing.get(entry.householdId) ?? nothing;
    standing.set(entry.householdId, {
      promisedAt: entry.kind === 'pledge' ? entry.at : promisedAt,
      promisedFen: promisedFen + movedTo('promised', [entry]),
      paidFen: paidFen + paidIn([entry]),
    });
  }
  const homes = await unit.members.electors(project.scope);
  return {
    silent: homes.filter(({ id }) => (standing.get(id)?.promisedFen ?? 0) === 0).map(({ id }) => id),
    owing: homes.flatMap(home => {
      const own = standing.get(home.id) ?? nothing;
      const amountFen = openFen(own);
      if (amountFen === 0) return [];
      const from = releasableFrom(project, own.promisedAt, rules);
      return [{ householdId: home.id, place: placeWords(home), amountFen, releasableFrom: from }];
    }),
  };
}

/** What other sources are to give by the plan and have not given. */
function awaitedOf({ fundingPlan }: Project, balances: Balances): MoneyStanding['awaited'] {
  return (fundingPlan?.sources ?? []).flatMap(({ source, plannedFen }) => {
    const amountFen = plannedFen + (balances[`outside/${source}`] ?? 0);
    return source !== 'residents' && amountFen > 0 ? [{ source, amountFen }] : [];
  });
}

/** The payments on their way, each with whose hands it needs next. */
export async function requestsStanding(unit: Unit, project: Project, now: Date): Promise<WaitingRequest[]> {
  if (![...spendStates, 'settlement_published'].includes(project.state)) return [];
  const found: WaitingRequest[] = [];
  for (const request of await unit.spending.ofProject(project.id)) {
    if (request.state === 'refused') continue;
    const standing = await requestStanding(unit, project, request, now);
    if (request.state !== 'paid' || standing.lacksVoucher) found.push(standing);
  }
  return found;
}

async function requestStanding(
  unit: Unit,
  project: Project,
  request: SpendRequest,
  now: Date,
): Promise<WaitingRequest> {
  const { no, amountFen, payee, askedById, checkedById, heldById, approvals, approvedAt, clearedById } = request;
  const { roles, cleared } = await approvalNeeded(unit, request, now);
  const stops = await stopsOf(unit, project, request);
  const open = stops.map(({ name }) => name).filter(name => !request.despite?.stops.includes(name));
  return {
    no,
    amountFen,
    payee,
    state: request.state === 'refused' ? 'paid' : request.state,
    askedById,
    checkedById,
    heldById,
    approvals,
    approvers: roles,
    needsClearing: cleared && clearedById === null,
    payableAt: approvedAt && new Date(approvedAt.getTime() + rulesAt(now).holdHours * hourMs),
    lacksVoucher: open.includes('voucher'),
    isStopped: open.some(name => name !== 'voucher'),
  };
}

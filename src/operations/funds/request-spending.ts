import { strict as assert } from 'node:assert';
import { type BudgetLine, ensureWithin, lineOf } from '../../domain/plan/budget.js';
import { ensureSeparate, payeeIn, withoutLine } from '../../domain/funds/spending.js';
import { hourMs } from '../../domain/calendar.js';
import { type Balances, spendableFen, summaryOf } from '../../domain/funds/ledger.js';
import { spendStates } from '../../domain/lifecycle.js';
import { mostFen } from '../../domain/money.js';
import {
  contractFen,
  ensureAdvance,
  ensureEarned,
  ensureReached,
  type PaymentTerms,
  termsIn,
} from '../../domain/funds/payment-terms.js';
import { roles as roleNames } from '../../domain/permissions.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { ensureNotOwn } from '../../domain/funds/own-interest.js';
import type { Evidence } from '../../store/evidence.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { doerOf, payeeOf } from './own-interest.js';
import { ensureOfTeam } from '../works/mend-finding.js';
import { ensureWithinCap } from '../works/emergency.js';
import { approvalNeeded, ensureApproved } from './payee-limits.js';
import { ensureGoesOn } from './payment-stops.js';
import { whichProject } from '../which-project.js';
import { topics } from '../../store/notice/topics.js';

/** How the state of a request is said. */
export const requestStates: Readonly<Record<SpendRequest['state'], string>> = {
  asked: '待会计核对',
  checked: '待批准',
  approved: '已批准',
  held: '被暂缓',
  paid: '已付款',
  refused: '已退回',
};

interface SpendAsking {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly amountFen: number;
  readonly purpose: string;
  /** The line of the budget, where it was said by itself. */
  readonly line?: string | undefined;
  readonly pictures: readonly Picture[];
}

/** How long a picture sent alone waits for the words that use it. */
const waitsMs = hourMs / 2;

/** A handler asks for a payment, with the picture of the voucher where there is one already (docs/domain.md 8.4). */
export async function askSpending(
  unit: Unit,
  { member, no, amountFen, purpose, line: lineSaid, pictures }: SpendAsking,
): Promise<{ project: Project; request: SpendRequest; photos: number }> {
  const { now } = unit;
  if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const project = await whichProject(unit, { no, states: spendStates, deed: '申请支出' });
  ensureSeparate('ask', member.id, rolesOf(member), { askedById: 0, checkedById: null, approvals: [] });
  ensureNotOwn(payeeIn(purpose) ?? purpose, await doerOf(unit, member));
  const balances = await unit.ledger.balances(project.id);
  const requests = (await unit.spending.ofProject(project.id)).filter(({ state }) => state !== 'refused');
  const line = lineOf(project.no, project.budgetLines, lineSaid ?? purpose);
  if (line)
    ensureWithin(
      line,
      requests.filter(request => request.line === line.name),
      amountFen,
    );
  ensureWithinCap(project, amountFen + sum(requests));
  const terms = await ensureTerms(unit, { project, requests, line, amountFen, purpose, now });
  const waiting = requests.filter(({ state }) => state !== 'paid');
  const leftFen = summaryOf(balances).freeFen - sum(waiting);
  if (amountFen > leftFen) throw new Refusal('money.short', { no: project.no, balanceFen: leftFen });
  // What waits on other lines may be paid from other money; what waits on this one may not.
  const own = waiting.filter(request => request.line === (line?.name ?? null));
  ensureAllowed(project, line?.name ?? null, { amountFen: amountFen + sum(own), balances });

  const proof = await proofOf(unit, { by: member.userid, pictures, now });
  const request = await unit.spending.add({
    projectId: project.id,
    amountFen,
    purpose: withoutLine(purpose, line),
    payee: payeeIn(purpose),
    line: line?.name ?? null,
    ...terms,
    retainedFen: terms.retainedFen || null,
    photo: proof[0]?.digest ?? null,
    askedById: member.id,
    askedAt: now,
    state: 'asked',
    approvals: [],
  });
  for (const picture of proof) await unit.evidence.use(picture, `spend:${request.no}`);
  unit.journal.add('spend.ask', { facts: { no: project.no, request: request.no, amountFen } });
  await unit.tell('funds.asked', { project, request });
  return { project, request, photos: proof.length };
}

/** Every picture that came along, or else the newest that was sent just before; none of them proves anything else. */
async function proofOf(
  unit: Unit,
  { by, pictures, now }: { by: string; pictures: readonly Picture[]; now: Date },
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const sent of pictures) found.push(await unit.evidence.add({ ...sent, by, at: now }));
  const waiting = found.length === 0 ? await unit.evidence.waitingOf(by, new Date(now.getTime() - waitsMs)) : null;
  if (waiting) found.push(waiting);
  for (const { digest } of found)
    if (await unit.evidence.isUsed(digest)) throw new Refusal('evidence.used', { what: '这一笔的凭据' });
  return [...new Map(found.map(one => [one.id, one])).values()];
}

/** An advance within its share of the contract, a progress payment with its milestone, and what is kept back (docs/domain.md 8.4). */
async function ensureTerms(
  unit: Unit,
  {
    project,
    requests,
    line,
    amountFen,
    purpose,
    now,
  }: {
    project: Project;
    requests: readonly SpendRequest[];
    line: BudgetLine | null;
    amountFen: number;
    purpose: string;
    now: Date;
  },
): Promise<PaymentTerms> {
  const rules = rulesAt(now);
  const terms = termsIn(purpose, { amountFen, rules, now });
  const milestones = await unit.works.milestones(project.id);
  if (terms.stage === 'progress') ensureReached({ no: project.no, purpose }, milestones);
  const payee = payeeIn(purpose);
  const contract = contractFen(project, { payee, lineFen: line?.amountFen });
  if (terms.stage === 'advance') {
    const before = requests.filter(
      one => one.stage === 'advance' && one.line === (line?.name ?? null) && one.payee === payee,
    );
    ensureAdvance(amountFen, { contract: contract.fen, advancedFen: sum(before), percent: rules.advancePercent });
  }
  // What cannot wait is bound by its cap instead (docs/domain.md 8.7).
  if (project.state !== 'accepted' && !project.emergency?.startedAt) {
    const own = requests.filter(one =>
      contract.by === 'offer' ? one.payee === payee : contract.by === 'line' ? one.line === line?.name : true,
    );
    ensureEarned(amountFen, { no: project.no, contract: contract.fen, askedFen: sum(own), milestones, rules });
  }
  return terms;
}

function sum(requests: readonly { readonly amountFen: number }[]): number {
  return requests.reduce((total, { amountFen }) => total + amountFen, 0);
}

/** Money that is for certain lines pays for no other (docs/domain.md 8.5 (2)). */
export function ensureAllowed(
  { no, earmarks }: Project,
  line: string | null,
  { amountFen, balances }: { amountFen: number; balances: Balances },
): void {
  const allowedFen = spendableFen(balances, { line, earmarks });
  if (amountFen > allowedFen) throw new Refusal('money.earmarked', { no, line, allowedFen });
}

export interface SpendDeed {
  readonly member: MemberView;
  readonly request: number;
}

/** The bookkeeper has held the request against voucher and budget. */
export async function checkSpending(unit: Unit, deed: SpendDeed): Promise<SpendRequest> {
  const request = await requestOf(unit, deed.request, ['asked']);
  ensureSeparate('check', deed.member.id, rolesOf(deed.member), request);
  ensureNotOwn(payeeOf(request), await doerOf(unit, deed.member));
  await unit.spending.keep(
    Object.assign(request, { state: 'checked', checkedById: deed.member.id, checkedAt: unit.now }),
  );
  await unit.posts.withdraw(topics.spend(request));
  note(unit, 'spend.check', deed);
  return request;
}

/** An approver by limit says yes; with the last that is needed the hold window opens. */
export async function approveSpending(
  unit: Unit,
  deed: SpendDeed,
): Promise<{ request: SpendRequest; missing: number; togetherFen: number }> {
  const { member } = deed;
  const { now } = unit;
  const request = await requestOf(unit, deed.request, ['checked', 'approved']);
  const before = await approvalNeeded(unit, request, now);
  // What was approved is approved once more only where its payee has got so much since that it takes somebody else.
  if (request.state === 'approved' && before.missing === 0)
    throw new Refusal('spend.wrongStep', { request: request.no, state: requestStates.approved });
  ensureSeparate('approve', member.id, rolesOf(member), request);
  const { roles } = before;
  if (!rolesOf(member).some(role => roles.includes(role)))
    throw new Refusal('spend.wrongApprover', {
      request: request.no,
      roles: roles.map(role => roleNames[role]),
      amountFen: request.amountFen,
      togetherFen: before.togetherFen,
    });
  ensureNotOwn(payeeOf(request), await doerOf(unit, member));
  request.approvals = [...request.approvals, member.id];
  const { missing, togetherFen } = await approvalNeeded(unit, request, now);
  const done = missing === 0 ? { state: 'approved' as const, approvedAt: now } : {};
  await unit.spending.keep(Object.assign(request, done));
  const community = rolesOf(member).includes('community_secretary');
  unit.journal.add('spend.approve', { facts: { request: request.no, community } });
  return { request, missing, togetherFen };
}

/** Any supervisor may hold an approved payment, with a reason, until it is made (docs/domain.md 8.4). */
export async function holdSpending(unit: Unit, deed: SpendDeed & { readonly reason: string }): Promise<SpendRequest> {
  const request = await requestOf(unit, deed.request, ['asked', 'checked', 'approved']);
  await ensureWatched(unit, request, deed.member);
  ensureSeparate('hold', deed.member.id, rolesOf(deed.member), request);
  const hold = { state: 'held' as const, heldById: deed.member.id, heldAt: unit.now, holdReason: deed.reason };
  await unit.spending.keep(Object.assign(request, hold));
  note(unit, 'spend.hold', deed);
  await unit.tell('funds.paused', { request });
  return request;
}

/** The supervisor who held it lets it go on from where it stood. */
export async function releaseSpending(unit: Unit, deed: SpendDeed): Promise<SpendRequest> {
  const request = await requestOf(unit, deed.request, ['held']);
  if (request.heldById !== deed.member.id)
    throw new Refusal('spend.held', { request: request.no, reason: request.holdReason ?? '' });
  const state = request.approvedAt ? 'approved' : request.checkedAt ? 'checked' : 'asked';
  await unit.spending.keep(Object.assign(request, { state, heldById: null, heldAt: null, holdReason: null }));
  await unit.posts.withdraw(topics.hold(request));
  note(unit, 'spend.release', deed);
  return request;
}

/** A supervisor says for the team that it has no objection; above the limits a payment waits for it. */
export async function clearSpending(unit: Unit, deed: SpendDeed): Promise<SpendRequest> {
  const request = await requestOf(unit, deed.request, ['asked', 'checked', 'approved']);
  await ensureWatched(unit, request, deed.member);
  ensureSeparate('clear', deed.member.id, rolesOf(deed.member), request);
  ensureNotOwn(payeeOf(request), await doerOf(unit, deed.member));
  await unit.spending.keep(Object.assign(request, { clearedById: deed.member.id }));
  note(unit, 'spend.clear', deed);
  return request;
}

/**
 * Throws unless the cashier may pay a request now: approved by those whom its sum takes, cleared where the limit asks for it, not held within
 * the window, and with nothing in its way (docs/payments.md).
 */
export async function ensurePayable(
  unit: Unit,
  request: SpendRequest,
  { project, member, now }: { project: Project; member: MemberView; now: Date },
): Promise<void> {
  if (request.state === 'held')
    throw new Refusal('spend.held', { request: request.no, reason: request.holdReason ?? '' });
  if (request.state !== 'approved')
    throw new Refusal('spend.wrongStep', { request: request.no, state: requestStates[request.state] });
  ensureSeparate('pay', member.id, rolesOf(member), request);
  ensureNotOwn(payeeOf(request), await doerOf(unit, member));
  await ensureApproved(unit, request, now);
  assert(request.approvedAt, 'what is approved was approved at a moment');
  const until = new Date(request.approvedAt.getTime() + rulesAt(now).holdHours * hourMs);
  if (now < until) throw new Refusal('spend.waits', { request: request.no, until });
  await ensureGoesOn(unit, project, request);
}

async function requestOf(unit: Unit, no: number, states: readonly SpendRequest['state'][]): Promise<SpendRequest> {
  const request = await unit.spending.byNo(no);
  if (!request) throw new Refusal('spend.unknown', { request: no });
  if (!states.includes(request.state))
    throw new Refusal('spend.wrongStep', { request: no, state: requestStates[request.state] });
  return request;
}

function note(unit: Unit, deed: string, { request }: SpendDeed): void {
  unit.journal.add(deed, { facts: { request } });
}

function rolesOf({ roles }: MemberView) {
  return roles.map(({ role }) => role);
}

/** Of a payment only the team that watches over its project speaks. */
async function ensureWatched(unit: Unit, { projectId }: SpendRequest, member: MemberView): Promise<void> {
  const project = await unit.projects.byId(projectId);
  if (project) await ensureOfTeam(unit, project, member);
}

import { type Summary, summaryOf } from '../../domain/funds/ledger.js';
import { spendPostings } from '../../domain/funds/postings.js';
import { ensureState, spendStates } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { publishedWords, requestNamed, requestWords, saysTheSame } from '../../domain/funds/spending.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureAllowed, ensurePayable } from './request-spending.js';
import { whichProject } from '../which-project.js';

interface NewSpending {
  readonly member: MemberView;
  readonly no: number | undefined;
  /** The request that is paid; where it is not named, it is found by the sum and the words. */
  readonly request?: number;
  readonly amountFen?: number;
  /** As the cashier says it; what is kept and published are the approved words. */
  readonly purpose?: string;
}

/**
 * The cashier records money that went out, for one request that others asked for, checked and approved: its words, its line and its payee
 * (docs/domain.md 8.4, 8.5 (4)). What differs from them is refused. Never more than there is, per project and per source (docs/domain.md 8.5).
 */
export async function recordSpending(
  unit: Unit,
  spending: NewSpending,
): Promise<{ project: Project; entry: LedgerEntry; request: SpendRequest; summary: Summary }> {
  const { member } = spending;
  const { now } = unit;
  const { project, request } = await requestMeant(unit, spending);
  const { amountFen } = request;
  const balances = await unit.ledger.balances(project.id);
  const { freeFen } = summaryOf(balances);
  if (amountFen > freeFen) throw new Refusal('money.short', { no: project.no, balanceFen: freeFen });

  await ensurePayable(unit, request, { project, member, now });
  ensureAllowed(project, request.line, { amountFen, balances });
  const entry = await unit.ledger.post({
    projectId: project.id,
    kind: 'spend',
    postings: spendPostings(balances, amountFen, {
      line: request.line,
      earmarks: project.earmarks,
      retainedFen: request.retainedFen ?? 0,
      ...(project.spendOrder ? { order: project.spendOrder.sources } : {}),
    }),
    why: publishedWords(request),
    evidence: request.photo,
  });
  await unit.spending.keep(Object.assign(request, { state: 'paid', entryNo: entry.no }));
  unit.journal.add('funds.spend', { facts: { no: project.no, voucher: entry.no, request: request.no, amountFen } });
  await unit.tell('funds.moved', { project, occasion: `entry ${entry.no}` });
  return { project, entry, request, summary: summaryOf(await unit.ledger.balances(project.id)) };
}

/** The one request that the cashier means, by its number or by sum and words that are the approved ones. */
async function requestMeant(
  unit: Unit,
  { no, amountFen, purpose = '', ...named }: NewSpending,
): Promise<{ project: Project; request: SpendRequest }> {
  const number = named.request ?? requestNamed(purpose);
  if (number !== null) {
    const request = await unit.spending.byNo(number);
    const project = request && (await unit.projects.byId(request.projectId));
    if (!request || !project || (no !== undefined && no !== project.no))
      throw new Refusal('spend.unknown', { request: number });
    ensureState(project, spendStates, '支出');
    if (request.state === 'paid' || request.state === 'refused') throw new Refusal('spend.over', { request: number });
    const differs = amountFen !== undefined && amountFen !== request.amountFen;
    if (differs || !saysTheSame(purpose, request)) refuseOther(request);
    return { project, request };
  }
  const project = await whichProject(unit, { no, states: spendStates, deed: '支出' });
  const standing = (await unit.spending.ofProject(project.id)).filter(
    ({ state, amountFen: fen }) => fen === amountFen && state !== 'paid' && state !== 'refused',
  );
  const meant = standing.filter(request => saysTheSame(purpose, request));
  const [first] = standing;
  if (!first) throw new Refusal('spend.noRequest', { no: project.no, amountFen: amountFen ?? 0 });
  const [only = refuseOther(first), ...others] = meant.some(({ state }) => state === 'approved')
    ? meant.filter(({ state }) => state === 'approved')
    : meant;
  // Two that are alike word for word are paid one after the other.
  if (others.some(other => other.purpose !== only.purpose || other.line !== only.line))
    throw new Refusal('spend.whichRequest', { requests: [only, ...others].map(request => request.no) });
  return { project, request: only };
}

function refuseOther(request: SpendRequest): never {
  throw new Refusal('spend.differs', { request: request.no, approved: requestWords(request) });
}

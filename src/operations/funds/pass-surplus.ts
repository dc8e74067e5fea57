import { type Destination, type Source, sourceIds, summaryOf, wholeOrder } from '../../domain/funds/ledger.js';
import { passPostings, refundPostings } from '../../domain/funds/postings.js';
import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { workdaysEnd } from '../../domain/periods.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import { outdateSurplus } from './outdate-surplus.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureCleared } from '../works/clear-cancelled.js';
import { backToFund, surplusToFund } from '../market/grant-money.js';
import { owesBack, refundShares } from './pay-refunds.js';
import { whichProject } from '../which-project.js';

interface Handing {
  readonly no: number | undefined;
  readonly amountFen: number;
}

/** What is left of a project's money, once it is settled: residents' by the plan's rule, all other money by its source. In fen. */
interface Surplus {
  /** Goes back to households, or on to where the plan says. */
  readonly residentsFen: number;
  readonly households: number;
  readonly othersFen: number;
}

/** What is left of a project now: for residents, of how many households, and of all other money. */
export async function surplusOf(unit: Unit, project: Project): Promise<Surplus> {
  const { freeFen } = summaryOf(await unit.ledger.balances(project.id));
  const shares = await refundShares(unit, project);
  const residentsFen = shares.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return { residentsFen, households: shares.length, othersFen: freeFen - residentsFen };
}

/** The projects that are settled or given up and still hold money that is to go back, with the day by which (docs/domain.md 8.6). */
export async function refundsOwed(unit: Unit): Promise<{ no: number; freeFen: number; dueAt: Date }[]> {
  const owed: { no: number; freeFen: number; dueAt: Date }[] = [];
  for (const { id, no, stateSince } of await unit.projects.inStates(owesBack)) {
    const { freeFen } = summaryOf(await unit.ledger.balances(id));
    if (freeFen > 0) owed.push({ no, freeFen, dueAt: workdaysEnd(stateSince, rulesAt(stateSince).refundWorkdays) });
  }
  return owed;
}

/** The plan says where residents' money goes when some is left: a part of the plan, so it is said before the plan is published. */
export async function ruleSurplus(unit: Unit, { no, to }: { no: number; to: Destination | null }): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '定余款的去向');
  const kept = await unit.projects.keep(Object.assign(project, { surplusTo: to }));
  unit.journal.add('plan.surplus', { facts: { no, to: to ?? 'refund' } });
  return kept;
}

/** The plan says in which order its sources are spent: a part of the plan, said before it is voted on (docs/domain.md 6.1). */
export async function ruleOrder(
  unit: Unit,
  { no, sources: said }: { no: number; sources: readonly Source[] },
): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '定用款顺序');
  const spendOrder = { sources: wholeOrder(said), isSaid: true };
  const kept = await unit.projects.keep(Object.assign(project, { spendOrder }));
  unit.journal.add('plan.order', { facts: { no, sources: said } });
  return kept;
}

/** The cashier has handed residents' surplus on to where the plan says (docs/domain.md 8.6). */
export async function passSurplus(
  unit: Unit,
  { no, amountFen }: Handing,
): Promise<{ project: Project; to: Destination }> {
  const project = await whichProject(unit, { no, states: ['settlement_published'], deed: '转出余款' });
  const { surplusTo: to } = project;
  if (to === null) throw new Refusal('surplus.refunded', { no: project.no });
  const { residentsFen } = await surplusOf(unit, project);
  if (amountFen !== residentsFen) throw new Refusal('refund.exact', { no: project.no, surplusFen: residentsFen });
  const entry = await unit.ledger.post({
    projectId: project.id,
    kind: 'pass',
    postings: passPostings({ 'cash/residents': amountFen }, amountFen, to),
    why: '余款按方案转出',
  });
  if (to === 'charity_fund') await surplusToFund(unit, entry, amountFen);
  unit.journal.add('funds.pass', { facts: { no: project.no, amountFen, to } });
  await outdateSurplus(unit, project);
  await unit.tell('funds.moved', { project, occasion: `pass ${unit.messageId}` });
  return { project, to };
}

/** The cashier has given back what is left of all other money, each to its source: one entry a source. */
export async function returnToSources(unit: Unit, { no, amountFen }: Handing): Promise<{ project: Project }> {
  const project = await whichProject(unit, { no, states: owesBack, deed: '退回原渠道' });
  await ensureCleared(unit, project);
  const { residentsFen, othersFen } = await surplusOf(unit, project);
  if (othersFen === 0 || amountFen !== othersFen)
    throw new Refusal('refund.othersExact', { no: project.no, othersFen });
  const balances = await unit.ledger.balances(project.id);
  for (const source of sourceIds) {
    // Of residents' money only what no household is known for.
    const leftFen = (balances[`cash/${source}`] ?? 0) - (source === 'residents' ? residentsFen : 0);
    if (leftFen <= 0) continue;
    const entry = await unit.ledger.post({
      projectId: project.id,
      kind: 'refund',
      postings: refundPostings(leftFen, source),
      why: '余款退回原渠道',
    });
    await backToFund(unit, entry, { source, amountFen: leftFen });
  }
  unit.journal.add('funds.return', { facts: { no: project.no, amountFen } });
  await outdateSurplus(unit, project);
  await unit.tell('funds.moved', { project, occasion: `return ${unit.messageId}` });
  return { project };
}

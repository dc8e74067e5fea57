import { isOwnHome } from '../../domain/people/bond.js';
import { type Allocation, sharesOf } from '../../domain/plan/allocation.js';
import { type FundingPlan, sharedFen } from '../../domain/plan/funding-plan.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureDecided } from './decision-bounds.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface Planning {
  readonly member: MemberView;
  readonly no: number;
}

/** Keeps how the residents' part is shared out among households (docs/domain.md 6.5). What was exempted before is to be said anew. */
export async function allocatePart(
  unit: Unit,
  { no, allocation }: Planning & { allocation: Allocation },
): Promise<Project> {
  const project = await openProject(unit, no);
  // Refused at once where nobody would bear anything.
  sharesOf(1, allocation, await unit.members.electors(project.scope));
  for (const exemption of await unit.ledger.exemptions(project.id))
    await unit.ledger.keepExemption(Object.assign(exemption, { cancelledAt: unit.now }));
  const plan = project.fundingPlan;
  // A new allocation begins without exemptions.
  const fundingPlan = plan && { sources: plan.sources };
  await unit.projects.keep(Object.assign(project, { allocation, fundingPlan }));
  unit.journal.add('plan.shares', { facts: { no, allocation } });
  return project;
}

/**
 * Exempts a household in hardship from its share, which a named source of the plan bears instead: never silently the neighbours
 * (docs/domain.md 6.5). Nobody exempts the own home. The record keeps who, and nobody else is told; the household hears of it in private.
 */
export async function exempt(
  unit: Unit,
  { member, no, place, source }: Planning & { place: Place; source: Source },
): Promise<{ project: Project; amountFen: number }> {
  const project = await openProject(unit, no);
  const { allocation, fundingPlan } = project;
  if (!allocation || allocation.method === 'free') throw new Refusal('allocation.none', { no });
  if (source === 'residents' || !fundingPlan?.sources.some(one => one.source === source))
    throw new Refusal('exemption.source', { no, source: sources[source] });
  const household = await whichHousehold(unit, place);
  if (isOwnHome(member, household.id)) throw new Refusal('exemption.own', {});
  const standing = await unit.ledger.exemptions(project.id);
  if (standing.some(({ householdId }) => householdId === household.id)) throw new Refusal('exemption.again', { no });
  const shares = sharesOf(sharedFen(project), allocation, await unit.members.electors(project.scope));
  const amountFen = shares.get(household.id) ?? 0;
  if (amountFen === 0) throw new Refusal('allocation.none', { no });

  const { id: projectId } = project;
  const exemption = {
    gridId: unit.grid.id,
    projectId,
    householdId: household.id,
    source,
    amountFen,
    byId: member.id,
    at: unit.now,
  };
  await unit.ledger.keepExemption(exemption);
  const plan: FundingPlan = { ...fundingPlan, exempted: [...(fundingPlan.exempted ?? []), { source, amountFen }] };
  await ensureDecided(unit, project, plan);
  await unit.projects.keep(Object.assign(project, { fundingPlan: plan }));
  await unit.tell('plan.exempted', { project, household });
  unit.journal.add('plan.exempt', { facts: { no, source, amountFen } });
  return { project, amountFen };
}

async function openProject(unit: Unit, no: number): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, planOpen, '改出资办法');
  return project;
}

import { sharesOf } from '../../domain/plan/allocation.js';
import { isLevy, sharedFen } from '../../domain/plan/funding-plan.js';
import { shareStates } from '../../domain/lifecycle.js';
import { yuan } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** What one household's share is, for its own eyes: of one project, or of all whose plan or round is on. */
export async function ownShares(
  unit: Unit,
  { householdId, no }: { householdId: number; no: number | undefined },
): Promise<string> {
  const named = no === undefined ? null : await unit.projects.byNo(no);
  if (no !== undefined && !named) throw new Refusal('project.unknown', { no });
  const projects = named ? [named] : await unit.projects.inStates(shareStates);
  if (projects.length === 0) return '现在没有在公示或认筹的项目，不用出钱。发送“项目列表”看看各个项目。';
  const lines: string[] = [];
  for (const project of projects) lines.push(await ownShare(unit, project, householdId));
  return lines.join('\n');
}

/** A household's share of a project in fen, as it is told to itself; null where there is none to go by. */
export async function ownShareFen(unit: Unit, project: Project, householdId: number): Promise<number | null> {
  if (await isExempted(unit, project, householdId)) return null;
  return shareIn(project, await unit.members.electors(project.scope), householdId);
}

function shareIn(project: Project, homes: readonly Household[], householdId: number): number | null {
  const { allocation } = project;
  if (!allocation || allocation.method === 'free') return null;
  return sharesOf(sharedFen(project), allocation, homes).get(householdId) || null;
}

async function isExempted(unit: Unit, { id }: Project, householdId: number): Promise<boolean> {
  return (await unit.ledger.exemptions(id)).some(one => one.householdId === householdId);
}

/** Voluntary money is never called owed: the figure is one to go by, and any other is as good (docs/domain.md 6.3). */
async function ownShare(unit: Unit, project: Project, householdId: number): Promise<string> {
  const { no, allocation, scope } = project;
  const homes = await unit.members.electors(scope);
  if (!homes.some(({ id }) => id === householdId)) return `${no}号不涉及您家，不用出。`;
  const { promisedFen, paidFen } = await unit.ledger.standingOf(project.id, householdId);
  const open = promisedFen > paidFen ? `，还没交${yuan(promisedFen - paidFen)}` : '';
  const paid = project.state === 'collecting' || paidFen > 0 ? `，已交${yuan(paidFen)}${open}` : '';
  const own = promisedFen > 0 ? `您家已认捐${yuan(promisedFen)}${paid}。` : '';
  if (!allocation || allocation.method === 'free')
    return `${no}号是自愿认捐，没有应出的数，出多少、出不出都由您定。${own}`;
  if (await isExempted(unit, project, householdId)) return `${no}号您家的那一份已经减免，不用出。`;
  const fen = shareIn(project, homes, householdId);
  if (fen === null) return `${no}号按出资办法，您家不用出。${own}`;
  return isLevy(project)
    ? `${no}号按业主共同决定的办法，您家是${yuan(fen)}。${own}`
    : `${no}号按出资办法算，您家的参考数是${yuan(fen)}。自愿参与，出多少、出不出都由您定，付款前可撤回。${own}`;
}

import { summaryOf } from '../../domain/funds/ledger.js';
import { ensureState } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureOfTeam } from './mend-finding.js';

/** Who watches over a given-up project has gone through what it spent, and has nothing against it: the rest may go back. */
export async function clearCancelled(unit: Unit, { member, no }: { member: MemberView; no: number }): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, ['cancelled'], '核对终止账目');
  await ensureOfTeam(unit, project, member);
  unit.journal.add('project.cancel.clear', { facts: { no } });
  return project;
}

/** Of a project that was given up after it had spent something, nothing goes back before a supervisor has seen the accounts. */
export async function ensureCleared(unit: Unit, project: Project): Promise<void> {
  if (project.state !== 'cancelled') return;
  if (summaryOf(await unit.ledger.balances(project.id)).spentFen === 0) return;
  if (!(await isCleared(unit, project))) throw new Refusal('refund.notCleared', { no: project.no });
}

/** True once a supervisor has seen the accounts of a project that was given up. */
export async function isCleared(unit: Unit, { no, stateSince }: Project): Promise<boolean> {
  const cleared = await unit.journal.ofDeed('project.cancel.clear', stateSince);
  return cleared.some(({ facts }) => facts['no'] === no);
}

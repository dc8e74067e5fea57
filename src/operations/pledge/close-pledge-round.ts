import { movedTo, summaryOf } from '../../domain/funds/ledger.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { ensureState, roundStates } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { RoundEnd } from '../../store/notice/fact-parts.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { release } from './cancel-pledge.js';
import { householdsShort } from './households-short.js';

/**
 * Ends a pledge round on its last day, whatever else was booked (docs/domain.md 4.1, 8.2). With the minimum reached it goes on to collecting, and
 * what is missing of the target is named; below it, or where every household has to take part and one does not, every promise is
 * released and what had come in by then goes back.
 */
export async function closePledgeRound(unit: Unit, { projectId }: { projectId: number }): Promise<void> {
  const project = await unit.projects.byId(projectId);
  if (project?.state !== 'pledging') return;
  const standing = await howItStands(unit, project);
  const { gapFen, households } = standing;
  const { pledgedFen } = standing.summary;
  const outcome = standing.toMinimum === 0 && households === 0 ? 'minimum' : 'failed';
  if (outcome === 'minimum') await unit.projects.moveTo(project, 'collecting', unit.now);
  else await lapse(unit, project, unit.now);
  const deed = outcome === 'minimum' ? 'pledge.enough' : 'pledge.lapse';
  unit.journal.add(deed, { facts: { no: project.no, pledgedFen, gapFen } });
  await unit.tell('pledge.ended', { project, outcome, ...standing });
  if (gapFen > 0) await unit.tell('pledge.short', { project, gapFen });
}

async function howItStands(
  unit: Unit,
  project: Project,
): Promise<Pick<RoundEnd, 'summary' | 'gapFen' | 'households' | 'back'> & { toMinimum: number }> {
  const balances = await unit.ledger.balances(project.id);
  const summary = summaryOf(balances);
  const { toMinimum, toTarget: gapFen } = missingFen(project, summary);
  const residentsFen = (balances['cash/residents'] ?? 0) + (balances['received/residents'] ?? 0);
  const othersFen = summary.freeFen + summary.pendingFen - residentsFen;
  const households = await householdsShort(unit, project);
  return { summary, toMinimum, gapFen, households, back: { residentsFen, othersFen } };
}

/**
 * A secretary gives a round up whose money falls short, because the plan is to be made smaller: every promise is released, and the
 * plan is published and voted on anew. Never once a resident has paid: then there is somebody to pay back first.
 */
export async function giveUpRound(unit: Unit, { no }: { no: number }): Promise<void> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, roundStates, '作罢认筹');
  const standing = await howItStands(unit, project);
  const { summary, gapFen, households, back } = standing;
  if (back.residentsFen > 0) throw new Refusal('round.collected', { no });
  if (gapFen === 0 && households === 0) throw new Refusal('gap.none', { no });
  await lapse(unit, project, unit.now);
  const facts = { no, pledgedFen: summary.pledgedFen, gapFen };
  unit.journal.add('pledge.lapse', { facts });
  await unit.tell('pledge.released', { project, outcome: 'failed', ...standing });
}

async function lapse(unit: Unit, project: Project, now: Date): Promise<void> {
  for (const { householdId, amountFen } of await standingPledges(unit, project.id))
    await release(unit, { project, householdId, amountFen });
  await unit.projects.moveTo(project, 'funding_failed', now);
}

/** What each household promises, in fen; only those that promise something. */
export async function standingPledges(
  unit: Unit,
  projectId: number,
): Promise<{ householdId: number; amountFen: number }[]> {
  const byHousehold = new Map<number, number>();
  for (const entry of await unit.ledger.entries(projectId, ['pledge', 'pledge.cancel'])) {
    if (entry.householdId !== null)
      byHousehold.set(entry.householdId, (byHousehold.get(entry.householdId) ?? 0) + movedTo('promised', [entry]));
  }
  return [...byHousehold].filter(([, fen]) => fen > 0).map(([householdId, amountFen]) => ({ householdId, amountFen }));
}

import { movedTo, summaryOf } from '../domain/ledger.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';
import { release } from './cancel-pledge.js';

/**
 * Ends a pledge round that was not covered by its last day: every promise is released and nothing is collected
 * (domain.md 4.1, all or nothing). A round in which money has already come in stays open for the secretary to decide.
 */
export async function closePledgeRound(
  unit: Unit,
  { projectId, now }: { projectId: number; now: Date },
): Promise<{ project: Project; pledgedFen: number } | null> {
  const project = await unit.projects.byId(projectId);
  if (project?.state !== 'pledging') return null;
  const summary = summaryOf(await unit.ledger.balances(project.id));
  if (summary.receivedFen > 0 || summary.pendingFen > 0) return null;

  for (const { householdId, amountFen } of await standingPledges(unit, project.id)) {
    await release(unit, { project, householdId, amountFen, by: 'clock', now, messageId: null });
  }
  await unit.projects.moveTo(project, 'funding_failed', now);
  unit.journal.add('pledge.lapse', { by: 'clock', at: now, facts: { no: project.no, pledgedFen: summary.pledgedFen } });
  return { project, pledgedFen: summary.pledgedFen };
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

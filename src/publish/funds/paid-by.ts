import { type EntryKind, movedTo } from '../../domain/funds/ledger.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

const moneyOfResidents: readonly EntryKind[] = ['receipt', 'reconcile', 'refund', 'reverse'];

/**
 * What each household has paid into a project until a moment, in fen, less what it got back. Only what the bookkeeper has
 * found on the bank's list counts as received. For adding up and for looking up, never to be shown household by household.
 */
export async function paidByHousehold(unit: Unit, project: Project, until: Date): Promise<Map<number, number>> {
  const paid = new Map<number, number>();
  const entries = (await unit.ledger.entries(project.id, moneyOfResidents)).filter(({ at }) => at <= until);
  const found = new Set(entries.flatMap(({ covers }) => covers ?? []));
  for (const entry of entries) {
    if (entry.householdId === null || entry.householdId === undefined) continue;
    if (entry.kind === 'receipt' && movedTo('cash/residents', [entry]) === 0 && !found.has(entry.no)) continue;
    const fen = -movedTo('outside/residents', [entry]) - movedTo('refunded', [entry]);
    paid.set(entry.householdId, (paid.get(entry.householdId) ?? 0) + fen);
  }
  return paid;
}

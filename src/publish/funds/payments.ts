import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Unit } from '../../store/engine/unit.js';

/** A payment that was taken back, with the voucher that takes it back. */
interface Undone {
  readonly entry: LedgerEntry;
  readonly by: number;
}

export interface Payments {
  /** Every payment that stands, in the order it was made: together they are what was spent. */
  readonly expenses: readonly LedgerEntry[];
  readonly undone: readonly Undone[];
}

/** A project's payments, up to a moment: one that was taken back stays to be seen and counts no more (docs/domain.md 8.1). */
export async function paymentsOf(unit: Unit, projectId: number, until: Date | null = null): Promise<Payments> {
  const entries = await unit.ledger.entries(projectId, ['spend', 'release', 'reverse']);
  const told = until ? entries.filter(({ at }) => at <= until) : entries;
  const reversals = new Map(told.flatMap(({ kind, reversesId, no }) => (kind === 'reverse' ? [[reversesId, no]] : [])));
  const expenses: LedgerEntry[] = [];
  const undone: Undone[] = [];
  for (const entry of told) {
    if (entry.kind === 'reverse') continue;
    const by = reversals.get(entry.id);
    if (by === undefined) expenses.push(entry);
    else undone.push({ entry, by });
  }
  return { expenses, undone };
}

import { dayMs } from '../../domain/calendar.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { Ballot } from '../../store/ballot/ballot.js';
import { PaperBallot } from '../../store/ballot/paper-ballot.js';
import { RosterImport } from '../../store/people/roster-import.js';
import { Offer } from '../../store/pledge/offer.js';
import { Support } from '../../store/proposal/support.js';
import type { Unit } from '../../store/engine/unit.js';

export interface Undone {
  readonly removed: number;
  readonly restored: number;
  readonly unbound: number;
}

/**
 * Undoes the last import of a roster as one, within a day: what it changed says what it said before, what it added is gone
 * from the roster, and accounts that it bound are guests again. `none` without an import to undo, `late` after a day, `used`
 * when a household that it added has voted or promised since.
 */
export async function undoRoster(unit: Unit, now: Date): Promise<Undone | 'none' | 'late' | 'used'> {
  const where = { gridId: unit.grid.id };
  const imports = await unit.manager.find(RosterImport, { where, order: { id: 'DESC' } });
  const last = imports.find(({ undoneAt }) => undoneAt === null);
  if (!last) return 'none';
  if (now.getTime() - last.at.getTime() > dayMs) return 'late';
  const added = last.before.flatMap(({ id, old }) => (old === null ? [id] : []));
  if (await haveActed(unit, new Set(added))) return 'used';
  for (const { id, old } of last.before) {
    const household = await unit.members.household(id);
    if (household) await unit.members.keepHousehold(old ? { ...household, ...old } : { ...household, leftAt: now });
  }
  const bound = await unit.members.byIds(last.bound);
  for (const member of bound)
    await unit.members.keep(Object.assign(member, { householdId: null, askedHouseholdId: null, boundAt: null }));
  await unit.rows.keep(RosterImport, Object.assign(last, { undoneAt: now }));
  const count = { removed: added.length, restored: last.before.length - added.length, unbound: bound.length };
  unit.journal.add('roster.undo', { by: 'operator', at: now, facts: { ...count } });
  return count;
}

/** True when one of the households has voted, promised, paid or seconded. */
async function haveActed(unit: Unit, households: ReadonlySet<number>): Promise<boolean> {
  if (households.size === 0) return false;
  const where = { gridId: unit.grid.id };
  const entries = await unit.manager.findBy(LedgerEntry, where);
  if (entries.some(({ householdId }) => householdId !== null && households.has(householdId))) return true;
  for (const household of households)
    for (const entity of [Ballot, PaperBallot, Offer, Support] as const)
      if (await unit.manager.existsBy<{ householdId: number }>(entity, { householdId: household })) return true;
  return false;
}

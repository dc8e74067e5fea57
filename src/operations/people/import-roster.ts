import {
  type RosterLine,
  type RosterPlan,
  keyOf,
  losesSay,
  planOf,
  sharedAccounts,
} from '../../domain/people/roster-plan.js';
import type { Household } from '../../store/people/household.js';
import { RosterImport } from '../../store/people/roster-import.js';
import type { Unit } from '../../store/engine/unit.js';
import { speaksFor } from '../../domain/people/bond.js';
import { endSay } from './end-say.js';

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Holds a roster against what is known, before anything is changed. */
export async function planRoster<L extends RosterLine>(
  unit: Unit,
  lines: readonly L[],
): Promise<RosterPlan<L, Household>> {
  const undone = await undoneHouseholds(unit);
  const plan = planOf(lines, { households: await unit.members.households(), undone });
  const movedOut: RosterPlan<L, Household>['movedOut'][number][] = [];
  const bound = plan.changed.length === 0 ? [] : await unit.members.allBound();
  for (const { old, line } of plan.changed) {
    const people = bound.filter(member => speaksFor(member, old) && losesSay(member, old, line)).length;
    if (people > 0) movedOut.push({ old, line, people });
  }
  return { ...plan, movedOut };
}

/**
 * Takes a roster over as one: new households are added, changed ones updated, and accounts that the roster names are bound. Who
 * owns a unit no longer has no say for it any more. The same roster twice changes nothing; a household that it does not name
 * is left as it is. What stood there before is kept for a day, so that the whole can be undone.
 */
export async function importRoster(unit: Unit, lines: readonly RosterLine[]): Promise<Imported> {
  const { added, changed, unchanged } = await planRoster(unit, lines);
  const before: RosterImport['before'][number][] = [];
  const written: Household[] = [];
  for (const { old, line } of added) {
    const made = { gridId: unit.grid.id, ...told(line) };
    const household = await unit.members.keepHousehold(old ? { ...old, ...made, leftAt: null } : made);
    before.push({ id: household.id, old: null });
    written.push(household);
  }
  const everybody = changed.length === 0 ? [] : await unit.members.allBound();
  for (const { old, line } of changed) {
    const { areaCentiM2, owners, userids, phone, shares, tenants } = old;
    const speaking = everybody.filter(member => speaksFor(member, old));
    const ended = await endSay(unit, { household: old, line, speaking });
    before.push({ id: old.id, old: { areaCentiM2, owners, userids, phone, shares, tenants }, ended });
    written.push(await unit.members.keepHousehold({ ...old, ...told(line, old) }));
  }
  const bound: number[] = [];
  for (const household of written)
    for (const [index, userid] of household.userids.entries())
      bound.push(...(await bindNamed(unit, household, userid, index, unit.now)));
  const count = { added: added.length, changed: changed.length, unchanged };
  if (written.length === 0) return count;
  await tellShared(unit, lines, written);
  await unit.rows.keep(RosterImport, { gridId: unit.grid.id, at: unit.now, before, bound, undoneAt: null });
  unit.journal.add('roster.import', { facts: { ...count } });
  return count;
}

/** Households that an import had brought which was undone: they may come again. */
async function undoneHouseholds(unit: Unit): Promise<Set<number>> {
  const imports = await unit.manager.findBy(RosterImport, { gridId: unit.grid.id });
  const undone = imports.filter(({ undoneAt }) => undoneAt !== null);
  return new Set(undone.flatMap(({ before }) => before.flatMap(({ id, old }) => (old === null ? [id] : []))));
}

function told(line: RosterLine, old?: Household): Omit<Household, 'id' | 'gridId' | 'leftAt'> {
  const { building, unit, room, areaCentiM2, phone, owners, userids } = line;
  // What the roster does not tell of stays, as long as the owners are the same.
  const isSold = old === undefined || old.owners.join('\n') !== owners.join('\n');
  const shares = line.shares ?? (isSold ? null : old.shares);
  const tenants = line.tenants ?? old?.tenants ?? null;
  return {
    building,
    unit,
    room,
    areaCentiM2,
    phone,
    owners: [...owners],
    userids: [...userids],
    shares: shares && [...shares],
    tenants: tenants && [...tenants],
  };
}

/** The roster's word is enough for an account that is bound nowhere else. */
async function bindNamed(
  unit: Unit,
  household: Household,
  userid: string,
  index: number,
  now: Date,
): Promise<number[]> {
  const member = await unit.members.byUserid(userid);
  if (member?.householdId) {
    // One account for two flats: it votes for both, and is asked for which.
    const also = member.alsoHouseholdIds ?? [];
    if (member.householdId !== household.id && !also.includes(household.id))
      await unit.members.keep(Object.assign(member, { alsoHouseholdIds: [...also, household.id] }));
    return [];
  }
  const name = household.owners[index] ?? household.owners[0] ?? userid;
  const { id } = await unit.members.keep({
    ...member,
    gridId: unit.grid.id,
    userid,
    name,
    householdId: household.id,
    askedHouseholdId: null,
    boundAt: now,
  });
  return [id];
}

/** Who stands on several units is told how to say which one is meant. */
async function tellShared(unit: Unit, lines: readonly RosterLine[], written: readonly Household[]): Promise<void> {
  const fresh = new Set(written.flatMap(({ userids }) => userids));
  for (const { userid, lines: homes } of sharedAccounts(lines)) {
    if (!fresh.has(userid)) continue;
    const member = await unit.members.view(userid);
    const other = homes.find(home => member.household && keyOf(home) !== keyOf(member.household));
    if (!member.household || !other) continue;
    await unit.tell('people.several-homes', { member, homes, home: member.household, other });
  }
}

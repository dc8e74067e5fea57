import type { RosterRow } from '../../domain/people/roster.js';
import type { Household } from '../../store/people/household.js';
import type { Unit } from '../../store/engine/unit.js';

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Takes a roster over: new households are added, changed ones updated, and accounts that the roster names are bound. The
 * same roster twice changes nothing; a household that it no longer names is left as it is.
 */
export async function importRoster(unit: Unit, rows: readonly RosterRow[], now: Date): Promise<Imported> {
  const known = new Map((await unit.members.households()).map(household => [keyOf(household), household]));
  const count = { added: 0, changed: 0, unchanged: 0 };
  const written: Household[] = [];
  for (const row of rows) {
    const old = known.get(keyOf(row));
    // A household that went over to another grid is not called back by an old file.
    if (old && (old.leftAt !== null || isSame(old, row))) {
      count.unchanged += 1;
      continue;
    }
    const { owners, userids, ...rest } = row;
    const said = { gridId: unit.grid.id, ...rest, owners: [...owners], userids: [...userids] };
    written.push(await unit.members.keepHousehold(old ? { ...old, ...said } : said));
    count[old ? 'changed' : 'added'] += 1;
  }
  for (const household of written)
    for (const [index, userid] of household.userids.entries()) await bindNamed(unit, household, userid, index, now);
  if (written.length > 0) unit.journal.add('roster.import', { by: 'operator', at: now, facts: { ...count } });
  return count;
}

/** The roster's word is enough for an account that is bound nowhere else. */
async function bindNamed(unit: Unit, household: Household, userid: string, index: number, now: Date): Promise<void> {
  const member = await unit.members.byUserid(userid);
  if (member?.householdId) return;
  const name = household.owners[index] ?? household.owners[0] ?? userid;
  await unit.members.keep({
    ...member,
    gridId: unit.grid.id,
    userid,
    name,
    householdId: household.id,
    askedHouseholdId: null,
    boundAt: now,
  });
}

function keyOf({ building, unit, room }: Pick<Household, 'building' | 'unit' | 'room'>): string {
  return `${building}-${unit}-${room}`;
}

function isSame(old: Household, row: RosterRow): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((value, index) => value === b[index]);
  return (
    old.areaCentiM2 === row.areaCentiM2 &&
    old.phone === row.phone &&
    same(old.owners, row.owners) &&
    same(old.userids, row.userids)
  );
}

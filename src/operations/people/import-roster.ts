import { placeWords } from '../../domain/masking.js';
import type { Household } from '../../store/people/household.js';
import { RosterImport } from '../../store/people/roster-import.js';
import type { Unit } from '../../store/engine/unit.js';
import { endSay } from './end-say.js';

/** What a roster says of one exclusive part. */
export interface RosterLine {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly areaCentiM2: number;
  readonly owners: readonly string[];
  readonly userids: readonly string[];
  readonly phone: string | null;
}

/** What an import would do; nothing is changed yet. */
export interface RosterPlan<L extends RosterLine = RosterLine> {
  /** New households; `old` is one that an undone import had brought. */
  readonly added: readonly { readonly old: Household | null; readonly line: L }[];
  readonly changed: readonly { readonly old: Household; readonly line: L }[];
  readonly unchanged: number;
  /** Households of the buildings that the roster tells of, which it does not name: they stay as they are. */
  readonly unnamed: readonly Household[];
  /** Accounts that stand on more than one unit. */
  readonly shared: readonly { readonly userid: string; readonly lines: readonly RosterLine[] }[];
}

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Holds a roster against what is known, before anything is changed. */
export async function planRoster<L extends RosterLine>(unit: Unit, lines: readonly L[]): Promise<RosterPlan<L>> {
  const households = await unit.members.households();
  const known = new Map(households.map(household => [keyOf(household), household]));
  const named = new Set(lines.map(keyOf));
  const buildings = new Set(lines.map(({ building }) => building));
  const undone = await undoneHouseholds(unit);
  const added: RosterPlan<L>['added'][number][] = [];
  const changed: RosterPlan<L>['changed'][number][] = [];
  for (const line of lines) {
    const old = known.get(keyOf(line));
    if (!old || (old.leftAt !== null && undone.has(old.id))) added.push({ old: old ?? null, line });
    // A household that went over to another grid is not called back by an old file.
    else if (old.leftAt === null && !isSame(old, line)) changed.push({ old, line });
  }
  const unnamed = households.filter(
    one => one.leftAt === null && buildings.has(one.building) && !named.has(keyOf(one)),
  );
  const unchanged = lines.length - added.length - changed.length;
  return { added, changed, unchanged, unnamed, shared: sharedAccounts(lines) };
}

/**
 * Takes a roster over as one: new households are added, changed ones updated, and accounts that the roster names are bound. Who
 * owns a unit no longer has no say for it any more. The same roster twice changes nothing; a household that it does not name
 * is left as it is. What stood there before is kept for a day, so that the whole can be undone.
 */
export async function importRoster(
  unit: Unit,
  lines: readonly RosterLine[],
  now: Date,
  by = 'operator',
): Promise<Imported> {
  const { added, changed, unchanged } = await planRoster(unit, lines);
  const before: RosterImport['before'][number][] = [];
  const written: Household[] = [];
  for (const { old, line } of added) {
    const made = { gridId: unit.grid.id, ...told(line) };
    const household = await unit.members.keepHousehold(old ? { ...old, ...made, leftAt: null } : made);
    before.push({ id: household.id, old: null });
    written.push(household);
  }
  for (const { old, line } of changed) {
    const { areaCentiM2, owners, userids, phone } = old;
    before.push({ id: old.id, old: { areaCentiM2, owners, userids, phone } });
    await endSay(unit, { household: old, owners: line.owners, userids: line.userids, now });
    written.push(await unit.members.keepHousehold({ ...old, ...told(line) }));
  }
  const bound: number[] = [];
  for (const household of written)
    for (const [index, userid] of household.userids.entries())
      bound.push(...(await bindNamed(unit, household, userid, index, now)));
  const count = { added: added.length, changed: changed.length, unchanged };
  if (written.length === 0) return count;
  await tellShared(unit, lines, { written, now });
  await unit.rows.keep(RosterImport, { gridId: unit.grid.id, at: now, before, bound, undoneAt: null });
  unit.journal.add('roster.import', { by, at: now, facts: { ...count } });
  return count;
}

/** Households that an import had brought which was undone: they may come again. */
async function undoneHouseholds(unit: Unit): Promise<Set<number>> {
  const imports = await unit.manager.findBy(RosterImport, { gridId: unit.grid.id });
  const undone = imports.filter(({ undoneAt }) => undoneAt !== null);
  return new Set(undone.flatMap(({ before }) => before.flatMap(({ id, old }) => (old === null ? [id] : []))));
}

function told({ owners, userids, ...rest }: RosterLine): Omit<Household, 'id' | 'gridId' | 'leftAt'> {
  const { building, unit, room, areaCentiM2, phone } = rest;
  return { building, unit, room, areaCentiM2, phone, owners: [...owners], userids: [...userids] };
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
async function tellShared(
  unit: Unit,
  lines: readonly RosterLine[],
  { written, now }: { written: readonly Household[]; now: Date },
): Promise<void> {
  const fresh = new Set(written.flatMap(({ userids }) => userids));
  for (const { userid, lines: homes } of sharedAccounts(lines)) {
    if (!fresh.has(userid)) continue;
    const member = await unit.members.view(userid);
    const other = homes.find(home => member.household && keyOf(home) !== keyOf(member.household));
    if (!member.household || !other) continue;
    const text = `花名册上您有${homes.length}户：${homes.map(placeWords).join('、')}。现在替${placeWords(member.household)}办事；要替另一户投票或认捐，请先私聊发送“我是${placeWords(other)}的${member.name}”。`;
    await unit.posts.toMember(userid, text, now);
  }
}

function sharedAccounts(lines: readonly RosterLine[]): RosterPlan['shared'] {
  const byAccount = new Map<string, RosterLine[]>();
  for (const line of lines)
    for (const userid of line.userids) byAccount.set(userid, [...(byAccount.get(userid) ?? []), line]);
  return [...byAccount].filter(([, at]) => at.length > 1).map(([userid, at]) => ({ userid, lines: at }));
}

function keyOf({ building, unit, room }: Pick<Household, 'building' | 'unit' | 'room'>): string {
  // A dash may stand in a name, so that it cannot part two.
  return [building, unit, room].join('\n');
}

function isSame(old: Household, line: RosterLine): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((value, index) => value === b[index]);
  return (
    old.areaCentiM2 === line.areaCentiM2 &&
    old.phone === line.phone &&
    same(old.owners, line.owners) &&
    same(old.userids, line.userids)
  );
}

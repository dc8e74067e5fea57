import type { RoleId } from '../../domain/permissions.js';
import { Grid } from '../../store/people/grid.js';
import type { Role } from '../../store/people/role.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { stockCatalogue } from '../credit/stock-catalogue.js';

interface NewGrid {
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly subdistrict?: string | null;
  readonly now: Date;
  /** Since when notices count only once group and board both have them. */
  readonly boardSince?: Date | null;
}

/** Creates a grid with the usual rewards. Null when the code is taken. */
export async function createGrid(
  open: OpenUnit,
  { code, name, community, subdistrict = null, now, boardSince = null }: NewGrid,
): Promise<Unit | null> {
  if (await open.grids.byCode(code)) return null;
  const grid = await open.grids.add({
    code,
    name,
    community,
    subdistrict,
    webhookKey: null,
    bindCode: null,
    nextNo: 1,
    createdAt: now,
    boardSince,
  });
  const unit = await open.within(grid);
  await unit.rows.keep(Grid, unit.grid);
  await stockCatalogue(unit);
  unit.journal.add('grid.create', { by: 'operator', at: now, facts: { code } });
  return unit;
}

/** Gives a WeChat Work user a role. False when they hold it already. */
export async function giveRole(
  unit: Unit,
  { userid, role, building }: { userid: string; role: RoleId; building: string | null },
): Promise<boolean> {
  if (await heldRole(unit, { userid, role, building })) return false;
  const gridId = unit.grid.id;
  const member = await unit.members.byUserid(userid);
  // Whoever holds a role is known by name in the record, bound to a household or not.
  if (!member)
    await unit.members.keep({ gridId, userid, name: userid, householdId: null, askedHouseholdId: null, boundAt: null });
  await unit.members.giveRole({ gridId, userid, role, building, givenAt: unit.now });
  unit.journal.add('role.give', { by: 'operator', facts: { role, building } });
  return true;
}

/** The row of a role that somebody holds; undefined where they do not. */
async function heldRole(
  unit: Unit,
  { userid, role, building }: { userid: string; role: RoleId; building: string | null },
): Promise<Role | undefined> {
  return (await unit.members.roles()).find(
    one => one.userid === userid && one.role === role && one.building === building,
  );
}

/** Takes a role back; from then on its holder does nothing by it. False when they do not hold it. */
export async function endRole(
  unit: Unit,
  { userid, role, building }: { userid: string; role: RoleId; building: string | null },
): Promise<boolean> {
  const held = await heldRole(unit, { userid, role, building });
  if (!held) return false;
  await unit.members.endRole(held, unit.now);
  unit.journal.add('role.end', { by: 'operator', facts: { role, building } });
  return true;
}

/** Sets the grid's names, its account, its webhook key or its one-time code. The journal tells which, never the key or the code. */
export async function changeGrid(
  unit: Unit,
  changes: Partial<
    Pick<Grid, 'name' | 'community' | 'subdistrict' | 'webhookKey' | 'bindCode' | 'accountHolder' | 'accountTail'>
  >,
): Promise<void> {
  // A new webhook is taken to work until WeChat Work says otherwise.
  const alive = changes.webhookKey ? { channelOffAt: null } : {};
  await unit.rows.keep(Grid, Object.assign(unit.grid, changes, alive));
  unit.journal.add('grid.change', { by: 'operator', facts: { changed: Object.keys(changes) } });
}

/** Binds a group to the grid by the operator's word. False when the group is bound already. */
export async function bindByOperator(open: OpenUnit, unit: Unit, chatId: string, now: Date): Promise<boolean> {
  if (await open.grids.byChat(chatId)) return false;
  await unit.members.bindChat(chatId, now);
  unit.journal.add('grid.bind', { by: 'operator', at: now });
  return true;
}

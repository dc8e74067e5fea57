import { buildingLabel } from '../../domain/label.js';
import { type CountyBook, type GridLine, readCountyBook } from '../../language/tables/county.js';
import { readRoster } from '../../language/tables/roster.js';
import { importRoster } from '../../operations/people/import-roster.js';
import { mergeGrid, splitGrid } from '../../operations/county/part-grids.js';
import { bindByOperator, changeGrid, createGrid, giveRole } from '../../operations/people/set-up-grid.js';
import { lacks, type Lack, whatIsMissing } from '../../operations/people/what-is-missing.js';
import type { OpenUnit, Store, Unit } from '../../store/engine/unit.js';
import { readTable } from './table-file.js';
import { Unusable } from './unusable.js';

type Print = (line: string) => void;

/** Takes over all grids of a county from one workbook, a grid a transaction; the same workbook twice changes nothing. */
export async function importCounty(store: Store, file: string, now: Date, print: Print): Promise<void> {
  if (file === '') throw new Unusable('county needs a workbook: grid -- county FILE.xlsx.');
  const book = readCountyBook(await readTable(file));
  if ('missing' in book) throw new Unusable(`The workbook lacks ${book.missing}; add it and try again.`);
  const total = { grids: 0, changed: 0, added: 0, updated: 0, unchanged: 0, roles: 0 };
  const refused = book.refused.map(({ sheet, row, reason }) => `${sheet} row ${row}: ${reason}`);
  for (const line of book.grids) {
    const done = await store.inUnit(open => takeGrid(open, line, book, now));
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += done[key];
    refused.push(...done.refused);
  }
  print(`grids: added ${total.grids}, changed ${total.changed}, of ${book.grids.length} in the workbook`);
  print(`households: added ${total.added}, changed ${total.updated}, unchanged ${total.unchanged}`);
  print(`roles: given ${total.roles}`);
  print(`refused ${refused.length}`);
  for (const line of refused) print(line);
  await listMissing(store, print);
}

async function takeGrid(open: OpenUnit, line: GridLine, book: CountyBook, now: Date) {
  const done = { grids: 0, changed: 0, added: 0, updated: 0, unchanged: 0, roles: 0, refused: [] as string[] };
  const { code, name, community, subdistrict } = line;
  const known = await open.grids.byCode(code);
  if (known?.closedAt) {
    done.refused.push(`${code}: the grid is closed; take its rows out of the workbook`);
    return done;
  }
  const made = known ? null : await createGrid(open, { code, name, community, subdistrict, now, boardSince: now });
  const unit = known ? await open.within(known) : made;
  if (!unit) throw new Unusable(`The grid ${code} could not be made.`);
  if (made) done.grids += 1;
  if (await changed(unit, line, now)) done.changed += made ? 0 : 1;
  if (line.chatId !== null && !(await unit.members.knowsChat(line.chatId))) {
    const isBound = await bindByOperator(open, unit, line.chatId, now);
    if (!isBound) done.refused.push(`${code}: its group is bound to another grid`);
  }
  const table = book.rosters.get(code);
  const roster = table ? readRoster(table) : { rows: [], refused: [] };
  const counted = await importRoster(unit, roster.rows, now);
  done.added += counted.added;
  done.updated += counted.changed;
  done.unchanged += counted.unchanged;
  done.refused.push(...roster.refused.map(({ sheet, row, reason }) => `${sheet} row ${row}: ${reason}`));
  for (const { userid, role, building } of book.roles.get(code) ?? [])
    if (await giveRole(unit, { userid, role, building, now })) done.roles += 1;
  return done;
}

/** Brings names, level and webhook up to what the workbook says; an empty cell changes nothing. */
async function changed(unit: Unit, line: GridLine, now: Date): Promise<boolean> {
  const said = {
    name: line.name,
    community: line.community,
    ...(line.subdistrict === null ? {} : { subdistrict: line.subdistrict }),
    ...(line.webhookKey === null ? {} : { webhookKey: line.webhookKey }),
  };
  const differs = (Object.keys(said) as (keyof typeof said)[]).some(key => said[key] !== unit.grid[key]);
  if (differs) await changeGrid(unit, said, now);
  return differs;
}

/** One line a lack with the grids that have it, then how many grids lack nothing. */
export async function listMissing(store: Store, print: Print): Promise<void> {
  const grids = await store.inUnit(open => open.grids.open());
  const having = new Map<Lack, string[]>();
  let complete = 0;
  for (const grid of grids) {
    const missing = await store.inGrid(grid, unit => whatIsMissing(unit));
    if (missing.length === 0) complete += 1;
    for (const lack of missing) having.set(lack, [...(having.get(lack) ?? []), grid.code]);
  }
  print(`complete ${complete} of ${grids.length} grids`);
  for (const lack of Object.keys(lacks) as Lack[]) {
    const codes = having.get(lack);
    if (codes) print(`missing: ${lacks[lack]}: ${codes.length} — ${codes.join(' ')}`);
  }
}

/** Cuts buildings off a grid into a new one. */
export async function split(
  store: Store,
  given: { code: string; to: string | undefined; name: string | undefined; buildings: string | undefined; now: Date },
  print: Print,
): Promise<void> {
  const { code, to, name, buildings, now } = given;
  const named = buildings?.split(/[,，、]/u).map(buildingLabel) ?? [];
  if (!to || !name || named.length === 0 || named.includes(null))
    throw new Unusable(
      'split needs a new code, a name and buildings: grid -- split CODE NEWCODE --name NAME --buildings 3,4.',
    );
  if (!/^[a-z0-9-]{1,40}$/.test(to))
    throw new Unusable(
      `NEWCODE ${JSON.stringify(to)} is not usable; it is 1 to 40 lower-case letters, digits and "-".`,
    );
  const leaving = [...new Set(named.flatMap(label => label ?? []))];
  const done = await store.inUnit(async open => {
    const from = await within(open, code);
    const parted = await splitGrid(open, from, { code: to, name, buildings: leaving, now });
    if (typeof parted === 'string') throw new Unusable(parted);
    return parted;
  });
  print(`${done.households} households, ${done.members} members and ${done.roles} roles are now in ${to}.`);
  print(
    `Next: grid -- bind ${to} CHATID, grid -- webhook ${to} KEY, and its own secretary: grid -- role ${to} USERID grid_secretary.`,
  );
}

/** Joins a grid to another one and closes it. */
export async function merge(
  store: Store,
  { code, to, renumber, now }: { code: string; to: string | undefined; renumber: string | undefined; now: Date },
  print: Print,
): Promise<void> {
  if (!to) throw new Unusable('merge needs the grid that stays: grid -- merge CODE INTO.');
  const pairs = renumber?.split(',').map(pair => pair.split('=').map(buildingLabel)) ?? [];
  if (pairs.some(pair => pair.length !== 2 || pair.includes(null)))
    throw new Unusable('--renumber is written old=new, such as --renumber 1=11,2=12.');
  const done = await store.inUnit(async open => {
    const parted = await mergeGrid(await within(open, code), await within(open, to), {
      renumber: new Map(pairs.map(([old, fresh]) => [old ?? '', fresh ?? ''])),
      now,
    });
    if (typeof parted === 'string') throw new Unusable(parted);
    return parted;
  });
  print(`${done.households} households, ${done.members} members and ${done.roles} roles are now in ${to}.`);
  print(`The grid ${code} is closed; its board and its record can still be read.`);
}

async function within(open: OpenUnit, code: string): Promise<Unit> {
  const grid = await open.grids.byCode(code);
  if (!grid) throw new Unusable(`There is no grid ${JSON.stringify(code)}; see grid -- --help.`);
  return open.within(grid);
}

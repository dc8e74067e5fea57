import { buildingLabel } from '../../domain/label.js';
import { type CountyBook, type GridLine, readCountyBook } from '../../language/tables/county.js';
import { readRoster } from '../../language/tables/roster.js';
import { importRoster } from '../../operations/people/import-roster.js';
import { type Parted, mergeGrid, splitGrid } from '../../operations/county/part-grids.js';
import { bindByOperator, changeGrid, createGrid, giveRole } from '../../operations/people/set-up-grid.js';
import { lacks, type Lack, whatIsMissing } from '../../operations/people/what-is-missing.js';
import type { Store } from '../../store/engine/store.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { byOperator } from './by-operator.js';
import { readTable } from './table-file.js';
import type { Print, Said } from './tongue.js';
import { Unusable } from './unusable.js';

/** Takes over all grids of a county from one workbook, a grid a transaction; the same workbook twice changes nothing. */
export async function importCounty(store: Store, file: string, now: Date, print: Print): Promise<void> {
  if (file === '')
    throw new Unusable({
      en: 'county needs a workbook: grid -- county FILE.xlsx.',
      zh: '请写工作簿：grid -- county 文件.xlsx。',
    });
  const book = readCountyBook(await readTable(file));
  if ('missing' in book)
    throw new Unusable({
      en: `The workbook lacks ${book.missing.en}; add it and try again.`,
      zh: `工作簿缺少${book.missing.zh}，请补上再导入。`,
    });
  for (const note of book.notes) print(note);
  const total = { grids: 0, changed: 0, added: 0, updated: 0, unchanged: 0, roles: 0 };
  const refused = book.refused.map(inRow);
  for (const line of book.grids) {
    const done = await store.inUnit(open => takeGrid(open, line, book, now), byOperator(now));
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += done[key];
    refused.push(...done.refused);
  }
  print({
    en: `grids: added ${total.grids}, changed ${total.changed}, of ${book.grids.length} in the workbook`,
    zh: `网格：新增${total.grids}个，改动${total.changed}个，工作簿里共${book.grids.length}个`,
  });
  print({
    en: `households: added ${total.added}, changed ${total.updated}, unchanged ${total.unchanged}`,
    zh: `住户：新增${total.added}户，改动${total.updated}户，不变${total.unchanged}户`,
  });
  print({ en: `roles: given ${total.roles}`, zh: `角色：给了${total.roles}个` });
  print({ en: `refused ${refused.length}`, zh: `拒绝${refused.length}条` });
  for (const line of refused) print(line);
  await listMissing(store, print);
}

function inRow({ sheet, row, reason }: { sheet: string; row: number; reason: string }): Said {
  return { en: `${sheet} row ${row}: ${reason}`, zh: `工作表“${sheet}”第${row}行：${reason}` };
}

async function takeGrid(open: OpenUnit, line: GridLine, book: CountyBook, now: Date) {
  const done = { grids: 0, changed: 0, added: 0, updated: 0, unchanged: 0, roles: 0, refused: [] as Said[] };
  const { code, name, community, subdistrict } = line;
  const known = await open.grids.byCode(code);
  if (known?.closedAt) {
    done.refused.push({
      en: `${code}: the grid is closed; take its rows out of the workbook`,
      zh: `${code}：网格已经关闭，请把它的行从工作簿里去掉`,
    });
    return done;
  }
  const made = known ? null : await createGrid(open, { code, name, community, subdistrict, now, boardSince: now });
  const unit = known ? await open.within(known) : made;
  if (!unit) throw new Unusable({ en: `The grid ${code} could not be made.`, zh: `网格${code}没有建成。` });
  if (made) done.grids += 1;
  if (await changed(unit, line)) done.changed += made ? 0 : 1;
  if (line.chatId !== null && !(await unit.members.knowsChat(line.chatId))) {
    const isBound = await bindByOperator(open, unit, line.chatId, now);
    if (!isBound)
      done.refused.push({ en: `${code}: its group is bound to another grid`, zh: `${code}：它的群已经绑定了别的网格` });
  }
  const table = book.rosters.get(code);
  const roster = table ? readRoster(table) : { rows: [], refused: [] };
  const counted = await importRoster(unit, roster.rows);
  done.added += counted.added;
  done.updated += counted.changed;
  done.unchanged += counted.unchanged;
  done.refused.push(...roster.refused.map(inRow));
  for (const { userid, role, building } of book.roles.get(code) ?? [])
    if (await giveRole(unit, { userid, role, building })) done.roles += 1;
  return done;
}

/** Brings names, level and webhook up to what the workbook says; an empty cell changes nothing. */
async function changed(unit: Unit, line: GridLine): Promise<boolean> {
  const said = {
    name: line.name,
    community: line.community,
    ...(line.subdistrict === null ? {} : { subdistrict: line.subdistrict }),
    ...(line.webhookKey === null ? {} : { webhookKey: line.webhookKey }),
  };
  const differs = (Object.keys(said) as (keyof typeof said)[]).some(key => said[key] !== unit.grid[key]);
  if (differs) await changeGrid(unit, said);
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
  print({
    en: `complete ${complete} of ${grids.length} grids`,
    zh: `${grids.length}个网格里有${complete}个什么都不缺`,
  });
  for (const lack of Object.keys(lacks) as Lack[]) {
    const codes = having.get(lack);
    if (codes)
      print({
        en: `missing: ${lacks[lack].en}: ${codes.length} — ${codes.join(' ')}`,
        zh: `还缺：${lacks[lack].zh}：${codes.length}个 — ${codes.join(' ')}`,
      });
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
    throw new Unusable({
      en: 'split needs a new code, a name and buildings: grid -- split CODE NEWCODE --name NAME --buildings 3,4.',
      zh: '请写新代码、名称和楼号：grid -- split 代码 新代码 --name 名称 --buildings 3,4。',
    });
  if (!/^[a-z0-9-]{1,40}$/.test(to))
    throw new Unusable({
      en: `NEWCODE ${JSON.stringify(to)} is not usable; it is 1 to 40 lower-case letters, digits and "-".`,
      zh: `新代码“${to}”不能用，要写成1到40位小写字母、数字或“-”。`,
    });
  const leaving = [...new Set(named.flatMap(label => label ?? []))];
  const done = await store.inUnit(async open => {
    const from = await within(open, code);
    const parted = await splitGrid(open, from, { code: to, name, buildings: leaving, now });
    if ('en' in parted) throw new Unusable(parted);
    return parted;
  });
  print(moved(done, to));
  print({
    en: `Next: grid -- bind ${to} CHATID, grid -- webhook ${to} KEY, and its own secretary: grid -- role ${to} USERID grid_secretary.`,
    zh: `下一步：grid -- bind ${to} 群聊ID，grid -- webhook ${to} KEY，再定书记：grid -- role ${to} 账号 网格书记。`,
  });
}

/** Joins a grid to another one and closes it. */
export async function merge(
  store: Store,
  { code, to, renumber, now }: { code: string; to: string | undefined; renumber: string | undefined; now: Date },
  print: Print,
): Promise<void> {
  if (!to)
    throw new Unusable({
      en: 'merge needs the grid that stays: grid -- merge CODE INTO.',
      zh: '请写并入哪个网格：grid -- merge 代码 并入的代码。',
    });
  const pairs = renumber?.split(',').map(pair => pair.split('=').map(buildingLabel)) ?? [];
  if (pairs.some(pair => pair.length !== 2 || pair.includes(null)))
    throw new Unusable({
      en: '--renumber is written old=new, such as --renumber 1=11,2=12.',
      zh: '--renumber 写成 旧=新，例如 --renumber 1=11,2=12。',
    });
  const done = await store.inUnit(async open => {
    const parted = await mergeGrid(await within(open, code), await within(open, to), {
      renumber: new Map(pairs.map(([old, fresh]) => [old ?? '', fresh ?? ''])),
      now,
    });
    if ('en' in parted) throw new Unusable(parted);
    return parted;
  });
  print(moved(done, to));
  print({
    en: `The grid ${code} is closed; its board and its record can still be read.`,
    zh: `网格${code}已经关闭，公示栏和记录仍可查看。`,
  });
}

function moved({ households, members, roles }: Parted, to: string): Said {
  return {
    en: `${households} households, ${members} members and ${roles} roles are now in ${to}.`,
    zh: `${households}户、${members}位成员、${roles}个角色现在在${to}。`,
  };
}

async function within(open: OpenUnit, code: string): Promise<Unit> {
  const grid = await open.grids.byCode(code);
  if (!grid)
    throw new Unusable({
      en: `There is no grid ${JSON.stringify(code)}; see grid -- --help.`,
      zh: `没有网格“${code}”，请看 grid -- --help。`,
    });
  return open.within(grid);
}

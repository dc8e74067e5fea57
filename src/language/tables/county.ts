import { buildingLabel } from '../../domain/label.js';
import { type RoleId, roleCalled } from '../../domain/permissions.js';
import type { Book, Sheet } from './book.js';
import { type Head, cellsBy, findHead, hiddenWords, isHeadAgain, nearestHead } from './head.js';
import { type CountyField, type RosterField, heads } from './heads.js';
import { clean, isNothing } from './values.js';

export interface GridLine {
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly subdistrict: string | null;
  /** The group's webhook key: a secret, never printed. */
  readonly webhookKey: string | null;
  readonly chatId: string | null;
}

interface RoleLine {
  readonly row: number;
  readonly userid: string;
  readonly role: RoleId;
  readonly building: string | null;
}

/** A row that is not taken: its sheet, its number in it, and why. */
interface RefusedLine {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
}

export interface CountyBook {
  readonly grids: readonly GridLine[];
  /** The roster of each grid as a workbook of its own; rows of other grids are empty, so that numbers stay those of the sheet. */
  readonly rosters: ReadonlyMap<string, Book>;
  readonly roles: ReadonlyMap<string, RoleLine[]>;
  readonly refused: readonly RefusedLine[];
  /** What was left out: sheets, hidden rows and columns. */
  readonly notes: readonly string[];
}

type CountyHead = Head<CountyField>;
type Cell = (field: CountyField) => string;
type Has = (field: CountyField) => boolean;

/**
 * Reads the workbook of a whole county: a sheet of the grids (code, name, community, subdistrict, webhook, group), one of the
 * households (the columns of a roster and the grid's code) and one of the roles (code, account, role, building), known by
 * their heads. Only the grids must be there; rows that cannot be taken are refused one by one.
 */
export function readCountyBook(book: Book): CountyBook | { missing: Missing } {
  const refused: RefusedLine[] = [];
  const sheets = book.sheets.filter(({ hidden }) => !hidden);
  const gridSheets = found(sheets, has => has('code') && has('name') && has('community') && !has('role'));
  if (gridSheets.length === 0) return { missing: missingIn(sheets) };
  const grids = new Map<string, GridLine>();
  for (const { sheet, head } of gridSheets)
    for (const { row, cell } of linesOf(sheet, head)) {
      const line = gridLine(cell);
      if (typeof line === 'string') refused.push({ sheet: sheet.name, row, reason: line });
      else if (grids.has(line.code)) refused.push({ sheet: sheet.name, row, reason: `网格代码“${line.code}”写了两次` });
      else grids.set(line.code, line);
    }
  const rosters = new Map<string, Book>();
  for (const sheet of sheets) addRosters(sheet, { grids, rosters, refused });
  const roles = rolesOf(sheets, grids, refused);
  return { grids: [...grids.values()], rosters, roles, refused, notes: book.sheets.flatMap(leftOutOf) };
}

/** What of a sheet was not read, each thing said once. */
function leftOutOf(sheet: Sheet): string[] {
  const of = `工作表“${sheet.name}”`;
  if (sheet.hidden) return [`${of}是隐藏的，没有读`];
  const head =
    rosterHead(sheet)?.head ??
    findHead(
      sheet,
      heads.county,
      has => has('code') && ((has('name') && has('community')) || (has('userid') && has('role'))),
    );
  const isEmpty = sheet.rows.every(cells => cells.every(cell => clean(cell) === ''));
  if (!head) return isEmpty ? [] : [`${of}没有网格、住户或角色的表头，没有读`];
  const rows = sheet.hiddenRows.slice(0, 20).join('、');
  return [
    ...(rows === '' ? [] : [`${of}有${sheet.hiddenRows.length}行是隐藏的，没有读：第${rows}行`]),
    ...hiddenWords(head).map(words => `${of}${words}`),
  ];
}

/** The head of a sheet of households, and the column of the grid's code in it; null for any other sheet. */
function rosterHead(sheet: Sheet): { head: Head<RosterField>; codeAt: number } | null {
  const head = findHead(sheet, heads.roster, has => has('room') && has('owners'));
  if (!head) return null;
  const row = { ...sheet, rows: [sheet.rows[head.row - 1] ?? []] };
  const codeAt = findHead(row, heads.county, has => has('code'))?.places.get('code')?.[0];
  return codeAt === undefined || codeAt === null ? null : { head, codeAt };
}

function found(sheets: readonly Sheet[], asked: (has: Has) => boolean): { sheet: Sheet; head: CountyHead }[] {
  return sheets.flatMap(sheet => {
    const isRoster = findHead(sheet, heads.roster, has => has('room') && has('owners')) !== null;
    const head = isRoster ? null : findHead(sheet, heads.county, asked);
    return head ? [{ sheet, head }] : [];
  });
}

/** What a workbook lacks, in both tongues. */
interface Missing {
  readonly en: string;
  readonly zh: string;
}

function missingIn(sheets: readonly Sheet[]): Missing {
  const named = sheets.find(({ name }) => /^(?:网格|grids?)/iu.test(name.trim()));
  const near = named && nearestHead(named, heads.county);
  if (!named) return { en: 'the sheet 网格 (grids)', zh: '工作表“网格”' };
  const needed = (['code', 'name', 'community'] as const).find(field => !near?.places.has(field)) ?? 'code';
  const column = heads.county[needed][0];
  return {
    en: `the column ${column} (${needed}) of the sheet ${named.name}`,
    zh: `工作表“${named.name}”的“${column}”一列`,
  };
}

function gridLine(cell: Cell): GridLine | string {
  const code = cell('code').toLowerCase();
  const [name, community] = [cell('name'), cell('community')];
  if (!/^[a-z0-9-]{1,40}$/.test(code)) return `网格代码“${cell('code')}”要写成1到40位小写字母、数字或“-”`;
  if (name === '' || [...name].length > 30) return '网格名称要写，不超过30个字';
  if (community === '' || [...community].length > 30) return '社区名称要写，不超过30个字';
  const webhookKey = given(cell('webhook')).replace(/^https:\/\/\S*[?&]key=/u, '');
  if (webhookKey !== '' && !/^[\w-]{1,100}$/.test(webhookKey)) return '群机器人只写地址里key=后面的部分';
  return {
    code,
    name,
    community,
    subdistrict: given(cell('subdistrict')) || null,
    webhookKey: webhookKey || null,
    chatId: given(cell('chat')) || null,
  };
}

function given(text: string): string {
  return isNothing(text) ? '' : text;
}

/** Gives every grid its own rows of a sheet of households, at their places. */
function addRosters(
  sheet: Sheet,
  {
    grids,
    rosters,
    refused,
  }: { grids: ReadonlyMap<string, GridLine>; rosters: Map<string, Book>; refused: RefusedLine[] },
): void {
  const known = rosterHead(sheet);
  if (!known) return;
  const { head, codeAt } = known;
  const parts = new Map<string, string[][]>();
  let above = '';
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < head.row || cells.every(cell => clean(cell) === '') || isHeadAgain(cells, head)) continue;
    const code = clean(cells[codeAt] ?? '').toLowerCase() || above;
    above = code;
    if (!grids.has(code)) {
      if (!sheet.hiddenRows.includes(index + 1))
        refused.push({ sheet: sheet.name, row: index + 1, reason: `网格代码“${code}”不在网格表里` });
      continue;
    }
    const rows = parts.get(code) ?? sheet.rows.slice(0, head.row).map(row => [...row]);
    parts.set(code, rows);
    while (rows.length < index) rows.push([]);
    rows[index] = [...cells];
  }
  for (const [code, rows] of parts) {
    const before = rosters.get(code);
    const sheets = [...(before?.sheets ?? []), { ...sheet, rows }];
    rosters.set(code, { kind: 'xlsx', encoding: null, sheets });
  }
}

function rolesOf(
  sheets: readonly Sheet[],
  grids: ReadonlyMap<string, GridLine>,
  refused: RefusedLine[],
): Map<string, RoleLine[]> {
  const roles = new Map<string, RoleLine[]>();
  for (const { sheet, head } of found(sheets, has => has('code') && has('userid') && has('role')))
    for (const { row, cell } of linesOf(sheet, head)) {
      const code = cell('code').toLowerCase();
      const role = roleCalled(cell('role'));
      const said = given(cell('building'));
      const building = said === '' ? null : buildingLabel(said);
      const reason = !grids.has(code)
        ? `网格代码“${code}”不在网格表里`
        : given(cell('userid')) === ''
          ? '没有写企业微信账号'
          : !role
            ? `没有“${cell('role')}”这个角色`
            : said !== '' && building === null
              ? `楼号“${said}”要写成20个字以内的数字、字母或汉字`
              : null;
      if (reason !== null || !role) refused.push({ sheet: sheet.name, row, reason: reason ?? '' });
      else roles.set(code, [...(roles.get(code) ?? []), { row, userid: cell('userid'), role, building }]);
    }
  return roles;
}

function linesOf(sheet: Sheet, head: CountyHead): { row: number; cell: Cell }[] {
  const hidden = new Set(sheet.hiddenRows);
  return sheet.rows.flatMap((cells, index) => {
    const row = index + 1;
    if (row <= head.row || hidden.has(row) || cells.every(cell => clean(cell) === '') || isHeadAgain(cells, head))
      return [];
    return [{ row, cell: cellsBy(cells, head).one }];
  });
}

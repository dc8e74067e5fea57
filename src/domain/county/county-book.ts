import { type RoleId, isRole, roles } from '../permissions.js';

/** A workbook as it is read: sheets by name, cells as text. */
export type Sheets = readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];

export interface GridLine {
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly subdistrict: string | null;
  /** The group's webhook key: a secret, never printed. */
  readonly webhookKey: string | null;
  readonly chatId: string | null;
}

export interface RoleLine {
  readonly row: number;
  readonly userid: string;
  readonly role: RoleId;
  readonly building: number | null;
}

/** A row that is not taken: its sheet, its number in it (the header is row 1), and why. */
export interface RefusedLine {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
}

export interface CountyBook {
  readonly grids: readonly GridLine[];
  /** The roster of each grid as a table with its header; rows of other grids are empty, so that numbers stay those of the sheet. */
  readonly rosters: ReadonlyMap<string, string[][]>;
  readonly roles: ReadonlyMap<string, RoleLine[]>;
  readonly refused: readonly RefusedLine[];
}

const sheetNames = {
  grids: ['网格', 'grids', 'grid'],
  households: ['住户', '花名册', 'households', 'roster'],
  roles: ['角色', '职务', 'roles'],
} as const;

const columns = {
  code: ['code', 'grid', '网格代码', '网格编码', '代码', '编码'],
  name: ['name', '名称', '网格名称', '网格'],
  community: ['community', '社区'],
  subdistrict: ['subdistrict', 'town', '街道', '镇', '街道/镇', '镇街'],
  webhook: ['webhook', 'webhook key', '群机器人'],
  chat: ['chat', 'chatid', '群', '群id'],
  userid: ['userid', '企业微信账号', '账号'],
  role: ['role', '角色', '职务'],
  building: ['building', '楼号', '楼栋'],
} as const;

type ColumnName = keyof typeof columns;
type Cell = (name: ColumnName) => string;

/**
 * Reads the workbook of a whole county: a sheet 网格 (code, name, community, subdistrict, webhook, group), a sheet 住户 (the
 * columns of a roster and the grid's code) and a sheet 角色 (code, account, role, building). Only 网格 must be there; rows that
 * cannot be taken are refused one by one. Where 网格 is missing or lacks a column, says so.
 */
export function readCountyBook(sheets: Sheets): CountyBook | { missing: string } {
  const refused: RefusedLine[] = [];
  const sheet = (kind: keyof typeof sheetNames) =>
    sheets.find(({ name }) => (sheetNames[kind] as readonly string[]).includes(name.trim().toLowerCase()));
  const gridSheet = sheet('grids');
  if (!gridSheet) return { missing: 'the sheet 网格 (grids)' };
  for (const needed of ['code', 'name', 'community'] as const)
    if (placeOf(gridSheet.rows[0], needed) === -1)
      return { missing: `the column ${columns[needed].at(-1)} (${needed}) of the sheet ${gridSheet.name}` };

  const grids = new Map<string, GridLine>();
  for (const { row, cell } of linesOf(gridSheet.rows)) {
    const line = gridLine(cell);
    if (typeof line === 'string') refused.push({ sheet: gridSheet.name, row, reason: line });
    else if (grids.has(line.code))
      refused.push({ sheet: gridSheet.name, row, reason: `网格代码“${line.code}”写了两次` });
    else grids.set(line.code, line);
  }
  return {
    grids: [...grids.values()],
    rosters: rostersOf(sheet('households'), grids, refused),
    roles: rolesOf(sheet('roles'), grids, refused),
    refused,
  };
}

function gridLine(cell: Cell): GridLine | string {
  const code = cell('code').toLowerCase();
  const [name, community] = [cell('name'), cell('community')];
  if (!/^[a-z0-9-]{1,40}$/.test(code)) return `网格代码“${cell('code')}”要写成1到40位小写字母、数字或“-”`;
  if (name === '' || [...name].length > 30) return '网格名称要写，不超过30个字';
  if (community === '' || [...community].length > 30) return '社区名称要写，不超过30个字';
  const webhookKey = cell('webhook').replace(/^https:\/\/\S*[?&]key=/u, '');
  if (webhookKey !== '' && !/^[\w-]{1,100}$/.test(webhookKey)) return '群机器人只写地址里key=后面的部分';
  return {
    code,
    name,
    community,
    subdistrict: cell('subdistrict') || null,
    webhookKey: webhookKey || null,
    chatId: cell('chat') || null,
  };
}

function rostersOf(
  sheet: Sheets[number] | undefined,
  grids: ReadonlyMap<string, GridLine>,
  refused: RefusedLine[],
): Map<string, string[][]> {
  const rosters = new Map<string, string[][]>();
  if (!sheet) return rosters;
  const [header = [], ...body] = sheet.rows;
  for (const [index, cells] of body.entries()) {
    if (isEmpty(cells)) continue;
    const code = (cells[placeOf(header, 'code')] ?? '').trim().toLowerCase();
    if (!grids.has(code)) {
      refused.push({ sheet: sheet.name, row: index + 2, reason: `网格代码“${code}”不在网格表里` });
      continue;
    }
    const roster = rosters.get(code) ?? [[...header]];
    rosters.set(code, roster);
    while (roster.length < index + 1) roster.push([]);
    roster[index + 1] = [...cells];
  }
  return rosters;
}

function rolesOf(
  sheet: Sheets[number] | undefined,
  grids: ReadonlyMap<string, GridLine>,
  refused: RefusedLine[],
): Map<string, RoleLine[]> {
  const given = new Map<string, RoleLine[]>();
  if (!sheet) return given;
  for (const { row, cell } of linesOf(sheet.rows)) {
    const code = cell('code').toLowerCase();
    const role = roleOf(cell('role'));
    const building = /^(\d{1,3})(?:号?[楼栋幢])?$/u.exec(cell('building'))?.[1];
    const reason = !grids.has(code)
      ? `网格代码“${code}”不在网格表里`
      : cell('userid') === ''
        ? '没有写企业微信账号'
        : !role
          ? `没有“${cell('role')}”这个角色`
          : cell('building') !== '' && building === undefined
            ? `楼号“${cell('building')}”不是整数`
            : null;
    if (reason !== null || !role) {
      refused.push({ sheet: sheet.name, row, reason: reason ?? '' });
      continue;
    }
    const line = { row, userid: cell('userid'), role, building: building === undefined ? null : Number(building) };
    given.set(code, [...(given.get(code) ?? []), line]);
  }
  return given;
}

/** A role by its id or by the name that members know it by. */
function roleOf(said: string): RoleId | undefined {
  if (isRole(said)) return said;
  return (Object.keys(roles) as RoleId[]).find(id => roles[id] === said);
}

function linesOf(rows: Sheets[number]['rows']): { row: number; cell: Cell }[] {
  const [header = [], ...body] = rows;
  return body.flatMap((cells, index) =>
    isEmpty(cells) ? [] : [{ row: index + 2, cell: (name: ColumnName) => (cells[placeOf(header, name)] ?? '').trim() }],
  );
}

function placeOf(header: readonly string[] | undefined, name: ColumnName): number {
  const known: readonly string[] = columns[name];
  return (header ?? []).findIndex(cell => known.includes(cell.replaceAll('\ufeff', '').trim().toLowerCase()));
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === '');
}

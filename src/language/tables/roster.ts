import { buildingLabel, roomLabel, unitLabel } from '../../domain/label.js';
import type { Book, Sheet } from './book.js';
import { type Head, cellsBy, findHead, hiddenWords, isHeadAgain, nearestHead } from './head.js';
import { type RosterField, heads } from './heads.js';
import { readOwners, readShares } from './owners.js';
import { type Refused, type RosterRow, addUp, partOf } from './roster-parts.js';
import { TableTrouble } from './trouble.js';
import { clean, isNothing } from './values.js';

interface RosterFile {
  readonly rows: readonly RosterRow[];
  readonly refused: readonly Refused[];
  /** What was read and what was left out: sheets, hidden rows, the encoding. */
  readonly notes: readonly string[];
}

type RosterHead = Head<RosterField>;

const asked: readonly RosterField[] = ['building', 'room', 'area', 'owners'];
const areaMostCentiM2 = 10_000_000;

/**
 * Reads a roster as people have it: every visible sheet with a head, one row an exclusive part. Rows that cannot be kept are
 * refused one by one with their reason; a column that is lacking stops the whole file.
 */
export function readRoster(book: Book): RosterFile {
  const rows: RosterRow[] = [];
  const refused: Refused[] = [];
  const notes: string[] = [];
  const read: string[] = [];
  const seen = new Map<string, RosterRow>();
  if (book.encoding !== null && book.encoding !== 'UTF-8') notes.push(`按${book.encoding}编码读的`);
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      notes.push(`工作表“${sheet.name}”是隐藏的，没有读`);
      continue;
    }
    const head = headIn(sheet, book);
    if (!head) {
      if (sheet.rows.some(cells => cells.some(cell => clean(cell) !== '')))
        notes.push(`工作表“${sheet.name}”没有名册的表头，没有读`);
      continue;
    }
    if (sheet.name !== '') read.push(sheet.name);
    if (sheet.hiddenRows.length > 0)
      notes.push(
        `${of(sheet)}有${sheet.hiddenRows.length}行是隐藏的，没有读：第${sheet.hiddenRows.slice(0, 20).join('、')}行`,
      );
    notes.push(...hiddenWords(head).map(words => `${of(sheet)}${words}`));
    for (const line of linesOf(sheet, head)) {
      if ('reason' in line) refused.push(line);
      else keepOnce(line, { rows, refused, seen });
    }
  }
  if (
    read.length === 0 &&
    rows.length === 0 &&
    refused.length === 0 &&
    !book.sheets.some(sheet => !sheet.hidden && headIn(sheet, book))
  )
    throw lacking(book);
  if (read.length > 1 || (read.length === 1 && book.sheets.length > 1))
    notes.unshift(`读了工作表${read.map(name => `“${name}”`).join('、')}`);
  const { whole, uneven } = addUp(rows);
  return { rows: whole, refused: [...refused, ...uneven], notes };
}

/** True where a sheet of the file has the head of a roster, or nearly. */
export function isRoster(book: Book): boolean {
  return book.sheets.some(sheet => {
    const near = sheet.hidden ? null : nearestHead(sheet, heads.roster);
    const has = (field: RosterField): boolean => near?.places.has(field) === true;
    return has('owners') && has('area') && (has('room') || has('building') || has('address'));
  });
}

/** A row as it was read; its area may be that of a cell merged over several rows. */
type ReadLine = RosterRow & { readonly isMergedArea: boolean };

/** The first of two rows of one address stands, unless each tells a share of it; 0101 and 101 of one entrance are one room. */
function keepOnce(
  { isMergedArea, ...line }: ReadLine,
  { rows, refused, seen }: { rows: RosterRow[]; refused: Refused[]; seen: Map<string, RosterRow> },
): void {
  const { building, unit, room, sheet, row } = line;
  const key = [building, unit, room.replace(/^0+(?=\d)/u, '')].join('-');
  const first = seen.get(key);
  if (!first && isMergedArea) {
    refused.push({ sheet, row, reason: '面积是合并的单元格，请每户写自己的面积' });
    return;
  }
  const joined = first ? partOf(first, line) : line;
  if (joined) {
    seen.set(key, joined);
    if (first) rows[rows.indexOf(first)] = joined;
    else rows.push(joined);
    return;
  }
  if (!first) return;
  const where = `${first.sheet === sheet ? '' : `工作表“${first.sheet}”`}第${first.row}行`;
  const place = [building, unit, room].filter(part => part !== '').join('-');
  refused.push({ sheet, row, reason: `${place} 与${where}重复` });
}

function of(sheet: Sheet): string {
  return sheet.name === '' ? '' : `工作表“${sheet.name}”`;
}

function headIn(sheet: Sheet, book: Book): RosterHead | null {
  const isNamed = buildingOf(sheet) !== null;
  const head = findHead(
    sheet,
    heads.roster,
    has => has('owners') && has('area') && (has('address') || (has('room') && (has('building') || isNamed))),
  );
  if (head) return head;
  // A sheet that is nearly a roster is not passed over in silence.
  const near = nearestHead(sheet, heads.roster);
  if (
    near &&
    near.places.has('owners') &&
    (near.places.has('room') || near.places.has('building') || near.places.has('address'))
  )
    throw new TableTrouble('lacks', {
      sheet: book.sheets.length > 1 ? sheet.name : undefined,
      names: namesOf(
        asked.filter(field => !near.places.has(field) && !(field === 'room' && near.places.has('address'))),
      ),
    });
  return null;
}

function lacking(book: Book): TableTrouble {
  const [sheet] = book.sheets.filter(one => !one.hidden);
  const near = sheet && nearestHead(sheet, heads.roster);
  const names = near ? asked.filter(field => !near.places.has(field)) : asked;
  return near
    ? new TableTrouble('lacks', { names: namesOf(names) })
    : new TableTrouble('noHead', { kind: '名册', names: namesOf(asked) });
}

function namesOf(fields: readonly RosterField[]): string {
  return fields.map(field => `${field} ${heads.roster[field][0]}`).join(', ');
}

/** The building that a sheet is named for: 1号楼, A座. */
function buildingOf({ name }: Pick<Sheet, 'name'>): string | null {
  return /(?:号楼|[楼栋幢座])$/u.test(name.trim()) ? buildingLabel(name) : null;
}

function linesOf(sheet: Sheet, head: RosterHead): (ReadLine | Refused)[] {
  const hidden = new Set(sheet.hiddenRows);
  const merged = new Set(sheet.merged);
  const above: Above = { building: '', unit: '' };
  const lines: (ReadLine | Refused)[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    const row = index + 1;
    if (row <= head.row || hidden.has(row) || isIdle(cells, head)) continue;
    const areaAt = head.places.get('area')?.[0];
    const place = { sheet: sheet.name, row };
    const said = rowOf(cells, head, { above, sheetBuilding: buildingOf(sheet) });
    if (typeof said === 'string') lines.push({ ...place, reason: said });
    else lines.push({ ...said, ...place, isMergedArea: areaAt !== undefined && merged.has(`${row}:${areaAt}`) });
  }
  return lines;
}

/** Empty rows, a head once more, totals and notes below the table. */
function isIdle(cells: readonly string[], head: RosterHead): boolean {
  const filled = cells.map(clean).filter(cell => cell !== '');
  if (filled.length === 0 || isHeadAgain(cells, head)) return true;
  const first = (filled[0] ?? '').replaceAll(/\s/gu, '');
  if (/^(?:合计|总计|小计|共计|累计|本页|总面积|总户数|户数|平均)/u.test(first)) return true;
  return (
    filled.length <= 2 &&
    /^(?:制表|填表|审核|填报|备注|说明|注[:：]|注\d|打印|统计|编制|第\d+页|共\d+[户页行套条])/u.test(first)
  );
}

/** What stands above in the columns that people leave empty, or merge, where it stays the same. */
interface Above {
  building: string;
  unit: string;
}

function rowOf(
  cells: readonly string[],
  head: RosterHead,
  { above, sheetBuilding }: { above: Above; sheetBuilding: string | null },
): Omit<RosterRow, 'row' | 'sheet'> | string {
  const { one, all } = cellsBy(cells, head);
  const place = placeOf(one, above, sheetBuilding);
  if (typeof place === 'string') return place;
  const area = areaOf(one('area'));
  if (typeof area === 'string') return area;
  const owners = readOwners(one('owners'), isNothing);
  if (typeof owners === 'string') return owners;
  if (owners.names.length === 0) return '没有写业主姓名';
  const shares = readShares(one('share'), owners);
  if (typeof shares === 'string') return shares;
  const tenants = head.places.has('tenants') ? readOwners(one('tenants'), isNothing) : null;
  if (typeof tenants === 'string') return tenants.replace('业主', '租户');
  const userids = useridsOf(all('userids').join(';'));
  if (typeof userids === 'string') return userids;
  const phone = phoneOf(one('phone'));
  if (phone !== null && 'reason' in phone) return phone.reason;
  const people = { owners: owners.names, shares, tenants: tenants && tenants.names };
  return { ...place, areaCentiM2: area, ...people, userids, phone: phone?.phone ?? null };
}

type Place = Pick<RosterRow, 'building' | 'unit' | 'room'>;

function placeOf(one: (field: RosterField) => string, above: Above, sheetBuilding: string | null): Place | string {
  const [said, room] = [one('building'), one('room')];
  const stands = said || above.building || (sheetBuilding ?? '');
  // Below a building that stands, 1-102 is a room of it, as 1-101 beside the building was.
  const whole = stands === '' || room === '' ? (apart(room) ?? apart(one('address'))) : wholeWithin(stands, room);
  if (whole === 'other' && said === '') return `楼号空着，房号写的是“${room.slice(0, 20)}”，请写上楼号`;
  const isNew = said !== '' && said !== above.building;
  if (said !== '') above.building = said;
  // Another building begins with no entrance of its own.
  if (isNew || one('unit') !== '') above.unit = one('unit');
  if (whole && whole !== 'other') {
    const isSameUnit = one('unit') === '' || unitLabel(one('unit')) === unitLabel(whole.unit);
    if (said === '' || room === '' || isSameUnit) return named(whole.building, whole.unit, whole.room);
    if (whole.unit !== '') return `单元写的是“${one('unit').slice(0, 10)}”，房号写的是“${room.slice(0, 20)}”，请核对`;
  }
  return named(stands, above.unit, room || one('address'));
}

/** A room that repeats its building, as 3-1-101 and 3号楼301 do in building 3, is a whole address. */
function wholeWithin(building: string, room: string): Place | 'other' | null {
  const found = apart(room);
  if (!found || (found.unit === '' && !/[楼栋幢座]/u.test(room))) return null;
  return buildingLabel(found.building) === buildingLabel(building) ? found : 'other';
}

function named(building: string, unit: string, room: string): Place | string {
  const place = {
    building: isNothing(building) ? null : buildingLabel(building),
    unit: isNothing(unit) ? '' : unitLabel(unit),
    room: roomLabel(room),
  };
  if (place.building === null)
    return building === '' ? '没有写楼号' : `楼号“${building.slice(0, 30)}”要写成20个字以内的数字、字母或汉字`;
  if (place.unit === null) return `单元“${unit.slice(0, 30)}”要写成20个字以内的数字、字母或汉字`;
  if (room === '' || isNothing(room)) return '没有写房号';
  if (place.room === null)
    return /^\d{4}-\d/u.test(room)
      ? `房号“${room.slice(0, 30)}”被表格软件改成了日期，请把这一格设成文本再写房号`
      : `房号“${room.slice(0, 30)}”要写成20个字以内的数字、字母或汉字`;
  return { building: place.building, unit: place.unit, room: place.room };
}

/** An address in one cell: 3-2-301, 3号楼2单元301室, 3号楼301; null where it is none. */
function apart(text: string): Place | null {
  const words =
    /(?<building>[\p{L}\p{N}-]{1,10}?(?:号楼|栋|幢|座|楼))(?:(?<unit>[\p{L}\p{N}]{1,4})(?:单元|门))?(?<room>[\p{L}\p{N}-]{1,12}?)[室户]?$/u.exec(
      text.replaceAll(/\s/gu, ''),
    )?.groups;
  const dashes =
    /^(?<building>[\p{L}\p{N}]{1,6})[-－—](?:(?<unit>[\p{L}\p{N}]{1,4})[-－—])?(?<room>[\p{L}\p{N}]{2,12})$/u.exec(
      text.replaceAll(/\s/gu, ''),
    )?.groups;
  const found = words ?? dashes;
  return found ? { building: found['building'] ?? '', unit: found['unit'] ?? '', room: found['room'] ?? '' } : null;
}

function areaOf(text: string): number | string {
  if (text.startsWith('=')) return `面积“${text.slice(0, 20)}”是公式，请存成数值`;
  const plain = text.replace(/(?<!\s)\s*(?:m2|m²|㎡|平方米|平米|平方|平)$/iu, '').trim();
  const found = /^(?<whole>\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(?<rest>\d{1,2})0*)?$/u.exec(plain)?.groups;
  const scientific = /^\d(?:\.\d+)?E[+-]?\d+$/iu.test(plain);
  if (!found)
    return scientific
      ? `面积“${text.slice(0, 20)}”是科学计数写法，请写成平方米`
      : `面积“${text.slice(0, 20)}”要写成平方米，最多两位小数，小数点写“.”`;
  const area = Number((found['whole'] ?? '').replaceAll(',', '')) * 100 + Number((found['rest'] ?? '').padEnd(2, '0'));
  if (area <= 0 || area > areaMostCentiM2) return `面积“${text.slice(0, 20)}”要大于0，不超过100000平方米`;
  return area;
}

function useridsOf(text: string): string[] | string {
  const parts = text.split(/[;；、,，/|\s]+/u).filter(part => !isNothing(part));
  const wrong = parts.find(part => /^\d(?:\.\d+)?E\+\d+$/iu.test(part) || !/^[\w.@-]{1,64}$/u.test(part));
  return wrong === undefined
    ? [...new Set(parts)]
    : `企业微信账号“${wrong.slice(0, 30)}”读不出，账号只有字母、数字和“. _ - @”`;
}

/** A telephone number without its spaces and dashes; one that a spreadsheet has rounded is none. */
function phoneOf(text: string): { phone: string } | { reason: string } | null {
  if (isNothing(text)) return null;
  const science = /^(?<whole>\d)\.(?<rest>\d+)E\+(?<power>\d{1,2})$/iu.exec(text)?.groups;
  if (science) {
    const { whole = '', rest = '', power = '' } = science;
    // All eleven digits are there only when the point moves no further than they reach.
    if (rest.length === Number(power)) return { phone: `${whole}${rest}` };
    return { reason: `电话“${text.slice(0, 20)}”被表格软件改成了科学计数，请把这一列设成文本重新写` };
  }
  const numbers = text
    .split(/[;；、,，/|\n]+/u)
    .map(part => part.replace(/\.0+$/u, '').replaceAll(/[\s()-]/gu, ''))
    .filter(part => part !== '');
  if (numbers.every(part => /^\+?\d{5,16}$/u.test(part))) return { phone: numbers.join(';') };
  return { reason: `电话“${text.slice(0, 30)}”读不出，请只写号码` };
}

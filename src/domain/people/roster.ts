/** One row of a roster, as it may be kept. */
export interface RosterRow {
  readonly building: number;
  readonly unit: number;
  readonly room: string;
  /** Exclusive area in 0.01 m². */
  readonly areaCentiM2: number;
  readonly owners: readonly string[];
  readonly userids: readonly string[];
  readonly phone: string | null;
}

/** A row that is not taken, by its number in the file (the header is row 1), and why. */
export interface Refused {
  readonly row: number;
  readonly reason: string;
}

type Field = 'building' | 'unit' | 'room' | 'area' | 'owners' | 'userids' | 'phone';

const names: Readonly<Record<Field, readonly string[]>> = {
  building: ['building', '楼号', '楼栋', '楼'],
  unit: ['unit', '单元'],
  room: ['room', '房号', '室', '房间'],
  area: ['area', '面积'],
  owners: ['owners', '业主', '姓名'],
  userids: ['userids', '企业微信账号', '账号'],
  phone: ['phone', '电话', '手机'],
};

const required: readonly Field[] = ['building', 'unit', 'room', 'area', 'owners'];
const areaMostCentiM2 = 10_000_000;

/**
 * Reads a roster: a header in English or Chinese, then one row an exclusive part. Rows that cannot be kept are refused one
 * by one with their reason; a missing column stops the whole file.
 */
export function readRoster(
  table: readonly (readonly string[])[],
): { rows: RosterRow[]; refused: Refused[] } | { missing: string[] } {
  const [header = [], ...body] = table;
  const places = Object.fromEntries(
    Object.entries(names).map(([field, known]) => [field, header.findIndex(cell => known.includes(plainHeader(cell)))]),
  ) as Record<Field, number>;
  const missing = required
    .filter(field => places[field] === -1)
    .map(field => `${field} ${names[field][1] ?? ''}`.trim());
  if (missing.length > 0) return { missing };

  const rows: RosterRow[] = [];
  const refused: Refused[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of body.entries()) {
    if (cells.every(cell => cell.trim() === '')) continue;
    const row = index + 2;
    const read = readRow(field => (cells[places[field]] ?? '').trim());
    if (typeof read === 'string') {
      refused.push({ row, reason: read });
      continue;
    }
    const key = `${read.building}-${read.unit}-${read.room}`;
    const first = seen.get(key);
    if (first !== undefined) {
      refused.push({ row, reason: `${key} 与第${first}行重复` });
      continue;
    }
    seen.set(key, row);
    rows.push(read);
  }
  return { rows, refused };
}

function readRow(cell: (field: Field) => string): RosterRow | string {
  const building = whole(cell('building'), /号?[楼栋幢]$/u);
  const unit = cell('unit') === '' ? 0 : whole(cell('unit'), /单元$/u);
  const room = cell('room').replace(/[室号]$/u, '');
  const owners = listed(cell('owners'));
  if (building === null || building < 1 || building > 999) return `楼号“${cell('building')}”不是1到999的整数`;
  if (unit === null || unit > 99) return `单元“${cell('unit')}”不是0到99的整数`;
  if (!/^[0-9A-Za-z-]{1,10}$/.test(room)) return `房号“${cell('room')}”要写成1到10位数字或字母`;
  const area = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(cell('area').replace(/(?:m²|㎡|平方米|平米)$/u, ''));
  if (!area) return `面积“${cell('area')}”要写成平方米，最多两位小数`;
  const areaCentiM2 = Number(area[1]) * 100 + Number((area[2] ?? '').padEnd(2, '0'));
  if (areaCentiM2 <= 0 || areaCentiM2 > areaMostCentiM2) return `面积“${cell('area')}”要大于0，不超过100000平方米`;
  if (owners.length === 0) return '没有写业主姓名';
  if (owners.some(owner => [...owner].length > 30)) return '业主姓名太长，几个人请用分号隔开';
  return { building, unit, room, areaCentiM2, owners, userids: listed(cell('userids')), phone: cell('phone') || null };
}

function whole(text: string, ending: RegExp): number | null {
  const digits = text.replace(ending, '');
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}

function listed(text: string): string[] {
  return [...new Set(text.split(/[;；、,，]/u).map(part => part.trim()))].filter(part => part !== '');
}

function plainHeader(cell: string): string {
  return cell
    .replace(/\ufeff/g, '')
    .replace(/[（(].*$/u, '')
    .trim()
    .toLowerCase();
}

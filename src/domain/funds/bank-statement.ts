import { digestOf } from '../journal.js';
import { mostFen } from '../money.js';

/** One payment that came in, as a bank's or WeChat Pay's statement tells it. */
export interface StatementRow {
  /** The row of the file, counted from 1 as a spreadsheet does. */
  readonly row: number;
  /** `2026-03-02`. */
  readonly day: string;
  readonly amountFen: number;
  /** Who paid, in the bank's words; may be empty. */
  readonly payer: string;
  readonly memo: string;
  /** The same payment has the same key in every file that tells of it. */
  readonly key: string;
}

export interface RefusedRow {
  readonly row: number;
  readonly reason: string;
}

export type StatementTable = { readonly rows: StatementRow[]; readonly refused: RefusedRow[] } | 'none';

/** The columns by the names that banks and WeChat Pay give them. */
const columns = {
  day: ['交易时间', '交易日期', '记账日期', '入账时间', '入账日期', '记账时间', '日期', '时间'],
  income: ['收入金额', '贷方发生额', '贷方金额', '转入金额', '存入金额', '收入', '贷方'],
  amount: ['金额', '交易金额', '发生额'],
  direction: ['收/支', '收支', '收支类型', '借贷标志', '借/贷', '借贷方向'],
  payer: ['交易对方', '对方户名', '对方名称', '对方账户名', '对方账户名称', '付款人', '付款方'],
  memo: ['附言', '摘要', '备注', '用途', '商品', '交易备注', '留言'],
  serial: ['交易单号', '流水号', '交易流水号', '交易流水', '凭证号'],
  status: ['当前状态', '状态', '交易状态'],
} as const;

type Column = keyof typeof columns;

/**
 * Reads the payments that came in out of a statement. What stands above the row of headings is the bank's preamble, and
 * payments that went out are not ours to record. A row that cannot be read is refused by its number; the others stand.
 * `today` such as `2026-03-02`. `none` when no row of headings is there.
 */
export function readStatement(table: readonly (readonly string[])[], today: string): StatementTable {
  const head = table.findIndex(row => headings(row) !== null);
  const found = headings(table[head] ?? []);
  if (!found) return 'none';
  const rows: StatementRow[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of table.entries()) {
    if (index <= head) continue;
    const read = rowOf(cells, found, today);
    if (read === null) continue;
    if (typeof read === 'string') {
      refused.push({ row: index + 1, reason: read });
      continue;
    }
    const { serial, ...row } = read;
    // Without a serial number two equal payments of one day are told apart by their order.
    const same = JSON.stringify({ ...row, serial });
    const times = (seen.get(same) ?? 0) + 1;
    seen.set(same, times);
    if (serial !== '' && times > 1) continue;
    const key = serial === '' ? digestOf({ ...row, times }) : digestOf({ serial, amountFen: row.amountFen });
    rows.push({ ...row, row: index + 1, key });
  }
  return { rows, refused };
}

function headings(row: readonly string[]): Map<Column, number[]> | null {
  const found = new Map<Column, number[]>();
  for (const [index, cell] of row.entries()) {
    const name = clean(cell).replace(/\((?:元|人民币|CNY|RMB)\)$/u, '');
    for (const column of Object.keys(columns) as Column[])
      if ((columns[column] as readonly string[]).includes(name))
        found.set(column, [...(found.get(column) ?? []), index]);
  }
  return found.has('day') && (found.has('income') || found.has('amount')) ? found : null;
}

/** The payment of a row, a reason why there is none, or null for a row that tells of no payment to us. */
function rowOf(
  cells: readonly string[],
  found: ReadonlyMap<Column, readonly number[]>,
  today: string,
): (Omit<StatementRow, 'row' | 'key'> & { serial: string }) | string | null {
  const all = (column: Column): string[] =>
    (found.get(column) ?? []).map(index => clean(cells[index] ?? '')).filter(text => text !== '' && text !== '/');
  const [day = ''] = all('day');
  const [direction = ''] = all('direction');
  const [said = ''] = found.has('income') ? all('income') : all('amount');
  if (day === '' && said === '') return null;
  if (/^(?:合计|总计|小计|本页|期末|期初)/u.test(clean(cells.find(cell => clean(cell) !== '') ?? ''))) return null;
  // 借 of our own account at the bank is what went out.
  if (/支|借|转出|出账|^D/iu.test(direction) && !/收/u.test(direction.replace('收/支', ''))) return null;
  if (said === '' || /^-|^0+(?:\.0+)?$/.test(said))
    return found.has('income') || said.startsWith('-') ? null : '没有金额';
  if (all('status').some(text => text.includes('退款'))) return '这一笔已经退款';
  const amountFen = fenOf(said);
  if (amountFen === null) return `金额“${said.slice(0, 20)}”读不出`;
  if (amountFen > mostFen) return `金额“${said.slice(0, 20)}”太大`;
  const date = dayIn(day);
  if (date === null) return `日期“${day.slice(0, 20)}”读不出`;
  if (date > today) return `日期“${day.slice(0, 20)}”还没到`;
  const [payer = ''] = all('payer');
  const [serial = ''] = all('serial');
  return { day: date, amountFen, payer, memo: all('memo').join(' '), serial };
}

/** `1,847.46` or `¥200` in fen; null for what is no amount of money with at most two decimals. */
function fenOf(text: string): number | null {
  const found = /^\+?[¥￥]?(?<yuan>\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(?<fen>\d{1,2})0*)?(?:元)?$/u.exec(text);
  if (!found) return null;
  const { yuan = '', fen = '' } = found.groups ?? {};
  return Number(yuan.replaceAll(',', '')) * 100 + Number(fen.padEnd(2, '0'));
}

/** A day of the calendar out of `2026-03-02 10:00`, `2026/3/2`, `20260302`, `2026年3月2日`; null where there is no such day. */
function dayIn(text: string): string | null {
  const found = /^(?<year>2\d{3})(?:[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})|(?<both>\d{4}))(?!\d)/u.exec(text);
  const { year = '', month, day, both = '' } = found?.groups ?? {};
  const iso = [year, (month ?? both.slice(0, 2)).padStart(2, '0'), (day ?? both.slice(2)).padStart(2, '0')].join('-');
  const at = new Date(`${iso}T00:00:00Z`);
  return found && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** Half-width, without the tabs and back-ticks with which banks keep a spreadsheet from reading numbers. */
function clean(cell: string): string {
  return cell
    .normalize('NFKC')
    .replaceAll(/[\t`']/gu, '')
    .trim();
}

/** A household as a statement may name it. */
export interface Home {
  readonly id: number;
  readonly building: number;
  readonly unit: number;
  readonly room: string;
  /** Owners and bound members. */
  readonly names: readonly string[];
  /** What it has promised to the project and not paid yet, in fen. */
  readonly owedFen: number;
}

export type Match =
  /** The household is named, and the sum is the one it owes. */
  | { readonly kind: 'sure'; readonly row: StatementRow; readonly home: Home }
  /** One household may be meant; a person has to say so. */
  | { readonly kind: 'unsure'; readonly row: StatementRow; readonly home: Home; readonly why: string }
  | { readonly kind: 'unknown'; readonly row: StatementRow; readonly why: string }
  | { readonly kind: 'booked'; readonly row: StatementRow };

/**
 * Says for every payment whose it is: by the address in its memo, else by the payer's name, held against what the household
 * still owes. Too much or too little is never moved elsewhere but asked about (domain.md 8.3); each debt is met once.
 */
export function matchStatement(
  rows: readonly StatementRow[],
  homes: readonly Home[],
  isBooked: (key: string) => boolean,
): Match[] {
  const met = new Set<number>();
  return rows.map((row): Match => {
    if (isBooked(row.key)) return { kind: 'booked', row };
    const match = matchOf(row, homes);
    if (match.kind !== 'sure') return match;
    if (met.has(match.home.id)) return { ...match, kind: 'unsure', why: '这户在本次流水里已有一笔' };
    met.add(match.home.id);
    return match;
  });
}

function matchOf(row: StatementRow, homes: readonly Home[]): Match {
  const there = homesIn(row.memo, homes);
  const named = homes.filter(({ names }) => row.payer !== '' && names.includes(row.payer));
  const meant = there.length > 0 ? there : named;
  const [home, ...others] = meant;
  if (home && others.length === 0) {
    if (home.owedFen === row.amountFen) return { kind: 'sure', row, home };
    return { kind: 'unsure', row, home, why: differs(row.amountFen - home.owedFen, home.owedFen) };
  }
  const [owing, ...more] = (home ? meant : homes).filter(({ owedFen }) => owedFen === row.amountFen);
  if (owing && more.length === 0)
    return { kind: 'unsure', row, home: owing, why: home ? '同名的不止一户，只有这户欠这个数' : '只有金额对得上' };
  return { kind: 'unknown', row, why: home ? '同名的不止一户' : '附言没有房号，户名不在花名册' };
}

/** The households whose address stands in a memo: 3号楼2单元301, 3-2-301, 3栋2单元301室. */
function homesIn(memo: string, homes: readonly Home[]): Home[] {
  const address =
    /(?<!\d)(?<building>\d{1,3})(?:号楼|号|栋|幢|#|-|楼)(?<unit>\d{1,2})(?:单元|门|-)(?<room>\d{3,4})(?!\d)/gu;
  const said = [
    ...memo
      .normalize('NFKC')
      .replaceAll(/[\s－—–]/gu, sign => (/\s/u.test(sign) ? '' : '-'))
      .matchAll(address),
  ];
  return homes.filter(home =>
    said.some(
      ({ groups = {} }) =>
        Number(groups['building']) === home.building &&
        Number(groups['unit']) === home.unit &&
        groups['room'] === home.room,
    ),
  );
}

function differs(overFen: number, owedFen: number): string {
  if (owedFen === 0) return '这户没有待交的认捐';
  const sum = `${Math.floor(Math.abs(overFen) / 100)}.${String(Math.abs(overFen) % 100).padStart(2, '0')}元`;
  return overFen > 0 ? `比认捐多${sum}` : `比认捐少${sum}`;
}

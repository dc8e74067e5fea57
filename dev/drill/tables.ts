import iconv from 'iconv-lite';
import { type Book, bookOf, limits } from '../../src/language/tables/book.js';
import { allHeads } from '../../src/language/tables/heads.js';
import { readPayments } from '../../src/language/tables/payments.js';
import { readRoster } from '../../src/language/tables/roster.js';
import { chance } from './bot.js';
import { type Styled, asWorkbook } from './workbooks.js';

interface TablesReport {
  readonly files: number;
  /** How many payments and households the files held. */
  readonly payments: number;
  readonly households: number;
  readonly faults: readonly string[];
}

type Random = () => number;
type Table = string[][];

const today = '2026-11-28';
const owners = ['王小明', '李小红', '赵小刚', '孙小兵', '欧阳娜娜', '周桂兰', '和平', '钱小花'];

/**
 * Makes rosters and lists of payments at random, in the styles of banks, payment services and communities, and reads them:
 * what was meant must come out, and nothing else.
 */
export async function tablesDrill({ files, seed }: { files: number; seed: number }): Promise<TablesReport> {
  const random = chance(seed);
  const faults: string[] = [];
  const count = { payments: 0, households: 0 };
  for (let index = 0; index < files; index += 1) {
    const made = index % 2 === 0 ? aList(random) : aRoster(random);
    const book = await written(made, random);
    const read = made.kind === 'list' ? paymentsIn(book) : householdsIn(book);
    if (made.kind === 'list') count.payments += made.meant.length;
    else count.households += made.meant.length;
    const [meant, found] = [made.meant.toSorted().join('\n'), read.toSorted().join('\n')];
    if (meant !== found) faults.push(`file ${index}:\n${made.table.join('\n')}\nmeant\n${meant}\nread\n${found}`);
  }
  return { files, ...count, faults };
}

function paymentsIn(book: Book): string[] {
  return readPayments(book, today).rows.map(
    ({ day, amountFen, payer, memo, doubt }) => `${day} ${amountFen} ${payer} ${memo}${doubt ? ' ?' : ''}`,
  );
}

function householdsIn(book: Book): string[] {
  return readRoster(book).rows.map(({ building, unit, room, areaCentiM2, owners: names, userids, phone }) =>
    [building, unit, room, areaCentiM2, names.join('+'), phone ?? '', ...userids].join(' '),
  );
}

/** A table as a workbook, as text in one of the encodings and with one of the separators, or as rows that were pasted. */
async function written(made: Made, random: Random): Promise<Book> {
  const { table } = made;
  if (random() < 0.5) return readHere(asWorkbook(made, random));
  if (random() < 0.1) return bookOf(table);
  const separator = one([',', ',', '\t', ';'], random);
  const quoted = (cell: string): string => (/["\n,;\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = table.map(cells => cells.map(quoted).join(separator)).join(one(['\n', '\r\n'], random));
  const encoding = one(['utf8', 'utf8', 'gb18030', 'utf-16le'], random);
  return readHere(iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' || random() < 0.3 }));
}

async function readHere(bytes: Buffer): Promise<Book> {
  // The reader is plain JavaScript, because a thread cannot load TypeScript, and so it has no types.
  const reader: string = '../../src/language/tables/read-bytes.mjs';
  const { readBytes } = (await import(/* @vite-ignore */ reader)) as {
    readBytes: (bytes: Buffer, given: { limits: typeof limits; heads: readonly string[] }) => Promise<Book>;
  };
  return readBytes(bytes, { limits, heads: allHeads() });
}

interface Made extends Styled {
  readonly meant: readonly string[];
}

/** What moved, as it is meant; only `in` is to come out. */
interface Moved {
  readonly kind: 'in' | 'out' | 'neither' | 'open' | 'strange' | 'reversed';
  readonly day: string;
  readonly fen: number;
  readonly payer: string;
  readonly memo: string;
}

function aList(random: Random): Made {
  const kinds: readonly Moved['kind'][] = ['in', 'in', 'in', 'out', 'neither', 'open', 'strange', 'reversed'];
  const style = one(['two columns', 'direction', 'signed', 'plus'] as const, random);
  const moved = times(1 + Math.floor(random() * 12), index => ({
    kind: one(style === 'direction' ? kinds : kinds.filter(kind => kind !== 'neither' && kind !== 'strange'), random),
    day: `2026-${one(['09', '10', '11'], random)}-${String(1 + Math.floor(random() * 27)).padStart(2, '0')}`,
    fen: 1 + Math.floor(random() * 500_000),
    // A payer of one's own for each row, so that no other row can be meant to be taken back.
    payer: `${one(['王', '李', '赵', '欧阳'], random)}${String.fromCodePoint(0x5c0f + index)}${one(['明', '红'], random)}`,
    memo: `${1 + Math.floor(random() * 9)}-1-10${1 + (index % 9)}`,
  }));
  // Each style is known by one row that shows it.
  if (style !== 'two columns') moved.push({ ...first(moved), kind: 'out', payer: '五金店', memo: '灯具' });
  if (style === 'plus') moved.push({ ...first(moved), kind: 'in', payer: '钱老师', memo: '9-1-901' });
  const heads = headsOf(style, random);
  const rows = moved.flatMap(movement => rowsOf(movement, style, random));
  if (random() < 0.3) rows.splice(Math.floor(random() * rows.length), 0, [...heads]);
  if (random() < 0.4) rows.push(['合计', '', '', '', '', '', '']);
  const meant = moved
    .filter(({ kind }) => kind === 'in')
    .map(({ day, fen, payer, memo }) => `${day} ${fen} ${payer} ${memo}`);
  const before = preamble(random);
  const unseen = [['2026-11-01', '777.00', '', '别人', '9-9-999', '交易成功', '人民币']];
  if (style === 'direction') unseen[0]?.splice(1, 2, '收入', '777.00');
  const own = random() < 0.3 ? one(owns, random) : null;
  const wholly = (cells: readonly string[]): string[] => (own ? withOwn(cells, heads, own) : [...cells]);
  return {
    kind: 'list',
    table: [...before, wholly(heads), ...rows.map(wholly)],
    head: before.length,
    unseen: unseen.map(wholly),
    meant,
  };
}

/** Columns of the account that a list is of, which stand in each of its rows. */
const owns = pairs('户名=花园社区居委会 账户名称=花园社区居委会 账号=****0001 账户=6222****0001 本方账号=#1');

function withOwn(cells: readonly string[], heads: readonly string[], [name, own]: readonly [string, string]): string[] {
  if (cells[0] === heads[0]) return [name, ...cells];
  return cells[0] === '合计' ? ['合计', '', ...cells.slice(1)] : [own, ...cells];
}

type Style = 'two columns' | 'direction' | 'signed' | 'plus';

function headsOf(style: Style, random: Random): string[] {
  const sums = {
    'two columns': [
      one(['收入金额', '贷方发生额（收入）', '收入(元)', '转入金额'], random),
      one(['支出金额', '借方发生额', '支出'], random),
    ],
    direction: [
      one(['收/支', '借贷标志', '收支类型', '类型', '类别'], random),
      one(['金额(元)', '交易金额', '金 额'], random),
    ],
    signed: [one(['交易金额', '金额', '发生额'], random), '余额'],
    plus: [one(['交易金额', '金额', '发生额'], random), '余额'],
  }[style];
  const rest = [one(['对方户名', '交易对方', '付款人'], random), one(['附言', '摘要', '商品说明'], random)];
  return [
    one(['交易日期', '交易时间', '记账日期'], random),
    ...sums,
    ...rest,
    one(['交易状态', '当前状态'], random),
    '币种',
  ];
}

function rowsOf(movement: Moved, style: Style, random: Random): Table {
  const { kind, payer, memo } = movement;
  const state =
    kind === 'open' ? one(['交易关闭', '处理中', '状态甲'], random) : one(['交易成功', '支付成功', '已到账'], random);
  const row = (fen: number, words: string): string[] => [
    dayOf(movement.day, random),
    ...sumsOf(movement, fen, style, random),
    payer,
    words,
    state,
    '人民币',
  ];
  const booked = row(movement.fen, memo);
  if (kind !== 'reversed') return [booked];
  const back = { ...movement, kind: 'in' as const };
  return [
    booked,
    [
      dayOf(movement.day, random),
      ...sumsOf(back, 0 - movement.fen, style, random),
      payer,
      `冲正 ${memo}`,
      state,
      '人民币',
    ],
  ];
}

function sumsOf({ kind }: Moved, fen: number, style: Style, random: Random): string[] {
  const sum = sumIn(fen, random);
  if (style === 'two columns')
    return kind === 'out' ? [one(['', '-', '0.00'], random), sum] : [sum, one(['', '0.00'], random)];
  if (style === 'signed') return [kind === 'out' ? `-${sum.replace(/^[+]/u, '')}` : sum, '1,000.00'];
  if (style === 'plus')
    return [kind === 'out' ? `${one(['', '-'], random)}${sum}` : fen < 0 ? sum : `+${sum}`, '1,000.00'];
  const words = {
    in: ['收入', '贷', '贷 Cr', '收'],
    open: ['收入', '贷'],
    reversed: ['收入', '贷'],
    out: ['支出', '借', '借 Dr'],
    neither: ['/', '不计收支', '中性交易'],
    strange: ['调拨', 'X', '内转'],
  };
  return [one(words[kind], random), sum];
}

function sumIn(fen: number, random: Random): string {
  const [yuan, rest] = [Math.floor(Math.abs(fen) / 100), String(Math.abs(fen) % 100).padStart(2, '0')];
  const grouped = String(yuan).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  const forms = [
    `${yuan}.${rest}`,
    `${grouped}.${rest}`,
    `¥${yuan}.${rest}`,
    `${yuan}.${rest}元`,
    wide(`${yuan}.${rest}`),
  ];
  return fen < 0 ? `-${yuan}.${rest}` : one(forms, random);
}

function dayOf(day: string, random: Random): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const serial = Math.round(
    (Date.UTC(Number(year), Number(month) - 1, Number(date)) - Date.UTC(1899, 11, 30)) / 86_400_000,
  );
  return one(
    [
      day,
      `${year}/${Number(month)}/${Number(date)}`,
      `${year}${month}${date}`,
      `${year}${month}${date}090001`,
      `${day} 09:00:01`,
      `${year}年${Number(month)}月${Number(date)}日`,
      String(serial),
      `${serial}.375`,
      wide(day),
    ],
    random,
  );
}

function preamble(random: Random): Table {
  const lines = [
    ['某某银行账户明细'],
    ['账号', '6222****0001', '户名', '花园社区居委会'],
    [''],
    ['起始日期：20261101', '终止日期：20261128'],
    ['------'],
  ];
  return lines.filter(() => random() < 0.4);
}

/** Ways of writing a cell, each with what is meant. */
const buildings = pairs('3=3 3号楼=3 A座=A 甲1=甲1 １２栋=12 B=B');
const entrances = pairs('2=2 二单元=2 1单元=1');
const areas = pairs('89.5=8950 89.50㎡=8950 1,089.5=108950 120=12000 ７０．２５=7025 66.2平方米=6620');
const phones = pairs('13800000001=13800000001 1380000-0001=13800000001 无= /= = 暂无=');
/** Rows that say nothing of a household, and rows that cannot be kept. */
const idle: Table = [
  ['合计', '', '', '1,000', '', ''],
  ['小计', '3户'],
  ['', '', '', '', '', ''],
];
const wrong: Table = [
  ['9', '1', '901', '八十九', '王小明', ''],
  ['9', '1', '902', '89.5', '空置', ''],
  ['9', '1', '903', '89.5', '李小红', '1.38E+10'],
  ['9', '1', '2026-01-03', '89.5', '李小红', ''],
];

function pairs(text: string): (readonly [string, string])[] {
  return text.split(' ').map(pair => {
    const [said = '', meant = ''] = pair.split('=');
    return [said, meant];
  });
}

function rosterHeads(random: Random): string[] {
  return [
    one(['楼号', '楼 栋', '栋号', '楼号（栋）'], random),
    one(['单元', '单元号'], random),
    one(['房号', '室号', '房间号'], random),
    one(['面积', '建筑面积（㎡）', '面积(平方米)'], random),
    one(['业主', '业主姓名', '产权人', '姓 名'], random),
    one(['电话', '手机号', '联系电话'], random),
  ];
}

function aRoster(random: Random): Made {
  const meant: string[] = [];
  const heads = rosterHeads(random);
  const rows: Table = [];
  let before = '';
  const count = 1 + Math.floor(random() * 15);
  for (let index = 0; index < count; index += 1) {
    const [[saidBuilding, building], [saidUnit, unit]] = [one(buildings, random), one(entrances, random)];
    const flat = String(101 + index);
    const rooms = [
      [flat, flat],
      [`${flat}室`, flat],
      [`${flat}.0`, flat],
      [`商铺${index}`, `商铺${index}`],
      [`${index}-${flat}`, `${index}-${flat}`],
      [wide(flat), flat],
    ];
    const [saidRoom = '', room = ''] = one(rooms, random);
    const [[saidArea, area], [saidPhone, phone]] = [one(areas, random), one(phones, random)];
    const names = one([[one(owners, random)], ['王小明', '李小红']], random);
    const saidNames = names.join(one(['/', '、', ';', '，', ' ', '和', '\n'], random));
    // Left empty where it stays the same, as in a merged cell.
    const isSame = before === `${saidBuilding} ${saidUnit}` && random() < 0.7;
    before = `${saidBuilding} ${saidUnit}`;
    rows.push([isSame ? '' : saidBuilding, isSame ? '' : saidUnit, saidRoom, saidArea, saidNames, saidPhone]);
    meant.push([building, unit, room, area, names.join('+'), phone].join(' '));
    if (random() < 0.1) rows.push(one([heads, ...idle], random));
    if (random() < 0.1) {
      rows.push(one(wrong, random));
      before = '';
    }
  }
  const title = [['花园社区业主名册（2026年11月）'], ['制表：某某']].filter(() => random() < 0.4);
  const unseen = [['99', '9', '909', '99.5', '从前的人', '13900000009']];
  return { kind: 'roster', table: [...title, heads, ...rows], head: title.length, unseen, meant };
}

function wide(text: string): string {
  return text.replaceAll(/[!-~]/gu, sign => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
}

function one<T>(choices: readonly T[], random: Random): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

function first<T>(list: readonly T[]): T {
  return list[0] as T;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

import type { RefusedRow, StatementRow, TakenBack } from '../../domain/funds/bank-statement.js';
import { digestOf } from '../../domain/journal.js';
import { mostFen } from '../../domain/money.js';
import type { Book, Sheet } from './book.js';
import { type Head, cellsBy, findHead, hiddenWords, isHeadAgain } from './head.js';
import { type PaymentField, heads } from './heads.js';
import { type Told, isDirection, isPlus, toldBy, unknownWords } from './payment-direction.js';
import { type Movement, pairBack } from './payment-pairs.js';
import {
  type Format,
  backWords,
  bankOwn,
  directionOf,
  finalStates,
  formats,
  isOneOf,
  ownCurrency,
  voidStates,
} from './payment-words.js';
import { TableTrouble } from './trouble.js';
import { clean, isNothing, readClock, readMoment, readSum, type Moment, type Sum } from './values.js';

/** What a list of payments says: what came in, what is left out and why, what could not be read. */
interface PaymentFile {
  readonly rows: readonly StatementRow[];
  readonly refused: readonly RefusedRow[];
  /** The export that it is, where it is known; what was read of the file and what was left out. */
  readonly notes: readonly string[];
}

type PaymentHead = Head<PaymentField>;

/** Rows of a second sheet are numbered from here on, so that a number means one row. */
const sheetStep = 10_000;

/**
 * Reads the payments that came in out of what a bank, WeChat Pay or Alipay exports. Nothing is income that is not said to be:
 * by its column, by its direction, and in a final state. `today` such as `2026-03-02`.
 */
export function readPayments(book: Book, today: string): PaymentFile {
  const notes: string[] = [];
  const moved: Movement[] = [];
  const refused: RefusedRow[] = [];
  let count = 0;
  let found = false;
  if (book.encoding !== null && book.encoding !== 'UTF-8' && book.encoding !== 'GB18030')
    notes.push(`按${book.encoding}编码读的`);
  const several = book.sheets.filter(sheet => !sheet.hidden && headIn(sheet)).length > 1;
  for (const sheet of book.sheets) {
    const head = headIn(sheet);
    if (sheet.hidden) notes.push(`工作表“${sheet.name}”是隐藏的，没有读`);
    else if (!head && sheet.name !== '' && sheet.rows.length > 0)
      notes.push(`工作表“${sheet.name}”没有流水的表头，没有读`);
    if (sheet.hidden || !head) continue;
    found = true;
    const format = formatOf(head);
    if (format && !notes.includes(`像是${format.name}`)) notes.push(`像是${format.name}`);
    if (book.sheets.length > 1) notes.push(`读了工作表“${sheet.name}”`);
    if (sheet.hiddenRows.length > 0) notes.push(`隐藏的第${sheet.hiddenRows.slice(0, 20).join('、')}行没有读`);
    notes.push(...hiddenWords(head));
    const at = several ? sheet.name : '';
    const place = ({ row }: { row: number }): { row: number; at?: string } => ({
      row: row + count * sheetStep,
      ...(at === '' ? {} : { at: `${at}第${row}行` }),
    });
    const told = toldBy(sheet, head, format);
    // The columns of a known export are known.
    if (!format) notes.push(...unknownWords(told.unknown));
    const lines = linesOf(sheet, told, { today, format });
    refused.push(...lines.flatMap(line => ('reason' in line ? [{ ...line, ...place(line) }] : [])));
    const said = withoutOwn(
      lines.flatMap(line => ('reason' in line ? [] : [line])),
      head,
    );
    if (said.own !== '') notes.push(`每行都是户名“${said.own.slice(0, 20)}”，当作本方，没有当付款人`);
    moved.push(...said.moved.map(line => ({ ...line, ...place(line) })));
    count += 1;
  }
  if (!found) throw new TableTrouble('noHead', { kind: '流水', names: '日期和收入金额两列' });
  const { rows, left, backs } = pairBack(moved);
  const wentBack = new Map(backs.map(({ back, original }) => [back.row, takenBack(back, original)]));
  const told = left.map(line => {
    const back = wentBack.get(line.row);
    return back ? { ...line, back } : line;
  });
  return { rows: identified(rows, refused), refused: [...refused, ...told].toSorted((a, b) => a.row - b.row), notes };
}

function headIn(sheet: Sheet): PaymentHead | null {
  return findHead(sheet, heads.payments, has => has('day') && (has('income') || has('amount')));
}

function formatOf(head: PaymentHead): Format | undefined {
  const written = head.written.map(name => name.replaceAll(/\s/gu, ''));
  return formats.find(({ marks }) =>
    marks.every(mark => written.some(name => name === mark || name.replaceAll(/[([].*$/gu, '') === mark)),
  );
}

function linesOf(
  sheet: Sheet,
  { head, sign }: Told,
  { today, format }: { today: string; format: Format | undefined },
): (Movement | RefusedRow)[] {
  const hidden = new Set(sheet.hiddenRows);
  const lines: (Movement | RefusedRow)[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    const row = index + 1;
    if (row <= head.row || hidden.has(row) || isHeadAgain(cells, head)) continue;
    if (cells.every(cell => clean(cell) === '')) continue;
    const said = rowOf(cells, head, { today, format, sign });
    if (said === null) continue;
    // A total or a note has no day. One that has a day and a sum is told.
    const first = noteIn(cells);
    if (first !== null) {
      if (typeof said !== 'string') lines.push({ row, reason: `“${first}”像是合计或说明，没有算收入`, left: true });
      continue;
    }
    lines.push(
      typeof said === 'string'
        ? { row, reason: said }
        : 'left' in said
          ? { row, reason: said.left, left: true }
          : { ...said, row },
    );
  }
  return lines;
}

/** The first cell of a total, of what was carried over, of a line of dashes or of a note; null for a row of its own. */
function noteIn(cells: readonly string[]): string | null {
  const first = clean(cells.find(cell => clean(cell) !== '') ?? '').replaceAll(/\s/gu, '');
  const isNote = totals.test(first) || /^(?:[-—=*]{3,}$|#(?!\d))/u.test(first);
  return isNote ? first.slice(0, 12) : null;
}

/** 合计, 本页合计：3笔, 期初余额, 共3笔, 总交易单数, 承前页. */
const totals =
  /^(?:(?:\p{Script=Han}{0,4}(?:合计|总计|小计|共计)(?:笔数|金额|数|额)?|(?:上期|期初|期末|本期|上日|上页|本页|承前|结转)(?:余额|金额|结存|结转)?|承前页|过次页|共\d{1,6}[笔条](?:记录|交易)?|总(?:交易|收入|支出|笔数)(?:单数|笔数|金额|额|总额)?)(?:[:：(（\d].{0,40})?)$/u;

interface Reading {
  readonly today: string;
  readonly format: Format | undefined;
  /** The sign that says that a sum came in, where nothing else does. */
  readonly sign: Told['sign'];
}

type Said = Omit<Movement, 'row'> | { readonly left: string } | string | null;

/** The movement of a row, why it is left out, a reason why it cannot be read, or null for a row that tells of none. */
function rowOf(cells: readonly string[], head: PaymentHead, { today, format, sign }: Reading): Said {
  const { all } = cellsBy(cells, head);
  const filled = (field: PaymentField): string[] => all(field).filter(text => !/^[-—/\\]+$/u.test(text));
  const sum = refundOf(all, format) ?? sumOf(filled, { format, hasIncome: head.places.has('income') });
  if (typeof sum === 'string') return sum;
  const days = filled('day').map(text => ({ text, moment: readMoment(text) }));
  if (sum === null) return days.some(({ text }) => /\d{4}/u.test(text)) ? { left: '没有收入的金额' } : null;
  const moment = momentOf(days, filled('time'));
  if (moment === null) {
    const [first = ''] = days.map(({ text }) => text);
    return /\d/u.test(first) ? `日期“${first.slice(0, 20)}”读不出` : '没有日期';
  }
  if (moment.day > today) return `日期“${moment.day}”还没到`;
  if (Math.abs(sum.fen) > mostFen) return `金额“${String(sum.fen / 100)}”太大`;
  const currency = filled('currency').find(text => !isNothing(text) && !isOneOf(ownCurrency, text));
  if (currency !== undefined) return { left: `币种“${currency.slice(0, 10)}”不是人民币` };
  const texts = all('memo').filter(text => !isNothing(text));
  const payers = all(payerOf(head))
    .filter(text => !isNothing(text))
    .map(personOf);
  const [payer = '', ...others] = [...new Set(payers)];
  const rest: Omit<Movement, 'row' | 'fen' | 'doubt'> = {
    ...moment,
    payer,
    memo: [...new Set([...texts, ...others])].join(' ').slice(0, 300),
    account: all('account').find(text => !isNothing(text)) ?? '',
    serial: serialOf(all('serial')),
    original: all('original').find(text => !isNothing(text)) ?? '',
    isBack:
      (sum.fen < 0 && format?.allIncome === true) ||
      backWords.test([...texts, ...all('kind'), ...all('status')].join(' ')),
  };
  return directed({ ...rest, ...sum }, { all, filled, format, sign });
}

type Cells = {
  all: (field: PaymentField) => string[];
  filled: (field: PaymentField) => string[];
  format: Format | undefined;
  sign: Told['sign'];
};

/** In or out, and only when that is said in words that are known and in a state that is final. */
function directed(movement: Omit<Movement, 'row'>, { all, filled, format, sign }: Cells): Said {
  const words = [...all('direction'), ...(all('direction').length === 0 ? all('kind').filter(isDirection) : [])];
  const said = words.map(word => ({ word, direction: directionOf(word) }));
  const unknown = said.find(({ direction }) => direction === 'unknown');
  if (unknown) return { left: `收支写的“${unknown.word.slice(0, 12)}”不认识，没有算收入` };
  const [direction, other] = [...new Set(said.map(one => one.direction))];
  if (other !== undefined) return { left: `收支有两种写法：${words.map(word => `“${word.slice(0, 12)}”`).join('')}` };
  if (direction === 'neither') return { left: `收支是“${words[0]?.slice(0, 12) ?? ''}”，不是收入` };
  const isSpent = filled('income').length === 0 && filled('spent').length > 0;
  if (direction === 'out' || isSpent) return { ...movement, fen: 0 - Math.abs(movement.fen) };
  if (movement.fen < 0) return movement;
  const isTold =
    direction === 'in' ||
    filled('income').length > 0 ||
    sign === 'no minus' ||
    (sign === 'plus' && filled('amount').some(isPlus)) ||
    format?.allIncome === true;
  if (!isTold) return { left: '没有写是收入还是支出' };
  return inState(movement, { all, format });
}

function inState(movement: Omit<Movement, 'row'>, { all, format }: Pick<Cells, 'all' | 'format'>): Said {
  for (const state of all('status').filter(text => !isNothing(text))) {
    const bare = state.replaceAll(/[(（].*$/gu, '');
    if (isOneOf(finalStates, bare)) continue;
    if (/^已?部分退款|^已退款[(￥¥]/u.test(state))
      return { left: `状态是“${state.slice(0, 16)}”，退了一部分，请核对后单独登记` };
    if (isOneOf(voidStates, bare))
      return { left: `状态是“${state.slice(0, 16)}”${/退/u.test(bare) ? '，这一笔已经退款' : '，钱没有到账'}` };
    return { left: `状态“${state.slice(0, 16)}”不认识，没有算收入` };
  }
  const refunded = format?.allIncome
    ? undefined
    : all('refund')
        .map(readSum)
        .find(sum => sum === null || sum.fen !== 0);
  if (refunded !== undefined) return { left: '这一笔退过款，请核对后单独登记' };
  if (bankOwn.test(movement.memo) && movement.payer === '') return { left: `是银行的“${movement.memo.slice(0, 8)}”` };
  return movement.isBack ? { left: '写着冲正或退款，不是收款' } : movement;
}

/** What a merchant gave back, where a row says so: a row of its own with nothing in the columns of what came in. */
function refundOf(all: (field: PaymentField) => string[], format: Format | undefined): Sum | null {
  if (!format?.allIncome || !all('status').some(state => /^refund$/iu.test(state))) return null;
  const back = all('refund')
    .map(readSum)
    .find(sum => sum !== null && sum.fen > 0);
  return back ? { fen: 0 - back.fen } : null;
}

/** 户名 is the payer's only where no other column is: beside one it is the name of the account. */
function payerOf(head: PaymentHead): PaymentField {
  return head.places.has('payer') ? 'payer' : 'name';
}

/** One name in all rows, of what came in and of what went out, is the name of the account and of no payer. */
function withoutOwn(moved: readonly Movement[], head: PaymentHead): { moved: readonly Movement[]; own: string } {
  const [own = '', ...others] = [...new Set(moved.map(({ payer }) => payer))];
  const isOwn =
    payerOf(head) === 'name' &&
    own !== '' &&
    others.length === 0 &&
    moved.length > 2 &&
    moved.some(({ fen }) => fen > 0) &&
    moved.some(({ fen, isBack }) => fen < 0 && !isBack);
  return isOwn ? { moved: moved.map(one => ({ ...one, payer: '' })), own } : { moved, own: '' };
}

/** The sum of a row with its sign: what came in above nothing, what went out below. */
function sumOf(
  filled: (field: PaymentField) => string[],
  { format, hasIncome }: { format: Format | undefined; hasIncome: boolean },
): Sum | string | null {
  const columns: readonly PaymentField[] = ['income', 'spent', 'amount'];
  const sums = new Map<PaymentField, Sum>();
  for (const column of columns) {
    const read = filled(column).map(text => ({ text, sum: readSum(text) }));
    const wrong = read.find(({ sum }) => sum === null);
    if (wrong) return `金额“${wrong.text.slice(0, 20)}”读不出`;
    const told = read.flatMap(({ sum }) => (sum && sum.fen !== 0 ? [sum] : []));
    const [first, ...rest] = told;
    if (rest.some(({ fen }) => fen !== first?.fen) && !format?.allIncome) return '几列金额写的不一样';
    if (first) sums.set(column, first);
  }
  const { income, spent, amount } = {
    income: sums.get('income'),
    spent: sums.get('spent'),
    amount: sums.get('amount'),
  };
  if (income && spent && income.fen > 0 && spent.fen > 0) return '收入和支出两列都有金额';
  if (income) return income;
  if (spent && spent.fen < 0) return '支出写的是负数';
  if (spent) return { ...spent, fen: 0 - spent.fen };
  // Where a column for income stands empty, a sum beside it is none.
  return hasIncome ? null : (amount ?? null);
}

/** The name alone of `王小明6217****0001` and `6217000011112222/王小明`. */
function personOf(text: string): string {
  return text.replace(/^[\d*]{4,}[/\s-]*(?=\D)/u, '').replace(/(?<=[^\d*/\s-])[/\s-]*[\d*]{6,}$/u, '');
}

function momentOf(days: readonly { text: string; moment: Moment | null }[], times: readonly string[]): Moment | null {
  // A bare number of five digits may be a time as well as a day: what is a day for certain goes before.
  const known = days.toSorted(
    (a, b) => Number(/^\d{5}(?:\.\d+)?$/u.test(a.text)) - Number(/^\d{5}(?:\.\d+)?$/u.test(b.text)),
  );
  const moments = known.flatMap(({ moment }) => moment ?? []);
  const moment = moments.find(({ time }) => time !== '') ?? moments[0];
  if (!moment) return null;
  return { day: moment.day, time: moment.time || (times.map(readClock).find(time => time !== '') ?? '') };
}

/** A number that stands for one payment: not a voucher's, not noughts, not what a spreadsheet has rounded. */
function serialOf(texts: readonly string[]): string {
  return (
    texts
      .map(text => text.replaceAll(/\s/gu, ''))
      .find(text => /^[A-Za-z0-9-]{6,64}$/u.test(text) && !/^(?<sign>.)\k<sign>*$/u.test(text)) ?? ''
  );
}

/**
 * Gives every payment the key that it has in every file: the bank's own number where it is one, else day, time, sum, payer and
 * the place among equal ones of that day. A number that stands on two different payments is none.
 */
function identified(rows: readonly Movement[], refused: RefusedRow[]): StatementRow[] {
  const bySerial = new Map<string, Set<string>>();
  const tell = ({ day, time, fen, payer, memo }: Movement): string => JSON.stringify([day, time, fen, payer, memo]);
  for (const row of rows)
    if (row.serial !== '') bySerial.set(row.serial, (bySerial.get(row.serial) ?? new Set()).add(tell(row)));
  const places = new Map<string, number>();
  const keys = new Map<string, number>();
  return rows.flatMap(row => {
    const { day, time, fen, payer, memo, account, serial, doubt, at } = row;
    const isSerial = serial !== '' && bySerial.get(serial)?.size === 1;
    const same = JSON.stringify([day, time, fen, payer]);
    const place = (places.get(same) ?? 0) + 1;
    places.set(same, place);
    const key = isSerial ? numberedKey(serial, { day, fen }) : digestOf({ day, time, amountFen: fen, payer, place });
    const first = keys.get(key);
    if (first !== undefined) {
      refused.push({ row: row.row, reason: `和第${first}行是同一笔`, left: true });
      return [];
    }
    keys.set(key, row.row);
    return [
      {
        row: row.row,
        day,
        time,
        amountFen: fen,
        payer,
        memo,
        key,
        ...accountOf(account),
        ...(doubt ? { doubt } : {}),
        ...(at ? { at } : {}),
      },
    ];
  });
}

/** A short number is one of its day only. */
function numberedKey(serial: string, { day, fen }: { day: string; fen: number }): string {
  return digestOf({ serial, amountFen: fen, ...(serial.length < 12 ? { day } : {}) });
}

function accountOf(account: string): { account?: string } {
  return account === '' ? {} : { account: digestOf({ account }) };
}

/** What is kept of money that went back, so that its payment is found in another list. */
function takenBack(back: Movement, original: Movement | undefined): TakenBack {
  const { day, payer } = back;
  const amountFen = 0 - back.fen;
  const paid = original && { day: original.day, time: original.time, amountFen: original.fen };
  const numbers = original ? [original.serial] : [back.original, back.serial];
  const keys = numbers
    .filter(number => number.length >= (original ? 1 : 12))
    .map(number => numberedKey(number, { day: original?.day ?? '', fen: original?.fen ?? amountFen }));
  return { day, amountFen, payer, ...accountOf(back.account), keys, ...(paid && { paid }) };
}

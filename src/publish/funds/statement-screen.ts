import type { Match, RefusedRow } from '../../domain/funds/bank-statement.js';
import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { StatementFile } from '../../store/funds/statement-file.js';

/** A return in a list whose payment is booked, and by which voucher. */
interface BookedBack {
  readonly backRow: { readonly row: number; readonly at?: string };
  readonly back: { readonly amountFen: number };
  readonly payment: { readonly row: number; readonly at?: string };
  readonly paidIn: number;
  readonly voucher: number;
}

/** How many lines of each kind are told; the rest is counted. */
const most = 40;

/** What a statement says, when it has just been sent. */
export function statementTaken(file: StatementFile, isNew: boolean, wentBack: readonly BookedBack[]): string {
  const { no, rows } = file;
  const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const head = isNew ? `流水${no}收到了` : `这份流水之前收过，是流水${no}，没有重复登记`;
  return [
    `${head}：收入${rows.length}笔，共${yuan(sumFen)}。`,
    ...some(wentBack.map(one => `- ${wentBackWords(one)}`)),
    ...notBooked(file),
    rows.length === 0 ? '里面没有能登记的收入。' : `下一步：发送“12号流水${no}”（换成项目号），看每笔是谁家的。`,
  ].join('\n');
}

/** A return whose payment is booked, for whoever has to take it out of the books. */
export function wentBackWords({ backRow, back, payment, paidIn, voucher }: BookedBack): string {
  const from = `流水${paidIn}${payment.at === undefined ? `第${payment.row}行` : plain(payment.at, 30)}`;
  return `${at(backRow)}冲正或退回了${yuan(back.amountFen)}，可能是${from}已记的凭证${voucher}：请核对，是的话冲销凭证${voucher}`;
}

/** What of the file is in none of its payments: what was passed over, what could not be read, and what is no income. */
function notBooked({ refused, notes }: StatementFile): string[] {
  return [
    ...(notes?.length ? [`${notes.map(note => plain(note, 200)).join('；')}。`] : []),
    ...unread(refused.filter(({ left }) => !left)),
    ...leftOut(refused.filter(({ left }) => left)),
  ];
}

function unread(rows: readonly RefusedRow[]): string[] {
  return [
    ...rows.slice(0, 10).map(one => `- ${at(one)}没有读：${plain(one.reason, 40)}`),
    ...(rows.length > 10 ? [`- 还有${rows.length - 10}行没有读。`] : []),
  ];
}

/** What was read well and is no income, by its reason and with its rows. */
function leftOut(rows: readonly RefusedRow[]): string[] {
  if (rows.length === 0) return [];
  const byReason = new Map<string, RefusedRow[]>();
  for (const row of rows) byReason.set(row.reason, [...(byReason.get(row.reason) ?? []), row]);
  const lines = [...byReason].map(([reason, same]) => {
    const places = same.slice(0, 10).map(one => one.at ?? String(one.row));
    const where = same.some(one => one.at !== undefined) ? places.join('、') : `第${places.join('、')}行`;
    return `- ${where}${same.length > 10 ? `等${same.length}行` : ''}：${plain(reason, 60)}`;
  });
  return [
    `不计的${rows.length}行：`,
    ...lines.slice(0, 20),
    ...(lines.length > 20 ? [`- ……还有${lines.length - 20}种`] : []),
  ];
}

function at(row: { readonly row: number; readonly at?: string }): string {
  return row.at === undefined ? `第${row.row}行` : `第${row.row}行（${plain(row.at, 30)}）`;
}

/** The screen of sure, unsure and unknown payments, for the cashier's eyes, and the sentence that books them in one go. */
export function statementScreen(
  no: number,
  file: StatementFile,
  { matches, wentBack }: { matches: readonly Match[]; wentBack: readonly BookedBack[] },
): string {
  const statement = file.no;
  const sure = matches.filter(match => match.kind === 'sure');
  const unsure = matches.filter(match => match.kind === 'unsure');
  const unknown = matches.filter(match => match.kind === 'unknown');
  const booked = matches.filter(match => match.kind === 'booked');
  const sumFen = sure.reduce((sum, { row }) => sum + row.amountFen, 0);
  const payer = ({ row }: Match): string =>
    `${at(row)} ${row.day.slice(5)} ${plain(row.payer || '（无户名）', 20)} ${yuan(row.amountFen)}`;
  return [
    `**${no}号 流水${statement}**`,
    ...some(wentBack.map(one => `- ${wentBackWords(one)}`)),
    `确定${sure.length}笔，共${yuan(sumFen)}：`,
    ...some(sure.map(match => `- ${payer(match)} → ${placeWords(match.home)}`)),
    ...(unsure.length > 0 ? [`可能的${unsure.length}笔，要您看一眼：`] : []),
    ...some(unsure.map(match => `- ${payer(match)} → ${placeWords(match.home)}？${match.why}`)),
    ...(unknown.length > 0 ? [`不明的${unknown.length}笔（问清后用“${no}号收到3号楼2单元301 200元”登记）：`] : []),
    ...some(unknown.map(match => `- ${payer(match)}：${match.why}`)),
    ...(booked.length > 0 ? [`已经入过账的${booked.length}笔，不再登记。`] : []),
    ...notBooked(file),
    ...next(no, statement, { sure: sure.length, first: unsure[0]?.row.row }),
  ].join('\n');
}

function next(no: number, statement: number, { sure, first }: { sure: number; first: number | undefined }): string[] {
  if (sure === 0 && first === undefined) return ['没有可以直接入账的。'];
  const also = first === undefined ? '' : `；要把看过的入账，发送“${no}号流水${statement}第${first}行入账”`;
  return [sure > 0 ? `无误请发送“${no}号流水${statement}全部确定的入账”${also}。` : `${also.slice(1)}。`];
}

function some(lines: readonly string[]): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `- ……还有${lines.length - most}笔`];
}

import type { Match } from '../../domain/funds/bank-statement.js';
import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { StatementFile } from '../../store/funds/statement-file.js';

/** How many lines of each kind are told; the rest is counted. */
const most = 40;

/** What a statement says, when it has just been sent. */
export function statementTaken({ no, rows, refused }: StatementFile, isNew: boolean): string {
  const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const head = isNew ? `流水${no}收到了` : `这份流水之前收过，是流水${no}，没有重复登记`;
  return [
    `${head}：收入${rows.length}笔，共${yuan(sumFen)}。`,
    ...refused.slice(0, 10).map(({ row, reason }) => `- 第${row}行没有读：${plain(reason, 40)}`),
    ...(refused.length > 10 ? [`- 还有${refused.length - 10}行没有读。`] : []),
    rows.length === 0 ? '里面没有能登记的收入。' : `下一步：发送“12号流水${no}”（换成项目号），看每笔是谁家的。`,
  ].join('\n');
}

/** The screen of sure, unsure and unknown payments, for the cashier's eyes, and the sentence that books them in one go. */
export function statementScreen(no: number, statement: number, matches: readonly Match[]): string {
  const sure = matches.filter(match => match.kind === 'sure');
  const unsure = matches.filter(match => match.kind === 'unsure');
  const unknown = matches.filter(match => match.kind === 'unknown');
  const booked = matches.filter(match => match.kind === 'booked');
  const sumFen = sure.reduce((sum, { row }) => sum + row.amountFen, 0);
  const payer = ({ row }: Match): string =>
    `第${row.row}行 ${row.day.slice(5)} ${plain(row.payer || '（无户名）', 20)} ${yuan(row.amountFen)}`;
  return [
    `**${no}号 流水${statement}**`,
    `确定${sure.length}笔，共${yuan(sumFen)}：`,
    ...some(sure.map(match => `- ${payer(match)} → ${placeWords(match.home)}`)),
    ...(unsure.length > 0 ? [`要您看一眼的${unsure.length}笔：`] : []),
    ...some(unsure.map(match => `- ${payer(match)} → ${placeWords(match.home)}？${match.why}`)),
    ...(unknown.length > 0
      ? [`不知道是谁的${unknown.length}笔（问清后用“${no}号收到3号楼2单元301 200元”登记）：`]
      : []),
    ...some(unknown.map(match => `- ${payer(match)}：${match.why}`)),
    ...(booked.length > 0 ? [`已经入过账的${booked.length}笔，不再登记。`] : []),
    ...next(no, statement, { sure: sure.length, first: unsure[0]?.row.row }),
  ].join('\n');
}

function next(no: number, statement: number, { sure, first }: { sure: number; first: number | undefined }): string[] {
  if (sure === 0 && first === undefined) return ['没有可以直接入账的。'];
  const also = first === undefined ? '' : `；要把看过的也入账，发送“${no}号流水${statement}入账，加第${first}行”`;
  return [sure > 0 ? `无误请发送“${no}号流水${statement}入账”${also}。` : `${also.slice(1)}。`];
}

function some(lines: readonly string[]): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `- ……还有${lines.length - most}笔`];
}

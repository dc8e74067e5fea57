import { placeLabels } from '../../domain/label.js';
import { Refusal } from '../../domain/refusal.js';
import { type Head, cellsBy, findHead } from '../../language/tables/head.js';
import { heads } from '../../language/tables/heads.js';
import { clean } from '../../language/tables/values.js';
import { addressForm, readHousehold } from '../../language/values/people/household.js';
import { whichHousehold } from '../../operations/people/which-household.js';
import type { Household } from '../../store/people/household.js';
import type { Unit } from '../../store/engine/unit.js';
import { readField } from '../form/field.js';
import { money } from '../intent.js';
import { say } from '../refusals/say.js';

/** A line of a pasted list: whose money and how much, or what is wrong with it. */
type PastedRow = { readonly line: number; readonly said: string } & (
  | {
      readonly home: Household;
      readonly amountFen: number;
      /** Why a person has to look at it before it is recorded. */
      readonly doubt?: string;
      readonly fault?: never;
    }
  | { readonly fault: string }
);

/** So many lines are read at once: more would take longer than a page may. */
export const mostPasted = 200;

const whole = new RegExp(`^(?:${addressForm})$`, 'u');
const howTo = '没有看懂是哪一户，一行写一户，例如“3-1-101 600”';

/** The columns of a sheet of receipts, by the names that rosters and bank lists have for them. */
const columns = {
  address: heads.roster.address,
  building: heads.roster.building,
  unit: heads.roster.unit,
  room: heads.roster.room,
  owners: heads.roster.owners,
  amount: [...heads.payments.amount, ...heads.payments.income],
};
type Column = keyof typeof columns;

/** Whose money a line tells of, in its own words, and how much. */
interface Told {
  readonly payer: string;
  readonly sum: string;
  readonly name?: string;
}

/**
 * Reads receipts as a cashier pastes them: `3-1-101 600` a line, or the rows of a spreadsheet, with or without their head. The readers are
 * those of the chat. A line counts only when all of it was read: an address, one household of the roster behind it, and one sum; every
 * other line is left out with its reason.
 */
export async function readPasted(unit: Unit, text: string, now: Date): Promise<PastedRow[]> {
  const lines = text.normalize('NFKC').split(/\r?\n/u);
  const table = lines.map(line => line.split('\t'));
  const head = findHead(
    { rows: table, hiddenColumns: [] },
    columns,
    has => has('amount') && (has('room') || has('address')),
  );
  const rows: PastedRow[] = [];
  for (const [index, cells] of table.entries()) {
    const said = (lines[index] ?? '').trim();
    if (said === '' || (head && index < head.row)) continue;
    const told = head ? byHead(cells, head) : cells.length > 1 ? byCells(cells) : byWords(said);
    const read = typeof told === 'string' ? { fault: told } : await readTold(unit, told, now);
    rows.push({ line: index + 1, said: said.replaceAll('\t', ' ').slice(0, 60), ...read });
  }
  return rows;
}

/** How it was paid stands behind the sum on many a list, and the payer's name before it. */
const paidHow: ReadonlySet<string> = new Set('现金 微信 微信转账 支付宝 转账 银行转账 扫码 刷卡'.split(' '));
const aName = /^\p{Script=Han}[\p{Script=Han}·]{1,9}$/u;

function byWords(said: string): Told | string {
  // A comma parts the two only where no blank does: 1,200 has one of its own.
  const parts = /^(?<payer>\S+?)(?:[\s:]+|[,，](?!.*\s))(?<sum>.+)$/u.exec(said)?.groups;
  const payer = parts?.['payer'] ?? '';
  if (!parts || !whole.test(payer)) return howTo;
  const pieces = (parts['sum'] ?? '').split(/\s+/u);
  if (pieces.length > 1 && paidHow.has(pieces.at(-1) ?? '')) pieces.pop();
  const [name = '', ...sum] = pieces;
  return sum.length > 0 && aName.test(name) ? { payer, name, sum: sum.join(' ') } : { payer, sum: pieces.join(' ') };
}

function byHead(cells: readonly string[], head: Head<Column>): Told | string {
  const { one, all } = cellsBy(cells, head);
  const [building, entrance, room] = [one('building'), one('unit'), one('room')];
  const apart = [building, entrance, room]
    .filter(part => part !== '')
    .map(part => part.replace(/(?:号楼|单元|室)$/u, ''));
  const payer = [one('address'), room, apart.join('-')].find(said => whole.test(said));
  const [sum = '', ...others] = all('amount');
  if (payer === undefined) return howTo;
  if (others.some(other => other !== sum)) return '有两个金额，看不出是哪一个';
  return { payer, sum, name: one('owners') };
}

/** Without a head a row is an address, a sum and perhaps a name; what else stands in it might be another sum. */
function byCells(row: readonly string[]): Told | string {
  const cells = row.map(clean).filter(cell => cell !== '');
  const at = cells.findIndex(cell => whole.test(cell));
  if (at < 0) return howTo;
  const others = cells.filter((_, index) => index !== at);
  const said = others.filter(cell => !paidHow.has(cell));
  const names = said.filter(cell => aName.test(cell));
  const sums = said.filter(cell => !names.includes(cell));
  if (sums.length > 1) return '有两个数，看不出哪个是金额；请连表头（房号、姓名、金额）一起贴';
  return { payer: cells[at] ?? '', sum: sums[0] ?? '', ...(names[0] === undefined ? {} : { name: names[0] }) };
}

async function readTold(
  unit: Unit,
  { payer, sum, name = '' }: Told,
  now: Date,
): Promise<{ home: Household; amountFen: number; doubt?: string } | { fault: string }> {
  const read = readField({ name: 'amount', kind: money, form: null }, sum, now);
  if (!read || 'fault' in read) return { fault: read?.fault ?? '没有写多少钱' };
  try {
    const home = await whichHousehold(unit, { said: payer, ...placeLabels(readHousehold(payer) ?? {}) });
    const isOther = name !== '' && !home.owners.includes(name);
    const doubt = isOther ? { doubt: `名册上这户不是“${name.slice(0, 10)}”` } : {};
    return { home, amountFen: Number(read.value), ...doubt };
  } catch (error) {
    if (error instanceof Refusal) return { fault: say(error) };
    throw error;
  }
}

import type { StatementRow, TakenBack } from '../../domain/funds/bank-statement.js';
import { paymentOf } from '../../domain/funds/taken-back.js';
import type { StatementFile } from '../../store/funds/statement-file.js';
import type { Unit } from '../../store/engine/unit.js';

/** A payment of one list that another list says went back. */
interface WentBack {
  readonly payment: StatementRow;
  readonly paidIn: number;
  readonly back: TakenBack;
  readonly backIn: number;
  readonly backRow: { readonly row: number; readonly at?: string };
}

/** A return in this list whose payment is booked, and by which voucher. */
export interface BookedBack extends WentBack {
  readonly voucher: number;
}

/** What each list says went back of the payments of the others, looked for in all of them at once; one return takes one payment. */
export function wentBack(files: readonly StatementFile[]): WentBack[] {
  return files.filter(({ refused }) => refused.some(({ back }) => back)).flatMap(file => ofList(file, files));
}

function ofList(file: StatementFile, files: readonly StatementFile[]): WentBack[] {
  // A payment that stands in several lists is one.
  const open = new Map<string, { readonly payment: StatementRow; readonly paidIn: number }>();
  for (const { no, rows } of files)
    for (const payment of no === file.no ? [] : rows)
      if (!open.has(payment.key)) open.set(payment.key, { payment, paidIn: no });
  return file.refused.flatMap(({ back, row, at }): WentBack[] => {
    const payment =
      back &&
      paymentOf(
        back,
        Array.from(open.values(), one => one.payment),
      );
    const found = payment && open.get(payment.key);
    if (!back || !found) return [];
    open.delete(payment.key);
    return [{ ...found, back, backIn: file.no, backRow: { row, ...(at === undefined ? {} : { at }) } }];
  });
}

/** The returns of this list whose payments are booked and not taken out of the books yet: somebody has to. */
export async function bookedBack(
  unit: Unit,
  file: StatementFile,
  all?: readonly StatementFile[],
): Promise<BookedBack[]> {
  if (!file.refused.some(({ back }) => back)) return [];
  const gone = ofList(file, all ?? (await unit.bankLists.all()));
  const vouchers = await unit.bankLists.vouchers(gone.map(({ payment }) => payment.key));
  const found: BookedBack[] = [];
  for (const one of gone) {
    const entry = vouchers.get(one.payment.key);
    if (entry && !(await unit.ledger.reversalOf(entry.id))) found.push({ ...one, voucher: entry.no });
  }
  return found;
}

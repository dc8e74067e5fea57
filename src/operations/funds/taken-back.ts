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

/** What each list says went back of the payments of the others; one return takes one payment. */
export function wentBack(files: readonly StatementFile[]): WentBack[] {
  return files.flatMap(file => {
    const taken = new Set<string>();
    return file.refused.flatMap(({ back, row, at }): WentBack[] => {
      if (!back) return [];
      for (const other of files) {
        const open = other.rows.filter(({ key }) => !taken.has(key));
        const payment = other.no === file.no ? null : paymentOf(back, open);
        if (!payment) continue;
        taken.add(payment.key);
        const backRow = { row, ...(at === undefined ? {} : { at }) };
        return [{ payment, paidIn: other.no, back, backIn: file.no, backRow }];
      }
      return [];
    });
  });
}

/** The returns of this list whose payments are booked and not taken out of the books yet: somebody has to. */
export async function bookedBack(unit: Unit, file: StatementFile): Promise<BookedBack[]> {
  if (!file.refused.some(({ back }) => back)) return [];
  const gone = wentBack(await unit.bankLists.all()).filter(({ backIn }) => backIn === file.no);
  const vouchers = await unit.bankLists.vouchers(gone.map(({ payment }) => payment.key));
  const found: BookedBack[] = [];
  for (const one of gone) {
    const entry = vouchers.get(one.payment.key);
    if (entry && !(await unit.ledger.reversalOf(entry.id))) found.push({ ...one, voucher: entry.no });
  }
  return found;
}

import { onlyOne } from '../only-one.js';
import type { StatementRow, TakenBack } from './bank-statement.js';

/**
 * The payment of another list that was taken back: by its number, else the last one of the same payer or account and of the same
 * sum; of nobody knows whom only where one payment fits. Null where none may be meant.
 */
export function paymentOf(back: TakenBack, rows: readonly StatementRow[]): StatementRow | null {
  const numbered = rows.find(({ key }) => back.keys.includes(key));
  if (numbered) return numbered;
  const { paid } = back;
  const near = rows.filter(({ day, time, amountFen }) =>
    paid
      ? day === paid.day && time === paid.time && amountFen === paid.amountFen
      : day <= back.day && amountFen === back.amountFen,
  );
  const own = near.filter(
    ({ payer, account }) =>
      (payer !== '' && payer === back.payer) || (account !== undefined && account === back.account),
  );
  const [last] = own.toSorted((a, b) => Number(a.day < b.day) - Number(a.day > b.day));
  return last ?? onlyOne(near.filter(({ payer }) => payer === '' || back.payer === '')) ?? null;
}

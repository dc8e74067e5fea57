import { strict as assert } from 'node:assert';
import { allocate } from '../money.js';

interface Payer {
  readonly key: string;
  /** What the payer has paid and not got back, in fen. */
  readonly netFen: number;
}

interface Part<Payment> {
  readonly payment: Payment;
  /** This payer's share of it, in fen. */
  readonly fen: number;
}

/**
 * Where one payer's money went: the residents' money of a project is one pot, so that each payment takes from everybody in
 * proportion to what they paid, exact to the fen. The shares of all payers make the payment, and a payer's shares and what
 * is left of the money make what was paid.
 */
export function followTheCent<Payment extends { readonly fen: number }>(
  payers: readonly Payer[],
  payments: readonly Payment[],
  key: string,
): { parts: Part<Payment>[]; leftFen: number } {
  const mine = payers.findIndex(payer => payer.key === key);
  assert(mine >= 0, 'only a payer has money to follow');
  let left = payers.map(({ netFen }) => netFen);
  const parts: Part<Payment>[] = [];
  for (const payment of payments) {
    // In proportion to what each has left, no share can be more than that: the pot holds at least the payment.
    const shares = payment.fen === 0 ? left.map(() => 0) : allocate(payment.fen, left);
    left = left.map((fen, index) => fen - (shares[index] ?? 0));
    assert(
      left.every(fen => fen >= 0),
      'more was spent than was paid in',
    );
    parts.push({ payment, fen: shares[mine] ?? 0 });
  }
  return { parts, leftFen: left[mine] ?? 0 };
}

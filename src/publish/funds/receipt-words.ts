import type { Standing } from '../../domain/funds/ledger.js';
import { plain } from '../../domain/plain-text.js';
import { typed, yuan } from '../../domain/money.js';

/**
 * What a payer hears in private. Paid more or less than promised, the payer is asked; nothing is moved by itself (docs/domain.md 8.3).
 */
export function paidWords(no: number, paid: { amountFen: number; voucher: number; standing: Standing }): string {
  const { amountFen, voucher, standing } = paid;
  return `收到您家给${no}号交的${yuan(amountFen)}，凭证第${voucher}号。谢谢！${askWords(no, standing)}`;
}

/** A receipt that was recorded wrongly was taken back: the payer hears so, with what the household has paid now. */
export function takenBackWords(
  no: number,
  back: { voucher: number; amountFen: number; reason: string; standing: Standing },
): string {
  const { voucher, amountFen, reason, standing } = back;
  return `您家给${no}号的第${voucher}号凭证${yuan(amountFen)}记错了，已经冲销（${plain(reason, 60)}），不是退钱给您。\n您家现在合计交了${yuan(standing.paidFen)}，认捐${yuan(standing.promisedFen)}。`;
}

function askWords(no: number, { promisedFen, paidFen }: Standing): string {
  const over = paidFen - promisedFen;
  if (over > 0)
    return `\n合计交了${yuan(paidFen)}，比认捐的${yuan(promisedFen)}多${yuan(over)}，我们不会自己改。多的算认捐，请发送“${no}号再加${typed(over)}”；要退，请告诉社区会计。`;
  if (over < 0)
    return `\n合计交了${yuan(paidFen)}，认捐是${yuan(promisedFen)}，还差${yuan(-over)}。分几次交不用回复；想少出，请发送“${no}号认捐改成${typed(paidFen)}”。`;
  return '';
}

/** What the cashier hears of a payment that is not the promised one. */
export function differsWords({ promisedFen, paidFen }: Standing): string {
  const over = paidFen - promisedFen;
  if (over === 0) return '';
  const by = over > 0 ? `多${yuan(over)}` : `少${yuan(-over)}`;
  return `这户认捐${yuan(promisedFen)}，已交${yuan(paidFen)}，${by}，已私下问付款人，账上不自动改。`;
}

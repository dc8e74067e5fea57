import { yuan } from '../domain/money.js';
import { plain } from '../domain/plain-text.js';
import type { Project } from '../store/entities/project.js';

/** Tells the cashier what to do with the money that is left over, source by source; null when nothing is left. */
export function surplusReminder(
  { no, title }: Project,
  { refundFen, balanceFen }: { readonly refundFen: number; readonly balanceFen: number },
): string | null {
  if (balanceFen === 0) return null;
  const otherFen = balanceFen - refundFen;
  return [
    `${no}号「${plain(title, 40)}」决算后账上还有${yuan(balanceFen)}，退清后才能归档。`,
    refundFen > 0
      ? `居民余款${yuan(refundFen)}按实交比例退回，办好后在群里发送：${no}号支出余款退款${bare(refundFen)}`
      : '',
    otherFen > 0
      ? `其他来源的${yuan(otherFen)}按来源退回，办好后在群里发送：${no}号支出退回原渠道${bare(otherFen)}`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** As it is typed, without the commas. */
function bare(fen: number): string {
  return yuan(fen).replaceAll(',', '');
}

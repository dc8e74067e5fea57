import { destinations } from '../../domain/funds/ledger.js';
import { typed, yuan } from '../../domain/money.js';
import { projectName } from '../../domain/project-words.js';
import type { Project } from '../../store/proposal/project.js';

/** Tells the cashier what to do with the money that is left over, source by source; null when nothing is left. */
export function surplusReminder(
  { no, title, surplusTo = null, state }: Pick<Project, 'no' | 'title' | 'surplusTo' | 'state'>,
  { refundFen, balanceFen }: { readonly refundFen: number; readonly balanceFen: number },
): string | null {
  if (balanceFen === 0) return null;
  const otherFen = balanceFen - refundFen;
  const { after, wants } = occasions[state] ?? usual;
  const goesOn = surplusTo !== null && !(state in occasions);
  return [
    `${projectName({ no, title }, 40)}${after}后账上还有${yuan(balanceFen)}，${wants}。`,
    refundFen > 0 && goesOn
      ? `居民余款${yuan(refundFen)}按方案转给${destinations[surplusTo]}，办好后在群里发送“${no}号余款转出${typed(refundFen)}”。`
      : '',
    refundFen > 0 && !goesOn
      ? `居民余款${yuan(refundFen)}按实交比例退回，办好后在群里发送“${no}号支出余款退款${typed(refundFen)}”。`
      : '',
    otherFen > 0
      ? `其他来源的${yuan(otherFen)}按来源退回，办好后在群里发送“${no}号支出退回原渠道${typed(otherFen)}”。`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

const usual = { after: '决算', wants: '退清后才能归档' };

const occasions: Readonly<Record<string, typeof usual>> = {
  cancelled: { after: '终止', wants: '请按期退清' },
  funding_failed: { after: '认筹未达标', wants: '请按期退清，退清了居民的钱才能重新公示方案' },
};

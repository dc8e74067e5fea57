import { endWords } from '../../domain/calendar.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** `，认捐到3月20日20:00为止`; empty where no day is set. */
export function roundUntil({ pledgeClosesAt }: Pick<Project, 'pledgeClosesAt'>, now: Date): string {
  return pledgeClosesAt ? `认捐到${endWords(pledgeClosesAt, now)}为止。` : '';
}

/**
 * What came together in a round, live, as every pledge is answered with it: what is promised and what came in apart, what still lacks, and
 * until when. `isMoney` where money is asked for, so that none is told as well: a promise is none.
 */
export async function roundWords(
  unit: Unit,
  project: Project,
  { now, isMoney = false }: { readonly now: Date; readonly isMoney?: boolean },
): Promise<string> {
  const balances = await unit.ledger.balances(project.id);
  const summary = summaryOf(balances);
  const lackFen = missingFen(project, summary).toTarget;
  const { receivedFen, pendingFen } = summary;
  const inFen = receivedFen + pendingFen;
  const came =
    inFen > 0
      ? `已收到${yuan(inFen)}（对过账${yuan(receivedFen)}，待对账${yuan(pendingFen)}）；`
      : isMoney
        ? '还没有收到钱；'
        : '';
  const owedFen =
    project.state === 'collecting'
      ? summary.pledgedFen - (balances['cash/residents'] ?? 0) - (balances['received/residents'] ?? 0)
      : 0;
  const owed = owedFen > 0 ? `认了还没交的${yuan(owedFen)}，` : '';
  const lack = lackFen > 0 ? `还差${yuan(lackFen)}` : '已经够了';
  return `${came}全部认捐${yuan(summary.pledgedFen)}，${owed}预算${yuan(project.budgetFen ?? 0)}，${lack}。${roundUntil(project, now)}`;
}

import { dayWords } from '../domain/calendar.js';
import { type FundingTurn, type Source, type Summary, sources, summaryOf } from '../domain/ledger.js';
import { yuan } from '../domain/money.js';
import { plain } from '../domain/plain-text.js';
import type { LedgerEntry } from '../store/entities/ledger-entry.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';

export interface FundsSummary extends Summary {
  /** Every payment, in the order it was made. */
  readonly expenses: readonly LedgerEntry[];
}

/** What everybody may see of a project's money, from the ledger alone. */
export async function fundsOf(unit: Unit, project: Project): Promise<FundsSummary> {
  const summary = summaryOf(await unit.ledger.balances(project.id));
  return { ...summary, expenses: await unit.ledger.entries(project.id, ['spend']) };
}

/** What an entry paid out, in fen. */
export function paidFen({ postings }: Pick<LedgerEntry, 'postings'>): number {
  return postings.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** The funds notice (domain.md 18.4): promised, received and refunded side by side, and what the money was spent on. */
export function fundsNotice(project: Project, funds: FundsSummary, now: Date): string {
  const recent = funds.expenses.slice(-5).toReversed();
  return [
    `**【资金公示】${project.no}号 ${plain(project.title, 40)}**`,
    `截至${dayWords(now)}：${threeNumbers(funds)}`,
    ...sourceLines(funds),
    `已付${yuan(funds.spentFen)}（${funds.expenses.length}笔）｜**结余${yuan(funds.balanceFen)}**${project.budgetFen === null ? '' : `｜预算${yuan(project.budgetFen)}`}`,
    ...recent.map(
      entry => `- ${dayWords(entry.at)} ${plain(entry.why, 30)} ${yuan(paidFen(entry))}（第${entry.no}号凭证）`,
    ),
    '自愿参与，付款前可撤回；不公布未参与名单。',
  ].join('\n');
}

/** 认筹 / 实收 / 已退, always together: a promise is not money. */
export function threeNumbers({ pledgedFen, receivedFen, refundedFen }: Summary): string {
  return `认筹${yuan(pledgedFen)}｜实收${yuan(receivedFen)}｜已退${yuan(refundedFen)}`;
}

function sourceLines({ receivedBySource }: Summary): string[] {
  const parts = Object.entries(receivedBySource).map(([source, fen]) => `${sources[source as Source]}${yuan(fen)}`);
  return parts.length === 0 ? [] : [`来源：${parts.join('，')}`];
}

/** What the group is told when a project's money turns a corner; null when it does not. */
export function fundingNotice(project: Project, summary: Summary, turn: FundingTurn, now: Date): string | null {
  if (turn === 'none') return null;
  const head = `**【资金公示】${project.no}号 ${plain(project.title, 40)}**\n截至${dayWords(now)}：${threeNumbers(summary)}｜预算${yuan(project.budgetFen ?? 0)}`;
  if (turn === 'covered')
    return `${head}\n认筹够了，开始收款：认捐的户请把钱交给社区出纳，或按出纳的通知转账。机器人不收款，不认识的收款码请勿扫。`;
  if (turn === 'funded') return `${head}\n资金已到位。下一步：安排施工，开工后每天18:00公示进度。`;
  if (turn === 'uncovered')
    return `${head}\n有认捐撤回，又有缺口，继续自愿认筹。自愿参与，付款前可撤回；不公布未参与名单。`;
  return null;
}

/** The final accounts (决算, domain.md 18.6): budget against actual, and what happens with what is left. */
export function finalNotice(
  project: Project,
  funds: FundsSummary,
  { refundFen, households, now }: { refundFen: number; households: number; now: Date },
): string {
  const budgetFen = project.budgetFen ?? 0;
  const difference = budgetFen - funds.spentFen;
  const surplus =
    refundFen > 0
      ? `余款${yuan(funds.balanceFen)}，其中居民${yuan(refundFen)}按实交比例退还${households}户，由出纳原路退回。`
      : funds.balanceFen > 0
        ? `余款${yuan(funds.balanceFen)}不是居民交的钱，按来源退回。`
        : '没有余款。';
  return [
    `**【决算公示】${project.no}号 ${plain(project.title, 40)}** ${dayWords(now)}`,
    `预算${yuan(budgetFen)}｜实际${yuan(funds.spentFen)}｜${difference >= 0 ? '节余' : '超支'}${yuan(Math.abs(difference))}`,
    `${threeNumbers(funds)}`,
    ...sourceLines(funds),
    ...funds.expenses.map(
      entry => `- ${dayWords(entry.at)} ${plain(entry.why, 30)} ${yuan(paidFen(entry))}（第${entry.no}号凭证）`,
    ),
    surplus,
    '公示7天，有疑问请找社区会计。',
  ].join('\n');
}

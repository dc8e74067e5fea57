import type { BudgetLine } from '../../domain/plan/budget.js';
import { dayWords } from '../../domain/calendar.js';
import {
  type FundingTurn,
  type Source,
  type Summary,
  accounts,
  movedTo,
  sourceIds,
  sources,
  summaryOf,
} from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { Disclosure } from '../../store/notice/disclosure.js';
import type { GapCovered, RoundEnd } from '../../store/notice/fact-parts.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Grid } from '../../store/people/grid.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { fundingWords } from '../plan/funding-words.js';
import { fill } from '../templates.js';
import { type Payments, paymentsOf } from './payments.js';

export interface FundsSummary extends Summary, Payments {
  /** The vouchers whose picture is still owed. */
  readonly unproven?: readonly number[];
  /** Budget against actual, where the budget has lines. */
  readonly lines?: readonly LineFunds[];
}

/** What everybody may see of a project's money, from the ledger alone. */
export async function fundsOf(unit: Unit, project: Project): Promise<FundsSummary> {
  const summary = summaryOf(await unit.ledger.balances(project.id));
  return {
    ...summary,
    ...(await paymentsOf(unit, project.id)),
    lines: await linesOf(unit, project),
    unproven: await unprovenOf(unit, project),
  };
}

/** The vouchers of a project whose picture is still owed. */
async function unprovenOf(unit: Unit, { id }: Project): Promise<number[]> {
  const paid = (await unit.spending.ofProject(id)).filter(({ state, photo }) => state === 'paid' && photo === null);
  return paid.flatMap(({ entryNo, releasedNo }) => [entryNo, releasedNo].filter(no => no !== null));
}

/** The same as a notice told it: what the neighbourhood was told, and nothing later. */
export async function fundsTold(unit: Unit, project: Project, notice: Disclosure): Promise<FundsSummary> {
  return { ...(await sumsTold(unit, project, notice)), ...(await paymentsOf(unit, project.id, notice.at)) };
}

/** The sums that a notice told; those of the first notices were not kept, and are made from the entries. */
export async function sumsTold(unit: Unit, { id }: Project, { sums, at: until }: Disclosure): Promise<Summary> {
  if (sums) return sums;
  const entries = (await unit.ledger.entries(id)).filter(({ at }) => at <= until);
  return summaryOf(Object.fromEntries(accounts.map(account => [account, movedTo(account, entries)])));
}

/** A line of the budget with what was paid from it, and under which vouchers. */
export interface LineFunds extends BudgetLine {
  readonly paidFen: number;
  readonly vouchers: readonly number[];
  /** Why it differs from the budget, where the bookkeeper has said so. */
  readonly reason: string | undefined;
}

/** Budget against actual, line by line, from the ledger; empty where the budget is one sum. */
export async function linesOf(unit: Unit, { id, budgetLines, differences }: Project): Promise<LineFunds[]> {
  if (!budgetLines) return [];
  const spent = await unit.ledger.spentByLine(
    id,
    budgetLines.map(({ name }) => name),
  );
  const paid = (await unit.spending.ofProject(id)).filter(({ state }) => state === 'paid');
  return budgetLines.map(line => ({
    ...line,
    paidFen: spent.get(line.name) ?? 0,
    reason: differences?.[line.name],
    vouchers: paid.flatMap(({ line: own, entryNo, releasedNo }) =>
      own === line.name ? [entryNo, releasedNo].filter(no => no !== null) : [],
    ),
  }));
}

/** `材料：预算1,200元，已付386元（凭证12）`, a line each. */
export function lineWords(lines: readonly LineFunds[]): string {
  return lines
    .map(({ name, amountFen, vouchers, ...line }) => {
      const under = vouchers.length > 0 ? `（凭证${vouchers.join('、')}）` : '';
      const why = line.reason === undefined ? '' : `，原因：${plain(line.reason, 100)}`;
      return `- ${plain(name, 20)}：预算${yuan(amountFen)}，已付${yuan(line.paidFen)}${under}${why}`;
    })
    .join('\n');
}

/** What an entry paid out, in fen, and of a receipt what came in. */
export function paidFen({ kind, postings }: Pick<LedgerEntry, 'kind' | 'postings'>): number {
  return kind === 'spend' || kind === 'release'
    ? movedTo('spent', [{ postings }])
    : postings.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** What moved since the last funds notice, all in fen. */
interface FundsChange {
  readonly receivedFen: number;
  readonly spentFen: number;
  readonly refundedFen: number;
  readonly pledgedFen: number;
  /** What secretaries released; it is no part of the change of `pledgedFen`. */
  readonly releasedFen: number;
}

/** What has moved since a moment; null where nothing was told before. */
export async function fundsSince(unit: Unit, project: Project, since: Date | null): Promise<FundsChange | null> {
  if (!since) return null;
  const fresh = await unit.ledger.after(project.id, since);
  return {
    // Money counts from the day on which it was found on the bank's list.
    receivedFen: sourceIds.reduce(
      (sum, source) => sum - movedTo(`outside/${source}`, fresh) - movedTo(`received/${source}`, fresh),
      0,
    ),
    spentFen: movedTo('spent', fresh),
    refundedFen: movedTo('refunded', fresh),
    pledgedFen: movedTo('promised', fresh) + movedTo('released', fresh),
    releasedFen: movedTo('released', fresh),
  };
}

/** True when no money and no promise moved. */
export function isStill(change: FundsChange): boolean {
  return Object.values(change).every(fen => fen === 0);
}

function changeWords({ receivedFen, spentFen, refundedFen, pledgedFen, releasedFen }: FundsChange): string {
  return [
    pledgedFen > 0 ? `新认筹${yuan(pledgedFen)}` : pledgedFen < 0 ? `撤回认筹${yuan(-pledgedFen)}` : '',
    releasedFen > 0 ? `书记放回认筹${yuan(releasedFen)}` : '',
    receivedFen > 0 ? `收到${yuan(receivedFen)}` : '',
    spentFen > 0 ? `支付${yuan(spentFen)}` : '',
    refundedFen > 0 ? `退回${yuan(refundedFen)}` : '',
  ]
    .filter(Boolean)
    .join('，');
}

/**
 * The funds notice (docs/domain.md 18.4): promised, received and refunded side by side, what moved since the last notice, and what
 * the money was spent on. Where nothing moved it is one line.
 */
export function fundsNotice(
  project: Project,
  funds: FundsSummary,
  now: Date,
  change: FundsChange | null = null,
): string {
  const fields = {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    三个数: threeNumbers(funds),
    已付: yuan(funds.spentFen),
    结余: yuan(funds.balanceFen),
  };
  if (change && isStill(change)) return fill('资金没有变化', fields);
  return fill('资金公示', {
    ...fields,
    变化: change && changeWords(change),
    来源: sourceWords(funds),
    笔数: funds.expenses.length,
    预算: project.budgetFen === null ? '' : `｜预算${yuan(project.budgetFen)}`,
    支出明细: expenseLines({
      ...funds,
      expenses: funds.expenses.slice(-5).toReversed(),
      undone: funds.undone.slice(-2).toReversed(),
    }),
  });
}

/** Every payment in a line; one whose picture is owed says so until it is there (docs/domain.md 8.4); those that were taken back come last. */
export function expenseLines({ expenses, undone, unproven = [] }: Payments & Pick<FundsSummary, 'unproven'>): string {
  const line = (entry: LedgerEntry, voucher: string): string =>
    `- ${dayWords(entry.at)} ${plain(entry.why, 30)} ${yuan(paidFen(entry))}（${voucher}）`;
  return [
    ...expenses.map(entry =>
      line(entry, `第${entry.no}号凭证${unproven.includes(entry.no) ? '，**缺凭据，待补**' : ''}`),
    ),
    ...undone.map(({ entry, by }) => line(entry, `第${entry.no}号凭证，已由第${by}号凭证冲销，不算支出`)),
  ].join('\n');
}

/** 认筹 / 实收 / 已退, always together: a promise is not money. What was released of promises stands beside them as one sum, whoever's it was. */
export function threeNumbers({ pledgedFen, releasedFen = 0, receivedFen, refundedFen }: Summary): string {
  const released = releasedFen > 0 ? `（没交、已放回的${yuan(releasedFen)}不算）` : '';
  return `认筹${yuan(pledgedFen)}${released}｜实收${yuan(receivedFen)}｜已退${yuan(refundedFen)}`;
}

export function sourceWords({ receivedBySource }: Summary): string {
  return Object.entries(receivedBySource)
    .map(([source, fen]) => `${sources[source as Source]}${yuan(fen)}`)
    .join('，');
}

/** What the group is told when a project's money turns a corner; null when it does not. */
export function fundingNotice(
  project: Project,
  summary: Summary,
  { turn, grid, now }: { turn: FundingTurn; grid: Collecting; now: Date },
): string | null {
  if (turn === 'none') return null;
  const fields = {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    三个数: threeNumbers(summary),
    预算额: yuan(project.budgetFen ?? 0),
  };
  if (turn === 'funded') return fill('资金到位', { ...fields, 待到账: awaited(project, summary) });
  if (turn === 'covered') return fill('开始收款', { ...fields, 账户: accountWords(grid) });
  return fill('认筹有缺口', fields);
}

type Collecting = Pick<Grid, 'accountHolder' | 'accountTail'>;

/** The account that the money is paid into, so far as everybody may know its number (docs/domain.md 5.2). */
function accountWords({ accountHolder, accountTail }: Collecting): string {
  return accountHolder && accountTail ? `收款账户：${plain(accountHolder, 40)}，尾号${accountTail}。` : '';
}

/** How a pledge round ended: on its last day with the minimum or below it, or by the secretary's word. */
export function endNotice(
  { project, outcome, summary, gapFen, households, back }: RoundEnd,
  { by, grid, now }: { by: 'clock' | 'secretary'; grid: Collecting; now: Date },
): string {
  const { no, title, budgetFen, round } = project;
  const missing = [gapFen > 0 ? yuan(gapFen) : '', households > 0 ? `${households}户` : ''].filter(Boolean).join('、');
  const fields = { 编号: no, 项目名: plain(title, 40), 缺口: missing };
  if (outcome === 'minimum') {
    const 目标 = yuan(round?.targetFen ?? budgetFen ?? 0);
    const 最低额 = yuan(round?.minimumFen ?? round?.targetFen ?? budgetFen ?? 0);
    const sums = { 三个数: threeNumbers(summary), 目标, 最低额 };
    return fill('认到最低额', { ...fields, ...sums, 日期: dayWords(now), 账户: accountWords(grid) });
  }
  const ended = { ...fields, 认捐额: yuan(summary.pledgedFen), 已收: backWords(back) };
  if (by === 'secretary') return fill('认筹作罢', ended);
  const rule = round?.everyHousehold ? '、要全部住户都认' : '';
  // The residents' part is what the round was for; what others give was never pledged.
  return fill('认筹未达标', { ...ended, 目标: `${yuan(round?.targetFen ?? summary.pledgedFen + gapFen)}${rule}` });
}

/** What had come in before a round failed goes back to who gave it. */
function backWords({ residentsFen, othersFen }: RoundEnd['back']): string {
  if (residentsFen + othersFen === 0) return '没有收任何钱';
  const parts = [
    residentsFen > 0 ? `居民交的${yuan(residentsFen)}全部退回` : '没有收居民的钱',
    othersFen > 0 ? `其他来源的${yuan(othersFen)}退回原渠道` : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** Other money takes over what residents' pledges fell short of; the works may begin where that made the money whole. */
export function gapNotice(covered: GapCovered, { grid, now }: { grid: Collecting; now: Date }): string {
  const { project, given, leftFen, summary, turn } = covered;
  const text = fill('缺口补上', {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    三个数: threeNumbers(summary),
    来源: fundingWords({ sources: given }),
    还缺: leftFen > 0 ? yuan(leftFen) : '',
  });
  const next = fundingNotice(project, summary, { turn, grid, now });
  return next ? `${text}\n${next}` : text;
}

/** What is not there yet but bound by an approval or a contract. */
function awaited({ budgetFen }: Project, { receivedFen }: Summary): string {
  const waits = (budgetFen ?? 0) - receivedFen;
  return waits > 0 ? `（其中有依据、待到账${yuan(waits)}，到账后才能支付）` : '';
}

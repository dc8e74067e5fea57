import { dayWords, lastDayWords } from '../../domain/calendar.js';
import { destinations } from '../../domain/funds/ledger.js';
import { publishedWords } from '../../domain/funds/spending.js';
import { yuan } from '../../domain/money.js';
import { workdaysEnd } from '../../domain/periods.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Project } from '../../store/proposal/project.js';
import { fill } from '../templates.js';
import { expenseLines, type FundsSummary, lineWords, sourceWords, threeNumbers } from './funds-report.js';

/** The name under which the reason of the whole difference is kept. */
export const wholeBudget = '全部';

/** The final accounts (决算, docs/domain.md 18.6): budget against actual, and what happens with what is left. */
export function finalNotice(
  project: Project,
  funds: FundsSummary,
  {
    refundFen,
    households,
    looks,
    now,
    emergency = '',
  }: { refundFen: number; households: number; looks: number; now: Date; emergency?: string },
): string {
  const budgetFen = project.budgetFen ?? 0;
  const difference = budgetFen - funds.spentFen;
  const reason = project.differences?.[wholeBudget];
  const whole = reason === undefined ? '' : `（原因：${plain(reason, 100)}）`;
  const goesOn = project.surplusTo ?? null;
  const kept = funds.retainedFen > 0 ? `另有${yuan(funds.retainedFen)}质保金，质保期满才付。` : '';
  const surplus =
    refundFen > 0 && goesOn !== null
      ? `余款${yuan(funds.freeFen)}，其中居民${yuan(refundFen)}按方案转给${destinations[goesOn]}。`
      : refundFen > 0
        ? `余款${yuan(funds.freeFen)}，其中居民${yuan(refundFen)}按实交比例退还${households}户，由出纳原路退回。`
        : funds.freeFen > 0
          ? `余款${yuan(funds.freeFen)}不是居民交的钱，按来源退回。`
          : '没有余款。';
  return fill('决算公示', {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    预算额: yuan(budgetFen),
    实际: yuan(funds.spentFen),
    差额: `${difference >= 0 ? '节余' : '超支'}${yuan(Math.abs(difference))}${whole}`,
    三个数: threeNumbers(funds),
    来源: sourceWords(funds),
    应急: emergency,
    分项: lineWords(funds.lines ?? []),
    支出明细: expenseLines(funds),
    依据: [
      looks > 0 ? `监管小组巡查${looks}次` : '**施工期间没有巡查记录**',
      funds.expenses.length === 0 ? '没有支出' : proofWords(funds),
    ].join('，'),
    审计:
      funds.spentFen > rulesAt(now).auditAboveFen
        ? `花了超过${yuan(rulesAt(now).auditAboveFen)}，应当请人审计；想看凭证的也可以找社区会计。`
        : '',
    余款: `${surplus}${kept}`,
    退款期限: refundFen > 0 && goesOn === null ? lastDayWords(workdaysEnd(now, rulesAt(now).refundWorkdays)) : null,
  });
}

/** How many payments of how many have their voucher. */
function proofWords({ expenses, unproven = [] }: FundsSummary): string {
  const owed = expenses.filter(({ no }) => unproven.includes(no)).length;
  return owed === 0
    ? `${expenses.length}笔支出都有凭据`
    : `${expenses.length}笔支出中**${owed}笔缺凭据，社区书记公开说明过原因**`;
}

/** How often the team looked at the works. */
export async function looksOf(unit: Unit, { id }: Project): Promise<number> {
  return (await unit.works.notes(id, 'inspection')).length;
}

/** A project was given up: why, what it had spent, and what happens with what is left (docs/domain.md 8.6). */
export function cancelNotice(
  project: Project,
  funds: FundsSummary,
  { reason, refundFen, households, now }: { reason: string; refundFen: number; households: number; now: Date },
): string {
  const seen = funds.spentFen > 0 ? '监管小组看过账以后，' : '';
  return fill('项目终止', {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    原因: plain(reason, 200),
    三个数: threeNumbers(funds),
    已付: yuan(funds.spentFen),
    结余: yuan(funds.balanceFen),
    支出明细: expenseLines(funds),
    余款:
      refundFen > 0
        ? `${seen}居民的${yuan(refundFen)}按实交比例退还${households}户，由出纳原路退回。`
        : '没有居民的余款要退。',
    退款期限: refundFen > 0 ? lastDayWords(workdaysEnd(now, rulesAt(now).refundWorkdays)) : null,
  });
}

/** A refund waits for its household: the group hears that one does, and not whose. */
export function unclaimedNotice(
  project: Project,
  { unclaimedNoticeDays, unclaimedYears }: { unclaimedNoticeDays: number; unclaimedYears: number },
  now: Date,
): string {
  return fill('退款待领', {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    天数: unclaimedNoticeDays,
    年数: unclaimedYears,
  });
}

const stopWords: Readonly<Record<string, string>> = {
  finding: '有整改没有复查通过',
  stoppage: '停工中',
  voucher: '缺发票或收据',
};

/** A payment goes on in spite of what stood in its way: which, why, and who said so (docs/payments.md). */
export function despiteNotice(
  project: Project,
  {
    request,
    stops,
    reason,
    now,
  }: {
    request: { no: number; amountFen: number; purpose: string; payee: string | null };
    stops: readonly string[];
    reason: string;
    now: Date;
  },
): string {
  return fill('照付', {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(now),
    申请: request.no,
    金额: yuan(request.amountFen),
    用途: plain(publishedWords(request), 60),
    拦住: [...new Set(stops.map(stop => stopWords[stop.split(':')[0] ?? ''] ?? stop))].join('、'),
    原因: plain(reason, 200),
  });
}

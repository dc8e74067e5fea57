import { dayWords, endOfDay } from '../../domain/calendar.js';
import { preconditions } from '../../domain/plan/funding-plan.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { typed, yuan } from '../../domain/money.js';
import { rulesAt } from '../../domain/rules.js';
import { unproven, waysOut } from '../../domain/pledge/shortfall.js';
import type { Project } from '../../store/proposal/project.js';

/**
 * What a secretary may do where a round's money falls short, each way with its exact sum and the sentence to type (docs/domain.md 6.5, 8.6).
 * Told in private. Nobody's name and no household stand in it.
 */
export function shortfallWords(project: Project, gapFen: number, now: Date): string {
  const rules = rulesAt(now);
  const ways = waysOut(project, { gapFen, rules });
  const { no } = project;
  const hasFailed = project.state === 'funding_failed';
  const from = ways.sources.map(({ source, needs }) => `${sources[source]}（先有${needs}）`).join('、');
  const [first] = ways.sources;
  const lines = [
    `${no}号认筹${hasFailed ? '没成，' : ''}还差${yuan(gapFen)}。可以选一样办，不能让认过的户多出，也不能摊给没认的户：`,
  ];
  if (first) lines.push(`由别的钱补，依次：${from}。${coverSentence(project, first.source, gapFen, hasFailed)}`);
  if (!hasFailed)
    lines.push(`延长认筹，大家自愿再认：发送“${no}号认筹：截止${plainDay(endOfDay(now, rules.pledgeDays))}”。`);
  if (ways.smallerFen > 0) lines.push(smallerWords(project, ways.smallerFen, ways.promised, hasFailed));
  if (hasFailed) lines.push(`停办：社区书记发送“${no}号终止：原因”。`);
  for (const { source, plannedFen } of unproven(project))
    lines.push(
      `${sources[source]}${yuan(plannedFen)}还没有${preconditions[source].said}，不算落实：有了依据再发一次“${no}号资金来源：……”，写在括号里。`,
    );
  return lines.map((line, index) => (index === 0 ? line : `${index}. ${line}`)).join('\n');
}

function coverSentence(project: Project, source: Source, gapFen: number, hasFailed: boolean): string {
  const { no, budgetFen } = project;
  if (!hasFailed) return `发送“${no}号缺口：${sources[source]}${typed(gapFen)}（写明依据）”。`;
  const ways = waysOut(project, { gapFen, rules: rulesAt(project.stateSince) });
  const list = [...ways.promised, { source, plannedFen: gapFen, evidence: null }];
  return `发送“${no}号资金来源：${listed(list)}”，再发送“发布${no}号方案：做什么，预算${typed(budgetFen ?? 0)}”，重新公示、表决。`;
}

function smallerWords(
  { no, fundingPlan }: Project,
  smallerFen: number,
  promised: readonly { source: Source; plannedFen: number }[],
  hasFailed: boolean,
): string {
  const first = hasFailed ? '' : `先发送“${no}号认筹作罢”放回认捐（没收过钱才可以），`;
  const list = fundingPlan && promised.length > 0 ? `发送“${no}号资金来源：${listed(promised)}”改来源，` : '';
  return `缩小范围，预算减到${yuan(smallerFen)}：${first}${list}再发送“发布${no}号方案：做什么，预算${typed(smallerFen)}”，重新公示、表决。`;
}

function listed(list: readonly { readonly source: Source; readonly plannedFen: number }[]): string {
  return list.map(({ source, plannedFen }) => `${sources[source]}${typed(plannedFen)}`).join('，');
}

function plainDay(at: Date): string {
  return dayWords(at).replace(/（.*/u, '');
}

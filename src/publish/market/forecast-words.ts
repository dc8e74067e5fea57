import { dayOf } from '../../domain/calendar.js';
import { keptFen } from '../../domain/funds/use-of-money.js';
import { statesUnderWay } from '../../domain/lifecycle.js';
import { forecast, type ForecastMonth } from '../../domain/market/forecast.js';
import { periodWords, type ShareDestination, shareGoesTo } from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { isCommitted, plannedFen } from '../../domain/plan/funding-plan.js';
import { rulesAt } from '../../domain/rules.js';
import { fundAccount, marketStanding } from '../../store/market/market-standing.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * The fund and the owners' common income for twelve months, with the sum written out: what there is, what is due, what was promised.
 * What an operator guarantees is the operator's secret (docs/domain.md 6.4): only who keeps the agreements sees it.
 */
export async function forecastText(unit: Unit, { now, isWhole }: { now: Date; isWhole: boolean }): Promise<string> {
  const parts = [await part(unit, 'fund', { now, isWhole }), await part(unit, 'owners', { now, isWhole })];
  const known = parts.filter(text => text !== null);
  return known.length === 0
    ? '慈善基金和公共收益还没有账，也没有公益协议，没法预计。书记登记了闲置空间和公益协议以后再看。'
    : ['**往后12个月的预计**', ...known, '只算已经定下的，没定的不猜。'].join('\n');
}

async function part(
  unit: Unit,
  destination: ShareDestination,
  { now, isWhole }: { now: Date; isWhole: boolean },
): Promise<string | null> {
  const { fundFen, ownersFen } = await fundAccount(unit);
  const haveFen = destination === 'fund' ? fundFen : ownersFen;
  const months = await monthsOf(unit, destination, now);
  const dueFen = total(months, 'dueFen');
  const leastFen = isWhole ? total(months, 'leastFen') : 0;
  const promised = await promisedOf(unit, destination);
  const promisedFen = promised.reduce((sum, { fen }) => sum + fen, 0);
  const open = total(months, 'open') + (isWhole ? 0 : months.filter(one => one.leastFen > 0).length);
  if (haveFen + dueFen + leastFen + promisedFen + open === 0) return null;
  const least = leastFen > 0 ? ` ＋ 保底${yuan(leastFen)}` : '';
  const sumFen = haveFen + dueFen + leastFen - promisedFen;
  return [
    `**${shareGoesTo[destination].said}**`,
    `已收结余${yuan(haveFen)} ＋ 应收${yuan(dueFen)}${least} － 已答应项目${yuan(promisedFen)} ＝ ${sumFen < 0 ? `缺${yuan(-sumFen)}` : yuan(sumFen)}`,
    ...months.flatMap(month => monthLine(month, isWhole)),
    ...promised.map(({ no, fen }) => `- 已答应${no}号${yuan(fen)}，还没拨`),
    ...(open > 0 ? ['- 按收入分成、还没申报的，等申报了才知道，没有算进去'] : []),
  ].join('\n');
}

function monthLine({ month, dueFen, leastFen }: ForecastMonth, isWhole: boolean): string[] {
  const shown = [
    ...(dueFen > 0 ? [`应收${yuan(dueFen)}`] : []),
    ...(isWhole && leastFen > 0 ? [`保底至少${yuan(leastFen)}`] : []),
  ];
  return shown.length === 0 ? [] : [`- ${periodWords(month)}：${shown.join('，')}`];
}

async function monthsOf(unit: Unit, destination: ShareDestination, now: Date): Promise<ForecastMonth[]> {
  const agreements = (await marketStanding(unit, now)).map(({ agreement, periods }) => ({
    terms: agreement,
    destination: agreement.destination,
    begun: new Map(periods.map(period => [period.key, period])),
  }));
  return forecast(agreements, { destination, today: dayOf(now), payDays: rulesAt(now).marketPayDays });
}

/** What plans that are under way count on and have not been given yet, project by project. */
async function promisedOf(unit: Unit, destination: ShareDestination): Promise<{ no: number; fen: number }[]> {
  const { intoProject } = shareGoesTo[destination];
  const found: { no: number; fen: number }[] = [];
  for (const { id, no, fundingPlan, budgetFen } of await unit.projects.inStates(statesUnderWay)) {
    if (!fundingPlan || budgetFen === null || !isCommitted(fundingPlan, intoProject)) continue;
    const fen = plannedFen(fundingPlan, intoProject) - keptFen(intoProject, await unit.ledger.entries(id));
    if (fen > 0) found.push({ no, fen });
  }
  return found;
}

function total(months: readonly ForecastMonth[], what: 'dueFen' | 'leastFen' | 'open'): number {
  return months.reduce((sum, month) => sum + month[what], 0);
}

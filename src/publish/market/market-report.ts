import { dayOf } from '../../domain/calendar.js';
import { isLate, ownerships, periodWords } from '../../domain/market/market.js';
import { plain } from '../../domain/plain-text.js';
import { fundAccount, marketStanding } from '../../store/market/market-standing.js';
import type { Unit } from '../../store/engine/unit.js';
import { agreementName, fundWords, periodLine } from './market-words.js';

/** So many of the newest periods of one agreement stand in a message; the notice board has them all. */
const mostPeriods = 3;

/** The market in words for the group: what is let to whom, each period's due and received, and the fund's account. */
export async function marketText(unit: Unit, now: Date): Promise<string> {
  const today = dayOf(now);
  const spaces = await unit.market.spaces();
  if (spaces.length === 0)
    return `${fundWords(await fundAccount(unit))}\n还没有登记闲置空间。书记发送“闲置空间：邻里驿站东间，业主共有（3号表决）”登记。`;
  const standings = await marketStanding(unit, now);
  const running = standings.filter(({ agreement }) => agreement.endsOn >= today);
  const letIds = new Set(running.map(({ agreement }) => agreement.spaceId));
  const shown = standings.filter(one => running.includes(one) || one.periods.some(({ state }) => state !== 'received'));
  return [
    '**公益市场**',
    ...shown.flatMap(standing => [
      agreementName(standing),
      ...standing.periods.slice(-mostPeriods).map(period => `- ${periodLine(period, today)}`),
    ]),
    ...spaces
      .filter(({ id }) => !letIds.has(id))
      .map(
        ({ no, name, ownership }) =>
          `空间${no} ${plain(name, 40)}（${ownership === null ? '还没写归谁' : ownerships[ownership].said}）：空着`,
      ),
    fundWords(await fundAccount(unit)),
  ].join('\n');
}

/**
 * The sheet that is published when the share of a month is to have been paid (docs/domain.md 6.4): of every agreement the periods that
 * ended in the month, and those before that are not settled. Null where there is none.
 */
export async function monthSheet(unit: Unit, month: string, now: Date): Promise<string | null> {
  const today = dayOf(now);
  const lines = (await marketStanding(unit, now)).flatMap(standing => {
    const told = standing.periods.filter(
      period => period.last.startsWith(month) || (period.last < month && (isLate(period) || period.state === 'due')),
    );
    return told.length === 0 ? [] : [agreementName(standing), ...told.map(period => `- ${periodLine(period, today)}`)];
  });
  if (lines.length === 0) return null;
  return [`**【公益市场公示】${periodWords(month)}**`, ...lines, fundWords(await fundAccount(unit))].join('\n');
}

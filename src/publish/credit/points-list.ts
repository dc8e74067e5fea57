import { dayWords } from '../../domain/calendar.js';
import { behaviours, creditRulesAt } from '../../domain/credit/credit.js';
import { maskName } from '../../domain/masking.js';
import { periodEnd } from '../../domain/periods.js';
import { plain } from '../../domain/plain-text.js';
import type { MonthOfPoints } from '../../domain/credit/points-month.js';

/** The monthly list for the group: totals under masked names, with the last day for objections. */
export function pointsList({ month, totals }: MonthOfPoints, now: Date): string {
  const lastDay = dayWords(new Date(periodEnd(now, creditRulesAt(now).listDays).getTime() - 1), now);
  // A line for each total: thirty neighbours with one point each are one line.
  const byPoints = new Map<number, string[]>();
  for (const { name, isNamed, points } of totals)
    byPoints.set(points, [...(byPoints.get(points) ?? []), plain(isNamed ? name : maskName(name), 10)]);
  const lines = [...byPoints].map(([points, names]) => `- ${points}分：${names.join('、')}`);
  return [
    `**积分公示 ${Number(month.slice(5))}月**（共${totals.length}人，名字打码，只列合计）`,
    ...lines,
    `公示到${lastDay}。有异议请发送“积分申诉：……”，书记会答复。积分自愿参加，投什么、出不出钱都不影响。`,
  ].join('\n');
}

/** What the supervisors are asked to check. */
export function pointsSample({ month, sample }: MonthOfPoints, now: Date): string {
  const lines = sample.map(
    ({ entry, name, isFlagged }) =>
      `- 第${entry.id}号 ${dayWords(entry.at, now)} ${plain(maskName(name), 10)} ${behaviours[entry.behaviour]} +${entry.points}分${isFlagged ? '（同两人互相确认偏多）' : ''}`,
  );
  return [
    `**${Number(month.slice(5))}月积分抽查**（按十分之一抽取，互相确认偏多的全查，请核对是不是真有其事）`,
    ...lines,
    '有问题请告诉网格书记，由书记发送“撤销积分57：原因”；本人可以申诉。',
  ].join('\n');
}

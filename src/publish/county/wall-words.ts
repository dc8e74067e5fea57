import { dayOf, dayWords, noonOf } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import type { Milestone } from '../../store/works/milestone.js';
import type { WallLine } from '../../store/county/wall-chart.js';

export interface WallView {
  readonly place: string;
  readonly year: number;
  readonly lines: readonly WallLine[];
  readonly at: Date;
}

/** What is said of a grid that has no key project. */
export const unset = '还没有定年度攻坚项目';

const urgency = { red: 0, yellow: 2, green: 3, grey: 4, blue: 5, stopped: 6 } as const;

/** The most urgent first; a grid without a key project stands behind the red ones. */
export function byUrgency(lines: readonly WallLine[]): WallLine[] {
  const rank = ({ key }: WallLine): number => (key ? urgency[key.verdict.colour] : 1);
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

/** `4个网格：3个有攻坚项目，1个还没有；滞后1个，正常2个`. */
export function summary(lines: readonly WallLine[]): string {
  const keyed = lines.flatMap(({ key }) => (key ? [key] : []));
  const counts = new Map<string, number>();
  for (const { verdict } of keyed) counts.set(verdict.word, (counts.get(verdict.word) ?? 0) + 1);
  const missing = lines.length - keyed.length;
  const parts = [...counts].map(([word, count]) => `${word}${count}个`).join('，');
  return `${lines.length}个网格：${keyed.length}个有攻坚项目，${missing}个还没有${parts && `；${parts}`}`;
}

/** `✓ 装管 4月25日`, with how late it is. The mark is a word for who cannot see it. */
export function milestoneWords({ name, plannedOn, doneAt, weight }: Milestone, at: Date): string {
  const share = weight === null ? '' : ` 占${weight}%`;
  const plan = `${name} ${dayWords(noonOf(plannedOn), at)}${share}`;
  if (doneAt) return `已完成 ${plan}`;
  return `${plannedOn < dayOf(at) ? '已过期' : '未完成'} ${plan}`;
}

export function moneyWords(receivedFen: number, budgetFen: number | null): string {
  return budgetFen === null ? `到账${yuan(receivedFen)}` : `到账${yuan(receivedFen)}，预算${yuan(budgetFen)}`;
}

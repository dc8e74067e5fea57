import { buildingWords, unitWords } from '../label.js';
import { workdaysEnd } from '../periods.js';
import { rulesAt } from '../rules.js';

/** Where a report stands, and how it may end: each end with its reason. */
export const reportStates = {
  open: '等答复',
  answered: '已答复，在办',
  solved: '已办好',
  elsewhere: '不归本网格，已告诉该找谁',
  grown: '已转成提案',
  withdrawn: '报的人撤回了',
} as const;

export type ReportState = keyof typeof reportStates;

export const openReportStates: readonly ReportState[] = ['open', 'answered'];

/** True while somebody still has to see to a report. */
export function isReportOpen({ state }: { readonly state: ReportState }): boolean {
  return openReportStates.includes(state);
}

/** Until when a report is to be answered: 24:00 of the third workday (docs/domain.md 4.1, 5.4). */
export function answerDueAt(from: Date): Date {
  return workdaysEnd(from, rulesAt(from).reportAnswerWorkdays);
}

/** Until when a report that is handed on is to be answered: anew, but once at the most since it was told. */
export function handedDueAt({ openedAt }: { readonly openedAt: Date }, now: Date): Date {
  const last = answerDueAt(new Date(answerDueAt(openedAt).getTime() - 1));
  const anew = answerDueAt(now);
  return anew < last ? anew : last;
}

/** Until when an answered report is to come to its end. */
export function endDueAt(from: Date): Date {
  return workdaysEnd(from, rulesAt(from).reportEndWorkdays);
}

/** How far up a report has to climb by now: 1 to the secretary once it is overdue, 2 to the dispatch so many workdays later. */
export function climbOf({ dueAt }: { readonly dueAt: Date }, now: Date): 0 | 1 | 2 {
  if (now < dueAt) return 0;
  // A period until 24:00 ends on the day before.
  const last = new Date(dueAt.getTime() - 1);
  return now >= workdaysEnd(last, rulesAt(now).reportClimbWorkdays) ? 2 : 1;
}

/** What everybody may see of where it is: building and entrance, never a room or a person's words. */
export function reportPlace({ building, unit }: { building: string | null; unit: string | null }): string {
  return building === null ? '小区公共部位' : `${buildingWords(building)}${unitWords(unit ?? '')}`;
}

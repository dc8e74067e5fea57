import { dayMs } from '../calendar.js';

/** How the open reports of one kind stand. */
export interface ReportAges {
  readonly open: number;
  readonly overdue: number;
  /** How many days the oldest of them has been open. */
  readonly longestDays: number;
}

const none: ReportAges = { open: 0, overdue: 0, longestDays: 0 };

/** The open reports by their kind and days: counts only, nothing of any person. */
export function reportAges(
  open: readonly { readonly category: string; readonly openedAt: Date; readonly dueAt: Date }[],
  now: Date,
): Readonly<Record<string, ReportAges>> {
  return agesTogether(
    open.map(({ category, openedAt, dueAt }) => ({
      [category]: {
        open: 1,
        overdue: now >= dueAt ? 1 : 0,
        longestDays: Math.floor((now.getTime() - openedAt.getTime()) / dayMs),
      },
    })),
  );
}

/** The figures of several grids as one. */
export function agesTogether(all: readonly Readonly<Record<string, ReportAges>>[]): Record<string, ReportAges> {
  const sums: Record<string, ReportAges> = {};
  for (const one of all)
    for (const [category, { open, overdue, longestDays }] of Object.entries(one)) {
      const sum = sums[category] ?? none;
      sums[category] = {
        open: sum.open + open,
        overdue: sum.overdue + overdue,
        longestDays: Math.max(sum.longestDays, longestDays),
      };
    }
  return sums;
}

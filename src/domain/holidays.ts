import { dayMs, shanghai } from './calendar.js';

/**
 * Rest days and make-up workdays (调休) of each year, as the State Council announces them every autumn; a year that is
 * not here has ordinary weekends only. Dates are those of Shanghai.
 */
interface HolidayYear {
  /** First and last day of each holiday. */
  readonly rest: readonly (readonly [string, string])[];
  /** Weekend days that are worked. */
  readonly work: readonly string[];
  readonly source: string;
}

export const holidays: Readonly<Record<number, HolidayYear>> = {
  2025: {
    source: '国办发明电〔2024〕12号',
    rest: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    source: '国办发明电〔2025〕7号',
    rest: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

/** The year that begins within a month, or has begun, and whose holidays are not known here; null where all are. */
export function yearUnknown(now: Date): number | null {
  const { year } = shanghai(new Date(now.getTime() + 31 * dayMs));
  return year in holidays ? null : year;
}

/** Told to the operator: until the table of a year is there, its days are counted by weekdays, and no period may be trusted that reaches into it. */
export function unknownWords(year: number): { readonly en: string; readonly zh: string } {
  return {
    en: `The holidays of ${year} are not known to this version: terms that reach into it are counted by weekdays. Install a version that has them.`,
    zh: `这个版本还没有${year}年的放假和调休安排，跨到${year}年的期限只按周一到周五算。请升级到有这一年安排的版本。`,
  };
}

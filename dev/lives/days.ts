export const hour = 3_600_000;
export const day = 24 * hour;

/** Rest days of 2026 on weekdays, and weekend days that are worked (国办发明电〔2025〕7号); of other years the model knows weekends only. */
const restDays = '2-16 2-17 2-18 2-19 2-20 2-23 4-6 5-1 5-4 5-5 6-19 9-25 10-1 10-2 10-5 10-6 10-7';
const workDays = '2-14 2-28 5-9 9-20 10-10';

/** The start of the day in Shanghai, eight hours ahead of UTC all the year. */
export function midnight(at: number): number {
  return Math.floor((at + 8 * hour) / day) * day - 8 * hour;
}

function isRest(start: number): boolean {
  const there = new Date(start + 8 * hour);
  const said = `${there.getUTCMonth() + 1}-${there.getUTCDate()}`;
  const is = (list: string): boolean => there.getUTCFullYear() === 2026 && list.split(' ').includes(said);
  if (is(workDays)) return false;
  return is(restDays) || there.getUTCDay() === 0 || there.getUTCDay() === 6;
}

/** 24:00 of the last of so many days, the first not counted; where it is a rest day, of the next workday (docs/domain.md 15). */
export function periodEnd(from: number, days: number): number {
  let last = midnight(from) + days * day;
  while (isRest(last)) last += day;
  return last + day;
}

/** The last minute of the day that lies so many days ahead. */
export function endOfDay(at: number, days: number): number {
  return midnight(at) + (days + 1) * day - 60_000;
}

/** The last nine o'clock in the morning. */
export function morning(now: number): number {
  const start = midnight(now);
  return now >= start + 9 * hour ? start + 9 * hour : start - 15 * hour;
}

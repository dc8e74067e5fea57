import { LunarDay, LunarYear, SolarTerm } from 'tyme4ts';

/** A day of the common calendar; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Lunar days that have a name. The last of the twelfth month depends on the year, so it is asked of the calendar. */
const lunarFestivals: Readonly<Record<string, readonly [number, number]>> = {
  春节: [1, 1], 过年: [1, 1], 大年初一: [1, 1], 年初一: [1, 1], 正月初一: [1, 1], 破五: [1, 5],
  元宵: [1, 15], 元宵节: [1, 15], 正月十五: [1, 15], 灯节: [1, 15], 龙抬头: [2, 2], 二月二: [2, 2], 三月三: [3, 3],
  端午: [5, 5], 端午节: [5, 5], 五月节: [5, 5], 七夕: [7, 7], 七夕节: [7, 7], 中元节: [7, 15], 七月十五: [7, 15],
  中秋: [8, 15], 中秋节: [8, 15], 八月十五: [8, 15], 八月节: [8, 15], 重阳: [9, 9], 重阳节: [9, 9], 九九重阳: [9, 9],
  腊八: [12, 8], 腊八节: [12, 8], 小年: [12, 23],
}; // prettier-ignore

const solarFestivals: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1], 元旦节: [1, 1], 情人节: [2, 14], 妇女节: [3, 8], 三八节: [3, 8], 三八妇女节: [3, 8], 植树节: [3, 12],
  消费者权益日: [3, 15], 愚人节: [4, 1], 劳动节: [5, 1], 五一: [5, 1], 五一节: [5, 1], 五一劳动节: [5, 1], 青年节: [5, 4],
  儿童节: [6, 1], 六一: [6, 1], 六一儿童节: [6, 1], 建党节: [7, 1], 七一: [7, 1], 建军节: [8, 1], 八一: [8, 1],
  教师节: [9, 10], 国庆: [10, 1], 国庆节: [10, 1], 十一: [10, 1], 双十一: [11, 11], 双11: [11, 11], 双十二: [12, 12],
  国家公祭日: [12, 13], 平安夜: [12, 24], 圣诞: [12, 25], 圣诞节: [12, 25],
}; // prettier-ignore

/** Festivals on a weekday: month, which one of the month, weekday (Sunday is 0). */
const weekdayFestivals: Readonly<Record<string, readonly [number, number, number]>> = {
  母亲节: [5, 2, 0], 父亲节: [6, 3, 0], 感恩节: [11, 4, 4],
}; // prettier-ignore

const terms =
  '立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒';
const eves = '除夕夜|除夕|大年三十|年三十|大年夜|年夜';

/** Names of days, the longer first, as a piece of a pattern. 十一 alone is too often a number: it wants 期间, 前 or 放假. */
export const festivalNames = [
  ...eves.split('|'),
  ...Object.keys(lunarFestivals),
  ...Object.keys(weekdayFestivals),
  ...Object.keys(solarFestivals).filter(name => name !== '十一'),
  ...terms.split('|').flatMap(term => (term === '清明' ? ['清明节', term] : [term])),
]
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** The day of a festival or solar term in that year, or null when the name means none. */
export function festivalDay(name: string, year: number): Day | null {
  const solar = solarFestivals[name];
  if (solar) return { year, month: solar[0], day: solar[1] };
  const nth = weekdayFestivals[name];
  if (nth) return nthWeekday(year, nth);
  if (eves.split('|').includes(name)) return dayBeforeLunarYear(year);
  const lunar = lunarFestivals[name];
  // The twelfth lunar month mostly lies in the next common year.
  if (lunar) return lunarDay(lunar[0] === 12 ? year - 1 : year, lunar[0], lunar[1]);
  const term = name.replace(/节$/u, '');
  return terms.split('|').includes(term) ? termDay(term, year) : null;
}

/** A day of the lunar calendar, or null when that month has no such day. */
export function lunarDay(lunarYear: number, month: number, day: number): Day | null {
  try {
    return plain(LunarDay.fromYmd(lunarYear, month, day).getSolarDay());
  } catch {
    return null;
  }
}

function nthWeekday(year: number, [month, nth, weekday]: readonly [number, number, number]): Day {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return { year, month, day: 1 + ((weekday - first + 7) % 7) + 7 * (nth - 1) };
}

function termDay(term: string, year: number): Day | null {
  // The library counts 冬至, 小寒 and 大寒 to the year before the one they open.
  for (const of of [year, year + 1]) {
    const day = plain(SolarTerm.fromName(of, term).getJulianDay().getSolarDay());
    if (day.year === year) return day;
  }
  return null;
}

function dayBeforeLunarYear(year: number): Day | null {
  const months = LunarYear.fromYear(year - 1).getMonths();
  const last = months.at(-1);
  const day = last?.getDays().at(-1);
  return day ? plain(day.getSolarDay()) : null;
}

function plain(day: { getYear(): number; getMonth(): number; getDay(): number }): Day {
  return { year: day.getYear(), month: day.getMonth(), day: day.getDay() };
}

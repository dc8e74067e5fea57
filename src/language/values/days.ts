import { daysBetween, lastOfMonth, realDay, shiftDay, shiftMonth, type Wall } from './clock.js';
import { festivalDay, festivalNames, lunarDay, type Day } from './lunar.js';
import { readNumber, readSequence, toNumber } from './numbers.js';

/** Which day a piece of text names. */
export interface NamedDay {
  readonly day: Day;
  /** True when 前 after it does not mean the day before: 月底前 is the end of the month. */
  readonly isEnd?: boolean;
}

const n = '(?:\\d{1,2}|[零〇一二两三四五六七八九十廿卅]{1,3})';
const week = '(?:周|星期|礼拜)';

/** The ways to name a day, as one pattern with named groups; `readDay` reads what it found. */
export const dayPattern = [
  '(?<relative>大大后[天日]|大后[天日儿]|大后个|后[天日]|后儿个?|后个|明[天日]|明儿个?|明个儿?|今[天日]|今儿个?|今个儿?|当天|昨[天日]|昨儿个?|前[天日]|(?:今|明|后|昨)(?=[晚早夜晨儿]))',
  `(?<weekLead>这个?|本|上上个?|上个?|下下个?|下个?)?${week}(?<weekday>[一二三四五六日天末]|[1-7](?!\\d))(?![天个])`,
  '(?<isoYear>\\d{4})[-/.年](?<isoMonth>\\d{1,2})[-/.月](?<isoDay>\\d{1,2})[日号]?',
  `(?<year>\\d{4}年|[二零〇一三四五六七八九]{4}年|今年|明年|后年)?的?(?<lunar>农历|阴历|旧历)?(?<lunarMonth>正|冬|腊|闰?${n})月(?<lunarDay>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|(?:(?<=[正冬腊]月)|(?<=历.{1,3}月))${n})`,
  `(?<dateYear>\\d{4}年|[二零〇一三四五六七八九]{4}年|今年|明年|后年)?(?<month>${n})月份?(?<day>${n})[日号]?`,
  `(?<monthLead>这个?月|本月|当月|下下个?月|下个?月|上个?月)的?(?<leadDay>${n})[日号]`,
  `(?<endLead>今年|明年|本|这个?|当|下下个?|下个?|${n})?(?<endOf>月份?月?|年)(?:的)?(?<end>底|末|中旬?|最后一天)`,
  '(?<span>这个?|本|下个?)(?<spanOf>周|星期|礼拜|月)(?:之?内|以内|里)',
  `(?<festivalYear>今年|明年)?的?(?<festival>${festivalNames}|十一(?=前|之前|以前|期间|当天|那天|假期|放假))(?![\\d点:])(?:那天|当天|当日|这天|那日)?`,
  '(?<![\\d.¥￥])(?<slashMonth>1[0-2]|0?[1-9])(?:[/.]|-(?=[0-3]?\\d(?:日|号|前|之前|\\s|$)))(?<slashDay>3[01]|[12]\\d|0?[1-9])(?![\\d%元块万千百kKwW])[日号]?',
  `(?<bareDay>${n})[日号](?!楼|栋|线|院|门|机)`,
].join('|');

type Groups = Readonly<Record<string, string | undefined>>;

/** The day that the groups of `dayPattern` name, seen from `today`; null when there is no such day. */
export function readDay(groups: Groups, today: Wall): NamedDay | null {
  if (groups.relative !== undefined) return { day: shiftDay(today, { days: relativeDays(groups.relative) }) };
  if (groups.weekday !== undefined) return weekDay(groups.weekLead, groups.weekday, today);
  if (groups.isoYear !== undefined) return exactDay(Number(groups.isoYear), groups.isoMonth, groups.isoDay);
  if (groups.lunarMonth !== undefined) return lunar(groups, today);
  if (groups.month !== undefined) return monthDay(groups.dateYear, groups.month, groups.day, today);
  if (groups.slashMonth !== undefined) return monthDay(undefined, groups.slashMonth, groups.slashDay, today);
  if (groups.monthLead !== undefined) {
    const { year, month } = shiftDay({ ...today, day: 1 }, { months: leadOffset(groups.monthLead) });
    return exactDay(year, String(month), groups.leadDay);
  }
  if (groups.end !== undefined) return endOf(groups, today);
  if (groups.span !== undefined) return spanEnd(groups, today);
  if (groups.festival !== undefined) return festival(groups.festivalYear, groups.festival, today);
  if (groups.bareDay !== undefined) return nextOfMonth(groups.bareDay, today);
  return null;
}

function relativeDays(name: string): number {
  if (name.startsWith('大大后')) return 4;
  if (name.startsWith('大后')) return 3;
  if (name.startsWith('后')) return 2;
  if (name.startsWith('明')) return 1;
  if (name.startsWith('昨')) return -1;
  return name.startsWith('前') ? -2 : 0;
}

function leadOffset(lead: string): number {
  if (lead.startsWith('下下')) return 2;
  if (lead.startsWith('下')) return 1;
  if (lead.startsWith('上上')) return -2;
  return lead.startsWith('上') ? -1 : 0;
}

/** Weeks begin on Monday. A weekday without a word for the week lies ahead; today counts as ahead. */
function weekDay(lead: string | undefined, name: string, today: Wall): NamedDay {
  const isWeekend = name === '末';
  const weekday = isWeekend ? 7 : '日天7'.includes(name) ? 7 : '一二三四五六'.indexOf(name) + 1 || Number(name);
  const days = weekday - today.weekday + 7 * leadOffset(lead ?? '');
  return { day: shiftDay(today, { days: lead === undefined && days < 0 ? days + 7 : days }), isEnd: isWeekend };
}

function exactDay(year: number, month: string | undefined, day: string | undefined): NamedDay | null {
  const made = realDay(year, count(month), count(day));
  return made && { day: made };
}

/** A date without a year that went by half a year ago or more is next year's; a nearer one is past, and is asked about. */
function monthDay(yearWord: string | undefined, month: string, day: string | undefined, today: Wall): NamedDay | null {
  const made = exactDay(yearOf(yearWord, today), month, day);
  if (!made || yearWord !== undefined) return made;
  return daysBetween(made.day, today) > 180 ? exactDay(today.year + 1, month, day) : made;
}

function yearOf(word: string | undefined, today: Wall): number {
  if (word === undefined || word === '今年') return today.year;
  if (word === '明年') return today.year + 1;
  if (word === '后年') return today.year + 2;
  return readSequence(word.slice(0, -1)) ?? today.year;
}

function lunar({ year, lunarMonth = '', lunarDay: dayWord = '' }: Groups, today: Wall): NamedDay | null {
  const isLeap = lunarMonth.startsWith('闰');
  const name = isLeap ? lunarMonth.slice(1) : lunarMonth;
  const month = name === '正' ? 1 : name === '冬' ? 11 : name === '腊' ? 12 : count(name);
  const day = count(dayWord.replace('初', ''));
  const wanted = yearOf(year, today);
  // The first that lies ahead: the lunar year that is running, or the next.
  for (const lunarYear of year === undefined ? [wanted - 1, wanted, wanted + 1] : [wanted]) {
    const found = lunarDay(lunarYear, isLeap ? -month : month, day);
    if (found && (year !== undefined || daysBetween(today, found) >= 0)) return { day: found };
  }
  return null;
}

function endOf({ endLead, endOf: unit = '', end = '' }: Groups, today: Wall): NamedDay | null {
  const isMiddle = end.startsWith('中');
  if (unit === '年') {
    const year = endLead === '明年' || endLead === '下' ? today.year + 1 : today.year;
    return isMiddle ? null : { day: { year, month: 12, day: 31 }, isEnd: true };
  }
  const named = endLead === undefined || endLead.endsWith('年') ? 0 : count(endLead);
  let first = shiftDay({ ...today, day: 1 }, { months: leadOffset(endLead ?? '') });
  if (named >= 1 && named <= 12) {
    first = { year: named < today.month ? today.year + 1 : today.year, month: named, day: 1 };
  }
  return { day: isMiddle ? { ...first, day: end === '中' ? 15 : 20 } : lastOfMonth(first), isEnd: true };
}

function spanEnd({ span = '', spanOf }: Groups, today: Wall): NamedDay {
  if (spanOf === '月') return { day: lastOfMonth(shiftMonth(today, leadOffset(span))), isEnd: true };
  return { day: shiftDay(today, { days: 7 - today.weekday + 7 * leadOffset(span) }), isEnd: true };
}

function festival(yearWord: string | undefined, name: string, today: Wall): NamedDay | null {
  if (yearWord !== undefined) {
    const day = festivalDay(name, yearOf(yearWord, today));
    return day && { day };
  }
  for (const year of [today.year, today.year + 1]) {
    const day = festivalDay(name, year);
    if (day && daysBetween(today, day) >= 0) return { day };
  }
  return null;
}

/** 5号 is the fifth that lies ahead, this month or next. */
function nextOfMonth(word: string, today: Wall): NamedDay | null {
  const day = count(word);
  if (day < 1 || day > 31) return null;
  for (let months = day < today.day ? 1 : 0; months < 4; months += 1) {
    const { year, month } = shiftDay({ ...today, day: 1 }, { months });
    const made = realDay(year, month, day);
    if (made) return { day: made };
  }
  return null;
}

function count(word: string | undefined): number {
  const text = (word ?? '')
    .replace(/^0(?=\d)/, '')
    .replace(/^廿/u, '二十')
    .replace(/^卅/u, '三十');
  const number = readNumber(text);
  return number ? toNumber(number) : Number.NaN;
}

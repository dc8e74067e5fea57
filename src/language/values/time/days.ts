import { daysBetween, lastOfMonth, realDay, shiftDay, shiftMonth, type Wall } from './clock.js';
import { festivalDay, festivalNames, lunarDay, type Day } from './lunar.js';
import { readNumber, readSequence, toNumber } from '../numbers.js';
import { afterWorkdays, holidayEnd } from './workdays.js';

/** Which day a piece of text names. */
interface NamedDay {
  readonly day: Day;
  /** True when 前 after it does not mean the day before: 月底前 is the end of the month. */
  readonly isEnd?: boolean;
}

const n = '(?:\\d{1,2}|[零〇一二两三四五六七八九十廿卅]{1,3})';
const week = '(?:周|星期|礼拜)';

const years =
  '\\d{4}年|(?<!\\d)\\d{2}年|[二零〇一三四五六七八九]{4}年|(?<![零〇一二三四五六七八九十])[零〇一二三四五六七八九]{2}年|今年|明年|后年|次年|去年|大?前年|上一年';
const weekdayName = '[一二三四五六日天末]|[1-7](?!\\d)';
/** 10月17日（周五）: the weekday beside a date only repeats it. */
const beside = `(?:\\s?[（(]?${week}[一二三四五六日天][）)]?)?`;
const restDays = `(?<holidayYear>${years})?的?(?<holiday>${festivalNames}|十一)(?:小?长假|假期|放假)?`;

/** The ways to name a day, as one pattern with named groups; `readDay` reads what it found. */
export const dayPattern = [
  '(?<relative>大大后[天日]|大后[天日儿]|大后个|后[天日]|后儿个?|后个|明[天日]|次日|明儿个?|明个儿?|今[天日]|今儿个?|今个儿?|当[天日]|昨[天日]|昨儿个?|大前[天日]|前[天日]|(?:今|明|后|昨|当)(?=[晚早夜晨儿]))',
  '(?<!\\d)(?<packedYear>20\\d\\d)(?<packedMonth>0[1-9]|1[0-2])(?<packedDay>[0-2]\\d|3[01])(?:(?<packedHour>[01]\\d|2[0-3])(?<packedMinute>[0-5]\\d))?(?![\\d元块万.])',
  '(?<!\\d)(?<gapYear>20\\d\\d) (?<gapMonth>1[0-2]|0?[1-9]) (?<gapDay>3[01]|[12]\\d|0?[1-9])(?![\\d元块万.])',
  `(?<nthMonth>${n}月份?|下{1,2}个?月|这个?月|本月)的?(?:第(?<nth>[一二三四五1-5])|(?<nthLast>最后一))个?${week}(?<nthDay>${weekdayName})`,
  `(?<weekLead>这个?|本|上{1,3}个?|下{1,4}个?)?${week}(?:的?${week})?(?<weekday>${weekdayName})(?![天个])`,
  `(?<isoYear>\\d{4})[-/.年](?<isoMonth>\\d{1,2})[-/.月](?<isoDay>\\d{1,2})[日号]?${beside}`,
  `(?<year>${years})?的?(?<lunar>农历|阴历|旧历)?(?<lunarMonth>正|冬|腊|闰?${n})月(?<lunarDay>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|(?:(?<=[正冬腊]月)|(?<=历.{1,3}月))${n})`,
  `(?<dateYear>${years})?(?<month>${n})月份?(?<day>${n})[日号]?${beside}`,
  `(?<monthLead>这个?月|本月|当月|同月|下{1,2}个?月|上{1,2}个?月)的?(?<leadDay>${n})[日号]`,
  `(?<endLead>今年|明年|[今明](?=年[底末])|本|这个?|当|下{1,2}个?|${n})?(?<endOf>月份?月?|年)(?:的)?(?<end>底|末|中旬?|最后一天)`,
  `第?(?<quarter>[一二三四1-4])季度(?:的)?(?:末|底|结束|最后一天)`,
  '(?<half>上|下)半年(?:末|底|结束)',
  '(?<span>这个?|本|下个?)(?<spanOf>周|星期|礼拜|月)(?:之?内|以内|里)',
  `(?<wholeLead>下{1,2}个?)(?<wholeOf>周|星期|礼拜|月)(?![一二三四五六日天末\\d初上中下底份第])`,
  `${restDays}(?:(?<holidayEnd>最后一天|结束|末)|(?:过|以|之)?后的?第?(?<workNth>${n})个?(?:工作|上班)日)`,
  '(?<nextWorkday>下一?个|次一?个)工作日',
  `(?<festivalYear>${years})?的?(?<festival>${festivalNames}|十一(?=前|之前|以前|期间|当天|那天|假期|放假))(?![\\d点:])(?:那天|当天|当日|这天|那日)?(?<festivalAfter>(?:小?长假|假期)?(?:过|以|之)?后)?`,
  '(?<![\\d.¥￥])(?<slashMonth>1[0-2]|0?[1-9])(?:[/.·]|-(?=[0-3]?\\d(?:日|号|前|之前|\\s|$)))(?<slashDay>3[01]|[12]\\d|0?[1-9])(?![\\d%元块万千百kKwW])[日号]?',
  `(?<bareDay>${n})[日号](?!楼|栋|线|院|门|机)`,
].join('|');

/** The groups of which one stands in every piece that names a day. */
export const dayGroups = [
  'relative', 'packedYear', 'gapYear', 'nthDay', 'weekday', 'isoYear', 'lunarMonth', 'month', 'monthLead', 'end', 'quarter', 'half',
  'span', 'wholeOf', 'holiday', 'nextWorkday', 'festival', 'slashMonth', 'bareDay',
] as const; // prettier-ignore

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The day that the groups of `dayPattern` name, seen from `today`; null when there is no such day. `before` is the day named
 * just before it: in 9月10号，11号 and 10月20号到25号 the bare day is one of the same month, or of the next.
 */
export function readDay(groups: Groups, today: Wall, before?: Day): NamedDay | null {
  if (groups.relative !== undefined) return { day: shiftDay(today, { days: relativeDays(groups.relative) }) };
  if (groups.packedYear !== undefined) return exactDay(Number(groups.packedYear), groups.packedMonth, groups.packedDay);
  if (groups.gapYear !== undefined) return exactDay(Number(groups.gapYear), groups.gapMonth, groups.gapDay);
  if (groups.nthDay !== undefined) return nthOfMonth(groups, today);
  if (groups.quarter !== undefined) return monthEnd(today.year, count(groups.quarter) * 3);
  if (groups.half !== undefined) return monthEnd(today.year, groups.half === '上' ? 6 : 12);
  if (groups.wholeOf !== undefined) return spanEnd({ span: groups.wholeLead, spanOf: groups.wholeOf }, today);
  if (groups.nextWorkday !== undefined) return worked(today, 1);
  if (groups.holiday !== undefined) return ofHoliday(groups, today);
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
  // 国庆后 begins then, and nobody knows when it ends.
  if (groups.festivalAfter !== undefined) return null;
  if (groups.festival !== undefined) return festival(groups.festivalYear, groups.festival, today);
  if (groups.bareDay !== undefined) return nextOfMonth(groups.bareDay, before ?? today);
  return null;
}

function relativeDays(name: string): number {
  if (name.startsWith('大大后')) return 4;
  if (name.startsWith('大后')) return 3;
  if (name.startsWith('后')) return 2;
  if (name.startsWith('大前')) return -3;
  if (name.startsWith('明') || name.startsWith('次')) return 1;
  if (name.startsWith('昨')) return -1;
  return name.startsWith('前') ? -2 : 0;
}

/** 下下 is two ahead, 上 one behind; 这, 本 and no word are the running one. */
function leadOffset(lead: string): number {
  return (/^下+/u.exec(lead)?.[0].length ?? 0) - (/^上+/u.exec(lead)?.[0].length ?? 0);
}

function monthEnd(year: number, month: number): NamedDay {
  return { day: lastOfMonth({ year, month }), isEnd: true };
}

function worked(from: Day, days: number): NamedDay | null {
  const day = afterWorkdays(from, days);
  return day && { day };
}

/** 清明后第一个工作日, 五一假期最后一天: by the State Council's calendar of that year. */
function ofHoliday({ holidayYear, holiday = '', holidayEnd: isEnd, workNth }: Groups, today: Wall): NamedDay | null {
  const named = festival(holidayYear, holiday, today);
  const last = named && holidayEnd(named.day);
  if (!last) return null;
  return isEnd === undefined ? worked(last, count(workNth)) : { day: last, isEnd: true };
}

/** 八月的第一个周二, 下个月最后一个周五. A month that is over is next year's. */
function nthOfMonth({ nthMonth = '', nth, nthDay = '' }: Groups, today: Wall): NamedDay | null {
  const named = count(/^(.+)月份?$/u.exec(nthMonth)?.[1]);
  const running = shiftDay({ ...today, day: 1 }, { months: leadOffset(nthMonth) });
  const first =
    named >= 1 && named <= 12
      ? { year: named < today.month ? today.year + 1 : today.year, month: named, day: 1 }
      : running;
  const weekday = weekdayOf(nthDay);
  const days = Array.from({ length: lastOfMonth(first).day }, (_, index) => ({ ...first, day: index + 1 }));
  const fitting = days.filter(
    day => (new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7) === weekday,
  );
  const day = nth === undefined ? fitting.at(-1) : fitting[count(nth) - 1];
  return day ? { day } : null;
}

function weekdayOf(name: string): number {
  return '日天末7'.includes(name) ? 7 : '一二三四五六'.indexOf(name) + 1 || Number(name);
}

/** Weeks begin on Monday. A weekday without a word for the week lies ahead; today counts as ahead. */
function weekDay(lead: string | undefined, name: string, today: Wall): NamedDay {
  const isWeekend = name === '末';
  const days = weekdayOf(name) - today.weekday + 7 * leadOffset(lead ?? '');
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

const yearsAhead: Readonly<Record<string, number>> = {
  今年: 0, 明年: 1, 次年: 1, 后年: 2, 去年: -1, 上一年: -1, 前年: -2, 大前年: -3,
}; // prettier-ignore

function yearOf(word: string | undefined, today: Wall): number {
  if (word === undefined) return today.year;
  const ahead = yearsAhead[word];
  if (ahead !== undefined) return today.year + ahead;
  const year = readSequence(word.slice(0, -1)) ?? today.year;
  // 98年 was in the last century, 26年 is in this one.
  return year >= 100 ? year : year + (year + 2000 > today.year + 20 ? 1900 : 2000);
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
    const year = endLead?.startsWith('明') || endLead === '下' ? today.year + 1 : today.year;
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
function nextOfMonth(word: string, today: Day): NamedDay | null {
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

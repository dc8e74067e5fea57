import { momentOf, shiftDay, shiftMonth, wallOf, type Wall } from './clock.js';
import { dayGroups, dayPattern, readDay } from './days.js';
import type { Day } from './lunar.js';
import { readNumber, toNumber } from '../numbers.js';
import { afterWorkdays } from './workdays.js';
import { foldWidth } from '../width.js';

/** A moment found in a text. `past` lies behind `now`, `unclear` names a time that cannot be fixed. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly kind: 'at' | 'past' | 'unclear';
  readonly at: Date;
}

type Deadline =
  | { readonly kind: 'at'; readonly at: Date }
  | { readonly kind: 'past'; readonly at: Date }
  | { readonly kind: 'unclear' | 'none' };

/** The moment that a text names, in Asia/Shanghai, or null when it names none that lies ahead. */
export function readTime(text: string, now: Date): Date | null {
  const deadline = readDeadline(text, now);
  return deadline.kind === 'at' ? deadline.at : null;
}

/** The same, but telling a time that is past and one that is unclear from none. */
export function readDeadline(text: string, now: Date): Deadline {
  const found = findTimes(foldWidth(text.slice(0, 1000)), now);
  const last = found.at(-1);
  if (!last) return { kind: 'none' };
  return last.kind === 'unclear' ? { kind: 'unclear' } : { kind: last.kind, at: last.at };
}

const n = '(?:\\d{1,3}(?:\\.\\d)?|[零〇一二两三四五六七八九十]{1,3})';
const period =
  '凌晨|半夜|深夜|午夜|夜里|夜间|晚上|晚间|夜晚|晚饭后|傍晚|傍黑天?|擦黑|早上|早晨|大清早|清早|一大早|一早|清晨|早间|上午|头午|头晌午?|前晌|中午|晌午|正午|下午|午后|过晌|后晌|晚|早|夜|晨';

/** A time of day behind it belongs to the same moment: 三天后晚八点. */
const ofClock = `[的,，]?\\s*(?:${period}|${n}(?:[:：]\\d|点|點|时(?!候|间|段)))`;
const wholeDays = '工作日|天|日|周|星期|礼拜|月';
/** So many days ahead, as the day on which something is at an hour; 过两天 is none. */
const daysAhead = `(?:再?过)?(?<aheadN>${n})个?(?<aheadUnit>${wholeDays})(?:以?后|之后|过后)|(?:再过|过(?![两二2]))(?<overN>${n})个?(?<overUnit>${wholeDays})|(?<vague>过[两二2]个?(?:${wholeDays}))`;

const minutes = '[一1]刻钟?|[三3]刻钟?|[一二两三四五]?十?[一二两三四五六七八九十]分钟?|[1-5]?\\d分钟?';
const timePattern = new RegExp(
  [
    '(?<iso>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)',
    `(?:再?过)?(?<amount>半|${n}个半|${n})个?(?<unit>天半|天|日|周|星期|礼拜|月|小时半|小时|钟头|分钟|刻钟|年|工作日)(?<after>(?:以?后|之后|过后)(?!${ofClock})|之?内|以内|为限)`,
    `(?<again>再)?过(?<passing>半|${n}个半|${n})个?(?<passingUnit>(?:天|日|周|星期|礼拜|月)(?!${ofClock})|小时|钟头|分钟)`,
    `(?:(?:${dayPattern}|${daysAhead})[的,，T]?\\s*(?<dayPeriod>${period})?|(?<period>${period}))?\\s*(?:差(?<less>${minutes})(?:到|就)?)?(?:(?<hour>${n})(?:(?::|：)(?<colonMinute>[0-5]\\d)(?::[0-5]\\d)?(?:\\s?(?<meridiem>[ap])m)?|\\s?(?<hourMeridiem>[ap])m|(?:点钟?|點|时(?!候|间|段))(?:差(?<lessAfter>${minutes})|(?<minute>半|整|[一1]刻|[三3]刻|[0-5]?\\d分?(?!\\d|月|号)|[零〇一二三四五]?十?[一二三四五六七八九]?分?))))?(?<zeroHour>零[点时])?\\s*(?<before>之前|以前|前(?![天面边]))?`,
  ].join('|'),
  'giu',
);

// A look before the leap: the pattern is long, and few messages name a time.
const mayNameTime =
  /[天日号月周期拜点點时晚早晨午夜晌后内节年底末:：夕十./·-]|\d{8}|20\d\d \d|\d\s?[ap]m|[冬夏]至|[春秋]分|立[春夏秋冬]|[大小][暑雪寒满]|清明|雨水|惊蛰|谷雨|芒种|处暑|白露|霜降|寒露|五一|六一|七一|八一|双1|元旦|元宵|端午|中秋|重阳|七夕|腊八|圣诞|国庆|破五|二月二|三月三|明|今|后/iu;

/** Every moment named in the text. A span (周一到周三) is one mention, and its end counts. */
export function findTimes(text: string, now: Date): TimeMention[] {
  if (!mayNameTime.test(text)) return [];
  const today = wallOf(now);
  const mentions: TimeMention[] = [];
  let spoken: Spoken | null = null;

  for (const found of text.matchAll(timePattern)) {
    if (found[0].trim() === '') continue;
    const groups = found.groups ?? {};
    const start = found.index;
    const end = start + found[0].replace(/[的,，T\s]{1,9}$/u, '').length;
    if (isGlued(text, start, end)) continue;
    const previous = mentions.at(-1);
    const joins = previous && /^\s*(?:到|至|[-~—–]+)\s*$/u.test(text.slice(previous.end, start));

    const follows = previous && spoken?.isOpen === true && besides.test(text.slice(previous.end, start));
    const isListed = previous && /^\s*[、，,和及]\s*$/u.test(text.slice(previous.end, start));
    spoken = readMention(
      groups,
      { today, now, before: joins || isListed ? spoken?.day : undefined },
      joins || follows ? spoken : null,
    );
    if (!spoken) continue;
    const isSame = joins || (follows && isOfClock(groups));
    if (joins && previous && spoken.at && spoken.at <= previous.at && !spoken.period) {
      // 八点到十点: the end lies behind the beginning.
      const evening = new Date(spoken.at.getTime() + 12 * 3_600_000);
      if (evening > previous.at) spoken = { ...spoken, at: evening };
    }
    const isHedged = /^(?:多(?!少)|左右|上下|前后)/u.test(text.slice(end, end + 2));
    const kind = spoken.at === null || isHedged ? 'unclear' : spoken.at <= now ? 'past' : 'at';
    const mention = { start: isSame ? previous.start : start, end, kind, at: spoken.at ?? now } as const;
    if (isSame) mentions.pop();
    mentions.push(mention);
  }
  return mentions;
}

/** What stands between a day and the hour that is said behind it: 放宽到周日吧，晚上八点. */
const besides = /^[吧呢啊呀嘛哈的了，,、。\s]*(?:就|那就|那)?\s*$/u;

/** True for an hour without a day. */
function isOfClock(groups: Groups): boolean {
  const isSpan = groups.iso ?? groups.amount ?? groups.passing ?? groups.aheadN ?? groups.overN ?? groups.vague;
  return isSpan === undefined && dayGroups.every(name => groups[name] === undefined);
}

/** Digits go on before or behind it, so it is a piece of something else: 35:37:12, 1.5月. */
function isGlued(text: string, start: number, end: number): boolean {
  return (
    (/\d/.test(text[start] ?? '') && /\d[:：.]?$/u.test(text.slice(Math.max(0, start - 2), start))) ||
    (/\d/.test(text[end - 1] ?? '') && /^(?:[:：]?\d)/u.test(text.slice(end, end + 2)))
  );
}

/** What one mention says, kept for the end of a span that leaves the day out (八点到十点). */
interface Spoken {
  readonly at: Date | null;
  readonly day?: Day;
  readonly period?: string;
  /** True for a day, or an unclear one, of which the hour may still be said. */
  readonly isOpen?: true;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Moment {
  readonly today: Wall;
  readonly now: Date;
  /** The day that was named just before. */
  readonly before?: Day | undefined;
}

function readMention(groups: Groups, { today, now, before }: Moment, previous: Spoken | null): Spoken | null {
  if (groups.iso !== undefined) return { at: isoMoment(groups.iso) };
  // 过两天 is no day; 再过两天 and 两天后 are.
  const isFew = groups.passing !== undefined && groups.again === undefined && /^[两二2]$/u.test(groups.passing);
  if (isFew || groups.vague !== undefined) return { at: null, isOpen: true };
  const amount = groups.amount ?? groups.passing;
  if (amount !== undefined) {
    const unit = groups.unit ?? groups.passingUnit ?? '';
    const at = later(amount, unit, today, now);
    return { at, ...(isWholeDays(unit) ? { isOpen: true, ...(at ? { day: wallOf(at) } : {}) } : {}) };
  }

  const many = groups.aheadN ?? groups.overN;
  const dayAhead = many === undefined ? null : later(many, groups.aheadUnit ?? groups.overUnit ?? '', today, now);
  const named = dayAhead ? { day: wallOf(dayAhead), isEnd: true } : readDay(groups, today, before);
  const namesDay = many !== undefined || dayGroups.some(name => groups[name] !== undefined);
  if (namesDay && !named) return { at: null, isOpen: true };
  const part = groups.dayPeriod ?? groups.period;
  const clock = readClock(groups);
  if (!namesDay && !clock) {
    // 晚上 alone, without a day or an hour, is no moment.
    return null;
  }

  // 过两天，晚上八点: the hour of a day that nobody knows.
  if (!namesDay && previous?.isOpen && previous.at === null) return { at: null };
  const day = named?.day ?? previous?.day;
  const usedPart = part ?? (day ? previous?.period : undefined);
  const isBefore = groups.before !== undefined;
  if (!clock && usedPart === undefined) {
    const last = isBefore && !named?.isEnd ? shiftDay(day ?? today, { days: -1 }) : (day ?? today);
    return { at: momentOf(last, 23, 59), day, ...(isBefore ? {} : { isOpen: true }) };
  }
  const at = atClock(day, usedPart, clock, today, now);
  return { at: new Date(at.getTime() - (clock?.less ?? 0) * 60_000), day, period: usedPart };
}

/** Made once, so that the drill of long texts tries it. */
const wholeDay = new RegExp(`^(?:${wholeDays})$`, 'u');

function isWholeDays(unit: string): boolean {
  return wholeDay.test(unit);
}

/** With its zone, or as clocks in Shanghai show it. */
function isoMoment(text: string): Date | null {
  const said = text.toUpperCase();
  const at = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/.test(said) ? said : `${said}+08:00`);
  return Number.isNaN(at.getTime()) ? null : new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}

/** N天后 is the end of that day, N小时后 is exact. */
function later(amount: string, unit: string, today: Wall, now: Date): Date | null {
  const count = amount === '半' ? 0.5 : numberOf(amount.replace(/个半$/u, '')) + (amount.endsWith('半') ? 0.5 : 0);
  if (!(count > 0) || count > 1000) return null;
  const exact = (ms: number): Date => new Date(Math.floor((now.getTime() + count * ms) / 60_000) * 60_000);
  if (unit.startsWith('小时')) return exact(3_600_000 + (unit.endsWith('半') ? 1_800_000 / count : 0));
  if (unit === '钟头') return exact(3_600_000);
  if (unit === '分钟') return exact(60_000);
  if (unit === '刻钟') return exact(900_000);
  if (unit === '工作日') {
    const day = Number.isInteger(count) && count <= 60 ? afterWorkdays(today, count) : null;
    return day && momentOf(day, 23, 59);
  }
  if (/^[天日]/u.test(unit)) {
    // 半天后 is four hours' work away to nobody; twelve hours it is.
    return Number.isInteger(count) ? momentOf(shiftDay(today, { days: count }), 23, 59) : exact(86_400_000);
  }
  if (/周|星期|礼拜/u.test(unit)) return momentOf(shiftDay(today, { days: Math.round(count * 7) }), 23, 59);
  if (unit === '年') return momentOf(shiftMonth(today, Math.round(count * 12)), 23, 59);
  const day = shiftDay(shiftMonth(today, Math.floor(count)), { days: count % 1 ? 15 : 0 });
  return momentOf(day, 23, 59);
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** 差五分八点: so many minutes before it. */
  readonly less?: number;
  /** True for 03:00, which is no afternoon. */
  readonly isWritten?: true;
}

function readClock(groups: Groups): Clock | null {
  if (groups.zeroHour !== undefined) return { hour: 0, minute: 0 };
  if (groups.packedHour !== undefined)
    return { hour: Number(groups.packedHour), minute: Number(groups.packedMinute), isWritten: true };
  if (groups.hour === undefined) return null;
  const half = groups.meridiem ?? groups.hourMeridiem;
  const hour = (numberOf(groups.hour) % (half ? 12 : 100)) + (half && /p/iu.test(half) ? 12 : 0);
  const minute = minutesIn(groups.colonMinute ?? groups.minute ?? '');
  const less = minutesIn(groups.less ?? groups.lessAfter ?? '');
  const isReal = Number.isInteger(hour) && hour <= 24 && minute < 60 && less < 60;
  if (!isReal) return null;
  const isWritten = groups.colonMinute !== undefined && /^0\d/.test(groups.hour);
  return { hour, minute, ...(less > 0 ? { less } : {}), ...(isWritten ? { isWritten } : {}) };
}

function minutesIn(words: string): number {
  const said = words.replace(/分?钟?$/u, '');
  if (said === '' || said === '整') return 0;
  if (said === '半') return 30;
  if (/刻/u.test(said)) return /[一1]/u.test(said) ? 15 : 45;
  return numberOf(said.replace(/^[零〇0](?=.)/u, ''));
}

/** The end of a part of the day, for a deadline that names no hour. */
function endOfPart(part: string): Clock {
  if (/凌晨|清晨|^晨/u.test(part)) return { hour: 6, minute: 0 };
  if (/半夜|深夜|午夜/u.test(part)) return { hour: 24, minute: 0 };
  if (/晚|夜/u.test(part) && part !== '傍晚') return { hour: 23, minute: 59 };
  if (/上午|头午|头晌|前晌|中午|晌午|正午/u.test(part)) return { hour: 12, minute: 0 };
  return /早/u.test(part) ? { hour: 9, minute: 0 } : { hour: 18, minute: 0 };
}

function atClock(day: Day | undefined, part: string | undefined, clock: Clock | null, today: Wall, now: Date): Date {
  if (part !== undefined) {
    const { hour, minute } = clock ? inPart(part, clock) : endOfPart(part);
    const at = momentOf(day ?? today, hour, minute);
    return day === undefined && at <= now ? momentOf(shiftDay(today, { days: 1 }), hour, minute) : at;
  }

  const { hour, minute, isWritten = false } = clock ?? { hour: 23, minute: 59 };
  const isToday = day === undefined || (day.month === today.month && day.day === today.day && day.year === today.year);

  if (!isToday) return momentOf(day, hour >= 1 && hour <= 6 && !isWritten ? hour + 12 : hour, minute);
  // A bare hour lies ahead: 八点, typed at two in the afternoon, is tonight.
  const hours = hour >= 1 && hour <= 12 && !isWritten ? [hour, hour + 12] : [hour];
  const ahead = hours.map(each => momentOf(today, each, minute)).find(at => at > now);
  if (ahead) return ahead;
  return day === undefined
    ? momentOf(shiftDay(today, { days: 1 }), hour, minute)
    : momentOf(today, hours.at(-1) ?? hour, minute);
}

/** The hour of the day that is meant in its part: 下午3点, 半夜12点, 中午1点. */
function inPart(part: string, { hour, minute }: Clock): Clock {
  if (hour > 12) return { hour, minute };
  if (/凌晨|清晨|^晨/u.test(part)) return { hour: hour === 12 ? 0 : hour, minute };
  if (/晚饭后|傍|擦黑/u.test(part)) return { hour: hour < 12 ? hour + 12 : hour, minute };
  if (/晚|夜/u.test(part)) {
    if (hour === 12 || hour === 0) return { hour: 24, minute };
    // 夜里两点 belongs to the morning after.
    return { hour: hour <= 4 ? hour + 24 : hour + 12, minute };
  }
  if (/下午|午后|过晌|后晌/u.test(part)) return { hour: hour < 12 ? hour + 12 : hour, minute };
  if (/中午|晌午|正午/u.test(part) && !/头晌/u.test(part)) return { hour: hour < 10 ? hour + 12 : hour, minute };
  return { hour, minute };
}

function numberOf(word: string): number {
  const number = readNumber(word);
  return number ? toNumber(number) : Number.NaN;
}

import { momentOf, shiftDay, shiftMonth, wallOf, type Wall } from './clock.js';
import { dayPattern, readDay } from './days.js';
import type { Day } from './lunar.js';
import { readNumber, toNumber } from './numbers.js';
import { foldWidth } from './width.js';

/** A moment found in a text. `past` lies behind `now`, `unclear` names a time that cannot be fixed. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly kind: 'at' | 'past' | 'unclear';
  readonly at: Date;
}

export type Deadline =
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

const timePattern = new RegExp(
  [
    `(?:再?过)?(?<amount>半|${n}个半|${n})个?(?<unit>天半|天|日|周|星期|礼拜|月|小时半|小时|钟头|分钟|刻钟|年)(?<after>以?后|之后|过后|之?内|以内|为限)`,
    `再?过(?<passing>半|${n}个半|${n})个?(?<passingUnit>天|日|周|星期|礼拜|月|小时|钟头|分钟)`,
    `(?:(?:${dayPattern})[的,，]?\\s*(?<dayPeriod>${period})?|(?<period>${period}))?\\s*(?:(?<hour>${n})(?:(?::|：)(?<colonMinute>[0-5]\\d)|(?:点钟?|點|时(?!候|间|段))(?<minute>半|整|[一1]刻|[三3]刻|[0-5]?\\d分?(?!\\d|月|号)|[零〇一二三四五]?十?[一二三四五六七八九]?分?)))?(?<zeroHour>零点)?\\s*(?<before>之前|以前|前(?![天面边]))?`,
  ].join('|'),
  'gu',
);

// A look before the leap: the pattern is long, and few messages name a time.
const mayNameTime =
  /[天日号月周期拜点點时晚早晨午夜晌后内节年底末:：夕十./-]|[冬夏]至|[春秋]分|立[春夏秋冬]|[大小][暑雪寒满]|清明|雨水|惊蛰|谷雨|芒种|处暑|白露|霜降|寒露|五一|六一|七一|八一|双1|元旦|元宵|端午|中秋|重阳|七夕|腊八|圣诞|国庆|破五|二月二|三月三|明|今|后/u;

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
    const end = start + found[0].trimEnd().length;
    const previous = mentions.at(-1);
    const joins = previous && /^\s*(?:到|至|[-~—–]+)\s*$/u.test(text.slice(previous.end, start));

    spoken = readMention(groups, today, now, joins ? spoken : null);
    if (!spoken) continue;
    if (joins && previous && spoken.at && spoken.at <= previous.at && !spoken.period) {
      // 八点到十点: the end lies behind the beginning.
      const evening = new Date(spoken.at.getTime() + 12 * 3_600_000);
      if (evening > previous.at) spoken = { ...spoken, at: evening };
    }
    const kind = spoken.at === null ? 'unclear' : spoken.at <= now ? 'past' : 'at';
    const mention = { start: joins ? previous.start : start, end, kind, at: spoken.at ?? now } as const;
    if (joins) mentions.pop();
    mentions.push(mention);
  }
  return mentions;
}

/** What one mention says, kept for the end of a span that leaves the day out (八点到十点). */
interface Spoken {
  readonly at: Date | null;
  readonly day?: Day;
  readonly period?: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

function readMention(groups: Groups, today: Wall, now: Date, previous: Spoken | null): Spoken | null {
  const amount = groups.amount ?? groups.passing;
  if (amount !== undefined) return { at: later(amount, groups.unit ?? groups.passingUnit ?? '', today, now) };

  const named = readDay(groups, today);
  const namesDay = dayGroups.some(name => groups[name] !== undefined);
  if (namesDay && !named) return { at: null };
  const part = groups.dayPeriod ?? groups.period;
  const clock = readClock(groups);
  if (!namesDay && !clock) {
    // 晚上 alone, without a day or an hour, is no moment.
    return null;
  }

  const day = named?.day ?? previous?.day;
  const usedPart = part ?? (day ? previous?.period : undefined);
  const isBefore = groups.before !== undefined;
  if (!clock && usedPart === undefined) {
    const last = isBefore && !named?.isEnd ? shiftDay(day ?? today, { days: -1 }) : (day ?? today);
    return { at: momentOf(last, 23, 59), day };
  }
  return { at: atClock(day, usedPart, clock, today, now), day, period: usedPart };
}

const dayGroups = ['relative', 'weekday', 'isoYear', 'lunarMonth', 'month', 'monthLead', 'end', 'span', 'festival', 'slashMonth', 'bareDay']; // prettier-ignore

/** N天后 is the end of that day, N小时后 is exact. */
function later(amount: string, unit: string, today: Wall, now: Date): Date | null {
  const count = amount === '半' ? 0.5 : numberOf(amount.replace(/个半$/u, '')) + (amount.endsWith('半') ? 0.5 : 0);
  if (!(count > 0) || count > 1000) return null;
  const exact = (ms: number): Date => new Date(Math.floor((now.getTime() + count * ms) / 60_000) * 60_000);
  if (unit.startsWith('小时')) return exact(3_600_000 + (unit.endsWith('半') ? 1_800_000 / count : 0));
  if (unit === '钟头') return exact(3_600_000);
  if (unit === '分钟') return exact(60_000);
  if (unit === '刻钟') return exact(900_000);
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
}

function readClock(groups: Groups): Clock | null {
  if (groups.zeroHour !== undefined) return { hour: 0, minute: 0 };
  if (groups.hour === undefined) return null;
  const hour = numberOf(groups.hour);
  const said = (groups.colonMinute ?? groups.minute ?? '').replace(/分$/u, '');
  const minute =
    said === '' || said === '整'
      ? 0
      : said === '半'
        ? 30
        : /刻/u.test(said)
          ? /[一1]/u.test(said)
            ? 15
            : 45
          : numberOf(said.replace(/^[零〇0](?=.)/u, ''));
  return Number.isInteger(hour) && hour <= 24 && minute < 60 ? { hour, minute } : null;
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

  const { hour, minute } = clock ?? { hour: 23, minute: 59 };
  const isToday = day === undefined || (day.month === today.month && day.day === today.day && day.year === today.year);
  if (!isToday) return momentOf(day, hour >= 1 && hour <= 6 ? hour + 12 : hour, minute);
  // A bare hour lies ahead: 八点, typed at two in the afternoon, is tonight.
  const hours = hour >= 1 && hour <= 12 ? [hour, hour + 12] : [hour];
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

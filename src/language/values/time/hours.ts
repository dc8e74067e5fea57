import { readNumber, toNumber } from '../numbers.js';
import type { Span } from '../span.js';

const n = '(?:\\d{1,3}(?:\\.\\d)?|[一二两俩三仨四五六七八九十壹贰叁]{1,3})';
/** Hours, half days and days of work. */
const duration = new RegExp(
  `(?<hourHalf>${n}个?半)(?:小时|钟头)|(?<hours>${n}|半)个?(?:多)?(?<unit>小时半|小时|钟头|钟(?![点表])|H(?![A-Z]))|(?<halves>${n})个半天|(?<dayHalf>${n})天半|(?<days>${n}|半)整?(?:天|个?工日|个整?工(?!人|作|程|具|地|友)|日工|(?<=(?<![月十\\d])[半一两二三])日(?![期子程常历前后内起上下早晚中]))|(?<spans>一|1|两|2|二|三|3|四|4|整|个)个?(?:上午|下午|半晌|头晌|过晌|晌(?!午))`,
  'u',
);

const durations = new RegExp(duration, 'gui');
const denied = new RegExp(`不是(?:${duration.source.replaceAll(/\?<\w+>/gu, '?:')})`, 'u');

/** 半天 is four hours, 一天 eight, 两个半小时 two and a half. */
export function hoursIn(text: string): number | undefined {
  // 不是四小时，是六小时: what is denied does not count.
  return hoursOf(duration.exec(text.replace(denied, '')));
}

/** Every duration that the text names, each with its hours. */
export function findHours(text: string): (Span & { readonly hours: number })[] {
  return [...text.matchAll(durations)].flatMap(found => {
    const hours = hoursOf(found);
    return hours === undefined ? [] : [{ start: found.index, end: found.index + found[0].length, hours }];
  });
}

function hoursOf(found: RegExpExecArray | null): number | undefined {
  if (!found?.groups) return undefined;
  const { hourHalf, hours, unit, halves, dayHalf, days, spans } = found.groups;
  if (hourHalf !== undefined) return valueOf(hourHalf.replace(/个?半$/u, ''), 0.5);
  if (hours !== undefined) return valueOf(hours, unit === '小时半' ? 0.5 : 0);
  if (halves !== undefined) return scaled(halves, 4);
  if (dayHalf !== undefined) return valueOf(dayHalf, 0.5, 8);
  if (days !== undefined) return scaled(days, 8);
  return spans === undefined ? undefined : scaled(/[整个]/u.test(spans) ? '一' : spans, 4);
}

function valueOf(word: string, more: number, factor = 1): number | undefined {
  const value = word === '半' ? 0.5 : amountOf(word);
  return value === undefined ? undefined : (value + more) * factor;
}

function scaled(word: string, factor: number): number | undefined {
  const value = word === '半' ? 0.5 : amountOf(word);
  return value === undefined ? undefined : value * factor;
}

function amountOf(word: string): number | undefined {
  const number = readNumber(word.replace('俩', '两').replace('仨', '三'));
  return number ? toNumber(number) : undefined;
}

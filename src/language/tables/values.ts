/** Signs that nobody sees: zero-width, direction and byte order marks, soft hyphens, tabs and the back-ticks of WeChat Pay. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/** A cell as it was meant: half-width, without signs that nobody sees, without the tricks that keep a spreadsheet from reckoning. */
export function clean(cell: string): string {
  const text = cell.normalize('NFKC').replaceAll(unseen, '').trim();
  // ="200.00" and '200.00 and `200.00 are a text of digits.
  const kept = /^="(?<text>[^"]*)"$/u.exec(text)?.groups?.['text'] ?? text.replace(/^[`']+/u, '');
  return kept.replaceAll('\t', ' ').trim();
}

const nothings = new Set([
  '无',
  '没有',
  '暂无',
  '暂缺',
  '待定',
  '待补',
  '待补充',
  '待核实',
  '空置',
  '空',
  '空房',
  '未知',
  '不详',
  '未登记',
  '未填',
  '未绑定',
  '未提供',
  '缺',
  '不清楚',
  '同上无',
  'none',
  'null',
  'nil',
  'na',
  'n/a',
  '#n/a',
  '#na',
  '#value!',
  '#ref!',
  '#name?',
  '#null!',
  '#div/0!',
  '#num!',
  'undefined',
  'nan',
  'x',
  'xx',
  'xxx',
  '0',
]);

/** True for what people and spreadsheets write where there is nothing to write. */
export function isNothing(text: string): boolean {
  const plain = text.replaceAll(/\s/gu, '').toLowerCase();
  return (
    /^[-—–―－_/\\|.。,，、?？*·~～]*$/u.test(plain) ||
    nothings.has(plain) ||
    nothings.has(plain.replaceAll(/[()（）]/gu, ''))
  );
}

/** What was read of a sum, in fen; `doubt` says why a person has to look at it all the same. */
export interface Sum {
  readonly fen: number;
  readonly doubt?: string;
}

/** A sum of money, exact to the fen and with its sign; null for whatever may mean more than one sum. */
export function readSum(text: string): Sum | null {
  const plain = text
    .replaceAll(/^(?<sign>[+-]?)(?:¥|￥|人民币|CNY|RMB)\s*/giu, '$<sign>')
    .replace(/^(?:¥|￥|人民币|CNY|RMB)\s*/iu, '')
    .replace(/(?<!\s)\s*(?:元整?|圆整?|CNY|RMB|人民币)$/iu, '')
    .trim();
  const bracketed = /^\((?<sum>[\d,.]+)\)$/u.exec(plain)?.groups?.['sum'];
  if (bracketed !== undefined) {
    const inner = readSum(bracketed);
    return inner && { ...inner, fen: 0 - inner.fen };
  }
  const science = /^(?<sign>[+-]?)(?<whole>\d)(?:\.(?<rest>\d{1,15}))?E\+(?<power>\d{1,2})$/u.exec(plain)?.groups;
  if (science) {
    const { sign = '', whole = '', rest = '', power = '' } = science;
    const fen = scaled(`${whole}${rest}`, Number(power) - rest.length + 2);
    return fen === null ? null : { fen: sign === '-' ? 0 - fen : fen, doubt: '金额是科学计数写法，可能少了尾数' };
  }
  const found =
    /^(?<sign>[+-]?)(?<yuan>\d{1,3}(?:(?<mark>[, ])\d{3})(?:\k<mark>\d{3})*|\d{1,13})(?:\.(?<fen>\d{1,2})0*)?$/u.exec(
      plain,
    );
  if (!found) return null;
  const { sign = '', yuan = '', mark, fen = '' } = found.groups ?? {};
  const value = Number(yuan.replaceAll(/[, ]/gu, '')) * 100 + Number(fen.padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return null;
  const signed = sign === '-' ? 0 - value : value;
  return mark === ' ' ? { fen: signed, doubt: '金额中间有空格' } : { fen: signed };
}

function scaled(digits: string, power: number): number | null {
  const value = power >= 0 ? Number(digits) * 10 ** power : Number(digits) / 10 ** -power;
  return Number.isSafeInteger(value) && power > -digits.length && power < 16 ? value : null;
}

/** A moment as a statement tells it: the day, and the time of that day where it is told. */
export interface Moment {
  /** `2026-11-20`. */
  readonly day: string;
  /** `09:00:01`; empty where no time was told. */
  readonly time: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clockForm = '(?<hour>\\d{1,2})(?:[:时点](?<minute>\\d{1,2})?(?:[:分](?<second>\\d{1,2})?(?:\\.\\d+)?秒?)?)?';
const forms = [
  `^(?<year>2\\d{3})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?(?:[\\sT]*${clockForm}(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?$`,
  `^(?<year>2\\d{3})(?<month>\\d{2})(?<day>\\d{2})(?:[\\sT]*${clockForm}|(?<hour6>\\d{2})(?<minute6>\\d{2})(?<second6>\\d{2})(?:\\.\\d+)?|[\\sT]+(?<hour7>\\d{2})(?<minute7>\\d{2})(?<second7>\\d{2}))?$`,
  `^(?<day>\\d{1,2})[-\\s](?<name>[A-Za-z]{3})[a-z]*[-\\s,]+(?<year>2\\d{3}|\\d{2})(?:\\s+${clockForm})?$`,
  `^(?<first>\\d{1,2})/(?<middle>\\d{1,2})/(?<year>2\\d{3})(?:\\s+${clockForm})?$`,
].map(form => new RegExp(form, 'u'));

/**
 * A day and perhaps a time: `2026-11-20 09:00`, `20261120090001`, `2026年11月20日 9时`, the 46346.375 of a spreadsheet,
 * `20-Nov-26`. Null where there is no such moment, or where it may be two: 11/10/2026.
 */
export function readMoment(text: string): Moment | null {
  const plain = text.replaceAll(/星期[一二三四五六日天]|周[一二三四五六日天]/gu, '').trim();
  if (/^\d{5}(?:\.\d+)?$/u.test(plain)) return ofSerial(Number(plain));
  for (const form of forms) {
    const groups = form.exec(plain)?.groups;
    if (groups) return momentIn(groups);
  }
  return null;
}

function momentIn(groups: Readonly<Record<string, string | undefined>>): Moment | null {
  let { month, day } = groups;
  const { name, first, middle, zone } = groups;
  if (name !== undefined) month = String(months.indexOf(name.toLowerCase()) + 1);
  if (first !== undefined && middle !== undefined) {
    // American or European: only a number above twelve tells which.
    if (Number(first) <= 12 && Number(middle) <= 12 && first !== middle) return null;
    [month, day] = Number(first) > 12 ? [middle, first] : [first, middle];
  }
  const year = groups['year'] ?? '';
  const iso = [
    year.length === 2 ? `20${year}` : year,
    (month ?? '').padStart(2, '0'),
    (day ?? '').padStart(2, '0'),
  ].join('-');
  const hour = groups['hour'] ?? groups['hour6'] ?? groups['hour7'];
  const time = timeOf(
    hour,
    groups['minute'] ?? groups['minute6'] ?? groups['minute7'],
    groups['second'] ?? groups['second6'] ?? groups['second7'],
  );
  if (!isDay(iso) || time === null) return null;
  return zone === undefined ? { day: iso, time } : inShanghai(`${iso}T${time || '00:00:00'}${zone}`);
}

function timeOf(hour: string | undefined, minute = '0', second = '0'): string | null {
  if (hour === undefined) return '';
  const parts = [hour, minute || '0', second || '0'].map(Number);
  const [h = 0, m = 0, s = 0] = parts;
  return h < 24 && m < 60 && s < 60 ? parts.map(part => String(part).padStart(2, '0')).join(':') : null;
}

const wholeClock = new RegExp(`^${clockForm}$`, 'u');

/** A time that stands in a column of its own: 12:34:56, 123456, 93001 without its first nought. */
export function readClock(text: string): string {
  if (/^\d{5,6}$/u.test(text)) {
    const digits = text.padStart(6, '0');
    return timeOf(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)) ?? '';
  }
  const found = wholeClock.exec(text)?.groups;
  return found && text.length > 2 ? (timeOf(found['hour'], found['minute'], found['second']) ?? '') : '';
}

/** Days since the last of 1899, as spreadsheets count them; 2000 to 2099. */
function ofSerial(serial: number): Moment | null {
  if (serial < 36_526 || serial >= 73_051) return null;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString();
  return { day: at.slice(0, 10), time: Number.isInteger(serial) ? '' : at.slice(11, 19) };
}

function inShanghai(text: string): Moment | null {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return null;
  const there = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return { day: there.slice(0, 10), time: there.slice(11, 19) };
}

function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}

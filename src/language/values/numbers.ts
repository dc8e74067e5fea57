/**
 * Numbers as people in China write them: digits of both widths, 十二, 两百五, 一万二, 壹仟贰佰, 2千5, 1.5万, 1w5.
 *
 * A number is kept as a whole number and a power of ten, so that money never meets binary fractions.
 */
interface Decimal {
  readonly units: number;
  /** The value is `units` divided by ten to this power. */
  readonly places: number;
}

// prettier-ignore
const digitOf: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 幺: 1,
};

/** The characters a spoken number is made of; other modules build their patterns with it. */
export const chineseDigits = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖';
export const chineseNumerals = `${chineseDigits}廿卅十拾百佰千仟万亿`;

/** Reads the whole of the text as one number, or null. */
export function readNumber(said: string): Decimal | null {
  const text = said.replaceAll('，', ',').replaceAll(' ', '').replace('廿', '二十').replace('卅', '三十');
  const spoken = spokenFraction.exec(text);
  if (spoken) return readNumber(`${readDigits(spoken[1] ?? '')}.${readDigits(spoken[2] ?? '')}${spoken[3]}`);
  const plain = /^\d[\d,]*(?:\.\d+)?$/.test(text) ? readPlain(text) : null;
  return plain ?? readMixed(text);
}

/** 一点五万 is 1.5万. */
const spokenFraction = new RegExp(`^([${chineseNumerals}]{1,3})点([${chineseDigits}]{1,3})([万千百亿]?)$`, 'u');

/** The number as JavaScript has it; for counts and hours, never for money. */
export function toNumber(decimal: Decimal): number {
  return decimal.units / 10 ** decimal.places;
}

/** Reads a whole number of at least nought, or null. */
export function readWhole(text: string): number | null {
  const decimal = readNumber(text.trim());
  if (!decimal) return null;
  const value = toNumber(decimal);
  return Number.isSafeInteger(value) ? value : null;
}

/** Reads a bare number of a project: `12`, `12号`, `#12`, `第十二号项目`. */
export function readProjectNo(text: string): number | null {
  const found = projectNoPattern.exec(text.trim().normalize('NFKC'));
  if (!found) return null;
  const value = readSequence(found[1] ?? '');
  return value !== null && value > 0 ? value : null;
}

const projectNoPattern = new RegExp(
  `^(?:那个|就是|就|是|给)?(?:项目|提案|表决|投票)?(?:第|#|no\\.?|编号)?\\s*(\\d{1,6}|[${chineseNumerals}]{1,7})\\s*(?:号|#)?(?:那个|这个)?(?:项目|提案|提议|表决|投票|议题|方案)?(?:的|吧|啊|呀|呗|哈)?[。.!！]?$`,
  'iu',
);

/** A number that may also be spoken digit by digit: 三〇一 is 301. */
export function readSequence(text: string): number | null {
  const whole = readWhole(text);
  if (whole !== null) return whole;
  const digits = [...text].map(sign => digitOf[sign] ?? Number.NaN);
  return digits.length > 0 && digits.every(digit => digit >= 0) ? Number(digits.join('')) : null;
}

/** The digits of a number spoken one by one or as a number, as text: 五零二 and 五百零二 are both `502`. */
export function readDigits(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  const digits = [...text].map(sign => digitOf[sign]);
  if (digits.every(digit => digit !== undefined)) return digits.join('');
  const whole = readWhole(text);
  return whole === null ? null : String(whole);
}

function readPlain(text: string): Decimal | null {
  const [whole = '', fraction = ''] = text.split('.');
  // Separators stand before every three digits (or every four), or it is a list of numbers.
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/.test(whole) && !/^\d{1,4}(?:,\d{4})+$/.test(whole)) return null;
  const digits = (whole + fraction).replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return null;
  return { units: Number(digits), places: fraction.length };
}

/** Reads a number that has unit words in it, section by section as it is spoken: 一亿两千万, 3万6, 十二万八, 2千5. */
function readMixed(text: string): Decimal | null {
  if (text.length > 24) return null;
  const parts = /^(?:(.+)亿)?(?:(.+)[万wW])?(.*)$/u.exec(text);
  if (!parts) return null;
  const [, hundredMillions, tenThousands, rest = ''] = parts;
  const unit = tenThousands !== undefined ? 4 : hundredMillions !== undefined ? 8 : null;

  const below = readTail(rest, unit);
  const middle =
    tenThousands === undefined ? nothing : raise(readTail(tenThousands, hundredMillions === undefined ? null : 8), 4);
  const above = hundredMillions === undefined ? nothing : raise(readNumber(hundredMillions), 8);
  if (!below || !middle || !above) return null;

  // A fraction of 万 is whole by itself: nothing may follow 1.23456万.
  const places = Math.max(below.places, middle.places, above.places);
  if (places > 0 && [below, middle, above].filter(part => part.units > 0).length > 1) return null;
  const units = below.units + middle.units + above.units;
  return Number.isSafeInteger(units) ? { units, places } : null;
}

const nothing: Decimal = { units: 0, places: 0 };

/** What is said after a larger unit: nothing, a last digit that counts for the next smaller unit, 零五, or a section. */
function readTail(text: string, unit: number | null): Decimal | null {
  if (unit === null) return readSection(text);
  if (text === '') return nothing;
  if (/^[零〇0]/.test(text)) return readSection(text.slice(1));
  const digit = readDigit(text);
  if (digit) return { units: digit * 10 ** (unit - 1), places: 0 };
  // A bare row of digits after 万 says nothing certain, except all four of them.
  if (/^\d+$/.test(text)) return text.length === unit ? { units: Number(text), places: 0 } : null;
  return readSection(text);
}

const sectionPattern = new RegExp(
  '^(?:(D)[千仟kK])?([零〇0])?(?:(D)[百佰])?([零〇0])?(?:(D)?([十拾]))?([零〇0])?(D)?$'.replaceAll(
    'D',
    `[${chineseDigits.slice(2)}俩仨]|\\d+(?:\\.\\d+)?`,
  ),
  'u',
);

/** A number below ten thousand: 一千零五十, 两百五, 2千5, 十二, 2.3k. */
function readSection(text: string): Decimal | null {
  if (text === '') return null;
  if (/^[零〇]$/.test(text)) return nothing;
  if (/^\d/.test(text) && /^[\d,.]+$/.test(text)) return readPlain(text);
  const found = sectionPattern.exec(text);
  if (!found) return null;
  const [, thousands, zero1, hundreds, zero2, tensDigit, tens, zero3, last] = found;

  const fraction = [thousands, hundreds, tensDigit].find(part => part?.includes('.'));
  if (fraction !== undefined) {
    const power = fraction === thousands ? 3 : fraction === hundreds ? 2 : 1;
    return text.length === fraction.length + 1 ? raise(readPlain(fraction), power) : null;
  }

  const ones = last === undefined ? 0 : readDigit(last);
  if (ones === null) return null;
  const gap = zero1 ?? zero2 ?? zero3;
  // 两百五 is 250, 两百零五 is 205.
  const lacksUnit = last !== undefined && tens === undefined && gap === undefined;
  const onesFactor = lacksUnit ? (hundreds !== undefined ? 10 : thousands !== undefined ? 100 : 1) : 1;

  const units =
    (count(thousands) ?? 0) * 1000 +
    (count(hundreds) ?? 0) * 100 +
    (tens === undefined ? 0 : (count(tensDigit) ?? 1) * 10) +
    ones * onesFactor;
  return Number.isSafeInteger(units) ? { units, places: 0 } : null;
}

function count(text: string | undefined): number | null {
  return text === undefined ? null : (readDigit(text) ?? (/^\d+$/.test(text) ? Number(text) : null));
}

/** One digit from one to nine. */
function readDigit(text: string): number | null {
  const digit = digitOf[text] ?? (/^[1-9]$/.test(text) ? Number(text) : 0);
  return digit > 0 ? digit : null;
}

function raise(value: Decimal | null, power: number): Decimal | null {
  if (!value) return null;
  const places = Math.max(0, value.places - power);
  const units = value.units * 10 ** Math.max(0, power - value.places);
  return Number.isSafeInteger(units) ? { units, places } : null;
}

const wordsForCount = new RegExp(`[${chineseNumerals}]+(?=[个名月日号])`, 'gu');

/** 楼长一百五十名 with its figures: 楼长150名. */
export function withDigits(text: string): string {
  return text.replaceAll(wordsForCount, words => String(readWhole(words) ?? words));
}

/** Above this nothing is one neighbourhood's project: 10 million yuan, in fen. */
export const mostFen = 1_000_000_000;

/** Fen in the words of an account: 236000.00 yuan is `236,000元`, and fen are shown only where there are any. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  const digits = String(whole).replace(/\B(?=(\d{3}){1,6}$)/g, ',');
  return `${sign}${digits}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}元`;
}

/** A sum that is read back: from a thousand yuan on it is said in words as well, `2,000元（两千元）` (docs/domain.md 16). */
export function yuanSaid(fen: number): string {
  return fen < 100_000 ? yuan(fen) : `${yuan(fen)}（${inWords(fen)}）`;
}

const numerals = [...'零一二三四五六七八九'];

/** `十二万三千零五元五角`, as people say it. */
function inWords(fen: number): string {
  const [whole, rest] = [Math.floor(fen / 100), fen % 100];
  const [tens, low] = [Math.floor(whole / 10_000), whole % 10_000];
  const high = tens === 0 ? '' : tens === 2 ? '两万' : `${belowTenThousand(tens)}万`;
  const gap = tens > 0 && low > 0 && low < 1000 ? '零' : '';
  const parts = [
    [Math.floor(rest / 10), '角'],
    [rest % 10, '分'],
  ] as const;
  const small = parts.map(([count, unit]) => (count > 0 ? `${numerals[count]}${unit}` : '')).join('');
  return `${high}${gap}${belowTenThousand(low)}元${small}`;
}

/** Empty for nothing. Ten to nineteen are said without their one, and two hundred and two thousand with another two. */
function belowTenThousand(number: number): string {
  const units = ['', '十', '百', '千'];
  const digits = [...String(number)].map(Number);
  let said = '';
  let skipped = false;
  for (const [index, digit] of digits.entries()) {
    const unit = units[digits.length - 1 - index] ?? '';
    if (digit > 0) {
      const isShort = digit === 1 && unit === '十' && index === 0;
      const numeral = digit === 2 && (unit === '百' || unit === '千') ? '两' : numerals[digit];
      said += `${skipped ? '零' : ''}${isShort ? '' : numeral}${unit}`;
    }
    skipped = digit === 0 && said !== '';
  }
  return said;
}

/** An amount as it is typed, in yuan without thousands separators: `236000元`. */
export function typed(fen: number): string {
  return `${inYuan(fen)}元`;
}

/** The same in a field or a table that says yuan by itself: `236000`, `1.50`. */
export function inYuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/**
 * Splits an amount in proportion to integer weights, exact to the fen: largest remainder, ties to the smaller index
 * (docs/domain.md 6.5). Weights are not negative and not all zero.
 */
export function allocate(amountFen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n) throw new RangeError('there is nobody to allocate to');

  const shares = weights.map((weight, index) => {
    const scaled = BigInt(amountFen) * BigInt(weight);
    return { index, fen: Number(scaled / total), remainder: scaled % total };
  });
  let left = amountFen - shares.reduce((sum, share) => sum + share.fen, 0);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0) break;
    share.fen += 1;
    left -= 1;
  }
  return shares.map(share => share.fen);
}

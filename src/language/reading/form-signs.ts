/** One piece of an expression: an escape, a class, the opening of a group, or one sign. */
const piece = /\\(?:[pPu]\{[^}]*\}|k<\w+>|[^])|\[(?:\\[^]|[^\]\\])*\]|\((?:\?(?:<\w+>|[:=!]|<[=!]))?|[^]/gu;
/** Forms are tried with their numbers as `12号` and with a colon for a gap: these signs need not have been typed. */
const given = /[\d号]/u;

/**
 * The letters that every text of a form holds: those that stand in its expression outside of groups and are not optional. Whether
 * they are all there is seen without compiling the expression. None for an expression of several alternatives.
 */
export function signsOf(source: string): readonly string[] {
  const found = new Set<string>();
  const pieces = source.match(piece) ?? [];
  let depth = 0;
  for (const [index, sign] of pieces.entries()) {
    if (sign.startsWith('(')) depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth > 0) continue;
    if (sign === '|') return [];
    const isOptional = /^[?*{]/.test(pieces[index + 1] ?? '');
    if (!isOptional && /^\p{L}$/u.test(sign) && !given.test(sign)) found.add(sign);
  }
  return [...found];
}

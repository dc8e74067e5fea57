/** A part of an expression: what it may be, one beside the other, each a row of pieces. */
type Part = readonly (readonly Piece[])[];

interface Piece {
  /** A group, or the source of one sign or class; the latter is empty for what takes no signs. */
  readonly of: Part | string;
  /** It looks ahead or behind, and takes no signs. */
  readonly looks: boolean;
  readonly least: number;
  readonly most: number;
}

/** So often a group is looked at as repeated without end. */
const many = 8;

/**
 * Texts that make an expression repeat itself: for each of its repetitions, words that lead to it, then what may be repeated over and over,
 * and at the end a sign that it does not expect. An expression that can divide such words in more ways the longer they are never ends on them.
 */
export function repeatedWords(source: string, times: number): string[] {
  const found = new Set<string>();
  const visit = (part: Part, lead: string): void => {
    for (const row of part) {
      let before = lead;
      for (const piece of row) {
        const { of, most } = piece;
        if (most >= many) for (const words of pumps(of)) found.add(before + words.repeat(times) + unmet);
        if (typeof of !== 'string') visit(of, before);
        before += shortest(piece);
      }
    }
  };
  visit(parsed(source), '');
  return [...found];
}

/** Signs that nothing expects, and so many that nothing takes them all. */
const unmet = '\u0001'.repeat(300);

/** What a repetition may repeat: each of its alternatives, as short as can be and with all that may stand in it. */
function pumps(of: Piece['of']): string[] {
  if (typeof of === 'string') return [signOf(of)].filter(Boolean);
  const rows = of.flatMap(row => [
    row.map(piece => shortest(piece)).join(''),
    row.map(piece => shortest(piece, 1)).join(''),
    ...row.flatMap(({ of: inner, most, looks }, at) => {
      if (looks || (most === 1 && typeof inner === 'string')) return [];
      const [before, behind] = [row.slice(0, at), row.slice(at + 1)].map(some =>
        some.map(one => shortest(one)).join(''),
      );
      return pumps(inner).flatMap(words => [words, `${before}${words}${behind}`]);
    }),
  ]);
  return [...new Set(rows)].filter(Boolean);
}

/** As few signs as will do, or some where none would. */
function shortest({ of, looks, least }: Piece, atLeast = 0): string {
  if (looks) return '';
  const [first = []] = typeof of === 'string' ? [] : of;
  const once = typeof of === 'string' ? signOf(of) : first.map(piece => shortest(piece)).join('');
  return once.repeat(Math.max(least, atLeast));
}

/** A sign that this stands for: one that is written in it, or one of many that it holds. */
function signOf(source: string): string {
  if (source === '') return '';
  const one = new RegExp(`^${source}$`, 'u');
  return [...source.replace(/^\[\^?/u, ''), ...'一1a，A号 \n：.'].find(sign => one.test(sign)) ?? '';
}

/** One token: a class, an escape, what opens a group, how often, or a sign by itself. */
const token =
  /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|k<\w+>|.)|\(\?(?:<?[=!]|:|<\w+>)|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu;
const often = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})\??$/u;
const takesNothing = /^(?:[$^]|\\[bB\d]|\\k<\w+>)$/u;

function parsed(source: string): Part {
  const tokens = source.match(token) ?? [];
  let at = 0;
  const part = (): Part => {
    const rows: Piece[][] = [[]];
    for (; at < tokens.length && tokens[at] !== ')'; at += 1) {
      const sign = tokens[at] ?? '';
      if (sign === '|') rows.push([]);
      else rows.at(-1)?.push(piece(sign));
    }
    return rows;
  };
  const piece = (sign: string): Piece => {
    let of: Piece['of'] = takesNothing.test(sign) ? '' : sign;
    const looks = /^\(\?<?[=!]/u.test(sign);
    if (sign.startsWith('(')) {
      at += 1;
      of = part();
    }
    const [, mark, least, open, most] = often.exec(tokens[at + 1] ?? '') ?? [];
    if (mark === undefined && least === undefined) return { of, looks, least: 1, most: 1 };
    at += 1;
    if (mark !== undefined) return { of, looks, least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Infinity };
    const fewest = Number(least);
    return { of, looks, least: fewest, most: most ? Number(most) : open ? Infinity : fewest };
  };
  return part();
}

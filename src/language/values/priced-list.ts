import { findAmounts } from './amounts.js';

/** Something with its price: a line of a budget, or a company with its offer. */
export interface Priced {
  readonly name: string;
  /** Whole fen above zero. */
  readonly amountFen: number;
}

const most = 12;
const longestName = 20;

/**
 * Reads `材料1200元，人工800元`: two names or more, each with one exact sum of money. Null where a part has no name or no sum that is
 * sure, where a name stands twice, or where there are more than twelve.
 */
export function readPricedList(text: string): Priced[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,，、;；\n](?!\d{3}(?:\D|$))/u)
    .map(part => part.trim().replace(/[。.]$/u, ''))
    .filter(Boolean);
  const list = parts.map(readOne);
  const names = new Set(list.map(one => one?.name));
  if (list.length === 0 || list.length > most || names.size < list.length) return null;
  return list.every(one => one !== null) ? list : null;
}

function readOne(part: string): Priced | null {
  const [amount, ...others] = findAmounts(part).filter(({ named }) => named);
  if (amount?.kind !== 'exact' || others.length > 0 || amount.fen <= 0) return null;
  if (/[-−负]\s*$|^[-−负]/u.test(part.slice(0, amount.start)) || /^[-−负]/u.test(part.slice(amount.start))) return null;
  const name = `${part.slice(0, amount.start)}${part.slice(amount.end)}`.replaceAll(/[:：\s()（）]/gu, '');
  return name === '' || [...name].length > longestName ? null : { name, amountFen: amount.fen };
}

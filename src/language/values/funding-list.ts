import { findAmounts } from './amounts.js';

/** One source of a funding plan, as it was said. */
export interface SaidSource {
  readonly name: string;
  readonly amountFen: number;
  /** What stands in brackets behind it: 批文桓财2026-12号, 3号表决. */
  readonly evidence: string | null;
}

const most = 10;

/**
 * Reads `居民60000元，奖补150000元（批文桓财2026-12号），公共收益26000元（3号表决）`: every part a name with one exact sum, and its
 * evidence in brackets. Null where a part cannot be read, or a name stands twice.
 */
export function readFundingList(text: string): SaidSource[] | null {
  // A comma within brackets or between thousands parts nothing.
  const parts = text
    .normalize('NFKC')
    .split(/[,、;。\n](?![^(]*\))(?!\d{3}(?:\D|$))/u)
    .map(part => part.trim())
    .filter(Boolean);
  const list = parts.map(readOne);
  const names = new Set(list.map(one => one?.name));
  if (list.length === 0 || list.length > most || names.size < list.length) return null;
  return list.every(one => one !== null) ? list : null;
}

function readOne(part: string): SaidSource | null {
  const {
    head = '',
    evidence = '',
    tail = '',
  } = /^(?<head>[^(]*)(?:\((?<evidence>[^()]{1,100})\))?(?<tail>[^()]*)$/u.exec(part)?.groups ?? {};
  const words = `${head}${tail}`;
  if (/[-−负]\s*\d/u.test(words)) return null;
  const [amount, ...others] = findAmounts(words).filter(({ named }) => named);
  if (amount?.kind !== 'exact' || others.length > 0 || amount.fen <= 0) return null;
  const name = `${words.slice(0, amount.start)}${words.slice(amount.end)}`
    .replaceAll(/[\s:：]/gu, '')
    .replace(/(?:部分|出)$/u, '');
  return name === '' ? null : { name, amountFen: amount.fen, evidence: evidence.trim() || null };
}

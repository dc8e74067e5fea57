import { sum } from '../sum.js';
import { type Account, movedTo, type Posting, type Source } from './ledger.js';
import { reversePostings } from './postings.js';

/** What an entry used of one source's money, in fen: paid out or handed on. What it kept back is not used yet. */
export function usedOf(source: Source, { postings }: { readonly postings: readonly Posting[] }): number {
  const isOwn = (account: Account): boolean => account === `cash/${source}` || account === `retained/${source}`;
  const isUse = (account: Account): boolean => /^(?:spent$|spent\/|passed\/)/.test(account);
  return sum(postings.map(({ from, to, amountFen }) => (isOwn(from) && isUse(to) ? amountFen : 0)));
}

/** What entries used of one source's money and was not taken back, in fen. */
export function usedFen(source: Source, entries: readonly { readonly postings: readonly Posting[] }[]): number {
  const backFen = sum(entries.map(({ postings }) => usedOf(source, { postings: reversePostings(postings) })));
  return sum(entries.map(entry => usedOf(source, entry))) - backFen;
}

/** What came in of one source, recorded or reconciled, and was not given back to it, in fen. */
export function keptFen(source: Source, entries: readonly { readonly postings: readonly Posting[] }[]): number {
  const backFen = sum(
    entries.flatMap(({ postings }) =>
      postings.map(({ from, to, amountFen }) => (from === `cash/${source}` && to === 'refunded' ? amountFen : 0)),
    ),
  );
  return -movedTo(`outside/${source}`, entries) - backFen;
}

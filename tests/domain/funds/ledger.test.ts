import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Balances,
  isAccount,
  isNeverNegative,
  movedWith,
  type Posting,
  type Source,
  spendableFen,
  summaryOf,
} from '../../../src/domain/funds/ledger.js';
import {
  claimPostings,
  passPostings,
  receiptPostings,
  reconcilePostings,
  refundPostings,
  releasePostings,
  returnPostings,
  reversePostings,
  spendPostings,
} from '../../../src/domain/funds/postings.js';
import { statementOf } from '../../../src/domain/funds/statement.js';

const lines = ['材料', '人工', null] as const;
const earmarks = { subsidy: ['材料'], welfare: ['人工'] } as const;

const deed = fc.record({
  kind: fc.constantFrom('receipt', 'reconcile', 'spend', 'release', 'refund', 'return', 'claim', 'pass', 'reverse'),
  source: fc.constantFrom<Source>('residents', 'subsidy', 'welfare', 'maintenance_fund'),
  line: fc.constantFrom(...lines),
  fen: fc.integer({ min: 1, max: 1_000_000 }),
  keeps: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** What a deed posts, as far as there is money for it; nothing where there is none. */
function postingsOf(
  { kind, source, line, fen, keeps }: Deed,
  books: Balances,
  before: readonly Posting[][],
): Posting[] {
  const most = (there: number): number => Math.min(fen, there);
  const purpose = { line, earmarks };
  switch (kind) {
    case 'receipt':
      return receiptPostings(source, fen);
    case 'reconcile':
      return reconcilePostings(books);
    case 'spend': {
      const amount = most(spendableFen(books, purpose));
      const retainedFen = keeps ? Math.floor(amount * 0.03) : 0;
      return amount > 0 ? spendPostings(books, amount, { ...purpose, retainedFen }) : [];
    }
    case 'release':
      return before.map(released).find(postings => postings.length > 0 && isCovered(postings, books)) ?? [];
    case 'refund': {
      const amount = most(books[`cash/${source}`] ?? 0);
      return amount > 0 ? refundPostings(amount, source) : [];
    }
    case 'return':
      return most(books.refunded ?? 0) > 0 ? returnPostings(most(books.refunded ?? 0)) : [];
    case 'claim':
      return most(books.unclaimed ?? 0) > 0 ? claimPostings(most(books.unclaimed ?? 0)) : [];
    case 'pass': {
      const amount = most(summaryOf(books).freeFen);
      return amount > 0 ? passPostings(books, amount, 'maintenance_fund') : [];
    }
    case 'reverse': {
      const postings = reversePostings(before.at(-1) ?? []);
      return isCovered(postings, books) ? postings : [];
    }
  }
}

function isCovered(postings: readonly Posting[], books: Balances): boolean {
  return postings.every(({ from, amountFen }) => !isNeverNegative(from) || (books[from] ?? 0) >= amountFen);
}

/** What a payment kept back, paid out under its line. */
function released(payment: readonly Posting[]): Posting[] {
  const expense = payment.find(({ to }) => to.startsWith('spent'))?.to ?? 'spent';
  return releasePostings(payment, expense === 'spent' ? null : expense.slice('spent/'.length));
}

function plainly(books: Balances): Record<string, number> {
  return books as Record<string, number>;
}

/** The running totals after some postings more. */
function moved(books: Balances, postings: readonly Posting[]): Balances {
  const sums = { ...plainly(books) };
  for (const { from, to, amountFen } of postings) {
    for (const account of movedWith(from)) sums[account] = (sums[account] ?? 0) - amountFen;
    for (const account of movedWith(to)) sums[account] = (sums[account] ?? 0) + amountFen;
  }
  return sums;
}

/** Any history of deeds: its entries, and the books after each of them. */
function lived(deeds: readonly Deed[]): { entries: Posting[][]; books: Balances[] } {
  const entries: Posting[][] = [];
  const books: Balances[] = [{}];
  for (const one of deeds) {
    const postings = postingsOf(one, books.at(-1) ?? {}, entries);
    if (postings.length === 0) continue;
    entries.push(postings);
    books.push(moved(books.at(-1) ?? {}, postings));
  }
  return { entries, books };
}

const histories = fc.array(deed, { maxLength: 60 });

test('at every moment the balance is what came in less what went out, and no account of money is below zero (8.5 (1))', () => {
  fc.assert(
    fc.property(histories, deeds => {
      for (const books of lived(deeds).books) {
        const { receivedFen, spentFen, refundedFen, passedFen, balanceFen } = summaryOf(books);
        expect(balanceFen).toBe(receivedFen - spentFen - refundedFen - passedFen);
        for (const [account, fen] of Object.entries(plainly(books)))
          expect(isNeverNegative(account) && fen < 0, account).toBe(false);
      }
    }),
  );
});

test('money for certain lines is spent, and kept back, only for them (8.5 (2))', () => {
  fc.assert(
    fc.property(histories, deeds => {
      for (const { from, to } of lived(deeds).entries.flat()) {
        if (to !== 'spent' && !to.startsWith('spent/')) continue;
        if (from.endsWith('/subsidy')) expect(to).toBe('spent/材料');
        if (from.endsWith('/welfare')) expect(to).toBe('spent/人工');
      }
    }),
  );
});

test('every total is the sum of the entries, line by line, and both ends of a posting are accounts (8.5 (5))', () => {
  fc.assert(
    fc.property(histories, deeds => {
      const { entries, books } = lived(deeds);
      const all = entries.flat();
      expect(all.every(({ from, to }) => isAccount(from) && isAccount(to))).toBe(true);
      expect(moved({}, all)).toEqual(books.at(-1));
      const last = books.at(-1) ?? {};
      const byLine = Object.entries(plainly(last)).filter(([name]) => name.startsWith('spent/'));
      const unlined = all.reduce(
        (sum, { from, to, amountFen }) => sum + (to === 'spent' ? amountFen : 0) - (from === 'spent' ? amountFen : 0),
        0,
      );
      expect(byLine.reduce((sum, [, fen]) => sum + fen, unlined)).toBe(last.spent ?? 0);
    }),
  );
});

test('a statement closes on the balance of the accounts, whatever was kept back, returned or handed on (8.5 (5), (6))', () => {
  fc.assert(
    fc.property(histories, deeds => {
      const { entries, books } = lived(deeds);
      const stated = entries.map((postings, index) => ({
        no: index + 1,
        at: new Date(Date.UTC(2026, 0, 1 + index)),
        why: 'x',
        postings,
      }));
      const cut = new Date(Date.UTC(2026, 0, 20));
      const [before, after] = [
        statementOf(stated, { from: new Date(0), until: cut }),
        statementOf(stated, { from: cut, until: new Date(Date.UTC(2030, 0, 1)) }),
      ];
      expect(after.openingFen).toBe(before.closingFen);
      expect(after.closingFen).toBe(summaryOf(books.at(-1) ?? {}).balanceFen);
      // What came later changes nothing of what was published.
      expect(statementOf(stated.slice(0, 19), { from: new Date(0), until: cut })).toEqual(before);
    }),
  );
});

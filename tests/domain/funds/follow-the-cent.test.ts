import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followTheCent } from '../../../src/domain/funds/follow-the-cent.js';
import { allocate } from '../../../src/domain/money.js';

test('two hundred of a thousand is a fifth of every payment, and of what is left', () => {
  const payers = [
    { key: 'a', netFen: 200_00 },
    { key: 'b', netFen: 800_00 },
  ];
  const { parts, leftFen } = followTheCent(payers, [{ fen: 860_00 }, { fen: 33_33 }], 'a');

  expect(parts.map(({ fen }) => fen)).toEqual([172_00, 6_67]);
  expect(leftFen).toBe(21_33);
});

test('every payment is the sum of its shares, and every payer’s shares and rest are what was paid', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(amounts, fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 12 }), (paid, wished) => {
      let pot = paid.reduce((sum, fen) => sum + fen, 0);
      const payments = wished.map(fen => {
        const taken = Math.min(fen, pot);
        pot -= taken;
        return { fen: taken };
      });
      const payers = paid.map((netFen, index) => ({ key: String(index), netFen }));
      const all = payers.map(({ key }) => followTheCent(payers, payments, key));

      for (const [index, { fen }] of payments.entries())
        expect(all.reduce((sum, { parts }) => sum + (parts[index]?.fen ?? 0), 0)).toBe(fen);
      for (const [index, { parts, leftFen }] of all.entries())
        expect(parts.reduce((sum, { fen }) => sum + fen, leftFen)).toBe(paid[index]);
    }),
  );
});

// docs/domain.md 19, allocation by largest remainder.
test.each([
  { fen: 1_000_00, weights: [1, 1, 1], shares: [333_34, 333_33, 333_33] },
  { fen: 10_000_00, weights: [89_50, 120_30, 66_20], shares: [3_242_75, 4_358_70, 2_398_55] },
  { fen: 1_234_57, weights: [300, 300, 450, 150], shares: [308_64, 308_64, 462_97, 154_32] },
  {
    fen: 100_000_00,
    weights: Array<number>(118).fill(1),
    shares: [...Array<number>(90).fill(847_46), ...Array<number>(28).fill(847_45)],
  },
])('$fen fen over $weights.length', ({ fen, weights, shares }) => {
  expect(allocate(fen, weights)).toEqual(shares);
});

test('an allocation is exact, and nobody is more than a fen from the true share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (fen, given) => {
      const total = given.reduce((sum, weight) => sum + weight, 0);
      fc.pre(total > 0);
      const shares = allocate(fen, given);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(fen);
      for (const [index, share] of shares.entries()) {
        const off = BigInt(share) * BigInt(total) - BigInt(fen) * BigInt(given[index] ?? 0);
        expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
      }
    }),
  );
});

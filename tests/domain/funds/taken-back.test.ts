import { expect, test } from 'vitest';
import type { StatementRow, TakenBack } from '../../../src/domain/funds/bank-statement.js';
import { paymentOf } from '../../../src/domain/funds/taken-back.js';

const payment = (key: string, rest: Partial<StatementRow> = {}): StatementRow => ({
  row: 2,
  day: '2026-03-01',
  time: '',
  amountFen: 20_000,
  payer: '王小明',
  memo: '',
  key,
  ...rest,
});

const back: TakenBack = { day: '2026-03-05', amountFen: 20_000, payer: '王小明', keys: [] };

test.each([
  ['of the same payer and sum', back, [payment('a')], 'a'],
  ['the last one before it', back, [payment('a'), payment('b', { day: '2026-03-04' })], 'b'],
  ['by its number before all else', { ...back, keys: ['n'] }, [payment('a'), payment('n', { payer: '李小红' })], 'n'],
  ['by the account', { ...back, payer: '', account: 'k' }, [payment('a', { payer: '', account: 'k' })], 'a'],
  ['of nobody, where one fits', { ...back, payer: '' }, [payment('a')], 'a'],
  ['none of nobody, where two fit', { ...back, payer: '' }, [payment('a'), payment('b')], null],
  ['none of another payer', back, [payment('a', { payer: '李小红' })], null],
  ['none of another sum', back, [payment('a', { amountFen: 30_000 })], null],
  ['none of a later day', back, [payment('a', { day: '2026-03-06' })], null],
  [
    'just the one of that moment, where it is told',
    { ...back, amountFen: 5000, paid: { day: '2026-03-02', time: '', amountFen: 20_000 } },
    [payment('a'), payment('b', { day: '2026-03-02' })],
    'b',
  ],
] as const)('a return takes back %s', (_, taken, rows, key) => {
  expect(paymentOf(taken, rows)?.key ?? null).toBe(key);
});

import { expect, test } from 'vitest';
import type { StatementRow, TakenBack } from '../../../src/domain/funds/bank-statement.js';
import { wentBack } from '../../../src/operations/funds/taken-back.js';
import type { StatementFile } from '../../../src/store/funds/statement-file.js';

const payment = (key: string, rest: Partial<StatementRow> = {}): StatementRow => ({
  row: 2,
  day: '2026-03-01',
  time: '',
  amountFen: 40_000,
  payer: '王小明',
  memo: '',
  key,
  ...rest,
});

const back: TakenBack = { day: '2026-03-20', amountFen: 40_000, payer: '王小明', keys: [] };

/** Lists in the order in which they were sent. */
const lists = (...rows: (readonly StatementRow[])[]): StatementFile[] =>
  rows.map((each, index) => ({ no: index + 1, rows: each, refused: [] }) as unknown as StatementFile);

test.each([
  [
    'the numbered one, though an earlier list has one like it',
    { ...back, keys: ['n'] },
    [[payment('a')], [payment('n')]],
    ['n'],
    2,
  ],
  ['the last one of all lists', back, [[payment('a')], [payment('b', { day: '2026-03-10' })]], ['b'], 2],
  [
    'the last one, in whichever order they were sent',
    back,
    [[payment('b', { day: '2026-03-10' })], [payment('a')]],
    ['b'],
    1,
  ],
  ['of nobody the one that stands in two lists', { ...back, payer: '' }, [[payment('a')], [payment('a')]], ['a'], 1],
  ['none of nobody where two lists have one each', { ...back, payer: '' }, [[payment('a')], [payment('b')]], [], 0],
] as const)('a return of a later list takes back %s', (_, taken, rows, keys, paidIn) => {
  const files = lists(...rows, []);
  const last = files.at(-1)!;
  Object.assign(last, { refused: [{ row: 5, reason: '', left: true, back: taken }] });

  const found = wentBack(files);
  expect(found.map(one => one.payment.key)).toEqual(keys);
  expect(found[0]?.paidIn ?? 0).toBe(paidIn);
});

test('two returns of one list take two payments', () => {
  const files = lists([payment('a'), payment('b', { day: '2026-03-10' })], []);
  const two = [5, 6].map(row => ({ row, reason: '', left: true, back }));
  Object.assign(files[1]!, { refused: two });

  expect(wentBack(files).map(one => one.payment.key)).toEqual(['b', 'a']);
});

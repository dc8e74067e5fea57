import { expect, test } from 'vitest';
import { ensureWhole, ensureWithin, lineOf } from '../../../src/domain/plan/budget.js';

const lines = [
  { name: '材料', amountFen: 120_000 },
  { name: '人工', amountFen: 80_000 },
  { name: '人工保险', amountFen: 5_000 },
];

test('the lines add up to the budget to the fen', () => {
  expect(() => ensureWhole(1, lines, 205_000)).not.toThrow();
  expect(() => ensureWhole(1, lines, 205_001)).toThrow('budget.sum');
  expect(() => ensureWhole(1, null, 205_001)).not.toThrow();
});

test.each([
  ['买材料', '材料'],
  ['人工保险一年', '人工保险'],
  ['三天人工', '人工'],
  ['灯泡', null],
  ['材料和人工', null],
])('“%s” belongs to the line %s', (purpose, line) => {
  if (line === null) return expect(() => lineOf(1, lines, purpose)).toThrow('budget.whichLine');
  expect(lineOf(1, lines, purpose)?.name).toBe(line);
});

test('a plan without lines asks for none, and of a single line nobody has to be told the name', () => {
  expect(lineOf(1, null, '灯泡')).toBeNull();
  expect(lineOf(1, lines.slice(0, 1), '灯泡')?.name).toBe('材料');
});

test('a line is spent to the last fen, and not one further', () => {
  const [line] = lines;
  if (!line) throw new Error('there is a line');

  expect(() => ensureWithin(line, [{ amountFen: 119_999 }], 1)).not.toThrow();
  expect(() => ensureWithin(line, [{ amountFen: 119_999 }], 2)).toThrow('budget.overLine');
});

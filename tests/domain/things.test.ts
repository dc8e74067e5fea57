import { expect, test } from 'vitest';
import { thingSlots, thingWords } from '../../src/domain/things.js';
import { numberIn } from '../../src/language/reading/fill.js';

test.each(['公示', '电话', '积分', '流水'])('a number behind %s may count something else: 公示7天', word => {
  expect(thingWords(false)).toContain(word);
  expect(thingWords(true)).not.toContain(word);
});

test('the number of a task is said in the slot of a matter', () => {
  expect(thingSlots).toContain('finding');
  expect(thingSlots).not.toContain('task');
});

test.each([
  ['整改3', 3],
  ['第3张凭证', 3],
  ['异议二', 2],
  ['5号报事', 5],
  ['那条建议', undefined],
])('the number of the thing in “%s” is %s', (words, number) => {
  expect(numberIn(words)).toBe(number);
});

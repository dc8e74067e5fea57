import { expect, test } from 'vitest';
import { onlyOne } from '../../src/domain/only-one.js';

test.each([
  [[], undefined],
  [[7], 7],
  [[7, 9], undefined],
])('of %j, %s can be meant without being named', (found, meant) => {
  expect(onlyOne(found)).toBe(meant);
  expect(onlyOne(new Set(found))).toBe(meant);
});

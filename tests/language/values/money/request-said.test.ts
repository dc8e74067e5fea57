import { expect, test } from 'vitest';
import { findNumbers } from '../../../../src/language/values/project-numbers.js';
import { requestForm } from '../../../../src/language/values/money/request-said.js';

test.each([
  ['三号申请的钱付了', '三号申请'],
  ['第二个申请我同意', '第二个申请'],
  ['申请一我看过了', '申请一'],
  ['申请3那笔我打过去了', '申请3'],
])('“%s” names a request, and no matter', (text, named) => {
  expect(new RegExp(requestForm, 'u').exec(text)?.[0]).toBe(named);
  expect(findNumbers(text)).toEqual([]);
});

test('12号申请支出 is of a matter', () => {
  expect(findNumbers('12号申请支出860元：灯泡二十只').map(({ no }) => no)).toEqual([12]);
});

import { expect, test } from 'vitest';
import { asHeard } from '../../../src/language/values/heard.js';

test.each([
  ['我头反对', '我投反对'],
  ['认卷两百', '认捐两百'],
  ['付议12号', '附议12号'],
  ['12号同义', '12号同意'],
  ['8号气权', '8号弃权'],
  ['俺初工半天', '俺出工半天'],
  ['寻查5号', '巡查5号'],
  ['验收何格', '验收合格'],
])('%s is heard as %s', (typed, meant) => {
  expect(asHeard(typed)).toBe(meant);
});

test.each([
  '其全部退回', // 全部 is a word of its own
  '地方安个滑梯', // 地方 is a word
  '要是没人捐就算了', // 人 is too common to be a slip of 认
  '大家议一议',
  '大家先议议',
  '推车回家',
  '表上没你名字',
  '施工队下周换人',
  '联系人张成',
])('%s stays as it was typed', typed => {
  expect(asHeard(typed)).toBe(typed);
});

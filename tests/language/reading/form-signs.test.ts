import { expect, test } from 'vitest';
import { signsOf } from '../../../src/language/reading/form-signs.js';
import { loadIntents } from '../../../src/process/registry.js';

test.each([
  ['^绑定网格[:：\\s]*(?<code>\\d{6})$', '绑定网格'],
  ['^(?:请)?报事(?<no>\\d{1,7})号?转(?:给|交)了?[。！]?$', '报事转'],
  ['^我(?:家)?的{0,2}票$|^选票$', ''],
  ['^(?:查|看)(?:我|俺)的票\\p{Script=Han}[\\]票]x*$', '的票'],
])('the letters that every text of a form holds: %s', (source, signs) => {
  expect(signsOf(source)).toEqual([...signs]);
});

test('whatever has a form holds its letters', async () => {
  const corpus = ['12号申请支出860元：灯泡二十只', '报事7转给物业', '任务3没办好：墙没补', '上架花生油：500积分'];
  let found = 0;
  for (const { pattern } of (await loadIntents()).values())
    for (const text of corpus.filter(each => pattern?.test(each))) {
      found += 1;
      expect(signsOf(pattern?.source ?? '').every(sign => text.includes(sign))).toBe(true);
    }
  expect(found).toBeGreaterThan(2);
});

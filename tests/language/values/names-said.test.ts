import { expect, test } from 'vitest';
import { namesSaid } from '../../../src/language/values/names-said.js';

test.each([
  ['周桂兰、5号楼2单元301、王师傅', ['周桂兰', '5号楼2单元301', '王师傅']],
  ['就定徐振华 周桂兰 孙梅', ['徐振华', '周桂兰', '孙梅']],
  ['定了 冯老师 赵敏 刘洋三位', ['冯老师', '赵敏', '刘洋']],
  ['冯老师、赵敏和刘洋', ['冯老师', '赵敏', '刘洋']],
  ['让冯老师 赵敏 王和平三个人监督', ['冯老师', '赵敏', '王和平']],
])('“%s” names %j', (words, names) => {
  expect(namesSaid(words)).toEqual(names);
});

import { expect, test } from 'vitest';
import { saysNothing } from '../../../src/language/values/evidence-said.js';

test.each([
  ['不知道', true],
  ['我也不清楚。', true],
  ['还没有', true],
  ['暂无', true],
  ['待定……', true],
  ['没有依据', true],
  ['？？', true],
  ['无', true],
  ['啊啊啊', true],
  ['以后再补吧', true],
  ['2009年建成，已过保修', false],
  ['没有物业合同，供热公司复函不属其管网', false],
  ['不知道谁弄坏的，派出所2026年1月出警记录', false],
  ['合同7号', false],
  ['现场看过', false],
])('“%s” says nothing: %s', (said, nothing) => {
  expect(saysNothing(said)).toBe(nothing);
});

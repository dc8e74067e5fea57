import { expect, test } from 'vitest';
import { faultIn, isAhead, notPassed } from '../../../src/language/values/not-passed.js';

test.each([
  ['复查仍有一处空鼓，不予通过', '仍有一处空鼓'],
  ['复查没通过', ''],
  ['复查1没过，还有一处空鼓', '还有一处空鼓'],
  ['我去看了，还是没包好', '还是没包好'],
  ['通过不了，西边还空着', '西边还空着'],
  ['整改未到位，焊口仍在渗水', '未到位，焊口仍在渗水'],
  ['看过了，不合格，返工', '返工'],
])('“%s” does not pass, for “%s”', (words, fault) => {
  expect(notPassed.test(words)).toBe(true);
  expect(faultIn(words)).toBe(fault);
});

test.each(['复查通过', '看过了，没问题', '整改合格，予以销号', '都补好了', '没毛病，过', '还是不错的'])(
  '“%s” passes',
  words => {
    expect(notPassed.test(words)).toBe(false);
  },
);

test.each([
  ['鑫源的钱我周五付', true],
  ['申请1我后天付', true],
  ['申请2下周一再付', true],
  ['过两天给他们打款', true],
  ['整改争取后天完成', true],
  ['整改下周能完成', true],
  ['空鼓打算明天补', true],
  ['复查我还没去呢', true],
  ['还没顾上看', true],
  ['申请1付了', false],
  ['周五付的，申请1', false],
  ['周一就付完了', false],
  ['后天那笔付了', false],
  ['整改昨天完成了', false],
  ['空鼓补好了，明天请来复查', false],
  ['付申请1', false],
  ['1号验收合格', false],
  ['1号完成', false],
  ['申请1我5月3号付', true],
  ['还没看出毛病', false],
])('“%s” is still to be done: %s', (words, expected) => {
  expect(isAhead(words)).toBe(expected);
});

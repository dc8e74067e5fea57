import { expect, test } from 'vitest';
import { faultIn, notPassed } from '../../../src/language/values/not-passed.js';

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

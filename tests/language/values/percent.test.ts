import { expect, test } from 'vitest';
import { percentIn } from '../../../src/language/values/percent.js';

test.each([
  ['完成50%', 50],
  ['主体完成一半，完成60%', 60],
  ['干了一半', 50],
  ['八成半', 85],
  ['百分之九十', 90],
  ['完工了', 100],
  ['120%', undefined],
])('%s is %s of a hundred', (text, percent) => {
  expect(percentIn(text)?.value).toBe(percent);
});

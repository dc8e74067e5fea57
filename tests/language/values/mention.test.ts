import { expect, test } from 'vitest';
import { stripMentions } from '../../../src/language/values/mention.js';

test.each([
  ['@议事小助手 12号同意', '12号同意'],
  ['12号同意 @议事小助手', '12号同意'],
  ['我说@议事小助手 12号同意', '我说 12号同意'],
  ['@张三 我同意', '我同意'],
  ['我同意 @张三', '我同意'],
  ['请联系abc@163.com 再比一家，别只问@张三 一个人', '请联系abc@163.com 再比一家，别只问@张三 一个人'],
])('%s is read as %s', (said, text) => {
  expect(stripMentions(said)).toBe(text);
}); // prettier-ignore

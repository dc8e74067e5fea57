import { expect, test } from 'vitest';
import { takeDay } from '../../../../src/language/values/time/said-day.js';

const now = new Date('2026-03-02T10:00:00+08:00');

test.each([
  ['宽限到9月1日前', '2026-09-01'],
  ['检查管道，8月20日前', '2026-08-20'],
  ['10月8日前答复', '2026-10-08'],
  ['12月20日前', '2026-12-20'],
  ['3月1日前', '2026-03-01'],
  ['2025年9月1日前', '2025-09-01'],
  ['20号前弄好', '2026-03-20'],
])('what is due by “%s”, said in March, is due on %s', (words, day) => {
  expect(takeDay(words, now).day).toBe(day);
});
